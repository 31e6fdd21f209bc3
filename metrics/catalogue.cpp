#include "metrics/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "metrics/exposure/exposure_metrics.hpp"
#include "metrics/labels.hpp"
#include "metrics/port/port_metrics.hpp"

namespace fieldtwin {
namespace {

constexpr double kPer100k = 1e5;
constexpr double kPerMillion = 1e6;

/// Adds metrics to the table. Most have the name of the amount that they are made of.
class Table {
 public:
  void count(Amount amount, std::string unit, std::string meaning) {
    add(std::string(name_of(amount)), std::move(unit), std::move(meaning), CountOf{{amount}});
  }
  void amount(Amount amount, std::string unit, std::string meaning) {
    add(std::string(name_of(amount)), std::move(unit), std::move(meaning), AmountOf{{amount}});
  }
  void mean(Amount amount, std::string unit, std::string meaning) {
    add(std::string(name_of(amount)), std::move(unit), std::move(meaning), MeanOf{{amount}});
  }
  void add(std::string name, std::string unit, std::string meaning, Estimator estimator) {
    metrics_.push_back(
        {std::move(name), std::move(unit), std::move(meaning), std::move(estimator)});
  }
  void add(Metric metric) { metrics_.push_back(std::move(metric)); }
  std::vector<Metric> take() { return std::move(metrics_); }

 private:
  std::vector<Metric> metrics_;
};

void add_scans(Table& table) {
  using enum Amount;
  table.count(kStops, "stops", "People stopped, whether scanned or not.");
  table.count(kScans, "scans", "Scans that officers set out to make, successful or not.");
  table.count(kFailedDevice, "scans", "Scans that failed for want of a working device or app.");
  table.count(kFailedSignIn, "scans", "Scans that failed because the officer could not sign in.");
  table.count(kFailedCapture, "scans", "Scans that failed because no photo was usable.");
  table.count(kFailedNetwork, "scans", "Scans that failed for want of a connection.");
  table.count(kFailedTimeout, "scans", "Scans that failed because no answer came in time.");
  table.count(kDeclined, "scans",
              "Scans that a citizen declined, so that the officer looked at papers instead.");
  table.count(kSubmitted, "scans", "Scans whose photo reached the service.");
  table.count(kAnswered, "scans", "Scans whose answer reached the officer.");
  for (std::size_t i = 0; i < kAgeGroups; ++i) {
    table.add(fmt::format("scans.by_age.{}", kAgeGroupNames[i]), "scans",
              fmt::format("Scans of people aged {}.", kAgeGroupLabels[i]),
              CountOf{{kScans, Grouping::kAge, std::string(kAgeGroupNames[i])}});
  }
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    table.add(fmt::format("scans.by_group.{}", kEthnicityNames[i]), "scans",
              fmt::format("Scans of people of the group: {}.", kEthnicityLabels[i]),
              CountOf{{kScans, Grouping::kEthnicity, std::string(kEthnicityNames[i])}});
  }
  for (std::size_t i = 0; i < kStatuses; ++i) {
    table.add(fmt::format("scans.by_status.{}", kStatusNames[i]), "scans",
              fmt::format("Scans of people of the status: {}.", kStatusLabels[i]),
              CountOf{{kScans, Grouping::kStatus, std::string(kStatusNames[i])}});
  }
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    table.add(fmt::format("stops.by_group.{}", kEthnicityNames[i]), "stops",
              fmt::format("Stops of people of the group: {}.", kEthnicityLabels[i]),
              CountOf{{kStops, Grouping::kEthnicity, std::string(kEthnicityNames[i])}});
  }
  table.count(kFreshSignIns, "sign-ins", "Scans before which the officer had to sign in anew.");
  table.mean(kOfficers, "officers", "Officers trained, in the states simulated.");
  table.mean(kOfficersEquipped, "officers", "Officers who had the app during the period.");
}

void add_latencies(Table& table) {
  struct Quantile {
    std::string_view name;
    double p;
    std::string_view words;
  };
  static constexpr std::array<Quantile, 3> kQuantiles{{{"p50", 0.50, "median"},
                                                       {"p95", 0.95, "95th percentile"},
                                                       {"p99", 0.99, "99th percentile"}}};
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    const auto& [label, meaning] = kStageTexts[i];
    const std::string name = fmt::format("latency.{}_s", kStageNames[i]);
    table.add(name + ".mean", "s", fmt::format("{}, mean. {}", label, meaning), LatencyMean{stage});
    for (const auto& [quantile, p, words] : kQuantiles) {
      table.add(fmt::format("{}.{}", name, quantile), "s",
                fmt::format("{}, {}. {}", label, words, meaning), LatencyQuantile{stage, p});
    }
  }
}

void add_answers(Table& table) {
  using enum Amount;
  table.count(kContactIce, "scans", "Answers that tell the officer to contact ICE.");
  table.count(kNoAction, "scans", "Answers that ask for no action.");
  table.count(kFalseMatches, "scans", "Searches that returned somebody else's record.");
  table.count(kFalsePositives, "scans",
              "Searches for people without a photo in the gallery that returned somebody.");
  table.count(kMissedMatches, "scans",
              "Searches for people with a photo in the gallery that did not return them.");
  table.add("identification.fpir", "share",
            "False positive identification rate: share of searches for people without a photo in "
            "the gallery that returned somebody.",
            ShareOf{{kFalsePositives}, {kSearchedNotEnrolled}});
  table.add("identification.fnir", "share",
            "False negative identification rate: share of searches for people with a photo in the "
            "gallery that did not return them.",
            ShareOf{{kMissedMatches}, {kSearchedEnrolled}});
}

void add_oversight(Table& table) {
  using enum Amount;
  table.count(kPhotosDisagreed, "scans",
              "Answers that would have been \"contact ICE\" had the second photo returned the "
              "first one's candidate.");
  table.count(kHumanChecks, "scans",
              "Answers that a reviewer looked at before the officer was told to contact ICE.");
  table.count(kHumanRejects, "scans",
              "Of these, answers that became \"no action\": the reviewer took photo and candidate "
              "for two people.");
  table.count(kAudits, "scans", "Scans that a supervisor reviewed afterwards.");
  table.amount(kOversightHours, "hours",
               "Time from the search to the reviewer's word, and supervisors' time for reviews, "
               "summed.");
}

void add_desk(Table& table) {
  using enum Amount;
  table.count(kCalls, "calls", "Calls to ICE about a scan, repeated calls included.");
  table.count(kAbandoned, "calls", "Of these, calls given up before an agent came.");
  table.count(kScansCalled, "scans", "Scans about which the officer called ICE.");
  table.count(kScansReached, "scans", "Scans about which the officer reached an agent.");
  table.add("ice.wait_s.p95", "s",
            "Waiting for ICE, 95th percentile: the same as latency.ice_wait_s.p95.",
            LatencyQuantile{Stage::kIceWait, 0.95});
  table.add("ice.utilisation", "share",
            "Share of the agents' hours on duty that they spend on calls, during the period.",
            RatioOf{{kDeskBusyHours}, {kDeskDutyHours}});
  table.amount(kDeskDutyHours, "hours", "Agents' hours on duty, during the period.");
  table.amount(kDeskBusyHours, "hours", "Agents' hours on calls, during the period.");
  table.count(kOtherCalls, "calls", "Calls that had nothing to do with the app.");
  table.count(kOtherAbandoned, "calls", "Of these, calls given up before an agent came.");
  table.add("ice.other_wait_s.mean", "s", "Mean wait of calls that had nothing to do with the app.",
            RatioOf{{kOtherWaitSeconds}, {kOtherCalls}});
}

void add_capacity(Table& table) {
  using enum Amount;
  table.add("service.gateway.utilisation", "share",
            "Share of the gateway servers' hours that they spend on requests, during the period.",
            RatioOf{{kGatewayBusyHours}, {kGatewayHours}});
  table.add("service.extraction.utilisation", "share",
            "Share of the extraction servers' hours that they spend on photos, during the period.",
            RatioOf{{kExtractionBusyHours}, {kExtractionHours}});
  table.add("service.search.utilisation", "share",
            "Share of the search servers' hours that they spend on searches, during the period.",
            RatioOf{{kSearchBusyHours}, {kSearchHours}});
  table.mean(kBusiestCells, "share",
             "Share of the capacity of the busiest area's cells that the app uses, during the "
             "period.");
}

void add_silence(Table& table) {
  using enum Amount;
  table.count(kSilentHeld, "people",
              "People whom an officer kept until the stop's limit because the system was silent.");
  table.amount(kSilentHeldMinutes, "minutes",
               "Minutes for which people were kept because the system was silent, whatever the "
               "officer did meanwhile, summed.");
  table.count(kSilentRetried, "scans", "Scans that an officer tried again in silence.");
  table.count(kSilentCalled, "scans", "Scans after which ICE was called without an answer.");
}

void add_wrongful(Table& table, WrongfulKind kind) {
  using enum Amount;
  const std::string name = fmt::format("custody.wrongful.{}", kWrongfulKindNames[index_of(kind)]);
  const HarmText& text = kWrongfulTexts[index_of(kind)];
  const auto add = [&](const std::string& suffix, const std::string& of_whom, Grouping dimension,
                       const std::string& key) {
    const Series events{wrongful_count(kind), dimension, key};
    const std::string head = fmt::format("{}{}", text.label, of_whom);
    table.add(name + ".count" + suffix, "people", head + ": people.", CountOf{events});
    table.add(name + ".per_100k_scans" + suffix, "per 100,000 scans",
              head + ": people per 100,000 scans" + (of_whom.empty() ? "." : " of the group."),
              RateOf{events, {kScans, dimension, key}, kPer100k});
    table.add(name + ".per_million_residents" + suffix, "per million residents",
              head + ": people per million residents of the states with officers" +
                  (of_whom.empty() ? "." : ", of the group."),
              RateOf{events, {kResidents, dimension, key}, kPerMillion});
    table.add(name + ".person_hours" + suffix, "person-hours",
              head + ": hours of custody, summed over the people.",
              AmountOf{{wrongful_hours(kind), dimension, key}});
    const Series scores{expected_count(kind), dimension, key};
    const std::string expected = head + ", expected from the probabilities of every scan: ";
    table.add(name + ".expected.count" + suffix, "people", expected + "people.", ScoreOf{scores});
    table.add(name + ".expected.per_100k_scans" + suffix, "per 100,000 scans",
              expected + "people per 100,000 scans" + (of_whom.empty() ? "." : " of the group."),
              ScoreOf{scores, Series{kScans, dimension, key}, kPer100k});
    table.add(name + ".expected.person_hours" + suffix, "person-hours",
              expected + "hours of custody, summed over the people.",
              AmountOf{{expected_hours(kind), dimension, key}});
  };
  add("", "", Grouping::kAll, "");
  table.add(name + ".share_of_holds", "share",
            fmt::format("{}: share of all people held after a scan.", text.label),
            ShareOf{{wrongful_count(kind)}, {kHolds}});
  table.add(name + ".expected.variance_reduction", "times",
            fmt::format("{}: how many times smaller the variance of the expected rate per 100,000 "
                        "scans is than that of the counted one.",
                        text.label),
            VarianceReduction{{wrongful_count(kind)}, {expected_count(kind)}, {kScans}});
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    add(fmt::format(".by_group.{}", kEthnicityNames[i]), fmt::format(" ({})", kEthnicityLabels[i]),
        Grouping::kEthnicity, std::string(kEthnicityNames[i]));
  }
}

/// The rate and the length of prolonged stops.
void add_prolonged(Table& table, const std::string& suffix, const std::string& of_whom,
                   Grouping dimension, const std::string& key) {
  using enum Amount;
  table.add("stops.prolonged.per_100k_scans" + suffix, "per 100,000 scans",
            "Stops prolonged beyond their limit" + of_whom + ", per 100,000 scans" +
                (of_whom.empty() ? "." : " of the group."),
            RateOf{{kProlonged, dimension, key}, {kScans, dimension, key}, kPer100k});
  table.add("stops.prolonged.person_hours" + suffix, "person-hours",
            "Hours by which stops were prolonged" + of_whom + ", summed over the people.",
            AmountOf{{kProlongedHours, dimension, key}});
}

void add_custody(Table& table) {
  using enum Amount;
  table.count(kProlonged, "stops", "Stops prolonged beyond their limit without a basis to hold.");
  table.amount(kProlongedMinutes, "minutes", "Minutes by which stops were prolonged, summed.");
  add_prolonged(table, "", "", Grouping::kAll, "");
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    const std::string key(kEthnicityNames[i]);
    const std::string of_whom = fmt::format(" ({})", kEthnicityLabels[i]);
    table.add("stops.prolonged.by_group." + key, "stops",
              "Stops prolonged beyond their limit" + of_whom + ".",
              CountOf{{kProlonged, Grouping::kEthnicity, key}});
    add_prolonged(table, ".by_group." + key, of_whom, Grouping::kEthnicity, key);
  }
  table.add(std::string(name_of(kExpectedProlonged)), "stops",
            "Stops prolonged beyond their limit without a basis to hold, expected from the "
            "probabilities of every scan.",
            ScoreOf{{kExpectedProlonged}});
  table.count(kHolds, "people", "People taken into custody after a scan, rightly or wrongly.");
  table.amount(kHoldHours, "person-hours", "Hours of custody, summed over all people held.");
  table.count(kTransfers, "people", "Holds that ended with a transfer to ICE.");
  table.count(kDetainersExpired, "people",
              "Holds that ended because ICE did not come within the detainer's limit.");
  table.count(kCorrectedByFingerprints, "people",
              "Holds that ended because fingerprints showed the record to be another's.");
  table.count(kMistakesFound, "people", "Wrongful holds that ended when the mistake was found.");
  table.count(kFederal, "people",
              "Holds that went on in federal custody beyond the detainer's limit.");
  table.count(kReleasesNotEntered, "people",
              "Wrongful holds that lasted longer because the release was not entered.");
  table.count(
      kRecordsLeftWrong, "people",
      "Wrongful holds after which the record stayed wrong: the correction was not entered.");
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    add_wrongful(table, static_cast<WrongfulKind>(i));
  }
}

void add_exposure(Table& table) {
  using enum Amount;
  table.count(kImages, "photos", "Photos of faces kept after the scan, whoever the person is.");
  table.count(kCitizenImages, "photos", "Of these, photos of US citizens.");
  table.amount(kImageYears, "photo-years", "Photos kept times the years that each is kept.");
  table.amount(kCopies, "copies", "Copies of the kept photos in other systems.");
  table.mean(kPeopleWithAccess, "people",
             "People who can see a kept photo: officers with the app, agents and others.");
  table.count(kBreaches, "breaches", "Breaches of the store while photos of the period are kept.");
  table.amount(kBreachedImages, "photos",
               "Photos of the period expected to be taken in a breach at least once while kept.");
  table.amount(kExposures, "photos",
               "Photos expected to be taken in breaches, each counted as often as it is taken.");
}

/// What some systems have and others do not.
void add_kinds(Table& table) {
  using enum Amount;
  table.count(kPrintsTried, "people", "People of whom fingerprints were taken, or tried.");
  table.count(kPrintsUsable, "people", "Of these, with fingerprints that could be searched.");
  table.count(kPrintsMatched, "people", "Of these, whose fingerprints matched somebody's.");
  table.count(kDocumentsSetAside, "people",
              "People whose papers or ID spoke against the match and did not count.");
  table.count(kInterviews, "people", "People interviewed in jail by a 287(g) officer.");
  table.count(kWarrants, "people", "People on whom a warrant of ICE was served in jail.");
  table.count(kDetainers, "people", "People whom ICE asked a jail to keep.");
}

/// What each system of a world of several contributes.
void add_systems(Table& table) {
  using enum Amount;
  struct Shown {
    Amount amount;
    std::string_view unit;
    std::string_view words;
  };
  static constexpr std::array<Shown, 8> kShown{{
      {kStops, "stops", "People stopped, booked or checked"},
      {kScans, "scans", "Scans"},
      {kAnswered, "scans", "Scans that were answered"},
      {kContactIce, "scans", "Answers that speak for a hold"},
      {kCalls, "calls", "Calls to ICE"},
      {kHolds, "people", "People held"},
      {wrongful_count(WrongfulKind::kAny), "people", "People held wrongfully"},
      {kImages, "photos", "Photos kept"},
  }};
  for (const auto& [amount, unit, words] : kShown) {
    for (std::size_t i = 0; i < kSystems; ++i) {
      const std::string system(kSystemNames[i]);
      table.add(fmt::format("{}.by_system.{}", name_of(amount), system), std::string(unit),
                fmt::format("{} in the field of {}, where several systems run together.", words,
                            kSystemLabels[i]),
                CountOf{{amount, Grouping::kSystem, system}});
    }
  }
  for (std::size_t i = 0; i < kSystems; ++i) {
    const std::string system(kSystemNames[i]);
    table.add("devices.officers_equipped.by_system." + system, "officers",
              fmt::format("Officers with the app in the field of {}, where several systems run "
                          "together.",
                          kSystemLabels[i]),
              MeanOf{{kOfficersEquipped, Grouping::kSystem, system}});
  }
}

std::vector<Metric> make_table() {
  Table table;
  add_scans(table);
  add_latencies(table);
  add_answers(table);
  add_oversight(table);
  add_desk(table);
  add_capacity(table);
  add_silence(table);
  add_custody(table);
  add_exposure(table);
  add_kinds(table);
  add_systems(table);
  for (const Metric& metric : exposure_metrics()) table.add(metric);
  for (const Metric& metric : port_metrics()) table.add(metric);
  return table.take();
}

}  // namespace

const std::vector<Metric>& metrics() {
  static const std::vector<Metric> kMetrics = make_table();
  return kMetrics;
}

const Metric* metric_named(std::string_view name) {
  const auto found = std::ranges::find(metrics(), name, &Metric::name);
  return found == metrics().end() ? nullptr : &*found;
}

}  // namespace fieldtwin
