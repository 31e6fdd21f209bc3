#pragma once
/// Many points of one scenario, each a study of one plan.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "scenarios/load.hpp"
#include "sim/study/study_plan.hpp"

namespace fieldtwin {

/// Whose points a folder holds: of which command, base scenario, seed and version. Kept in
/// FOLDER/points.json.
struct PointsOwner {
  std::string command;  //!< "sweep"
  StudyIdentity base;
};

/// Studies of points in DIR/points/SCENARIO-HASH, so that a point is found again whatever design it
/// comes from, and one that comes twice is simulated once. All with the same seed: common random
/// numbers.
class PointStudies {
 public:
  /// Takes DIR for this process. Throws StudyRefused, and touches nothing, if it holds anything
  /// else than points of this owner.
  /// Others who do the other shares may work in DIR meanwhile.
  PointStudies(std::filesystem::path folder, PointsOwner owner, RecordLevel record,
               Share share = {});

  /// The number of the point's study in the plan, after asking for so many replications of it.
  std::size_t add(const ResolvedScenario& scenario, std::uint32_t replications);

  StudyPlan& plan() { return plan_; }
  /// The name of a study's folder, relative to DIR.
  const std::string& folder_of(std::size_t study) const { return plan_.study(study).name; }
  /// Writes points.json: the folder is the owner's from now on.
  void claim() const;

 private:
  PointsOwner owner_;
  RecordLevel record_;
  StudyPlan plan_;
  std::map<std::string, std::size_t> number_;  //!< by name
};

}  // namespace fieldtwin
