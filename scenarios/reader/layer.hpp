#pragma once
/// One layer of a scenario: the values of one file, put over those of the files it extends.

#include <string>

#include "scenarios/load.hpp"
#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {

/// What a file says of where its values come from: `source` or `assumption`, beside a value or at
/// the head of a section, where it holds for every value that has none of its own.
struct Backing {
  const Node* source = nullptr;
  const Node* assumption = nullptr;
};

/// Puts the values of a tree over a scenario.
class Layer {
 public:
  Layer(ResolvedScenario& target, Origin origin, ErrorList& errors)
      : target_(target), origin_(origin), errors_(errors) {}

  /// A whole file. Its `extends` has been dealt with.
  void apply_file(const Node& root);
  /// A value, or a section of values, by its path: one `--set`.
  void apply_at(const std::string& path, const Place& place, const Node& node);
  /// One more fault than there are.
  void add_fault(const Node& node) { apply_fault(node); }
  /// One more change: from the time on, the parameter has the value.
  void add_change(const std::string& path, const std::string& at, const Node& value,
                  std::optional<std::string> source = {});

 private:
  void apply_section(const std::string& path, const Node& node, Backing backing);
  void apply_entry(const std::string& path, const std::string& key, const Place& place,
                   const Node& node, Backing backing);
  void apply_parameter(const Parameter& parameter, const Node& node, Backing backing);
  void apply_text(std::string& target, const Node::Entry& entry);
  void apply_faults(const Node& node);
  void apply_fault(const Node& node);
  void apply_changes(const Node& node);
  void apply_change(const Node& node);
  void refuse_unknown(const std::string& section, const std::string& key, const Place& place);
  Provenance provenance(const Node& value) const;

  ResolvedScenario& target_;
  Origin origin_;
  ErrorList& errors_;
};

/// Checks the form of `source` and `assumption` in a map, and finds them. Both at once are an
/// error.
Backing read_backing(const Node& map, ErrorList& errors);
/// The text of a source.
std::optional<std::string> source_of(const Backing& backing);
/// The assumption behind a parameter's value: its range is read in the parameter's own unit, and a
/// plain number must lie in it.
std::optional<Assumption> assumption_of(const Backing& backing, const Parameter& parameter,
                                        const Node& value, const Scenario& scenario,
                                        ErrorList& errors);

}  // namespace fieldtwin
