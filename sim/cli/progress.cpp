#include "sim/cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

constexpr Seconds kBetweenLines{10.0};
constexpr Seconds kBetweenBars{0.1};

std::string duration_words(Seconds duration) {
  const double s = std::ceil(duration.value());
  if (s < 100) return fmt::format("{:.0f} s", s);
  if (s < 6000) return fmt::format("{:.0f} min", s / 60.0);
  return fmt::format("{:.1f} h", s / 3600.0);
}

}  // namespace

std::string progress_words(const StudyProgress& progress) {
  std::string words = fmt::format("{} of {} replications", progress.finished, progress.planned);
  if (progress.simulated == 0 || progress.elapsed <= Seconds(0.0)) return words;
  const double elapsed = progress.elapsed.value();
  words += fmt::format(", {} scans/s", grouped(std::round(progress.scans / elapsed)));
  const double left = progress.planned - progress.finished;
  if (left > 0) {
    words += fmt::format(", {} left", duration_words(Seconds(elapsed / progress.simulated * left)));
  }
  return words;
}

std::string progress_bar(const StudyProgress& progress, std::size_t columns) {
  const std::size_t inside = columns < 3 ? 1 : columns - 2;
  const double share =
      progress.planned == 0 ? 1.0 : static_cast<double>(progress.finished) / progress.planned;
  const auto full = static_cast<std::size_t>(share * static_cast<double>(inside));
  return fmt::format("[{:#<{}}{:-<{}}]", "", full, "", inside - full);
}

void ProgressDisplay::show(const StudyProgress& progress) {
  if (mode_ == Mode::kQuiet) return;
  const Seconds pause = mode_ == Mode::kBar ? kBetweenBars : kBetweenLines;
  if (progress.elapsed - shown_ < pause) return;
  shown_ = progress.elapsed;
  if (mode_ == Mode::kLines) {
    fmt::print(stderr, "{}\n", progress_words(progress));
    return;
  }
  std::string line = progress_bar(progress, 24) + " " + progress_words(progress);
  line.resize(std::min(line.size(), terminal_width(Stream::kError) - 1));  // never wraps
  fmt::print(stderr, "\r{}\033[K", line);
  bar_is_there_ = true;
}

void ProgressDisplay::clear() {
  if (bar_is_there_) fmt::print(stderr, "\r\033[K");
  bar_is_there_ = false;
}

}  // namespace fieldtwin
