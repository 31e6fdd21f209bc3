#pragma once
/// YAML as a plain tree in which every node knows its place, so that errors can point at it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader/error.hpp"

namespace fieldtwin {

/// A node of a YAML document. Scalars stay text: what they mean is decided by who reads them.
struct Node {
  struct Entry;
  enum class Kind { kNull, kScalar, kList, kMap };
  Kind kind = Kind::kNull;
  std::string text;            //!< of a scalar
  std::vector<Node> items;     //!< of a list
  std::vector<Entry> entries;  //!< of a map, in the order of the file, keys unique
  Place place;

  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }
  /// The value of a key of a map; null if there is none.
  const Node* find(std::string_view key) const;
};

struct Node::Entry {
  std::string key;
  Place place;  //!< of the key
  Node value;
};

/// Parses one YAML document. Syntax errors, duplicate keys, aliases and a second document go to
/// `errors`; nothing is returned if no tree could be made.
std::optional<Node> parse_yaml(const std::string& text, const std::string& file, ErrorList& errors);

/// A node in YAML's flow style, on one line: `{lognormal: {median: 0.4 s, p95: 2 s}}`.
std::string flow_text(const Node& node);

/// A text as a YAML scalar, in quotes if it needs them.
std::string yaml_scalar(std::string_view text);

/// "a list", "a map", ...: for messages.
std::string_view kind_name(const Node& node);

}  // namespace fieldtwin
