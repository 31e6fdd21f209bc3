#include "metrics/collector.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "metrics/exposure/exposure_tally.hpp"
#include "metrics/port/crossing_as_scan.hpp"

namespace fieldtwin {
namespace {

constexpr double kHour = 3600.0;

std::vector<std::string> postal_codes(const Scenario& scenario) {
  std::vector<std::string> codes;
  for (const StateRow& state : scenario.tables.states) codes.push_back(state.postal);
  return codes;
}

Tally::Systems systems_of(const Scenario& scenario) {
  const auto differs = [&](const auto& partner) { return partner->system != scenario.system; };
  return std::ranges::any_of(scenario.partners, differs) ? Tally::Systems::kSeveral
                                                         : Tally::Systems::kOne;
}

/// Of each state, by group.
std::vector<std::array<double, kEthnicities>> residents_of(const Scenario& scenario) {
  std::vector<std::array<double, kEthnicities>> residents;
  for (const StateRow& state : scenario.tables.states) {
    std::array<double, kEthnicities> groups = state.ethnicity;
    const double shares = std::accumulate(groups.begin(), groups.end(), 0.0);
    for (double& group : groups) group *= shares > 0.0 ? state.population / shares : 0.0;
    residents.push_back(groups);
  }
  return residents;
}

/// Whose photo it is. What a search returned after everybody had stopped waiting is not known.
PhotoOf photo_of(const EncounterRecord& record) {
  const bool somebody =
      record.match_truth == MatchTruth::kOwn || record.match_truth == MatchTruth::kOther;
  return {record.status, record.ethnicity, somebody ? Matched::kSomebody : Matched::kNobody};
}

}  // namespace

std::string_view name_of(RecordLevel level) {
  static constexpr std::array<std::string_view, 3> kNames{"none", "cases", "all"};
  return kNames[index_of(level)];
}

Collector::Collector(const Scenario& scenario, const Draws& draws, RecordLevel level, CaseSink keep)
    : draws_(draws),
      level_(level),
      storage_(scenario.storage),
      exposure_(scenario.exposure),
      period_(scenario.period.days.mean().value() * kDay),
      agents_((scenario.ice.agents_day.mean() + scenario.ice.agents_evening.mean() +
               scenario.ice.agents_night.mean())
                  .value()),
      states_(postal_codes(scenario)),
      residents_(residents_of(scenario)),
      tally_(states_.size()),
      systems_(systems_of(scenario)),
      answer_by_state_(states_.size()),
      desk_(scenario.period.days.mean().value() * kDay),
      timeline_(scenario.faults, scenario.period.days.mean().value() * kDay),
      ports_(scenario.period.days.mean().value()),
      has_port_(states_.size(), false),
      keep_(std::move(keep)) {}

void Collector::began(SystemKind system, std::uint64_t encounter) {
  balance_.began(system, encounter);
}

void Collector::stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) {
  tally_.add(Amount::kStops, Tally::of_stop(system, state, ethnicity));
  ++stops_without_scan_;
}

void Collector::encounter(const EncounterRecord& record) {
  const Tally::Cells person = Tally::of_person(record);
  tally_.add(Amount::kStops, Tally::of_stop(record.system, record.state, record.ethnicity));
  count_scan(record, person);
  count_latencies(record);
  if (record.hold) count_hold(record);
  if (record.photo_stored) count_photo(record, person);

  timeline_.encounter(record);
  balance_.ended(record);

  ++encounters_;
  encounters_hash_ += fingerprint_of(record);
  const bool is_case = record.prolonged || wrongful_kinds(record).any();
  if (level_ == RecordLevel::kAll || (level_ == RecordLevel::kCases && is_case)) {
    if (keep_) {
      keep_(record);
    } else {
      cases_.push_back(record);
    }
  }
}

/// A traveller counts as everybody who is stopped and scanned does, but for the times: those of a
/// line at a gate are the ports' own. No crossing is kept as a case, because none is told as a
/// story.
void Collector::crossing(const CrossingRecord& record) {
  ports_.crossing(record);
  timeline_.crossing(record);
  balance_.ended(record);
  has_port_.at(record.state) = true;
  tally_.add(Amount::kStops, Tally::of_stop(SystemKind::kTvs, record.state, record.ethnicity));
  if (!was_scanned(record.gap)) return;
  const EncounterRecord scan = as_scan(record);
  const Tally::Cells person = Tally::of_person(scan);
  count_scan(scan, person);
  if (scan.hold) count_hold(scan);
  if (!scan.photo_stored) return;
  count_image(scan, person, 1.0);
  port_photos_[{record.retention.value(), record.enrolled.value()}].add(photo_of(scan));
}

void Collector::expected(const ExpectedHarm& harm) {
  expected_.add(harm, tally_);
}

void Collector::count_scan(const EncounterRecord& record, const Tally::Cells& person) {
  const Tally::Cells whole = Tally::whole();
  tally_.add(Amount::kScans, person);
  if (record.outcome == ScanOutcome::kAnswered) {
    tally_.add(Amount::kAnswered, person);
  } else {
    tally_.add(failed_by(record.outcome), whole);
  }
  if (record.sign_in) tally_.add(Amount::kFreshSignIns, whole);
  if (record.uplink) tally_.add(Amount::kSubmitted, whole);
  if (record.app_answer == AppAnswer::kContactIce) tally_.add(Amount::kContactIce, person);
  if (record.app_answer == AppAnswer::kNoAction) tally_.add(Amount::kNoAction, whole);
  count_oversight(record.safeguards);

  if (record.match_truth != MatchTruth::kNotSearched) {
    const bool other = record.match_truth == MatchTruth::kOther;
    if (other) tally_.add(Amount::kFalseMatches, person);
    if (record.enrolled) {
      tally_.add(Amount::kSearchedEnrolled, person);
      if (record.match_truth != MatchTruth::kOwn) tally_.add(Amount::kMissedMatches, whole);
    } else {
      tally_.add(Amount::kSearchedNotEnrolled, person);
      if (other) tally_.add(Amount::kFalsePositives, person);
    }
  }
  if (is_wrong_answer(record)) tally_.add(wrong_answers(wrong_way_of(record)), person);
  count_prints(record, person);
  if (record.evidence.documents_set_aside) tally_.add(Amount::kDocumentsSetAside, person);
  if (record.evidence.interviewed) tally_.add(Amount::kInterviews, person);
  if (record.evidence.warrant_served) tally_.add(Amount::kWarrants, person);
  if (record.evidence.detainer_lodged) tally_.add(Amount::kDetainers, person);
  if (!record.call_waits.empty()) {
    tally_.add(Amount::kScansCalled, whole);
    tally_.add(Amount::kCalls, person, static_cast<double>(record.call_waits.size()));
    tally_.add(Amount::kAbandoned, whole, record.calls_abandoned);
  }
  if (record.agent_reached) tally_.add(Amount::kScansReached, whole);
  if (record.silence != Silence::kNone) count_silence(record);
  if (record.prolonged) {
    const Tally::Cells wait = Tally::of_wait(record);
    tally_.add(Amount::kProlonged, wait);
    tally_.add(Amount::kProlongedHours, wait, record.prolonged_by.value() / kHour);
    tally_.add(Amount::kProlongedMinutes, whole, record.prolonged_by.value() / 60.0);
    // Nothing is expected of an answer that never came: the stop was prolonged, or it was not.
    if (record.outcome != ScanOutcome::kAnswered) tally_.add(Amount::kExpectedProlonged, person);
  }
}

void Collector::count_silence(const EncounterRecord& record) {
  const Tally::Cells whole = Tally::whole();
  if (record.silence == Silence::kTriedAgain) tally_.add(Amount::kSilentRetried, whole);
  if (record.silence == Silence::kCalled) tally_.add(Amount::kSilentCalled, whole);
  if (record.silence == Silence::kHeld) tally_.add(Amount::kSilentHeld, whole);
  if (record.silent_wait > Seconds(0.0)) {
    tally_.add(Amount::kSilentHeldMinutes, whole, record.silent_wait.value() / 60.0);
  }
}

void Collector::count_oversight(const SafeguardRecord& record) {
  const Tally::Cells whole = Tally::whole();
  if (record.photos_disagreed) tally_.add(Amount::kPhotosDisagreed, whole);
  if (record.checked) tally_.add(Amount::kHumanChecks, whole);
  if (record.check_rejected) tally_.add(Amount::kHumanRejects, whole);
  if (record.audited) tally_.add(Amount::kAudits, whole);
  const Seconds spent = record.checking + record.auditing;
  if (spent > Seconds(0.0)) tally_.add(Amount::kOversightHours, whole, spent.value() / kHour);
}

void Collector::count_latencies(const EncounterRecord& record) {
  const auto count = [this](Stage stage, std::optional<Seconds> time) {
    if (time) latency_[index_of(stage)].record(time->value());
  };
  count(Stage::kSignIn, record.sign_in);
  count(Stage::kUplink, record.uplink);
  count(Stage::kMatch, record.match);
  count(Stage::kAnswer, record.answer);
  if (record.answer) answer_by_state_[record.state].record(record.answer->value());
  for (const Seconds wait : record.call_waits) count(Stage::kIceWait, wait);
  // A booking is no stop: hours pass before anybody decides, and nobody waits at the roadside.
  if (record.system != SystemKind::kJail) {
    count(Stage::kDisposition, record.ended - record.scan_began);
  }
}

void Collector::count_hold(const EncounterRecord& record) {
  const Tally::Cells whole = Tally::whole();
  const Tally::Cells cells = Tally::of_hold(record);
  const HoldRecord& hold = *record.hold;
  const double hours = hold.length.value() / kHour;
  tally_.add(Amount::kHolds, cells);
  tally_.add(Amount::kHoldHours, cells, hours);
  switch (hold.end) {
    case HoldEnd::kFingerprints:
      tally_.add(Amount::kCorrectedByFingerprints, whole);
      break;
    case HoldEnd::kMistakeFound:
      tally_.add(Amount::kMistakesFound, whole);
      break;
    case HoldEnd::kTransfer:
      tally_.add(Amount::kTransfers, whole);
      break;
    case HoldEnd::kDetainerExpired:
      tally_.add(Amount::kDetainersExpired, whole);
      break;
  }
  if (hold.federal) tally_.add(Amount::kFederal, whole);
  if (record.evidence.release_not_entered) tally_.add(Amount::kReleasesNotEntered, cells);
  if (record.evidence.record_left_wrong) tally_.add(Amount::kRecordsLeftWrong, cells);
  const Wrongful wrongful = wrongful_kinds(record);
  if (wrongful.any()) tally_.add(wrong_holds(wrong_way_of(record)), Tally::of_person(record));
  const auto flags = flags_of(wrongful);
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    if (!flags[i]) continue;
    const auto kind = static_cast<WrongfulKind>(i);
    tally_.add(wrongful_count(kind), cells);
    tally_.add(wrongful_hours(kind), cells, hours);
    if (record.outcome == ScanOutcome::kAnswered) continue;
    // Nothing is expected of an answer that never came: ICE was called without one.
    tally_.add(expected_count(kind), cells);
    tally_.add(expected_hours(kind), cells, hours);
  }
}

void Collector::count_photo(const EncounterRecord& record, const Tally::Cells& person) {
  for (std::uint8_t i = 0; i < record.safeguards.photos; ++i) {
    ledger_.keep(record.retention, photo_of(record));
  }
  count_image(record, person, record.safeguards.photos);
}

void Collector::count_image(const EncounterRecord& record, const Tally::Cells& person,
                            double photos) {
  tally_.add(Amount::kImages, person, photos);
  tally_.add(Amount::kImageYears, person, photos * (record.retention / kYear));
  if (standing_of(record.status) == Standing::kCitizen) {
    tally_.add(Amount::kCitizenImages, Tally::whole(), photos);
  }
}

void Collector::desk(Seconds time, const DeskState& state) {
  desk_.change(time, state);
  timeline_.desk(time, state);
}

void Collector::call(Seconds began, Seconds waited, CallAbout about, CallEnd end) {
  desk_.call(began, waited, about);
  timeline_.call(began, waited, about);
  if (about == CallAbout::kOther) {
    const Tally::Cells whole = Tally::whole();
    tally_.add(Amount::kOtherCalls, whole);
    tally_.add(Amount::kOtherWaitSeconds, whole, waited.value());
    if (end == CallEnd::kAbandoned) tally_.add(Amount::kOtherAbandoned, whole);
  }
  ++calls_;
  calls_hash_ += fingerprint_of_call(began, waited, about, end);
}

void Collector::attack(const AttackEvent& event) {
  timeline_.attack(event);
  if (event.what == AttackEvent::What::kPhotoStored) {
    ledger_.keep(event.retention);
    tally_.add(Amount::kImages, Tally::whole());
    tally_.add(Amount::kImageYears, Tally::whole(), event.retention / kYear);
  }
}

void Collector::count_officers(const WorldTotals& totals) {
  for (std::size_t i = 0; i < kSystems; ++i) {
    const Tally::Cells system = Tally::of_system(static_cast<SystemKind>(i));
    const WorldTotals::Officers& officers = totals.officers_by_system[i];
    tally_.add(Amount::kOfficers, system, static_cast<double>(officers.all));
    tally_.add(Amount::kOfficersEquipped, system, static_cast<double>(officers.equipped));
  }
  for (std::size_t i = 0; i < totals.officers.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    const Tally::Cells state = Tally::of_state(number);
    tally_.add(Amount::kOfficers, state, static_cast<double>(totals.officers[i].all));
    tally_.add(Amount::kOfficersEquipped, state, static_cast<double>(totals.officers[i].equipped));
    equipped_ += static_cast<double>(totals.officers[i].equipped);
    if (totals.officers[i].all == 0 && !has_port_[i]) continue;
    residents_met_ += std::accumulate(residents_[i].begin(), residents_[i].end(), 0.0);
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      tally_.add(Amount::kResidents, Tally::of_group(number, static_cast<Ethnicity>(e)),
                 residents_[i][e]);
    }
  }
}

void Collector::count_prints(const EncounterRecord& record, const Tally::Cells& person) {
  const PrintsFound prints = record.evidence.prints;
  if (prints == PrintsFound::kNotTaken) return;
  tally_.add(Amount::kPrintsTried, person);
  if (prints != PrintsFound::kUnusable) tally_.add(Amount::kPrintsUsable, person);
  if (prints == PrintsFound::kOwn || prints == PrintsFound::kOther) {
    tally_.add(Amount::kPrintsMatched, person);
  }
}

void Collector::count_exposure() {
  const Tally::Cells whole = Tally::whole();
  tally_.add(Amount::kCopies, whole,
             static_cast<double>(ledger_.images()) * storage_.copies.mean().value());
  tally_.add(Amount::kPeopleWithAccess, whole,
             storage_.people_with_access.mean().value() + equipped_ + agents_);
  const auto breaches = breaches_within(ledger_.longest_retention(), storage_, draws_);
  const BreachLoss loss = ledger_.loss(breaches);
  tally_.add(Amount::kBreaches, whole, static_cast<double>(breaches.size()));
  tally_.add(Amount::kBreachedImages, whole, loss.images);
  tally_.add(Amount::kExposures, whole, loss.exposures);
}

std::vector<TallyRow> Collector::count_horizon() {
  const double submitted = tally_.totals()[index_of(Amount::kSubmitted)];
  std::vector<TallyRow> rows = exposure_sums(
      exposure_, storage_,
      {ledger_.kept(), period_, submitted, equipped_, agents_, residents_met_, port_photos_});
  for (const TallyRow& row : rows) {
    if (row.dimension == Grouping::kAll) tally_.add(row.amount, Tally::whole(), row.value);
  }
  std::erase_if(rows, [](const TallyRow& row) { return row.dimension == Grouping::kAll; });
  return rows;
}

void Collector::count_use(const WorldTotals& totals) {
  const auto add = [this](Amount busy, Amount on_duty, const WorldTotals::PoolUse& use) {
    tally_.add(busy, Tally::whole(), use.busy.value() / kHour);
    tally_.add(on_duty, Tally::whole(), use.on_duty.value() / kHour);
  };
  add(Amount::kGatewayBusyHours, Amount::kGatewayHours, totals.gateway);
  add(Amount::kExtractionBusyHours, Amount::kExtractionHours, totals.extraction);
  add(Amount::kSearchBusyHours, Amount::kSearchHours, totals.search);
  tally_.add(Amount::kBusiestCells, Tally::whole(), totals.busiest_cells.value());
}

void Collector::count_ports() {
  const auto sums = ports_.finish();
  for (std::size_t i = 0; i < kPortAmounts; ++i) {
    tally_.add(port(static_cast<PortAmount>(i)), Tally::whole(), sums[i]);
  }
}

Fingerprint Collector::fingerprint() const {
  Hash128 hash;
  hash.add(encounters_hash_.low, encounters_hash_.high);
  hash.add(calls_hash_.low, calls_hash_.high);
  hash.add(encounters_, calls_);
  hash.add(stops_without_scan_, 0);
  if (!ports_.empty()) hash.add(ports_.fingerprint().low, ports_.fingerprint().high);
  return hash.finish();
}

ReplicationResult Collector::finish(const WorldTotals& totals) {
  if (totals.officers.size() != states_.size()) {
    throw std::invalid_argument("the officers are counted for each state of the table");
  }
  ReplicationResult result;
  result.replication = draws_.replication();
  result.fingerprint = fingerprint();
  result.desk = desk_.finish();
  result.faults = timeline_.faults();
  result.timeline = timeline_.finish();
  const Tally::Cells whole = Tally::whole();
  for (const DeskBin& bin : result.desk) {
    tally_.add(Amount::kDeskDutyHours, whole, bin.agent_seconds / kHour);
    tally_.add(Amount::kDeskBusyHours, whole, bin.busy_seconds / kHour);
  }
  expected_.finish(tally_);
  count_officers(totals);
  count_exposure();
  count_use(totals);
  count_ports();
  std::vector<TallyRow> horizon = count_horizon();
  std::ranges::sort(horizon, {}, &tally_order);
  result.totals = tally_.totals();
  result.tally = tally_.rows(states_, systems_);
  const auto sums = static_cast<std::ptrdiff_t>(result.tally.size());
  std::ranges::move(horizon, std::back_inserter(result.tally));
  std::ranges::inplace_merge(result.tally, result.tally.begin() + sums, {}, &tally_order);
  for (std::size_t i = 0; i < kStages; ++i) {
    result.latency.push_back({static_cast<Stage>(i), "", std::move(latency_[i])});
  }
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (answer_by_state_[i].count() == 0) continue;
    result.latency.push_back({Stage::kAnswer, states_[i], std::move(answer_by_state_[i])});
  }
  std::ranges::sort(result.latency, {}, &latency_order);
  std::ranges::sort(cases_, {}, &EncounterRecord::id);
  result.cases = std::move(cases_);
  return result;
}

}  // namespace fieldtwin
