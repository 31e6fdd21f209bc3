#pragma once
/// How often searches err in a day of the precinct, by the fidelity of the matcher.

#include <string>
#include <vector>

namespace fieldtwin {

/// Shares with the numbers of searches that they are of.
struct ErrorCounts {
  double mated = 0, missed = 0;          //!< searches for who is enrolled; without their own entry
  double non_mated = 0, false_match = 0; //!< searches for who is not; with anybody's
};

/// Errors so frequent that some hundred searches show them: a wide threshold in a small gallery.
std::vector<std::string> frequent_errors(std::size_t gallery, double distance);

/// What makes the score matcher one of the same faces: a calibration on residents who are not met in
/// the day, searched for in the gallery of `overrides`, which compare faces.
std::vector<std::string> calibrated_on(const std::vector<std::string>& overrides,
                                       std::size_t people);

/// The answered scans of a day, counted.
ErrorCounts errors_of(const std::vector<std::string>& overrides);

/// Whether a 99 % interval of the difference of two shares, of so many each, holds zero.
void expect_same(double a, double n, double b, double m, const char* what);

}  // namespace fieldtwin
