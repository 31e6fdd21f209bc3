#pragma once
/// The score matcher's anchor of a population of templates, found by searching.

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/tail/search_tail.hpp"
#include "matcher/template/modelled_people.hpp"
#include "scenarios/tables.hpp"

namespace fieldtwin {

/// How to calibrate.
struct CalibrationPlan {
  std::uint64_t people = 10'000;  //!< N0, of the anchor; a tenth and ten times it are searched too
  Probability fpir{0.01};
  std::size_t searches = 10'000;  //!< non-mated of each gallery, and as many mated
  unsigned threads = 1;
};

/// What a threshold for `fpir` misses in a gallery.
struct CalibrationPoint {
  enum class From : std::uint8_t {
    kSearches,  //!< of a gallery of that size
    kTail,      //!< of a smaller one, extrapolated by the tail of its scores
  } from;
  double people;
  double distance;  //!< the threshold
  double fnir;      //!< share of mated searches whose own entry lies beyond it
  double law;       //!< what the score matcher says of it
};

struct Calibration {
  MatcherAnchor anchor;
  std::vector<CalibrationPoint> points;
  std::optional<TailRefusal> refusal{};  //!< why there are no points of larger galleries, or no more
};

inline constexpr std::size_t kTailScores = 20;

/// Galleries of N0/10, N0 and 10 N0 are searched for people who are not in them; the threshold of
/// each is the distance that a share `fpir` of these searches finds somebody within. FNIR is counted
/// over mated searches of middle quality, the same people for all galleries. The anchor is N0 with
/// its FPIR and FNIR; its exponent is the slope of ln FNIR over ln N of the three (least squares),
/// which is the law of ScoreMatcher at constant FPIR. Points a hundred and a thousand times N0 come
/// from the tail of the largest gallery's scores (matcher/tail), of which kTailScores a search are
/// kept: how far the law reaches.
///
/// Throws std::invalid_argument if fewer than 30 false positives are to be expected: a threshold of
/// so few is no threshold.
Calibration calibrate(const ModelledPeople& people, const CalibrationPlan& plan);

}  // namespace fieldtwin
