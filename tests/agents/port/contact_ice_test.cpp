/// "Contact ICE" at a port: what a hold rests on, and what custody leaves undone.

#include "agents/port/contact_ice.hpp"

#include <gtest/gtest.h>

#include "recorded_port.hpp"

namespace fieldtwin {
namespace {

/// A gate with "contact ICE" in the place of the document check, a third not in the gallery, no papers
/// at hand, and a gallery of whose records half show no status.
PortRecording gate(const std::vector<std::string>& overrides) {
  std::vector<std::string> all{"port.flights=1", "port.on_doubt=contact_ice",
                               "port.manifest.missing=30 %", "port.documents.carried=0 %",
                               "records.removable_share=50 %"};
  all.insert(all.end(), overrides.begin(), overrides.end());
  return record_port(smooth_airport(all));
}

bool is_mistake(const CrossingRecord& record) {
  return is_mistaken(record.hold->origin, standing_of(record.status));
}

TEST(ContactIce, AHoldRestsOnTheFileThatTheAgentCalledUp) {
  for (const bool wrong : {false, true}) {
    const PortRecording recording =
        gate({wrong ? "ice.wrong_reference=100 %" : "ice.wrong_reference=0 %"});
    std::size_t by_agent = 0;
    for (const CrossingRecord& record : recording.crossings) {
      if (!record.hold || record.hold->decision != HoldDecision::kAgent) continue;
      ++by_agent;
      EXPECT_EQ(record.hold->origin == HoldOrigin::kOtherFile, wrong);
    }
    EXPECT_GT(by_agent, 10u) << wrong;
  }
}

TEST(ContactIce, AnOfficerWhoAsksNobodyHasTheRightFile) {
  const PortRecording recording =
      gate({"ice.wrong_reference=100 %", "policy.holds_without_call=100 %"});
  std::size_t held = 0;
  for (const CrossingRecord& record : recording.crossings) {
    if (!record.hold) continue;
    ++held;
    EXPECT_NE(record.hold->origin, HoldOrigin::kOtherFile);
  }
  EXPECT_GT(held, 10u);
}

TEST(ContactIce, AfterAMistakeAloneSomethingIsNotEntered) {
  const PortRecording recording =
      gate({"custody.release_unentered=100 %", "custody.correction_unentered=100 %"});
  std::size_t mistakes = 0;
  for (const CrossingRecord& record : recording.crossings) {
    const bool mistake = record.hold && is_mistake(record);
    EXPECT_EQ(record.release_not_entered, mistake);
    EXPECT_EQ(record.record_left_wrong, mistake);
    mistakes += mistake ? 1 : 0;
  }
  EXPECT_GT(mistakes, 10u);
}

}  // namespace
}  // namespace fieldtwin
