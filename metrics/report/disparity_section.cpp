#include "metrics/disparity_json.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {

Json disparity_section(const StudyData& study) {
  std::vector<Ethnicity> references;  // the reader chooses
  for (std::size_t i = 0; i < kEthnicities; ++i) references.push_back(static_cast<Ethnicity>(i));
  Json section = disparity_json(study, WrongfulKind::kAny, references);
  section["usual_reference"] = kEthnicityNames[index_of(kUsualReference)];
  return section;
}

}  // namespace fieldtwin
