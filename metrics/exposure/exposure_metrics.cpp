#include "metrics/exposure/exposure_metrics.hpp"

#include <fmt/format.h>

#include "metrics/exposure/kept_photos.hpp"
#include "metrics/labels.hpp"

namespace fieldtwin {
namespace {

class Table {
 public:
  /// An amount over the whole.
  void whole(Amount amount, std::string unit, std::string meaning) {
    add(std::string(name_of(amount)), std::move(unit), std::move(meaning), AmountOf{{amount}});
  }
  /// The amount by category, under the name of the amount and ".by_CATEGORY.KEY".
  template <class Names, class Labels>
  void by(Amount amount, Grouping dimension, std::string_view category, const Names& names,
          const Labels& labels, const std::string& unit, const std::string& meaning) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      add(fmt::format("{}.{}{}", name_of(amount), category, names[i]), unit,
          fmt::format("{}: {}.", meaning, labels[i]),
          AmountOf{{amount, dimension, std::string(names[i])}});
    }
  }
  void add(std::string name, std::string unit, std::string meaning, Estimator estimator) {
    metrics_.push_back(
        {std::move(name), std::move(unit), std::move(meaning), std::move(estimator)});
  }
  std::vector<Metric> take() { return std::move(metrics_); }

 private:
  std::vector<Metric> metrics_;
};

/// The first of a list of names: all places but the log.
template <class List>
std::vector<std::string_view> of_faces(const List& list) {
  return {list.begin(), list.begin() + kFaceHolders};
}

void add_books(Table& table) {
  using enum Amount;
  table.add("exposure.matched_images", "photos",
            "Photos kept of people for whom the gallery returned somebody.",
            CountOf{{kMatchedImages}});
  table.whole(kHorizonCreated, "photos",
              "Photos and copies that come into any place over the horizon, if the flow of the "
              "period goes on.");
  table.whole(kHorizonHeld, "photos",
              "Of these, photos held within their retention at the horizon's end.");
  table.whole(kHorizonOverdue, "photos",
              "Of these, photos held at the horizon's end although their deletion was due.");
  table.whole(kHorizonDeleted, "photos", "Of these, photos deleted by the horizon's end.");
  table.whole(kHorizonStock, "photos", "Photos and copies held at the horizon's end, due or not.");
  table.by(kHorizonStock, Grouping::kPlace, "by_place.", of_faces(kHolderNames),
           of_faces(kHolderLabels), "photos", "Photos held at the horizon's end");
  table.whole(kHorizonImageYears, "photo-years",
              "Photos and copies times the years that each is held within the horizon.");
  table.by(kHorizonImageYears, Grouping::kPlace, "by_place.", of_faces(kHolderNames),
           of_faces(kHolderLabels), "photo-years", "Photo-years over the horizon");
  table.by(kHorizonImageYears, Grouping::kStanding, "by_standing.", kStandingNames, kStandingLabels,
           "photo-years", "Photo-years over the horizon");
  table.by(kHorizonImageYears, Grouping::kEthnicity, "by_group.", kEthnicityNames, kEthnicityLabels,
           "photo-years", "Photo-years over the horizon");
  table.by(kHorizonImageYears, Grouping::kMatched, "", kMatchedNames,
           std::array<std::string_view, 2>{"people for whom the gallery returned nobody",
                                           "people for whom it returned somebody"},
           "photo-years", "Photo-years over the horizon");
  table.whole(kHorizonRecordYears, "record-years",
              "Photos, templates, reference numbers, locations and results times the years that "
              "each is held within the horizon.");
  table.by(kHorizonRecordYears, Grouping::kItem, "by_item.", kItemNames, kItemLabels,
           "record-years", "Record-years over the horizon");
  table.whole(kHorizonRequests, "requests",
              "Requests for access or correction over the horizon, for photos in the store.");
  table.whole(kHorizonGranted, "photos", "Photos that requests delete from the store.");
}

void add_access(Table& table) {
  using enum Amount;
  table.whole(kAccessPeople, "people", "People with access to any place, as the horizon begins.");
  table.by(kAccessPeople, Grouping::kRole, "by_role.", kRoleNames, kRoleLabels, "people",
           "People with access as the horizon begins");
  table.whole(kAccessAtHorizon, "people",
              "People with access to any place in the last year of the horizon.");
}

void add_breaches(Table& table) {
  using enum Amount;
  table.whole(kHorizonTaken, "photos",
              "Photos expected to be taken in breaches over the horizon, each as often as it is "
              "taken.");
  table.by(kHorizonTaken, Grouping::kBreachCause, "by_cause.", kBreachCauseNames,
           kBreachCauseLabels, "photos", "Photos expected to be taken over the horizon");
  table.whole(kTakenBecause, "photos",
              "The same photos, summed over what they are due to: equal up to rounding.");
  table.by(kTakenBecause, Grouping::kExposureFactor, "", kExposureFactorNames,
           kExposureFactorLabels, "photos",
           "Photos expected to be taken over the horizon that are due to this (Shapley value)");
  table.whole(kPeriodTaken, "photos",
              "Photos of the period expected to be taken in breaches within the horizon, from any "
              "place, each as often as it is taken.");
  table.whole(kPeriodTakenOnce, "photos",
              "Photos of the period expected to be taken at least once within the horizon, from "
              "any place.");
}

/// The horizon, had the store kept every photo for another time.
void add_if_kept(Table& table) {
  const auto add = [&](Amount amount, const char* unit, const char* words) {
    table.by(amount, Grouping::kKeptFor, "if_kept.", kKeptForNames, kKeptForLabels, unit,
             fmt::format("{}, had the store kept every photo for", words));
  };
  add(Amount::kHorizonStock, "photos", "Photos and copies held at the horizon's end");
  add(Amount::kHorizonImageYears, "photo-years", "Photo-years over the horizon");
  add(Amount::kHorizonTaken, "photos", "Photos expected to be taken over the horizon");
}

/// The size of one incident: the mean, and the middle 90 % of the replications.
void add_incidents(Table& table) {
  struct Size {
    Amount amount;
    const char* unit;
    const char* words;
  };
  static constexpr std::array<Size, 3> kSizes{{
      {Amount::kIncidentRecords, "photos", "Photos that one incident takes at the horizon's end"},
      {Amount::kIncidentPeople, "people", "Different people whom these photos show"},
      {Amount::kIncidentRepeated, "photos", "Photos of one incident beyond the first of a person"},
  }};
  for (const auto& [amount, unit, words] : kSizes) {
    table.by(amount, Grouping::kBreachCause, "", kBreachCauseNames, kBreachCauseLabels, unit,
             words);
  }
  const std::string subcontractor(kBreachCauseNames[index_of(BreachCause::kSubcontractor)]);
  const auto series = [&](Amount amount) {
    return Series{amount, Grouping::kBreachCause, subcontractor};
  };
  table.add("exposure.incident.plates.subcontractor", "photos",
            "Photos of number plates that a subcontractor's copies hold beside the faces.",
            AmountOf{series(Amount::kIncidentPlates)});
  for (const auto& [amount, unit, words] : {kSizes[0], kSizes[1]}) {
    for (const auto& [suffix, p] : {std::pair{"p05", 0.05}, {"p50", 0.50}, {"p95", 0.95}}) {
      table.add(
          fmt::format("{}.{}.{}", name_of(amount), subcontractor, suffix), unit,
          fmt::format("{}: A subcontractor's copies, {:.0f}th percentile of the replications.",
                      words, 100.0 * p),
          QuantileOf{series(amount), p});
    }
  }
}

}  // namespace

std::vector<Metric> exposure_metrics() {
  Table table;
  add_books(table);
  add_access(table);
  add_breaches(table);
  add_if_kept(table);
  add_incidents(table);
  return table.take();
}

}  // namespace fieldtwin
