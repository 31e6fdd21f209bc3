#pragma once
/// The studies of a plan that are being worked at.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "sim/study/study_directory.hpp"
#include "sim/study/study_plan.hpp"

namespace fieldtwin {

/// Takes the folders of studies, opens their results, and adds what is finished. Where only a share
/// of the plan is done, results are left as shards and their file is not touched.
class OpenStudies {
 public:
  explicit OpenStudies(const StudyPlan& plan) : plan_(plan) {}

  /// Opens a study, unless it is open. Throws what StudyDirectory and open_study throw.
  void open(std::uint32_t study) { at(study); }
  /// Lets go of it, and leaves one file for readers.
  void close(std::uint32_t study);
  void close_all();
  std::size_t size() const { return open_.size(); }

  /// The replications that need not be simulated any more, rising. A study that has any is opened
  /// for it, to take in what was left as shards.
  std::vector<std::uint32_t> finished(std::uint32_t study);

  /// Adds replications whose shards are whole to the study's results, all or none; the scans in
  /// each of them.
  std::vector<double> take(std::uint32_t study, const std::vector<std::uint32_t>& replications);

 private:
  struct OpenStudy {
    std::unique_ptr<StudyDirectory> directory;
    std::optional<ResultStore> store;  //!< if shards are merged here
  };

  OpenStudy& at(std::uint32_t study);

  const StudyPlan& plan_;
  std::map<std::uint32_t, OpenStudy> open_;
};

}  // namespace fieldtwin
