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

void write_outputs(const StudyFiles& files) {
  const ResolvedScenario scenario = scenario_of_study(files.folder());
  ResultStore store = results_of_study(files.folder());
  try {
    const StudyData study(store);
    write_atomically(files.report(), report_html(study, scenario));
    write_atomically(files.summary(), summary_json(study));
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

std::optional<std::string> current_summary(const StudyFiles& files, std::uint32_t replications) {
  if (!std::filesystem::exists(files.report())) return std::nullopt;
  const auto text = read_text(files.summary());
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("replications", 0u) != replications) return std::nullopt;
  return text;
}

}  // namespace fieldtwin
