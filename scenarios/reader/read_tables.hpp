#pragma once
/// The tables of a scenario, from CSV text to rows.

#include <string>

#include "scenarios/reader/error.hpp"
#include "scenarios/tables.hpp"

namespace fieldtwin {

/// Each reads one table; every bad row goes to `errors`. The columns are those of scenarios/data/.
std::vector<StateRow> read_states(const std::string& text, const std::string& file,
                                  ErrorList& errors);
std::vector<AgreementRow> read_agreements(const std::string& text, const std::string& file,
                                          const std::vector<StateRow>& states, ErrorList& errors);
std::vector<StrengthRow> read_strength(const std::string& text, const std::string& file,
                                       const std::vector<StateRow>& states, ErrorList& errors);
std::vector<MatcherAnchor> read_anchors(const std::string& text, const std::string& file,
                                        ErrorList& errors);

/// Whether an agreement counts on a date: from the month after the one in which it was signed,
/// since the day of signing is not in the table and training comes after it.
bool in_force(const AgreementRow& agreement, std::chrono::year_month_day date);

}  // namespace fieldtwin
