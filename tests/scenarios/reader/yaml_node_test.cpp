#include "scenarios/reader/yaml_node.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

Node parse(const std::string& text) {
  ErrorList errors;
  const auto node = parse_yaml(text, "t", errors);
  EXPECT_TRUE(errors.empty()) << text;
  return node.value_or(Node());
}

std::string errors_in(const std::string& text) {
  ErrorList errors;
  parse_yaml(text, "t", errors);
  try {
    errors.raise_if_any();
  } catch (const ScenarioErrors& problem) {
    return problem.what();
  }
  return "";
}

TEST(YamlNode, KnowsEveryPlace) {
  const Node root = parse("a:\n  b: 5 min\n  c: [1, {d: 2}]\n");
  ASSERT_TRUE(root.is_map());
  const Node* a = root.find("a");
  ASSERT_TRUE(a && a->find("b") && a->find("c"));
  EXPECT_EQ(a->find("b")->text, "5 min");
  EXPECT_EQ(a->find("b")->place.line, 2);
  EXPECT_EQ(a->find("b")->place.column, 6);
  EXPECT_EQ(a->entries[1].place.column, 3);
  const Node& d = *a->find("c")->items.at(1).find("d");
  EXPECT_EQ(d.place.line, 3);
  EXPECT_EQ(d.place.column, 14);
  EXPECT_EQ(root.find("z"), nullptr);
}

TEST(YamlNode, KeepsTextAsItIs) {
  const Node root = parse("[no, 0x10, 1_000, 2025-11-03, \"q: [x\", 1e3]");
  ASSERT_EQ(root.items.size(), 6u);
  EXPECT_EQ(root.items[0].text, "no");
  EXPECT_EQ(root.items[1].text, "0x10");
  EXPECT_EQ(root.items[4].text, "q: [x");
}

TEST(YamlNode, RefusesWhatHidesValues) {
  EXPECT_EQ(errors_in("a: 1\nb: 2\na: 3\n"),
            "t:3:1: error: the key 'a' stands here for the second time (the first is in line 1). "
            "Remove one of them.");
  EXPECT_EQ(errors_in("a: &x 1\nb: *x\n"),
            "t:2:4: error: an alias (*) stands here (scenarios do not use YAML's aliases: each "
            "value carries its own "
            "source). Write the value itself.");
  EXPECT_NE(errors_in("a: &x [*x]\n"), "");
  EXPECT_EQ(errors_in("a: 1\n---\nb: 2\n"),
            "t:3:1: error: a second YAML document begins here (a file holds one scenario). Remove "
            "the line '---' and "
            "what follows, or make it a file of its own.");
  EXPECT_EQ(errors_in("[1, 2]: 3\n"), "t:1:1: error: a list stands where a key is needed.");
}

TEST(YamlNode, SyntaxErrorsHavePlaces) {
  EXPECT_EQ(errors_in("a: [1, 2\nb: 3\n"),
            "t:2:2: error: this is not YAML (end of sequence flow not found). Check the "
            "indentation, the brackets, "
            "and that a space follows each colon, on this line and the one before it.");
  EXPECT_NE(errors_in("a: {b: 1\n"), "");
  EXPECT_NE(errors_in("a: 'x\n"), "");
  EXPECT_NE(errors_in("a: \"x\nb: 2\n\n"), "");
  EXPECT_NE(errors_in("\ta: x\n"), "");
}

TEST(YamlNode, DeepNestingIsRefusedQuietly) {
  EXPECT_NE(errors_in(std::string(100'000, '[')), "");
  EXPECT_NE(errors_in(std::string(100'000, '{')), "");
}

TEST(YamlNode, FlowTextReadsBack) {
  const std::string text =
      "{a: [1, 2 %, {b: \"x: y\"}], c: \"\", d: ~, \"e #\": \"say \\\"hi\\\"\", f: "
      "\"two\\nlines\", g: -3, "
      "h: \"\\x01\", i: \"100 %, more\", j: \"null\"}";
  const Node once = parse(text);
  EXPECT_EQ(flow_text(parse(flow_text(once))), flow_text(once));
  EXPECT_EQ(once.find("c")->text, "");
  EXPECT_TRUE(parse("a: " + flow_text(*once.find("j"))).find("a")->is_scalar());
  EXPECT_EQ(parse("[" + yaml_scalar("- # weird, 'text': [\"") + "]").items.at(0).text,
            "- # weird, 'text': [\"");
}

TEST(YamlNode, NothingIsNull) {
  EXPECT_EQ(parse("").kind, Node::Kind::kNull);
  EXPECT_EQ(parse("# a comment\n").kind, Node::Kind::kNull);
  EXPECT_EQ(parse("a:\n").find("a")->kind, Node::Kind::kNull);
}

}  // namespace
}  // namespace fieldtwin
