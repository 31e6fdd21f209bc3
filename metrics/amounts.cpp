#include "metrics/amounts.hpp"

#include <algorithm>

namespace fieldtwin {
namespace {

struct Row {
  std::string_view name{};
  Breakdown breakdown{};
};

/// Of those that are not about ports, in the order of the enumerators.
constexpr std::array<Row, index_of(Amount::kPort)> kFieldTable{{
    {"stops.total", Breakdown::kGroup},
    {"stops.prolonged", Breakdown::kWait},
    {"stops.prolonged_minutes", Breakdown::kNone},
    {"stops.prolonged.person_hours", Breakdown::kWait},
    {"stops.prolonged.expected", Breakdown::kPerson},
    {"scans.total", Breakdown::kPerson},
    {"scans.failed.device", Breakdown::kNone},
    {"scans.failed.sign_in", Breakdown::kNone},
    {"scans.failed.capture", Breakdown::kNone},
    {"scans.failed.network", Breakdown::kNone},
    {"scans.failed.timeout", Breakdown::kNone},
    {"scans.declined", Breakdown::kNone},
    {"scans.submitted", Breakdown::kNone},
    {"scans.answered", Breakdown::kPerson},
    {"scans.called", Breakdown::kNone},
    {"scans.agent_reached", Breakdown::kNone},
    {"sign_in.fresh", Breakdown::kNone},
    {"answers.contact_ice", Breakdown::kPerson},
    {"answers.no_action", Breakdown::kNone},
    {"oversight.photos_disagreed", Breakdown::kNone},
    {"oversight.checked", Breakdown::kNone},
    {"oversight.rejected", Breakdown::kNone},
    {"oversight.audited", Breakdown::kNone},
    {"oversight.hours", Breakdown::kNone},
    {"identification.searched_enrolled", Breakdown::kPerson},
    {"identification.searched_not_enrolled", Breakdown::kPerson},
    {"identification.false_match", Breakdown::kPerson},
    {"identification.false_positive", Breakdown::kPerson},
    {"identification.missed_match", Breakdown::kNone},
    {"ice.calls", Breakdown::kPerson},
    {"ice.abandoned", Breakdown::kNone},
    {"ice.other_calls", Breakdown::kNone},
    {"ice.other_abandoned", Breakdown::kNone},
    {"ice.other_wait_seconds", Breakdown::kNone},
    {"ice.busy_hours", Breakdown::kNone},
    {"ice.duty_hours", Breakdown::kNone},
    {"service.gateway.busy_hours", Breakdown::kNone},
    {"service.gateway.server_hours", Breakdown::kNone},
    {"service.extraction.busy_hours", Breakdown::kNone},
    {"service.extraction.server_hours", Breakdown::kNone},
    {"service.search.busy_hours", Breakdown::kNone},
    {"service.search.server_hours", Breakdown::kNone},
    {"network.busiest_cells.utilisation", Breakdown::kNone},
    {"silence.held", Breakdown::kNone},
    {"silence.held_minutes", Breakdown::kNone},
    {"silence.tried_again", Breakdown::kNone},
    {"silence.called", Breakdown::kNone},
    {"custody.holds", Breakdown::kHold},
    {"custody.person_hours", Breakdown::kHold},
    {"custody.transfers", Breakdown::kNone},
    {"custody.detainer_expired", Breakdown::kNone},
    {"custody.corrected_by_fingerprints", Breakdown::kNone},
    {"custody.mistake_found_later", Breakdown::kNone},
    {"custody.federal", Breakdown::kNone},
    {"custody.releases_not_entered", Breakdown::kHold},
    {"custody.records_left_wrong", Breakdown::kHold},
    {"custody.wrongful.any.count", Breakdown::kHold},
    {"custody.wrongful.us_citizen.count", Breakdown::kHold},
    {"custody.wrongful.lawful_status.count", Breakdown::kHold},
    {"custody.wrongful.false_match.count", Breakdown::kHold},
    {"custody.wrongful.stale_record.count", Breakdown::kHold},
    {"custody.wrongful.any.person_hours", Breakdown::kHold},
    {"custody.wrongful.us_citizen.person_hours", Breakdown::kHold},
    {"custody.wrongful.lawful_status.person_hours", Breakdown::kHold},
    {"custody.wrongful.false_match.person_hours", Breakdown::kHold},
    {"custody.wrongful.stale_record.person_hours", Breakdown::kHold},
    {"custody.wrongful.any.expected.count", Breakdown::kHold},
    {"custody.wrongful.us_citizen.expected.count", Breakdown::kHold},
    {"custody.wrongful.lawful_status.expected.count", Breakdown::kHold},
    {"custody.wrongful.false_match.expected.count", Breakdown::kHold},
    {"custody.wrongful.stale_record.expected.count", Breakdown::kHold},
    {"custody.wrongful.any.expected.person_hours", Breakdown::kHold},
    {"custody.wrongful.us_citizen.expected.person_hours", Breakdown::kHold},
    {"custody.wrongful.lawful_status.expected.person_hours", Breakdown::kHold},
    {"custody.wrongful.false_match.expected.person_hours", Breakdown::kHold},
    {"custody.wrongful.stale_record.expected.person_hours", Breakdown::kHold},
    {"exposure.images", Breakdown::kPerson},
    {"exposure.citizen_images", Breakdown::kNone},
    {"exposure.image_years", Breakdown::kPerson},
    {"exposure.copies", Breakdown::kNone},
    {"exposure.people_with_access", Breakdown::kNone},
    {"exposure.breaches", Breakdown::kNone},
    {"exposure.breached_images", Breakdown::kNone},
    {"exposure.exposures", Breakdown::kNone},
    {"devices.officers", Breakdown::kState},
    {"devices.officers_equipped", Breakdown::kState},
    {"people.residents", Breakdown::kGroup},
    {"answers.wrong.not_enrolled.others_record", Breakdown::kPerson},
    {"answers.wrong.not_enrolled.no_record", Breakdown::kPerson},
    {"answers.wrong.enrolled.others_record", Breakdown::kPerson},
    {"answers.wrong.enrolled.own_or_no_record", Breakdown::kPerson},
    {"custody.wrong_answer.not_enrolled.others_record", Breakdown::kPerson},
    {"custody.wrong_answer.not_enrolled.no_record", Breakdown::kPerson},
    {"custody.wrong_answer.enrolled.others_record", Breakdown::kPerson},
    {"custody.wrong_answer.enrolled.own_or_no_record", Breakdown::kPerson},
    {"prints.tried", Breakdown::kPerson},
    {"prints.usable", Breakdown::kPerson},
    {"prints.matched", Breakdown::kPerson},
    {"documents.set_aside", Breakdown::kPerson},
    {"jail.interviews", Breakdown::kPerson},
    {"jail.warrants", Breakdown::kPerson},
    {"jail.detainers", Breakdown::kPerson},
    {"exposure.matched_images", Breakdown::kNone},
    {"exposure.horizon.created", Breakdown::kNone},
    {"exposure.horizon.held", Breakdown::kNone},
    {"exposure.horizon.overdue", Breakdown::kNone},
    {"exposure.horizon.deleted", Breakdown::kNone},
    {"exposure.horizon.stock", Breakdown::kNone},
    {"exposure.horizon.image_years", Breakdown::kNone},
    {"exposure.horizon.record_years", Breakdown::kNone},
    {"exposure.horizon.requests", Breakdown::kNone},
    {"exposure.horizon.requests_granted", Breakdown::kNone},
    {"exposure.horizon.taken", Breakdown::kNone},
    {"exposure.horizon.taken_because", Breakdown::kNone},
    {"exposure.access.people", Breakdown::kNone},
    {"exposure.access.people_at_horizon", Breakdown::kNone},
    {"exposure.period.taken", Breakdown::kNone},
    {"exposure.period.taken_once", Breakdown::kNone},
    {"exposure.incident.records", Breakdown::kNone},
    {"exposure.incident.people", Breakdown::kNone},
    {"exposure.incident.repeated", Breakdown::kNone},
    {"exposure.incident.plates", Breakdown::kNone},
}};
constexpr std::array<Row, kAmounts> kTable = [] {
  std::array<Row, kAmounts> table;
  std::ranges::copy(kFieldTable, table.begin());
  for (std::size_t i = 0; i < kPortAmounts; ++i) {
    table[kFieldTable.size() + i] = {kPortAmountNames[i], Breakdown::kNone};
  }
  return table;
}();
static_assert(std::ranges::none_of(kTable, [](const Row& row) { return row.name.empty(); }));

constexpr auto kNameOf = [](Amount amount) { return kTable[index_of(amount)].name; };

/// The amounts in the order of their names: a results file has thousands of names a replication.
constexpr std::array<Amount, kAmounts> kByName = [] {
  std::array<Amount, kAmounts> amounts{};
  for (std::size_t i = 0; i < kAmounts; ++i) amounts[i] = static_cast<Amount>(i);
  std::ranges::sort(amounts, {}, kNameOf);
  return amounts;
}();

}  // namespace

std::array<bool, kWrongfulKinds> flags_of(const Wrongful& w) {
  return {w.any(), w.us_citizen, w.lawful_status, w.false_match, w.stale_record};
}

WrongWay wrong_way_of(const EncounterRecord& record) {
  const bool others = record.hold ? rests_on_another(record.hold->origin)
                                  : record.match_truth == MatchTruth::kOther;
  if (record.enrolled) return others ? WrongWay::kEnrolledOthers : WrongWay::kEnrolledOwn;
  return others ? WrongWay::kNotEnrolledOthers : WrongWay::kNotEnrolledNone;
}

bool is_wrong_answer(const EncounterRecord& record) {
  if (wrongful_kinds(record).any()) return true;
  return record.app_answer == AppAnswer::kContactIce &&
         (record.match_truth == MatchTruth::kOther ||
          standing_of(record.status) != Standing::kRemovable);
}

std::string_view name_of(Amount amount) {
  return kTable[index_of(amount)].name;
}

Breakdown breakdown_of(Amount amount) {
  return kTable[index_of(amount)].breakdown;
}

std::optional<Amount> amount_named(std::string_view name) {
  const auto found = std::ranges::lower_bound(kByName, name, {}, kNameOf);
  if (found == kByName.end() || kNameOf(*found) != name) return std::nullopt;
  return *found;
}

std::optional<Grouping> dimension_named(std::string_view name) {
  const auto found = std::ranges::find(kDimensionNames, name);
  if (found == kDimensionNames.end()) return std::nullopt;
  return static_cast<Grouping>(found - kDimensionNames.begin());
}

}  // namespace fieldtwin
