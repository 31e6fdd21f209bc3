#pragma once
/// Whether a study breaks down by what a series is of.

#include "metrics/study_data.hpp"

namespace fieldtwin {

/// Systems are told apart where there are several: what belongs to one of them is no metric of a
/// study that has a single one.
inline bool told_apart(const StudyData& study, const Series& series) {
  return series.dimension != Grouping::kSystem || study.has(Grouping::kSystem);
}

}  // namespace fieldtwin
