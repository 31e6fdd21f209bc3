#include "metrics/port/port_counts.hpp"

#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

constexpr double kHour = 3600.0;
/// A flight that ends boarding later than this after its doors were to close is delayed.
constexpr Seconds kOnTime{1.0};

/// A time to a millionth, so that the last bits of a logarithm do not matter.
std::uint64_t rounded(Seconds time) {
  return static_cast<std::uint64_t>(std::llround(time.value() * 1e6));
}

Fingerprint fingerprint_of_crossing(const CrossingRecord& record) {
  Hash128 hash;
  hash.add(record.id, record.person);
  hash.add(rounded(record.joined), rounded(record.ended));
  hash.add(rounded(record.waited), record.answer ? rounded(*record.answer) + 1 : 0);
  hash.add(index_of(record.status) << 24 | index_of(record.gap) << 16 | index_of(record.end) << 8 |
               index_of(record.match),
           record.hold ? rounded(record.hold->length) + 1 : 0);
  return hash.finish();
}

}  // namespace

void PortCounts::crossing(const CrossingRecord& record) {
  ++crossings_;
  hash_ += fingerprint_of_crossing(record);
  add(PortAmount::kTravellers);
  if (standing_of(record.status) == Standing::kCitizen) add(PortAmount::kCitizens);
  add(PortAmount::kWaitSeconds, (record.ended - record.joined).value());
  add(ended(record.end));
  add(missed_by(record.gap));
  if (record.photographed) add(PortAmount::kPhotographed);
  if (record.answer) count_answer(record);
  if (record.photo_kept) count_photo(record);
  if (record.documents_checked) add(PortAmount::kDocumentChecks);
  if (record.contact_ice) add(PortAmount::kContactIce);
  if (record.impostor) {
    add(PortAmount::kImpostors);
    if (record.end != CrossingEnd::kRefused && record.end != CrossingEnd::kHeld) {
      add(PortAmount::kImpostorsPassed);
    }
  }
  if (record.hold && wrongful_kinds(record.hold->origin, standing_of(record.status)).any()) {
    add(PortAmount::kHeldWrongly);
    add(PortAmount::kWrongfulHours, record.hold->length.value() / kHour);
  }
}

void PortCounts::count_answer(const CrossingRecord& record) {
  add(PortAmount::kAnswered);
  add(PortAmount::kAnswerSeconds, record.answer->value());
  if (*record.answer <= kPortAnswerInTime) add(PortAmount::kAnsweredInTime);
  const bool somebody = record.match == MatchTruth::kOwn || record.match == MatchTruth::kOther;
  if (somebody) add(PortAmount::kMatched);
  if (record.match == MatchTruth::kOther) add(PortAmount::kFalseMatches);
  if (record.in_gallery) {
    add(PortAmount::kInGallerySearched);
    if (record.match != MatchTruth::kOwn) add(PortAmount::kMissedMatches);
  }
}

void PortCounts::count_photo(const CrossingRecord& record) {
  if (standing_of(record.status) == Standing::kCitizen) {
    add(PortAmount::kCitizenImages);
    add(PortAmount::kCitizenImageHours, record.retention.value() / kHour);
  } else {
    add(PortAmount::kOtherImages);
    add(PortAmount::kOtherImageYears, (record.retention + record.enrolled) / kYear);
  }
}

void PortCounts::boarding(const BoardingRecord& record) {
  ++boardings_;
  Hash128 hash;
  hash.add(record.flight, record.travellers);
  hash.add(rounded(record.doors), rounded(record.finished));
  hash_ += hash.finish();
  add(PortAmount::kFlights);
  add(PortAmount::kGalleryPeople, record.gallery);
  const Seconds late = record.finished - record.doors;
  if (late <= kOnTime) return;
  add(PortAmount::kDelayedFlights);
  add(PortAmount::kDelayMinutes, late.value() / 60.0);
}

std::array<double, kPortAmounts> PortCounts::finish() const {
  std::array<double, kPortAmounts> sums = sums_;
  if (empty()) return sums;
  sums[index_of(PortAmount::kDays)] = days_;
  double ends = 0.0, gaps = 0.0;
  for (std::size_t i = 0; i < kCrossingEnds; ++i) {
    ends += sums[index_of(ended(static_cast<CrossingEnd>(i)))];
  }
  for (std::size_t i = 0; i < kCrossingGaps; ++i) {
    gaps += sums[index_of(missed_by(static_cast<CrossingGap>(i)))];
  }
  const double travellers = sums[index_of(PortAmount::kTravellers)];
  if (ends != travellers || gaps != travellers) {
    throw std::logic_error("travellers at ports do not add up");
  }
  return sums;
}

Fingerprint PortCounts::fingerprint() const {
  Hash128 hash;
  hash.add(hash_.low, hash_.high);
  hash.add(crossings_, boardings_);
  return hash.finish();
}

}  // namespace fieldtwin
