#include "scenarios/reader/read_tables.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <set>

#include "scenarios/reader/csv.hpp"
#include "scenarios/reader/date.hpp"
#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace {

constexpr double kMostPeople = 1e11;

/// Complains if a name is not one of the states.
void check_state(const CsvRow& row, const std::string& name, const std::vector<StateRow>& states) {
  if (states.empty()) return;  // the table of states has its own errors
  std::vector<std::string> names;
  for (const StateRow& state : states) {
    if (state.name == name) return;
    names.push_back(state.name);
  }
  row.refuse("state", {"the state '" + name + "' is not known", "it is not in the table of states",
                       did_you_mean(name, names)});
}

}  // namespace

std::vector<StateRow> read_states(const std::string& text, const std::string& file,
                                  ErrorList& errors) {
  TableShape shape{{"state", "postal", "fips", "population", "female", "foreign_born", "under_18",
                    "age_65_plus", "rural", "utc_offset_h", "dst"},
                   {}};
  shape.columns.insert(shape.columns.end(), kEthnicityNames.begin(), kEthnicityNames.end());
  std::vector<StateRow> out;
  std::set<std::string> seen;
  for (const CsvRow& row : parse_csv(text, file, shape, errors)) {
    StateRow state{};
    state.name = row.text("state");
    state.postal = row.text("postal");
    state.fips = row.text("fips");
    if (state.postal.size() != 2)
      row.refuse("postal", {"'" + state.postal + "' is not a postal code of two letters", "", ""});
    if (!seen.insert(state.postal).second || !seen.insert(state.name).second)
      row.refuse("state",
                 {"the state '" + state.name + "' has a row already", "", "Remove one of them."});
    state.population = row.number("population", 1.0, kMostPeople);
    for (std::size_t i = 0; i < kEthnicities; ++i)
      state.ethnicity[i] = row.share(std::string(kEthnicityNames[i]));
    const double sum = std::accumulate(state.ethnicity.begin(), state.ethnicity.end(), 0.0);
    if (std::abs(sum - 1.0) > 0.15)
      row.refuse("white",
                 {fmt::format("the shares of the groups add up to {:.3f}", sum),
                  "they should add up to about 1; the census counts Hispanics of any race", ""});
    state.female = row.share("female");
    state.foreign_born = row.share("foreign_born");
    state.under_18 = row.share("under_18");
    state.age_65_plus = row.share("age_65_plus");
    if (state.under_18 + state.age_65_plus > 1.0)
      row.refuse("age_65_plus", {"under_18 and age_65_plus add up to more than 1", "", ""});
    state.rural = row.share("rural");
    state.utc_offset = Seconds(3600.0 * row.number("utc_offset_h", -12.0, 14.0));
    state.dst = row.choice("dst", {"none", "us"}) == 0 ? StateRow::Dst::kNone
                                                       : StateRow::Dst::kUnitedStates;
    out.push_back(std::move(state));
  }
  return out;
}

std::vector<AgreementRow> read_agreements(const std::string& text, const std::string& file,
                                          const std::vector<StateRow>& states, ErrorList& errors) {
  const std::vector<std::string> models{"TFM", "JEM", "WSO"};
  std::vector<AgreementRow> out;
  for (const CsvRow& row :
       parse_csv(text, file, {{"state", "model", "signed_month", "agreements"}, {}}, errors)) {
    AgreementRow agreement{};
    agreement.state = row.text("state");
    check_state(row, agreement.state, states);
    agreement.model = models[row.choice("model", models)];
    const std::string month = row.text("signed_month");
    if (const auto parsed = parse_month(month))
      agreement.signed_in = *parsed;
    else
      row.refuse("signed_month",
                 {"'" + month + "' is not a month", "", "Months are written 2025-10."});
    agreement.agreements = row.number("agreements", 1.0, 1e5);
    out.push_back(std::move(agreement));
  }
  return out;
}

std::vector<StrengthRow> read_strength(const std::string& text, const std::string& file,
                                       const std::vector<StateRow>& states, ErrorList& errors) {
  std::vector<StrengthRow> out;
  std::set<std::string> seen;
  for (const CsvRow& row : parse_csv(text, file, {{"state", "sworn"}, {}}, errors)) {
    StrengthRow strength{row.text("state"), row.number("sworn", 0.0, 1e7)};
    check_state(row, strength.state, states);
    if (!seen.insert(strength.state).second)
      row.refuse("state", {"the state '" + strength.state + "' has a row already", "",
                           "Remove one of them."});
    out.push_back(std::move(strength));
  }
  return out;
}

std::vector<WaveRow> read_waves(const std::string& text, const std::string& file,
                                ErrorList& errors) {
  std::vector<WaveRow> out;
  for (const CsvRow& row : parse_csv(text, file, {{"date", "officers"}, {"note"}}, errors)) {
    const std::string date = row.text("date");
    const auto parsed = parse_date(date);
    if (!parsed) {
      row.refuse("date", {"'" + date + "' is not a date", "", "Dates are written 2025-11-15."});
      continue;
    }
    if (!out.empty() && *parsed < out.back().date)
      row.refuse("date", {"the waves are not in the order of their dates", "", ""});
    out.push_back({*parsed, row.number("officers", 1.0, 1e6)});
  }
  return out;
}

std::vector<MatcherAnchor> read_anchors(const std::string& text, const std::string& file,
                                        ErrorList& errors) {
  std::vector<MatcherAnchor> out;
  std::set<std::string> seen;
  for (const CsvRow& row : parse_csv(
           text, file, {{"anchor", "people", "fpir", "fnir", "exponent"}, {"source"}}, errors)) {
    MatcherAnchor anchor{row.text("anchor"), row.number("people", 1.0, kMostPeople),
                         Probability(row.number("fpir", 1e-9, 0.99)),
                         Probability(row.number("fnir", 1e-9, 0.99)),
                         row.number("exponent", 0.0, 1.0)};
    if (!seen.insert(anchor.name).second)
      row.refuse("anchor",
                 {"the anchor '" + anchor.name + "' has a row already", "", "Remove one of them."});
    out.push_back(std::move(anchor));
  }
  return out;
}

std::vector<DelayRow> read_delays(const std::string& text, const std::string& file,
                                  ErrorList& errors) {
  constexpr double kMost = 1e9;
  TableShape shape{{"area", "crowding"}, {}};
  const std::size_t values = std::tuple_size_v<decltype(DelayRow::times)>;
  for (std::size_t i = 0; i < values; ++i) {
    shape.columns.push_back(fmt::format("q{}", i + 1));
  }
  const std::vector<std::string> areas(kAreaNames.begin(), kAreaNames.end());
  std::vector<DelayRow> out;
  for (const CsvRow& row : parse_csv(text, file, shape, errors)) {
    DelayRow delay{static_cast<Area>(row.choice("area", areas)),
                   row.number("crowding", 1.0, kMost),
                   {}};
    for (std::size_t i = 0; i < values; ++i) {
      delay.times[i] = row.number(shape.columns[2 + i], 0.0, kMost);
      if (i > 0 && delay.times[i] < delay.times[i - 1])
        row.refuse(shape.columns[2 + i], {"the values do not rise", "", ""});
    }
    if (!out.empty() && std::pair(delay.area, delay.crowding) <=
                            std::pair(out.back().area, out.back().crowding))
      row.refuse("crowding", {"the rows are not in order", "by area, then by crowding", ""});
    out.push_back(delay);
  }
  return out;
}

}  // namespace fieldtwin
