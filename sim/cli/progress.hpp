#pragma once
/// How far a run is, for the one who waits.

#include <string>

#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// `42 of 200 replications, 31,200 scans/s, 12 s left`; no rate before it can be told.
std::string progress_words(const StudyProgress& progress);
/// A bar of so many columns: `[#####-----]`.
std::string progress_bar(const StudyProgress& progress, std::size_t columns);

/// Shows progress on standard error: a bar that rewrites its line on a terminal, a plain line now
/// and then elsewhere.
class ProgressDisplay {
 public:
  enum class Mode { kBar, kLines, kQuiet };
  explicit ProgressDisplay(Mode mode) : mode_(mode) {}
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;
  ~ProgressDisplay() { clear(); }

  void show(const StudyProgress& progress);
  /// Takes the bar away, so that other text can be printed.
  void clear();

 private:
  Mode mode_;
  Seconds shown_{0.0};
  bool bar_is_there_ = false;
};

}  // namespace fieldtwin
