#include "folders.hpp"
#include "scenarios/describe/manual.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"
#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

std::string manual() {
  std::ostringstream out;
  write_manual(out);
  return out.str();
}

TEST(Manual, TheCommittedPageIsUpToDate) {
  EXPECT_TRUE(text_of(std::filesystem::path(FIELDTWIN_SOURCE_DIR) / "docs" / "parameters.md") ==
              manual())
      << "docs/parameters.md is written by write_manual: build the target scenario_docs";
}

TEST(Manual, NamesEveryParameter) {
  const std::string text = manual();
  for (const Parameter& parameter : parameters())
    EXPECT_NE(text.find("| `" + parameter.path.substr(parameter.path.find('.') + 1) + "` | "),
              std::string::npos)
        << parameter.path;
}

TEST(Manual, ItsExampleIsAScenario) {
  const std::string text = manual();
  const std::size_t begin = text.find("```yaml\n") + 8;
  const std::string example = text.substr(begin, text.find("```", begin) - begin);
  EXPECT_EQ(errors_of(example), "");
  EXPECT_EQ(load_scenario_text(example, "t.yaml").scenario.faults.size(), 2u);
}

}  // namespace
}  // namespace fieldtwin
