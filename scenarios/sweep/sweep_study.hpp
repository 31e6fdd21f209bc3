#pragma once
/// A sweep: one scenario simulated at many points of its parameters.

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"
#include "sim/designs/design.hpp"

namespace fieldtwin {

/// One factor of a sweep: what it varies in the scenario.
struct SweptFactor {
  enum class Kind {
    kValue,  //!< the parameter takes the value
    kScale,  //!< the base's value is multiplied, of one parameter or several
  };

  Factor factor;  //!< numbers in the base unit; named by the path, or by the user for kScale
  Kind kind = Kind::kValue;
  std::vector<std::string> paths;           //!< of one parameter; of one or more for kScale
  Dimension dimension = Dimension::kCount;  //!< of the numbers
  std::vector<std::string> listed;          //!< of a FactorList, as a scenario has them
  std::vector<double> numbers;              //!< of a FactorList of plain numbers; else empty
};

/// A value of a factor at a point.
struct FactorValue {
  std::string text;  //!< as a scenario has it: "0.3 %", "officers_first"; "1.5" for a scale
  std::optional<double> number;  //!< in the base unit; nothing if it is no plain number
};

struct SweepStudy {
  std::string name;  //!< of the file
  std::string title, question, description;
  ResolvedScenario base;
  std::string base_name;               //!< as load_scenario takes it
  std::vector<std::string> overrides;  //!< of the base, from the command line
  std::vector<SweptFactor> factors;
  Design design;
  std::vector<std::string> metrics;  //!< what it looks at, the first foremost
  std::uint32_t replications = 1;    //!< of each point
};

/// The design's factors, in order.
std::vector<Factor> factors_of(const SweepStudy& study);

/// The value at a place in [0, 1], rounded to six significant digits where it is not one of the
/// ends of a range, so that what is simulated is what can be read.
FactorValue value_of(const SweptFactor& factor, double place);

/// What turns the base into the scenario of a point, beside the study's own overrides:
/// `path=value`.
std::vector<std::string> overrides_at(const SweepStudy& study, const std::vector<double>& point);

/// The scenario of a point. Throws ScenarioErrors, naming the point, if its values contradict each
/// other or the bounds of a parameter.
ResolvedScenario scenario_at(const SweepStudy& study, const std::vector<double>& point,
                             const LoadOptions& options = {});

}  // namespace fieldtwin
