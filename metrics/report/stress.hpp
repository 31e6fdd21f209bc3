#pragma once
/// The STRESS-DES checklist of a study.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// One item of the checklist.
struct StressItem {
  std::string number;               //!< "2.5.1"
  std::string title;                //!< "Entities"
  std::string text;                 //!< a few sentences
  std::vector<std::string> points;  //!< what there is to list; may be empty
};
struct StressSection {
  std::string title;  //!< "Objectives"
  std::vector<StressItem> items;
};

/// How a scenario was, or would be, run.
struct StressRun {
  std::string version;                //!< of the program
  std::uint32_t replications;         //!< of the period
  std::optional<std::uint64_t> seed;  //!< nothing: not run
};

/// The checklist for reports of discrete-event simulations (T. Monks et al. 2019, "Strengthening
/// the reporting of empirical simulation studies: introducing the STRESS guidelines", Journal of
/// Simulation 13(1): 55-67), filled from the scenario and from what is fixed in the program.
std::vector<StressSection> stress_checklist(const ResolvedScenario& scenario, const StressRun& run);

/// The checklist as text, lines at most `width` wide.
std::string stress_text(const std::vector<StressSection>& sections, std::size_t width);

/// The same as JSON: [{"title", "items": [{"number", "title", "text", "points": [...]}]}].
std::string stress_json_text(const std::vector<StressSection>& sections);

}  // namespace fieldtwin
