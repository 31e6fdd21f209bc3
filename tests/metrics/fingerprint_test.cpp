#include "metrics/fingerprint.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

TEST(Hash128, IsMurmurHash3) {
  // MurmurHash3_x64_128 of no bytes, of the bytes 0 to 15, and of 0 to 31, from an implementation
  // that gives the published e34bbc7bbc071b6c7a433ca9c49a9347 for "The quick brown fox jumps over
  // the lazy dog".
  EXPECT_EQ(Hash128().finish(), Fingerprint{});
  Hash128 hash;
  hash.add(0x0706050403020100, 0x0f0e0d0c0b0a0908);
  EXPECT_EQ(hash.finish(), (Fingerprint{.low = 0x444924b591903f30, .high = 0xab906456762fe845}));
  hash.add(0x1716151413121110, 0x1f1e1d1c1b1a1918);
  EXPECT_EQ(hash.finish(), (Fingerprint{.low = 0xc66d9022b62f500f, .high = 0x1c050a6e34c31151}));
}

TEST(Fingerprint, GoesToHexAndBack) {
  const Fingerprint print{.low = 0x0123456789abcdef, .high = 0xfedcba9876543210};
  EXPECT_EQ(print.hex(), "fedcba98765432100123456789abcdef");
  EXPECT_EQ(Fingerprint::from_hex(print.hex()), print);
  EXPECT_THROW(Fingerprint::from_hex("12"), std::invalid_argument);
  EXPECT_THROW(Fingerprint::from_hex("g" + std::string(31, '0')), std::invalid_argument);
}

TEST(Fingerprint, ChangesWithEveryDetailOfTheSteps) {
  const std::vector<std::function<void(EncounterRecord&)>> changes{
      [](EncounterRecord&) {},
      [](EncounterRecord& r) { r.id = 2; },
      [](EncounterRecord& r) { r.person = 2; },
      [](EncounterRecord& r) { r.steps.pop_back(); },
      [](EncounterRecord& r) { r.steps[1].time += Seconds(2e-6); },
      [](EncounterRecord& r) { r.steps[1].kind = StepKind::kCaptured; },
      [](EncounterRecord& r) { r.steps[2].value = 1.0; },
      [](EncounterRecord& r) { r.steps[2].value = -1.0; },
      [](EncounterRecord& r) { std::swap(r.steps[0], r.steps[1]); },
      [](EncounterRecord& r) { r.steps[2].value = std::nan(""); }};
  std::set<std::string> prints;
  for (const auto& change : changes) {
    EncounterRecord record = plain_scan(1);
    change(record);
    prints.insert(fingerprint_of(record).hex());
  }
  EXPECT_EQ(prints.size(), changes.size());
}

TEST(Fingerprint, DoesNotSeeTheLastBitsOfATime) {
  EncounterRecord record = plain_scan(1);
  const Fingerprint before = fingerprint_of(record);
  record.steps[1].time += Seconds(1e-10);
  EXPECT_EQ(fingerprint_of(record), before);
}

}  // namespace
}  // namespace fieldtwin
