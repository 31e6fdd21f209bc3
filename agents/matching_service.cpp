#include "agents/matching_service.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "agents/chance.hpp"
#include "agents/encounter/prints.hpp"
#include "agents/faults/capacity_faults.hpp"
#include "agents/faults/flood.hpp"

namespace fieldtwin {
namespace {

/// What tells the draws of a second photo's jobs from those of the first.
constexpr std::uint16_t kSecondPhoto = 1 << 15;

/// How much longer extraction takes than its time says, which is that of the fast one or of a
/// profile.
double extraction_stretch(const Scenario& scenario) {
  const bool longer =
      scenario.matcher.effort == TemplateEffort::kAccurate && !scenario.tables.profile;
  return longer ? scenario.matcher.accurate_time.mean().value() : 1.0;
}

/// How long a server takes for one photo, or for both.
Seconds time_for(const Photo& photo, const Varying<Seconds>& time, Decision decision,
                 const Draws& draws, std::uint64_t id, std::uint16_t attempt) {
  const Seconds first = value_of(draws, time, decision, id, attempt);
  if (!photo.second) return first;
  return first +
         value_of(draws, time, decision, id, static_cast<std::uint16_t>(kSecondPhoto + attempt));
}

}  // namespace

MatchingService::Site::Site(Calendar& calendar, Probability part, Failover takes_over,
                            std::vector<ShareStep> shortages)
    : share(part),
      failover(takes_over),
      faults(std::move(shortages)),
      gateway(calendar, 1),
      extraction(calendar, 1),
      search(calendar, 1) {}

MatchingService::MatchingService(Calendar& calendar, const Scenario& scenario, const Draws& draws,
                                 Backend backend)
    : calendar_(calendar),
      scenario_(scenario),
      draws_(draws),
      backend_(std::move(backend)) {
  add_sites();
  refresh_capacity();
}

void MatchingService::add_sites() {
  constexpr auto kRest = static_cast<std::size_t>(-1);
  home_.assign(scenario_.tables.states.size(), kRest);
  std::vector<std::string> regions;
  double left = 1.0;
  for (const Fault& fault : scenario_.faults) {
    if (fault.region.empty() || std::ranges::count(regions, fault.region) > 0) continue;
    for (std::size_t i = 0; i < home_.size(); ++i) {
      if (std::ranges::count(fault.states, scenario_.tables.states[i].postal) > 0) {
        home_[i] = sites_.size();
      }
    }
    std::vector<Shortage> shortages;
    for (const Fault& other : scenario_.faults) {
      if (other.region == fault.region) {
        shortages.push_back({{other.from, other.until}, other.capacity});
      }
    }
    sites_.push_back(
        std::make_unique<Site>(calendar_, fault.share, fault.failover, combine(shortages)));
    regions.push_back(fault.region);
    left -= fault.share.value();
  }
  std::ranges::replace(home_, kRest, sites_.size());
  sites_.push_back(std::make_unique<Site>(calendar_, Probability(std::max(0.0, left)),
                                          Failover::kNo, std::vector<ShareStep>{}));
}

bool MatchingService::is_up(const Site& site) const {
  return left_at(site.faults, calendar_.now()).value() > 0.0;
}

/// The home, or the first one that is up if another is to take over.
MatchingService::Site& MatchingService::site_of(std::uint16_t state) {
  Site& home = *sites_[home_.at(state)];
  if (is_up(home) || home.failover == Failover::kNo) return home;
  const auto other =
      std::ranges::find_if(sites_, [this](const auto& site) { return is_up(*site); });
  return other == sites_.end() ? home : **other;
}

MatchingService::Reachable MatchingService::reachable(std::uint16_t state) {
  if (backend_.capacity_at(calendar_.now()).value() <= 0.0) return Reachable::kNo;
  return is_up(site_of(state)) ? Reachable::kYes : Reachable::kNo;
}

Task<> MatchingService::pass_gateway(Site& site, Seconds work) {
  const Seconds wait = flood_at(scenario_, gateway_servers(), calendar_.now()).wait;
  if (wait > Seconds(0.0)) co_await calendar_.sleep(wait);
  const Lease server = co_await site.gateway.acquire();
  co_await calendar_.sleep(work);
}

Task<> MatchingService::refuse(std::uint16_t state, Work work) {
  co_await pass_gateway(site_of(state), work.gateway);
}

bool MatchingService::drops(EncounterId id, std::uint16_t attempt) const {
  const double dropped = flood_at(scenario_, gateway_servers(), calendar_.now()).dropped.value();
  return dropped > 0.0 &&
         draws_.uniform(Decision::kFloodDropped, id.value, attempt) < dropped;
}

Task<> MatchingService::work_for(std::uint16_t state, Work work) {
  co_await serve(site_of(state), work);
}

Task<> MatchingService::serve(Site& site, Work work) {
  co_await pass_gateway(site, work.gateway);
  {
    const Lease server = co_await site.extraction.acquire();
    co_await calendar_.sleep(work.extraction * extraction_stretch(scenario_));
  }
  const Lease server = co_await site.search.acquire();
  co_await calendar_.sleep(work.search * search_stretch(scenario_, calendar_.now()));
}

Task<SearchResult> MatchingService::search(Enquirer who, const Stop& stop, const Photo& photo,
                                           std::uint16_t attempt, EncounterLog& log) {
  const Seconds received = calendar_.now();
  const std::uint64_t id = stop.id.value;
  const Service& service = scenario_.service;
  Site& site = site_of(log.record().state);
  log.step(StepKind::kUploaded);

  co_await pass_gateway(
      site, value_of(draws_, service.gateway.time, Decision::kGatewayTime, id, attempt));
  log.step(StepKind::kGatewayDone);
  {
    const Lease server = co_await site.extraction.acquire();
    co_await calendar_.sleep(time_for(photo, service.extraction.time, Decision::kExtractionTime,
                                      draws_, id, attempt) *
                             extraction_stretch(scenario_));
  }
  log.step(StepKind::kTemplateMade);
  {
    const Lease server = co_await site.search.acquire();
    const Seconds usual =
        time_for(photo, service.search.time, Decision::kSearchTime, draws_, id, attempt);
    co_await calendar_.sleep(usual * search_stretch(scenario_, calendar_.now()));
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
  Site& site = *sites_.back();
  co_await pass_gateway(site,
                        value_of(draws_, service.gateway.time, Decision::kGatewayTime, id.value));
  const Lease server = co_await site.search.acquire();
  const Seconds usual =
      value_of(draws_, service.search.time, Decision::kSearchTime, id.value);
  co_await calendar_.sleep(usual * search_stretch(scenario_, calendar_.now()));
}

void MatchingService::store_photo(const Storage& storage, EncounterLog& log) {
  EncounterRecord& record = log.record();
  if (record.photo_stored) return;  // a repeated request replaces the photo
  const Seconds retention = record.match_truth == MatchTruth::kNobody
                                ? storage.retention_no_match.mean()
                                : storage.retention_match.mean();
  if (retention <= Seconds(0.0)) return;  // deleted with the answer
  if (!chance(draws_, storage.stored, Decision::kPhotoStored, record.id)) return;
  record.photo_stored = true;
  record.retention = retention;
  log.step(StepKind::kPhotoStored);
}

Task<> MatchingService::handle(std::uint64_t id, Seconds search_time) {
  const Service& service = scenario_.service;
  co_await serve(*sites_.back(),
                 {value_of(draws_, service.gateway.time, Decision::kGatewayTime, id),
                  value_of(draws_, service.extraction.time, Decision::kExtractionTime, id),
                  search_time});
}

void MatchingService::note_use(WorldTotals& totals) const {
  const auto add = [](WorldTotals::PoolUse& use, const Servers& pool) {
    use.busy += pool.busy_time();
    use.on_duty += pool.duty_time();
  };
  totals.gateway = totals.extraction = totals.search = {};
  for (const auto& site : sites_) {
    add(totals.gateway, site->gateway);
    add(totals.extraction, site->extraction);
    add(totals.search, site->search);
  }
}

void MatchingService::start_faults() {
  std::set<Seconds> times;
  for (const ShareStep& step : backend_.faults()) times.insert(step.from);
  for (const auto& site : sites_) {
    for (const ShareStep& step : site->faults) times.insert(step.from);
  }
  for (const Fault& fault : scenario_.faults) {
    if (fault.kind == FaultKind::kFlood) times.insert({fault.from, fault.until});
  }
  calendar_.start(refresh_at({times.begin(), times.end()}));
}

Process MatchingService::refresh_at(std::vector<Seconds> times) {
  for (const Seconds time : times) {
    co_await calendar_.sleep_until(time);
    refresh_capacity();
  }
}

Count MatchingService::gateway_servers() const {
  const double left = left_at(backend_.faults(), calendar_.now()).value();
  return scenario_.service.gateway.servers.mean() * left;
}

void MatchingService::refresh_capacity() {
  const Seconds now = calendar_.now();
  const double whole = left_at(backend_.faults(), now).value();
  const double flooded = flood_at(scenario_, gateway_servers(), now).taken.value();
  for (const auto& site : sites_) {
    const double share = whole * site->share.value() * left_at(site->faults, now).value();
    const auto left = [](const ServerPool& pool, double part) {
      const double servers = pool.servers.mean().value() * part;
      return static_cast<std::size_t>(std::max(1.0, std::round(servers)));
    };
    site->gateway.set_servers(left(scenario_.service.gateway, share * (1.0 - flooded)));
    site->extraction.set_servers(left(scenario_.service.extraction, share));
    site->search.set_servers(left(scenario_.service.search, share));
  }
}

}  // namespace fieldtwin
