#include "sim/cli/export_encounters.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "agents/record_stops.hpp"
#include "metrics/store/encounter_spool.hpp"
#include "sim/cli/own_process.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/read_study.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// Files that are removed in any case.
struct Scratch {
  explicit Scratch(fs::path file) : file(std::move(file)) { remove(); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { remove(); }
  void remove() const {
    std::error_code ignored;
    fs::remove(file, ignored);
    fs::remove(file.string() + "-journal", ignored);
  }
  fs::path file;
};

std::vector<std::string> postal_codes(const Scenario& scenario) {
  std::vector<std::string> codes;
  for (const StateRow& state : scenario.tables.states) codes.push_back(state.postal);
  return codes;
}

class EncounterExport {
 public:
  EncounterExport(const fs::path& study, const fs::path& file)
      : study_(study),
        file_(file),
        part_(file.string() + ".part"),
        spool_(file.string() + ".spool"),
        store_(results_of_study(study)),
        scenario_(scenario_to_simulate_again(study, store_.identity()).scenario) {}

  ExportedEncounters write() {
    const StudyIdentity& identity = store_.identity();
    {
      std::ofstream out(part_.file, std::ios::binary);
      out << fmt::format("# fieldtwin {}, scenario {}, seed {}: docs/replay.md says what the columns are\n",
                         identity.version, identity.scenario, identity.seed)
          << EncounterSpool::header();
      require_good(out);
    }
    const auto replications = store_.finished();
    for (const std::uint32_t replication : replications) {
      const Fingerprint recorded = store_.fingerprint(replication);
      in_own_process([&] { append(replication, recorded); });
      spool_.remove();
    }
    fs::rename(part_.file, file_);
    return {count_rows(), replications.size()};
  }

 private:
  void append(std::uint32_t replication, Fingerprint recorded) {
    EncounterSpool spool(spool_.file, postal_codes(scenario_));
    const Fingerprint again =
        record_stops(scenario_, store_.identity().seed, replication,
                     {[&](const RecordedStop& stop) { spool.add(stop); },
                      [&](const EncounterRecord& record) { spool.add_end(record); }});
    if (again != recorded) {
      throw std::runtime_error(fmt::format(
          "replication {} does not happen again as it was recorded (another build of the program "
          "made {}, or the file is damaged). Run the study again into another directory.",
          replication, study_.string()));
    }
    std::ofstream out(part_.file, std::ios::binary | std::ios::app);
    spool.write(out);
    out.flush();
    require_good(out);
  }

  void require_good(const std::ofstream& out) const {
    if (!out) throw DiskError(fmt::format("cannot write {}", file_.string()));
  }

  std::uint64_t count_rows() const {
    constexpr std::uint64_t kHead = 2;  // the comment and the header
    std::ifstream in(file_, std::ios::binary);
    std::uint64_t lines = 0;
    for (std::string line; std::getline(in, line);) ++lines;
    return lines - kHead;
  }

  fs::path study_;
  fs::path file_;
  Scratch part_;
  Scratch spool_;
  ResultStore store_;
  Scenario scenario_;
};

}  // namespace

ExportedEncounters export_encounters(const fs::path& study, const fs::path& file) {
  try {
    return EncounterExport(study, file).write();
  } catch (const fs::filesystem_error& error) {
    throw DiskError(error.what());
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

}  // namespace fieldtwin
