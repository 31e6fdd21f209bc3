#include "metrics/report/design_documents.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "metrics/report/report_page.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

TEST(DesignDocuments, HoldWhatWasFoundAndWhatEveryPageTells) {
  const json sweep = json::parse(sweep_document(R"({"study": "s", "analysis": {}})"));
  EXPECT_EQ(sweep["kind"], "sweep");
  EXPECT_EQ(sweep["study"], "s");
  EXPECT_EQ(sweep["confidence"], 0.95);
  EXPECT_GT(sweep["limits"].size(), 0u);
  const json search = json::parse(capacity_document(R"({"slo": "a<=1", "varied": {}})"));
  EXPECT_EQ(search["kind"], "capacity");
  EXPECT_EQ(search["slo"], "a<=1");
}

TEST(DesignDocuments, AreOfNothingElse) {
  EXPECT_THROW(sweep_document("[]"), std::runtime_error);
  EXPECT_THROW(sweep_document("{"), std::runtime_error);
  EXPECT_THROW(sweep_document(R"({"varied": {}})"), std::runtime_error);
  EXPECT_THROW(capacity_document(R"({"analysis": {}})"), std::runtime_error);
}

TEST(DesignPages, CannotBeEndedByATextOfTheStudy) {
  const std::string page = sweep_html(R"({"study": "</script>", "analysis": {}})");
  EXPECT_NE(page.find(R"("study":"\u003c/script>")"), std::string::npos);
}

}  // namespace
}  // namespace fieldtwin
