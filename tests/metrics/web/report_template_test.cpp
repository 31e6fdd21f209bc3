#include "metrics/web/report_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string_view>

namespace fieldtwin {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

TEST(ReportTemplate, IsOneWholePage) {
  EXPECT_THAT(report_template(), StartsWith("<!doctype html>"));
  EXPECT_THAT(report_template(), EndsWith("</html>\n"));
  EXPECT_LT(report_template().size(), 700'000u);
}

TEST(ReportTemplate, HasTheMarkerOnceInsideItsElement) {
  EXPECT_EQ(count(report_template(), "__FIELDTWIN_STUDY__"), 1u);
  EXPECT_THAT(report_template(),
              HasSubstr(R"(<script type="application/json" id="study">__FIELDTWIN_STUDY__</script>)"));
}

TEST(ReportTemplate, LoadsNothing) {
  EXPECT_THAT(report_template(), HasSubstr("default-src 'none'"));
  EXPECT_THAT(report_template(), Not(HasSubstr("<link")));
  EXPECT_THAT(report_template(), Not(HasSubstr("src=\"http")));
}

}  // namespace
}  // namespace fieldtwin
