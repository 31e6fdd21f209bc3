#include "agents/jail/detainer.hpp"

#include <algorithm>

namespace fieldtwin {

std::optional<HoldCourse> beyond_the_stay(HoldCourse course, Seconds stay_left, Seconds limit) {
  const Seconds elapsed = std::max(Seconds(0.0), stay_left);
  switch (course.end) {
    case HoldEnd::kDetainerExpired:  // ICE does not come: the whole limit passes
      return course;
    case HoldEnd::kTransfer:
      course.local = std::max(Seconds(0.0), course.local - elapsed);
      return course;
    case HoldEnd::kFingerprints:
      return std::nullopt;
    case HoldEnd::kMistakeFound:
      break;
  }
  const Seconds left = course.local + course.federal - elapsed;
  if (left <= Seconds(0.0)) return std::nullopt;
  course.local = std::min(left, limit);
  course.federal = left - course.local;
  return course;
}

}  // namespace fieldtwin
