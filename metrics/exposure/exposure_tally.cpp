#include "metrics/exposure/exposure_tally.hpp"

#include <fmt/format.h>

#include <map>

namespace fieldtwin {
namespace {

/// Adds up amounts by category.
class Sums {
 public:
  void add(Amount amount, double value) { add(amount, Grouping::kAll, "", value); }
  void add(Amount amount, Grouping dimension, std::string_view key, double value) {
    if (value != 0.0) sums_[{dimension, std::string(key), amount}] += value;
  }
  /// In a category and in the whole.
  void add_both(Amount amount, Grouping dimension, std::string_view key, double value) {
    add(amount, dimension, key, value);
    add(amount, value);
  }
  ExposureSums take() const {
    ExposureSums rows;
    for (const auto& [place, value] : sums_) {
      const auto& [dimension, key, amount] = place;
      rows.push_back({amount, dimension, key, value});
    }
    return rows;
  }

 private:
  std::map<std::tuple<Grouping, std::string, Amount>, double> sums_;
};

/// A source, and whose photos it brings: numbers a photo of the source.
struct Stream {
  Source source;
  std::vector<std::pair<PhotoOf, double>> whose;  //!< shares; empty for those from elsewhere
  double citizens = 0.0;                          //!< share, of those from elsewhere
};

std::vector<Stream> streams_of(const Exposure& exposure, const Storage& storage,
                               const ExposureFacts& facts) {
  std::vector<Stream> streams;
  const auto add = [&](Source source, const PhotoCounts& photos) {
    if (facts.period <= Seconds(0.0)) return;
    const auto all = static_cast<double>(photos.all());
    source.per_second = all / facts.period.value();
    Stream stream{source, {}};
    photos.for_each([&](const PhotoOf& whose, double number) {
      stream.whose.emplace_back(whose, number / all);
    });
    streams.push_back(std::move(stream));
  };
  for (const auto& [retention, photos] : facts.kept) {
    add({Source::Kind::kScans, 0.0, Seconds(retention)}, photos);
  }
  for (const auto& [stay, photos] : facts.at_ports) {
    add({Source::Kind::kPorts, 0.0, Seconds(stay.service), Seconds(stay.enrolled)}, photos);
  }
  const ElsewhereFlow& port = exposure.elsewhere;
  const double people = port.vehicles.mean().value() * port.equipped.mean().value() *
                        port.occupants.mean().value() * port.captured.mean().value();
  if (people > 0.0) {
    streams.push_back(
        {{Source::Kind::kElsewhere, people / kDay.value(), storage.retention_match.mean()},
         {},
         port.citizens.mean().value()});
  }
  return streams;
}

void add_whose(Sums& sums, const Stream& stream, const std::vector<Seconds>& ends,
               const std::vector<double>& stock, double photo_years) {
  const auto add_standing = [&](Standing standing, double share) {
    const std::string_view name = kStandingNames[index_of(standing)];
    sums.add(Amount::kHorizonImageYears, Grouping::kStanding, name, share * photo_years);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      sums.add(Amount::kHorizonStock, Grouping::kStandingYear, fmt::format("{}/{:02}", name, i + 1),
               share * stock[i]);
    }
  };
  std::array<double, kStandings> standings{};
  for (const auto& [whose, share] : stream.whose) {
    standings[index_of(standing_of(whose.status))] += share;
    const double years = share * photo_years;
    sums.add(Amount::kHorizonImageYears, Grouping::kMatched, kMatchedNames[index_of(whose.matched)],
             years);
    sums.add(Amount::kHorizonImageYears, Grouping::kStatus, kStatusNames[index_of(whose.status)],
             years);
    sums.add(Amount::kHorizonImageYears, Grouping::kEthnicity,
             kEthnicityNames[index_of(whose.ethnicity)], years);
  }
  if (stream.source.kind == Source::Kind::kElsewhere) {
    standings[index_of(Standing::kCitizen)] = stream.citizens;
    standings[index_of(Standing::kLawful)] = 1.0 - stream.citizens;
  }
  for (std::size_t i = 0; i < kStandings; ++i) {
    if (standings[i] > 0.0) add_standing(static_cast<Standing>(i), standings[i]);
  }
}

void add_books(Sums& sums, const Stream& stream, const LookAhead& ahead,
               const std::vector<Seconds>& ends) {
  std::vector<double> stock(ends.size(), 0.0);
  double photo_years = 0.0;
  for (std::size_t i = 0; i < kFaceHolders; ++i) {
    const Books& books = ahead.books[i];
    const std::string_view place = kHolderNames[i];
    sums.add_both(Amount::kHorizonCreated, Grouping::kPlace, place, books.created);
    sums.add_both(Amount::kHorizonHeld, Grouping::kPlace, place, books.held);
    sums.add_both(Amount::kHorizonOverdue, Grouping::kPlace, place, books.overdue);
    sums.add_both(Amount::kHorizonDeleted, Grouping::kPlace, place, books.deleted);
    sums.add_both(Amount::kHorizonStock, Grouping::kPlace, place, books.held + books.overdue);
    sums.add_both(Amount::kHorizonImageYears, Grouping::kPlace, place, books.photo_years);
    for (std::size_t k = 0; k < ends.size(); ++k) {
      sums.add(Amount::kHorizonStock, Grouping::kPlaceYear, fmt::format("{}/{:02}", place, k + 1),
               books.stock[k]);
      stock[k] += books.stock[k];
    }
    photo_years += books.photo_years;
    for (std::size_t item = 0; item < kItems; ++item) {
      if (!holds(static_cast<Holder>(i), static_cast<Item>(item))) continue;
      sums.add_both(Amount::kHorizonRecordYears, Grouping::kItem, kItemNames[item],
                    books.photo_years);
    }
  }
  add_whose(sums, stream, ends, stock, photo_years);
  sums.add(Amount::kHorizonRequests, ahead.requests);
  sums.add(Amount::kHorizonGranted, ahead.granted);
}

void add_log(Sums& sums, const ProgrammeRules& rules, const ExposureFacts& facts) {
  if (facts.period <= Seconds(0.0)) return;
  const Flow flow =
      yearly_flow(facts.submitted / facts.period.value(), rules.flow_growth, rules.horizon);
  const double years =
      photo_years(flow, presence(Holder::kLog, kForEver, rules.holding).held(), rules.horizon);
  for (std::size_t item = 0; item < kItems; ++item) {
    if (!holds(Holder::kLog, static_cast<Item>(item))) continue;
    sums.add_both(Amount::kHorizonRecordYears, Grouping::kItem, kItemNames[item], years);
  }
}

void add_taken(Sums& sums, const Taken& taken) {
  for (std::size_t i = 0; i < kHolders; ++i) {
    for (std::size_t j = 0; j < kBreachCauses; ++j) {
      sums.add(Amount::kHorizonTaken, Grouping::kPlace, kHolderNames[i], taken[i][j]);
      sums.add_both(Amount::kHorizonTaken, Grouping::kBreachCause, kBreachCauseNames[j],
                    taken[i][j]);
    }
  }
}

/// One incident of each cause, at the end of the horizon.
void add_incidents(Sums& sums, const Exposure& exposure, const ExposureFacts& facts,
                   const std::array<double, kBreachCauses>& scanned,
                   const std::array<double, kBreachCauses>& elsewhere) {
  const ElsewhereFlow& port = exposure.elsewhere;
  const double unevenness = exposure.unevenness.mean().value();
  const double faces = port.occupants.mean().value() * port.captured.mean().value();
  for (std::size_t i = 0; i < kBreachCauses; ++i) {
    const double records = scanned[i] + elsewhere[i];
    const double people = different_people(scanned[i], facts.residents, unevenness) +
                          different_people(elsewhere[i], port.people.mean().value(), unevenness);
    const auto add = [&](Amount amount, double value) {
      sums.add(amount, Grouping::kBreachCause, kBreachCauseNames[i], value);
    };
    add(Amount::kIncidentRecords, records);
    add(Amount::kIncidentPeople, people);
    add(Amount::kIncidentRepeated, records - people);
    if (static_cast<BreachCause>(i) == BreachCause::kSubcontractor && faces > 0.0) {
      add(Amount::kIncidentPlates, elsewhere[i] / faces * port.plate.mean().value());
    }
  }
}

/// The same flow, had the store kept every photo for another time; of a port's, the store is IDENT.
void add_if_kept(Sums& sums, const ProgrammeRules& rules, const std::vector<Source>& sources) {
  for (std::size_t i = 0; i < kKeptFor.size(); ++i) {
    for (Source source : sources) {
      (source.kind == Source::Kind::kPorts ? source.enrolled : source.retention) = kKeptFor[i];
      const LookAhead ahead = look_ahead(rules, source);
      for (const Books& books : ahead.books) {
        sums.add(Amount::kHorizonStock, Grouping::kKeptFor, kKeptForNames[i],
                 books.held + books.overdue);
        sums.add(Amount::kHorizonImageYears, Grouping::kKeptFor, kKeptForNames[i],
                 books.photo_years);
      }
      sums.add(Amount::kHorizonTaken, Grouping::kKeptFor, kKeptForNames[i], sum_of(ahead.taken));
    }
  }
}

void add_access(Sums& sums, const ProgrammeRules& rules) {
  double growth = 1.0;
  for (std::size_t year = 1; year < year_ends(rules.horizon).size(); ++year) {
    growth *= rules.access_growth;
  }
  for (std::size_t i = 0; i < kRoles; ++i) {
    const double people = rules.access.people[i];
    sums.add_both(Amount::kAccessPeople, Grouping::kRole, kRoleNames[i], people);
    sums.add_both(Amount::kAccessAtHorizon, Grouping::kRole, kRoleNames[i], people * growth);
  }
}

void add_matched(Sums& sums, const auto& kept) {
  for (const auto& [stay, photos] : kept) {
    photos.for_each([&](const PhotoOf& whose, double number) {
      if (whose.matched != Matched::kSomebody) return;
      sums.add_both(Amount::kMatchedImages, Grouping::kStanding,
                    kStandingNames[index_of(standing_of(whose.status))], number);
    });
  }
}

}  // namespace

ExposureSums exposure_sums(const Exposure& exposure, const Storage& storage,
                           const ExposureFacts& facts) {
  Sums sums;
  add_matched(sums, facts.kept);
  add_matched(sums, facts.at_ports);
  const ProgrammeRules rules = programme_rules(exposure, storage, facts.officers, facts.agents);
  add_access(sums, rules);
  if (rules.horizon <= Seconds(0.0)) return sums.take();

  const std::vector<Seconds> ends = year_ends(rules.horizon);
  std::vector<Source> sources;
  std::array<double, kBreachCauses> scanned{}, elsewhere{};
  for (const Stream& stream : streams_of(exposure, storage, facts)) {
    const bool scans = stream.source.kind != Source::Kind::kElsewhere;
    sources.push_back(stream.source);
    const LookAhead ahead = look_ahead(rules, stream.source);
    add_books(sums, stream, ahead, ends);
    add_taken(sums, ahead.taken);
    for (std::size_t i = 0; i < kBreachCauses; ++i) {
      (scans ? scanned : elsewhere)[i] += ahead.incident[i];
    }
    const PhotoFate fate = fate_of_a_photo(rules, stream.source);
    const double photos = stream.source.per_second * facts.period.value();
    sums.add(Amount::kPeriodTaken, photos * fate.taken);
    sums.add(Amount::kPeriodTakenOnce, photos * fate.once);
  }
  add_log(sums, rules, facts);
  add_incidents(sums, exposure, facts, scanned, elsewhere);
  add_if_kept(sums, rules, sources);
  const auto because = taken_because(exposure, storage, facts.officers, facts.agents, sources);
  for (std::size_t i = 0; i < kExposureFactors; ++i) {
    sums.add_both(Amount::kTakenBecause, Grouping::kExposureFactor, kExposureFactorNames[i],
                  because[i]);
  }
  return sums.take();
}

}  // namespace fieldtwin
