#pragma once
/// The cases of a study that went wrong.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "metrics/store/result_store.hpp"
#include "metrics/story/case_id.hpp"

namespace fieldtwin {

/// One case, in short; categories by the names that results.sqlite uses.
struct CaseLine {
  CaseId id;
  std::vector<std::string> kinds;  //!< of wrongful hold, and "prolonged"
  std::string state;               //!< postal code
  std::string status;
  std::string ethnicity;
  std::string sex;
  int age = 0;                                      //!< years
  std::string match_truth;                          //!< whom the gallery returned
  std::optional<std::string> cause, decision, end;  //!< of the hold, if there was one
  double hold_hours = 0.0;
  double prolonged_minutes = 0.0;
};

/// The kept wrongful holds and prolonged stops, by id. Throws StoreError.
std::vector<CaseLine> list_cases(ResultStore& store);

/// A table with a heading, one case a line, the id first.
std::string case_table(const std::vector<CaseLine>& cases);
nlohmann::ordered_json case_list_json(const std::vector<CaseLine>& cases);

}  // namespace fieldtwin
