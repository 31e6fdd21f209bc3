#pragma once
/// What a run does beyond its own scenario: worlds drawn from the ranges of its assumptions, and
/// each assumption at the ends of its range.

#include <filesystem>
#include <string>
#include <vector>

#include "metrics/study_data.hpp"
#include "scenarios/load.hpp"
#include "sim/cli/exit_code.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// A study whose scenario has been simulated as written.
struct AssumedStudy {
  std::filesystem::path folder;
  const ResolvedScenario& scenario;
  std::string name;                    //!< as load_scenario takes it
  std::vector<std::string> overrides;  //!< from the command line
  StudyRequest request;
  Talk talk;
  const StudyData& data;
};

/// Simulates W worlds in FOLDER/worlds and writes FOLDER/worlds.json and worlds.csv. Throws
/// StudyRefused if the scenario has no assumption with a range.
ExitCode run_worlds(const AssumedStudy& study, std::uint32_t worlds);

/// Simulates every assumption at both ends of its range in FOLDER/tornado and writes
/// FOLDER/tornado.json.
ExitCode run_tornado(const AssumedStudy& study);

}  // namespace fieldtwin
