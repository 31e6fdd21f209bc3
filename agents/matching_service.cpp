#include "agents/matching_service.hpp"

#include <algorithm>
#include <cmath>

#include "agents/chance.hpp"
#include "agents/encounter/prints.hpp"

namespace fieldtwin {
namespace {

/// What tells the draws of a second photo's jobs from those of the first.
constexpr std::uint16_t kSecondPhoto = 1 << 15;

/// How long a server takes for one photo, or for both.
Seconds time_for(const Photo& photo, const Varying<Seconds>& time, Decision decision,
                 const Draws& draws, std::uint64_t id, std::uint16_t attempt) {
  const Seconds first = value_of(draws, time, decision, id, attempt);
  if (!photo.second) return first;
  return first +
         value_of(draws, time, decision, id, static_cast<std::uint16_t>(kSecondPhoto + attempt));
}

}  // namespace

MatchingService::MatchingService(Calendar& calendar, const Scenario& scenario, const Draws& draws,
                                 Backend backend)
    : calendar_(calendar),
      scenario_(scenario),
      draws_(draws),
      backend_(std::move(backend)),
      gateway_(calendar, 1),
      extraction_(calendar, 1),
      search_(calendar, 1) {
  set_capacity(Probability(1.0));
}

MatchingService::Reachable MatchingService::reachable() {
  return backend_.capacity_at(calendar_.now()).value() > 0.0 ? Reachable::kYes : Reachable::kNo;
}

Task<SearchResult> MatchingService::search(Enquirer who, const Stop& stop, const Photo& photo,
                                           std::uint16_t attempt, EncounterLog& log) {
  const Seconds received = calendar_.now();
  const std::uint64_t id = stop.id.value;
  const Service& service = scenario_.service;
  log.step(StepKind::kUploaded);

  {
    const Lease server = co_await gateway_.acquire();
    co_await calendar_.sleep(
        value_of(draws_, service.gateway.time, Decision::kGatewayTime, id, attempt));
  }
  log.step(StepKind::kGatewayDone);
  {
    const Lease server = co_await extraction_.acquire();
    co_await calendar_.sleep(time_for(photo, service.extraction.time, Decision::kExtractionTime,
                                      draws_, id, attempt));
  }
  log.step(StepKind::kTemplateMade);
  {
    const Lease server = co_await search_.acquire();
    co_await calendar_.sleep(
        time_for(photo, service.search.time, Decision::kSearchTime, draws_, id, attempt));
  }

  std::optional<SearchResult> face;
  double score = 0.0;
  if (photo.face == Photo::Face::kTaken) {
    const Identification found = identify(who.matcher, photo, draws_, stop.id);
    face = search_result(who.scenario, who.matcher, found, photo, draws_, stop.id);
    if (found.candidate) score = found.candidate->score;
  }
  PrintsFound& prints = log.record().evidence.prints;
  if (photo.with_prints()) {
    prints = prints_found(who.scenario.fingerprints, stop.person, draws_, stop.id);
    log.step(StepKind::kPrintsSearched, static_cast<double>(index_of(prints)));
  }
  const SearchResult result =
      who.scenario.system == SystemKind::kMobileFortify
          ? fused(who.scenario, face, prints, stop.person, draws_, stop.id)
          : *face;
  log.record().match = calendar_.now() - received;
  log.record().match_truth = result.match;
  log.record().evidence.candidate = result.candidate;
  if (result.record) log.record().evidence.found_record = result.record->shows;
  log.step(StepKind::kSearched, score);
  log.record().safeguards.photos_disagreed = result.photos_disagree;
  if (result.photos_disagree) log.step(StepKind::kPhotosDisagree);
  if (face) store_photo(who.scenario.storage, log);
  co_return result;
}

Task<> MatchingService::search_prints(EncounterId id) {
  const Service& service = scenario_.service;
  {
    const Lease server = co_await gateway_.acquire();
    co_await calendar_.sleep(value_of(draws_, service.gateway.time, Decision::kGatewayTime, id.value));
  }
  const Lease server = co_await search_.acquire();
  co_await calendar_.sleep(value_of(draws_, service.search.time, Decision::kSearchTime, id.value));
}

void MatchingService::store_photo(const Storage& storage, EncounterLog& log) {
  EncounterRecord& record = log.record();
  if (record.photo_stored) return;  // a repeated request replaces the photo
  if (!chance(draws_, storage.stored, Decision::kPhotoStored, record.id)) return;
  record.photo_stored = true;
  record.retention = record.match_truth == MatchTruth::kNobody ? storage.retention_no_match.mean()
                                                               : storage.retention_match.mean();
  log.step(StepKind::kPhotoStored);
}

Task<> MatchingService::handle(std::uint64_t id, Seconds search_time) {
  const Service& service = scenario_.service;
  {
    const Lease server = co_await gateway_.acquire();
    co_await calendar_.sleep(value_of(draws_, service.gateway.time, Decision::kGatewayTime, id));
  }
  {
    const Lease server = co_await extraction_.acquire();
    co_await calendar_.sleep(
        value_of(draws_, service.extraction.time, Decision::kExtractionTime, id));
  }
  const Lease server = co_await search_.acquire();
  co_await calendar_.sleep(search_time);
}

void MatchingService::note_use(WorldTotals& totals) const {
  totals.gateway = {gateway_.busy_time(), gateway_.duty_time()};
  totals.extraction = {extraction_.busy_time(), extraction_.duty_time()};
  totals.search = {search_.busy_time(), search_.duty_time()};
}

Process MatchingService::follow_faults() {
  for (const ShareStep& step : backend_.faults()) {
    co_await calendar_.sleep_until(step.from);
    set_capacity(step.left);
  }
}

void MatchingService::set_capacity(Probability share) {
  share_ = share;
  const auto left = [share](const ServerPool& pool) {
    const double servers = pool.servers.mean().value() * share.value();
    return static_cast<std::size_t>(std::max(1.0, std::round(servers)));
  };
  gateway_.set_servers(left(scenario_.service.gateway));
  extraction_.set_servers(left(scenario_.service.extraction));
  search_.set_servers(left(scenario_.service.search));
}

}  // namespace fieldtwin
