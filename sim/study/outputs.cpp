#include "sim/study/outputs.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "metrics/report/report_page.hpp"
#include "metrics/study_data.hpp"
#include "metrics/summary.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/read_study.hpp"

namespace fieldtwin {

void write_outputs(const StudyDirectory& directory) {
  const ResolvedScenario scenario = scenario_of_study(directory.folder());
  ResultStore store = results_of_study(directory.folder());
  try {
    const StudyData study(store);
    write_atomically(directory.report(), report_html(study, scenario));
    write_atomically(directory.summary(), summary_json(study));
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

std::optional<std::string> current_summary(const StudyDirectory& directory,
                                           std::uint32_t replications) {
  if (!std::filesystem::exists(directory.report())) return std::nullopt;
  const auto text = read_text(directory.summary());
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("replications", 0u) != replications) return std::nullopt;
  return text;
}

}  // namespace fieldtwin
