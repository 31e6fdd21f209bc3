#include "sim/study/run_record.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <boost/version.hpp>
#include <nlohmann/json.hpp>

#include "scenarios/recorded/recorded_encounters.hpp"
#include "sim/engine.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {

std::map<std::string, std::string> library_versions() {
  return {
      {"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                            BOOST_VERSION % 100)},
      {"fmt",
       fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
      {"nlohmann-json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                                    NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
      {"simgrid", Engine::version()},
      {"sqlite", sqlite3_libversion()},
      {"yaml-cpp", FIELDTWIN_YAML_CPP_VERSION},
  };
}

std::string run_record(const StudyRun& run, const StudyRequest& request,
                       const RunRecordParts& parts) {
  auto failed = nlohmann::ordered_json::array();
  for (const auto& failure : run.failures) {
    failed.push_back({{"replication", failure.task.replication},
                      {"seed", request.seed},
                      {"what", failure.what}});
  }
  const double cpu_s = run.usage.cpu.value();
  nlohmann::ordered_json json{
      {"version", program_version()},
      {"wall_s", run.progress.elapsed.value()},
      {"cpu_s", cpu_s},
      {"scans_per_cpu_s", nullptr},
      {"peak_rss_bytes", run.usage.peak_rss_bytes},
      {"jobs", request.jobs},
      {"replications_simulated", run.progress.simulated},
      {"scans_simulated", run.progress.scans},
      {"failed", failed},
      {"libraries", library_versions()},
  };
  if (parts.recorded != nullptr) {
    json["recorded"] = {{"file", parts.recorded->file},
                        {"hash", parts.recorded->hash},
                        {"rows", parts.recorded->rows},
                        {"bad_rows", parts.recorded->bad_rows}};
  }
  if (cpu_s > 0.0) json["scans_per_cpu_s"] = run.progress.scans / cpu_s;
  if (!parts.precision.empty()) {
    json["precision"] = nlohmann::ordered_json::parse(parts.precision);
  }
  return json.dump(2) + "\n";
}

}  // namespace fieldtwin
