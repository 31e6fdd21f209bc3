#pragma once
/// Whom the harm strikes: rates by ethnic group, how they compare, and what a difference comes
/// from.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/statistics/interval.hpp"
#include "metrics/study_data.hpp"

namespace fieldtwin {

/// Wrongful holds of one group. Definitions and examples: docs/disparity.md.
struct GroupHarm {
  Ethnicity group;
  double residents;  //!< of the states with officers
  Estimate count;    //!< a replication
  std::optional<Estimate> per_million_residents;
  std::optional<Estimate> per_100k_scans;
};
std::vector<GroupHarm> harm_by_group(const StudyData& study, WrongfulKind kind);

/// The places at which two groups can fare differently on the way to a wrongful hold.
enum class DisparityFactor : std::uint8_t {
  kStopped,      //!< stops per resident
  kScanned,      //!< scans per stop
  kSearched,     //!< searches per scan: the others failed
  kEnrolled,     //!< share of the searches that are for people with, or without, a photo
  kFalseMatch,   //!< wrong answers per search that come from somebody else's record
  kWrongRecord,  //!< and that come from the person's own record, or from none
  kHeld,         //!< wrongful holds per wrong answer
};
inline constexpr std::size_t kDisparityFactors = 7;
inline constexpr std::array<std::string_view, kDisparityFactors> kDisparityFactorNames{
    "stopped", "scanned", "searched", "enrolled", "false_match", "wrong_record", "held"};

/// A factor of a ratio: 1 where the groups fare alike.
struct FactorEstimate {
  double factor;
  std::optional<Interval> interval;
};

/// Fewer wrongful holds of a group than this in a study, and the factors have no interval: the
/// jackknife is not to be trusted with them.
inline constexpr double kFewestForFactors = 20.0;

/// One group beside another.
struct Contrast {
  Ethnicity group, reference;
  std::optional<Estimate> per_resident;  //!< ratio of the rates per resident: rate_ratio_estimate
  std::optional<Estimate> per_scan;      //!< and per scan
  /// Of the ratio per resident, for any wrongful hold: their product is that ratio. By
  /// DisparityFactor, with jackknife intervals. Nothing if a group has no wrongful hold.
  std::optional<std::array<FactorEstimate, kDisparityFactors>> factors;
};
/// The factors are those of WrongfulKind::kAny, and are left out for other kinds.
Contrast contrast(const StudyData& study, WrongfulKind kind, Ethnicity group, Ethnicity reference);

}  // namespace fieldtwin
