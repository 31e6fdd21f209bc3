#pragma once
/// What the command `disparity` prints.

#include <string>

#include "metrics/disparity.hpp"

namespace fieldtwin {

/// Two tables: rates by group beside the reference, and what the ratios are made of.
std::string disparity_tables(const StudyData& study, WrongfulKind kind, Ethnicity reference);

}  // namespace fieldtwin
