#pragma once
/// What is added up about ports in each replication.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "metrics/port/crossing_record.hpp"

namespace fieldtwin {

enum class PortAmount : std::uint8_t {
  kDays,
  kFlights,
  kTravellers,
  kCitizens,
  kPhotographed,
  kAnswered,
  kMatched,
  kFalseMatches,
  kInGallerySearched,
  kMissedMatches,
  kAnswerSeconds,
  kAnsweredInTime,
  kDocumentChecks,
  kContactIce,
  kWaitSeconds,
  kGalleryPeople,
  kDelayedFlights,
  kDelayMinutes,
  kImpostors,
  kImpostorsPassed,
  kHeldWrongly,
  kWrongfulHours,
  kCitizenImages,
  kOtherImages,
  kCitizenImageHours,
  kOtherImageYears,
  kEnd,                         //!< the first of six, by CrossingEnd
  kGap = kEnd + kCrossingEnds,  //!< the first of eleven, by CrossingGap
  kAfterGaps = kGap + kCrossingGaps,
};
inline constexpr std::size_t kPortAmounts = static_cast<std::size_t>(PortAmount::kAfterGaps);

/// What they are called in results.sqlite, in the order of the enumerators.
inline constexpr std::array<std::string_view, kPortAmounts> kPortAmountNames{
    "port.days",
    "port.flights",
    "port.travellers",
    "port.citizens",
    "port.photographed",
    "port.answered",
    "port.matched",
    "port.false_match",
    "port.searched_in_gallery",
    "port.missed_match",
    "port.answer_seconds",
    "port.answered_in_time",
    "port.manual_checks",
    "port.contact_ice",
    "port.wait_seconds",
    "port.gallery_people",
    "port.delayed_flights",
    "port.delay_minutes",
    "port.impostors",
    "port.impostors_passed",
    "port.held_wrongly",
    "port.held_wrongly.person_hours",
    "port.images.citizens",
    "port.images.others",
    "port.image_hours.citizens",
    "port.image_years.others",
    "port.end.confirmed",
    "port.end.documents",
    "port.end.unconfirmed",
    "port.end.secondary",
    "port.end.refused",
    "port.end.held",
    "port.gap.none",
    "port.gap.opt_out",
    "port.gap.no_staff",
    "port.gap.camera_down",
    "port.gap.skipped",
    "port.gap.excluded",
    "port.gap.no_photo",
    "port.gap.no_network",
    "port.gap.no_answer",
    "port.gap.no_match",
    "port.gap.record",
};

constexpr PortAmount ended(CrossingEnd end) {
  return static_cast<PortAmount>(index_of(PortAmount::kEnd) + index_of(end));
}
constexpr PortAmount missed_by(CrossingGap gap) {
  return static_cast<PortAmount>(index_of(PortAmount::kGap) + index_of(gap));
}

/// An answer within this is in time: "match or no match within 2 s" (CRS IN11695).
inline constexpr Seconds kPortAnswerInTime{2.0};

}  // namespace fieldtwin
