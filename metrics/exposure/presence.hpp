#pragma once
/// When a photo of a given retention is in which place: the rules of retention, copies, deletion
/// and requests, turned into spells.

#include <array>

#include "metrics/exposure/spell.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// What is held about a person.
enum class Item : std::uint8_t { kPhoto, kTemplate, kReferenceNumber, kLocation, kResult };
inline constexpr std::size_t kItems = 5;
inline constexpr std::array<std::string_view, kItems> kItemNames{
    "photo", "template", "reference_number", "location", "result"};
/// Whether a place holds the item with each photo, or in the log with each scan.
bool holds(Holder place, Item item);

/// The numbers that decide where a photo is and when: those of a scenario, or of a world that is
/// compared with it.
struct HoldingRules {
  std::array<Seconds, kHolders> retention{};  //!< of the store: see `presence`
  std::array<double, kHolders> number{};      //!< photos in the place for each that is taken
  std::array<Seconds, kHolders> delay{};      //!< from the photo to its copy
  double copies_deleted = 0.0;
  double deletion_fails = 0.0;
  double cleaned_up = 0.0;
  Seconds cleanup_delay{0.0};
  double request_hazard = 0.0;  //!< of deletion by request [1/s]
  Seconds request_time{0.0};
};
/// Of a scenario whose numbers are drawn. The copies of `storage.copies` go to the systems in
/// proportion to their weights.
HoldingRules holding_rules(const Exposure& exposure, const Storage& storage);

/// A photo in one place, by its age. At every age `entered` = in_time + overdue + deleted.
struct Presence {
  Spells entered;  //!< from the moment of its making on
  Spells in_time;  //!< kept within the retention
  Spells overdue;  //!< kept although it should have been deleted: the deletion failed
  Spells deleted;  //!< gone

  Spells held() const;  //!< in time or overdue
};

/// Of the photo that the store keeps for `retention`.
///
/// A photo leaves a place when the place's retention is over, counted from its making there. The
/// deletion fails with `deletion_fails`; of these, `cleaned_up` are deleted `cleanup_delay` later,
/// the others stay. In the store, requests delete photos older than `request_time` at a constant
/// hazard. A share `copies_deleted` of the copies leaves with the store's photo, if that goes
/// before the copy's own time.
Presence presence(Holder place, Seconds retention, const HoldingRules& rules);

}  // namespace fieldtwin
