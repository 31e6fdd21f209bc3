#include "scenarios/reader/yaml_node.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace fieldtwin {
namespace {

/// Builds the tree from the parser's events. (yaml-cpp's own tree accepts duplicate keys silently
/// and follows aliases, which can be cyclic or grow exponentially.)
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string file, ErrorList& errors) : file_(std::move(file)), errors_(errors) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    put(node(Node::Kind::kNull, mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    Node scalar = node(Node::Kind::kScalar, mark);
    scalar.text = value;
    put(std::move(scalar));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Node alias = node(Node::Kind::kNull, mark);
    errors_.add(alias.place,
                {"an alias (*) stands here",
                 "scenarios do not use YAML's aliases: each value carries its own source",
                 "Write the value itself."});
    put(std::move(alias));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({node(Node::Kind::kList, mark), {}});
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open_.push_back({node(Node::Kind::kMap, mark), {}});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  std::optional<Node> root;

 private:
  struct Open {
    Node node;
    std::optional<Node> key;  // of a map, waiting for its value
  };

  Node node(Node::Kind kind, const YAML::Mark& mark) const {
    Node out;
    out.kind = kind;
    out.place = {file_, mark.line + 1, mark.column + 1};
    return out;
  }

  void close() {
    Node done = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(done));
  }

  void put(Node value) {
    if (open_.empty()) {
      root = std::move(value);
      return;
    }
    Open& top = open_.back();
    if (top.node.is_list()) {
      top.node.items.push_back(std::move(value));
    } else if (!top.key) {
      top.key = std::move(value);
    } else {
      add_entry(top, std::move(value));
    }
  }

  void add_entry(Open& map, Node value) {
    const Node key = std::move(*map.key);
    map.key.reset();
    if (!key.is_scalar()) {
      errors_.add(key.place,
                  {std::string(kind_name(key)) + " stands where a key is needed", "", ""});
      return;
    }
    for (const Node::Entry& other : map.node.entries) {
      if (other.key != key.text) continue;
      errors_.add(key.place, {"the key '" + key.text + "' stands here for the second time",
                              "the first is in line " + std::to_string(other.place.line),
                              "Remove one of them."});
      return;
    }
    map.node.entries.push_back({key.text, key.place, std::move(value)});
  }

  std::string file_;
  ErrorList& errors_;
  std::vector<Open> open_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::optional<Node> parse_yaml(const std::string& text, const std::string& file,
                               ErrorList& errors) {
  TreeBuilder builder(file, errors);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      Node nothing;
      nothing.place = {file, 1, 1};
      return nothing;
    }
    const std::optional<Node> first = builder.root;
    if (parser.HandleNextDocument(builder)) {
      errors.add(builder.root ? builder.root->place : Place{file, 1, 1},
                 {"a second YAML document begins here", "a file holds one scenario",
                  "Remove the line '---' and what follows, or make it a file of its own."});
    }
    return first;
  } catch (const YAML::Exception& problem) {
    errors.add({file, problem.mark.line + 1, problem.mark.column + 1},
               {"this is not YAML", problem.msg,
                "Check the indentation, the brackets, and that a space follows each colon, on this "
                "line and the one before it."});
  } catch (const std::exception& problem) {
    errors.add({file, 0, 0}, {"this is not YAML", problem.what(), ""});
  }
  return std::nullopt;
}

std::string yaml_scalar(std::string_view text) {
  const std::string_view unsafe = ":#{}[],&*!|>'\"%@`\\";
  bool plain = !text.empty() && text.front() != ' ' && text.back() != ' ' && text.front() != '-' &&
               text.front() != '?' && text != "~" && text != "null" && text != "Null" &&
               text != "NULL" && text != "true" && text != "false";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) plain = false;
    // A share is written `2 %`; the sign is special at the start of a scalar alone.
    if (c == '%' && c != text.front()) continue;
    if (unsafe.find(c) != std::string_view::npos) plain = false;
  }
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\x";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string flow_text(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::kNull:
      return "~";
    case Node::Kind::kScalar:
      return yaml_scalar(node.text);
    case Node::Kind::kList:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + flow_text(item);
      return "[" + out + "]";
    case Node::Kind::kMap:
      break;
  }
  for (const Node::Entry& entry : node.entries)
    out += (out.empty() ? "" : ", ") + yaml_scalar(entry.key) + ": " + flow_text(entry.value);
  return "{" + out + "}";
}

std::string_view kind_name(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull:
      return "nothing";
    case Node::Kind::kScalar:
      return "a single value";
    case Node::Kind::kList:
      return "a list";
    case Node::Kind::kMap:
      break;
  }
  return "a map";
}

}  // namespace fieldtwin
