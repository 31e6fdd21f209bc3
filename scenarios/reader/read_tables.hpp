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
std::vector<WaveRow> read_waves(const std::string& text, const std::string& file,
                                ErrorList& errors);
std::vector<MatcherAnchor> read_anchors(const std::string& text, const std::string& file,
                                        ErrorList& errors);

std::vector<DelayRow> read_delays(const std::string& text, const std::string& file,
                                  ErrorList& errors);

}  // namespace fieldtwin
