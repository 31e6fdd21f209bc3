#include "folders.hpp"
#include "metrics/labels.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

namespace fieldtwin {
namespace {

std::string manual() {
  std::ifstream stream(FIELDTWIN_SOURCE_DIR "/docs/harm.md");
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(Labels, DefineHarmInTheWordsOfTheManual) {
  const std::string text = manual();
  std::vector<HarmText> harms(kWrongfulTexts.begin(), kWrongfulTexts.end());
  harms.insert(harms.end(), {kHoldText, kProlongedText, kPersonHoursText});
  for (const auto& [label, definition] : harms) {
    const std::string entry = "# " + std::string(label) + "\n" + std::string(definition) + "\n";
    EXPECT_NE(text.find(entry), std::string::npos) << entry;
  }
}

TEST(Labels, NameCausesAndDecisionsAsTheManualDoes) {
  const std::string text = manual();
  const auto expect_row = [&](std::string_view label, std::string_view name) {
    const std::string row = "| " + std::string(label) + " | `" + std::string(name) + "` |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  };
  for (std::size_t i = 0; i < kOriginLabels.size(); ++i) {
    expect_row(kOriginLabels[i], name_of(static_cast<HoldOrigin>(i)));
  }
  for (std::size_t i = 0; i < kDecisionLabels.size(); ++i) {
    expect_row(kDecisionLabels[i], name_of(static_cast<HoldDecision>(i)));
  }
}

}  // namespace
}  // namespace fieldtwin
