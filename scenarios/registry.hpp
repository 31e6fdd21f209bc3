#pragma once
/// The register of every parameter of a scenario: one entry writes the reader's checks, the JSON
/// Schema, `explain` and the manual page.

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/scenario.hpp"

namespace fieldtwin {

enum class Dimension { kTime, kSize, kRate, kShare, kCount, kPerYear };

/// How often a parameter that is a distribution takes a value.
enum class Drawn {
  kFixed,        //!< never: it fixes the size of the system, so it must be a plain number
  kReplication,  //!< once a replication
  kOfficer,      //!< once an officer (or shift)
  kEncounter,    //!< at each use
};

enum class Whole { kNo, kYes };

/// A number, or a distribution of one, in the base unit of its dimension.
struct NumberField {
  Dimension dimension;
  double low;   //!< smallest value that makes sense
  double high;  //!< largest
  Whole whole;  //!< whether only whole numbers make sense
  std::function<Distribution&(Scenario&)> at;
};

/// One of several names.
struct ChoiceField {
  std::vector<std::string_view> names;
  std::function<void(Scenario&, std::size_t)> set;
  std::function<std::size_t(const Scenario&)> get;
};

/// A date (2025-11-03); an optional one may also be `never`.
struct DateField {
  enum class Never { kRefused, kAllowed } never;
  std::function<void(Scenario&, std::optional<Date>)> set;
  std::function<std::optional<Date>(const Scenario&)> get;
};

/// 24 weights, one a local hour, not all zero.
struct CurveField {
  std::function<std::array<double, 24>&(Scenario&)> at;
};

/// Postal codes of states; an empty list means all.
struct StatesField {
  std::function<std::vector<std::string>&(Scenario&)> at;
};

/// A name: a table's file, or a row of a table.
struct NameField {
  enum class Of { kTableFile, kAnchor } of;
  std::function<std::string&(Scenario&)> at;
};

struct Parameter {
  std::string path;     //!< sign_in.idle_limit
  std::string meaning;  //!< one sentence
  Drawn drawn;
  std::string probe;  //!< a value, as written in a file, that moves at least one metric of the
                      //!< test scenario: no parameter may be without effect
  std::variant<NumberField, ChoiceField, DateField, CurveField, StatesField, NameField> field;
  SystemSet systems = {};  //!< whose scenarios have it; in others it is an error

  bool applies_to(const Scenario& scenario) const { return systems.contains(scenario.system); }
};

/// Every parameter, in the order in which the manual shows them. `faults` is not among them: it is
/// a list of events.
const std::vector<Parameter>& parameters();

}  // namespace fieldtwin
