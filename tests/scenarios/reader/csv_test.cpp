#include "scenarios/reader/csv.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

const TableShape kShape{{"name", "share"}, {"source"}};

std::string text_of(const ErrorList& errors) {
  try {
    errors.raise_if_any();
  } catch (const ScenarioErrors& problem) {
    return problem.what();
  }
  return "";
}

TEST(Csv, ReadsQuotesCommentsAndLineEnds) {
  ErrorList errors;
  const auto rows =
      parse_csv("# from somewhere, 2025\r\nname,share,source\r\n\"a, \"\"b\"\"\",0.5,x\r\n\nc,1,\n",
                "t.csv", kShape, errors);
  EXPECT_EQ(text_of(errors), "");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text("name"), "a, \"b\"");
  EXPECT_EQ(rows[0].share("share"), 0.5);
  EXPECT_EQ(rows[0].line(), 3);
  EXPECT_EQ(rows[1].text("name"), "c");
  EXPECT_EQ(rows[1].line(), 5);
}

TEST(Csv, ColumnsMayStandInAnyOrder) {
  ErrorList errors;
  const auto rows = parse_csv("share,name\n0.25,a\n", "t.csv", kShape, errors);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].share("share"), 0.25);
  EXPECT_TRUE(errors.empty());
}

TEST(Csv, EveryBadRowIsReported) {
  ErrorList errors;
  for (const CsvRow& row :
       parse_csv("name,share\na\nb,1.5\n\"c,2\nd,x\n,0.1\ne,\"0.1\"z\n", "t.csv", kShape, errors)) {
    row.text("name");
    row.share("share");
  }
  EXPECT_EQ(
      text_of(errors),
      "t.csv:2: error: the row has 1 cells (the header has 2).\n"
      "t.csv:3:3: error: 1.5 in the column 'share' is out of range (it must lie from 0 to 1).\n"
      "t.csv:4: error: the quotes on this line do not match (a cell in quotes ends on its own "
      "line, and a quote "
      "inside it is doubled).\n"
      "t.csv:5:3: error: 'x' in the column 'share' is not a number.\n"
      "t.csv:6:1: error: the column 'name' is empty.\n"
      "t.csv:7: error: the quotes on this line do not match (a cell in quotes ends on its own "
      "line, and a quote "
      "inside it is doubled).");
}

TEST(Csv, HeadersAreChecked) {
  const auto header = [](const std::string& text) {
    ErrorList errors;
    EXPECT_TRUE(parse_csv(text, "t.csv", kShape, errors).empty());
    return text_of(errors);
  };
  EXPECT_EQ(header("nmae,share\n"),
            "t.csv:1: error: the table has no column name (the first line that is no comment names "
            "the columns).\n"
            "t.csv:1:1: error: the table has an unknown column 'nmae'. Did you mean 'name'?");
  EXPECT_EQ(header("name,share,name\n"),
            "t.csv:1:12: error: the column 'name' stands here for the second time.");
  EXPECT_EQ(header("# nothing\n"),
            "t.csv: error: the table is empty (it has no line that names the columns).");
  EXPECT_NE(header("\"name\n"), "");
}

}  // namespace
}  // namespace fieldtwin
