#pragma once
/// What a detainer adds to a stay in jail.

#include <optional>

#include "agents/encounter/hold_course.hpp"

namespace fieldtwin {

/// The course of a hold that is counted from the detainer on, less what passes of it while the person
/// is in jail anyway: ICE may be ready by the day of the release, and a mistake may be found by then.
/// Nothing if it was, since the detainer is then cancelled and adds no hold. `limit`: of the local
/// hold, which begins with the release that was due.
std::optional<HoldCourse> beyond_the_stay(HoldCourse course, Seconds stay_left, Seconds limit);

}  // namespace fieldtwin
