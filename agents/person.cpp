#include "agents/person.hpp"

namespace fieldtwin {

Standing wrong_standing(Standing truth) {
  return truth == Standing::kRemovable ? Standing::kLawful : Standing::kRemovable;
}

}  // namespace fieldtwin
