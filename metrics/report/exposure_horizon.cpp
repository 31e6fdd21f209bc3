/// The part of the report's exposure section that looks ahead.
#include <fmt/format.h>

#include "metrics/exposure/exposure_metrics.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kMostYears = 99;

Json value(const StudyData& study, Amount amount, Grouping dimension, std::string_view key) {
  return measured(AmountOf{{amount, dimension, std::string(key)}}, study);
}

bool is_something(const Json& estimate) {
  return !estimate.is_null() && estimate["mean"].get<double>() != 0.0;
}

/// The stock at the end of each year, in one category; empty if there never is any.
Json stock_by_year(const StudyData& study, Grouping dimension, std::string_view key) {
  Json years = Json::array();
  std::size_t last = 0;
  for (std::size_t year = 1; year <= kMostYears; ++year) {
    Json stock = value(study, Amount::kHorizonStock, dimension, fmt::format("{}/{:02}", key, year));
    if (is_something(stock)) last = year;
    years.push_back(std::move(stock));
  }
  years.erase(years.begin() + static_cast<std::ptrdiff_t>(last), years.end());
  return years;
}

template <class Names, class Labels>
Json stocks(const StudyData& study, Grouping dimension, const Names& names, const Labels& labels) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    Json years = stock_by_year(study, dimension, names[i]);
    if (years.empty()) continue;
    rows.push_back({{"key", names[i]}, {"label", labels[i]}, {"stock", std::move(years)}});
  }
  return rows;
}

template <class Names, class Labels>
Json parts(const StudyData& study, Amount amount, Grouping dimension, const Names& names,
           const Labels& labels) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    Json part = value(study, amount, dimension, names[i]);
    if (!is_something(part)) continue;
    rows.push_back({{"key", names[i]}, {"label", labels[i]}, {"value", std::move(part)}});
  }
  return rows;
}

Json incidents(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < kBreachCauses; ++i) {
    const auto of = [&](Amount amount) {
      return value(study, amount, Grouping::kBreachCause, kBreachCauseNames[i]);
    };
    Json photos = of(Amount::kIncidentRecords);
    if (!is_something(photos)) continue;
    rows.push_back({{"key", kBreachCauseNames[i]},
                    {"label", kBreachCauseLabels[i]},
                    {"photos", std::move(photos)},
                    {"people", of(Amount::kIncidentPeople)},
                    {"expected", value(study, Amount::kHorizonTaken, Grouping::kBreachCause,
                                       kBreachCauseNames[i])}});
  }
  return rows;
}

Json if_kept(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < kKeptFor.size(); ++i) {
    const auto of = [&](Amount amount) {
      return value(study, amount, Grouping::kKeptFor, kKeptForNames[i]);
    };
    Json stock = of(Amount::kHorizonStock);
    if (!is_something(stock)) continue;
    rows.push_back({{"key", kKeptForNames[i]},
                    {"label", kKeptForLabels[i]},
                    {"stock", std::move(stock)},
                    {"years", of(Amount::kHorizonImageYears)},
                    {"taken", of(Amount::kHorizonTaken)}});
  }
  return rows;
}

}  // namespace

Json exposure_horizon(const StudyData& study) {
  using enum Amount;
  return {{"by_place", stocks(study, Grouping::kPlaceYear, kHolderNames, kHolderLabels)},
          {"by_standing", stocks(study, Grouping::kStandingYear, kStandingNames, kStandingLabels)},
          {"items", parts(study, kHorizonRecordYears, Grouping::kItem, kItemNames, kItemLabels)},
          {"roles", parts(study, kAccessPeople, Grouping::kRole, kRoleNames, kRoleLabels)},
          {"because", parts(study, kTakenBecause, Grouping::kExposureFactor, kExposureFactorNames,
                            kExposureFactorLabels)},
          {"if_kept", if_kept(study)},
          {"incidents", incidents(study)}};
}

}  // namespace fieldtwin
