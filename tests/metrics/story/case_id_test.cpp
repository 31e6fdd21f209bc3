#include "metrics/story/case_id.hpp"

#include <gmock/gmock.h>

namespace fieldtwin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CaseId id(std::uint32_t replication, std::uint64_t officer, std::uint64_t stop) {
  return {replication, officer << 24 | stop};
}

TEST(CaseId, NamesReplicationOfficerAndStop) {
  EXPECT_EQ(to_text(id(12, 837, 5)), "r12-o837-s5");
  EXPECT_EQ(to_text(id(0, 0, 0)), "r0-o0-s0");
}

TEST(CaseId, ReadsBackWhatItWrites) {
  for (const CaseId& one : {id(0, 0, 0), id(12, 837, 5), id(0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFF)}) {
    EXPECT_EQ(parse_case_id(to_text(one)), one);
  }
}

TEST(CaseId, TakesNothingElse) {
  for (const char* text :
       {"", "r", "r1", "r1-o2", "r1-o2-s", "r1-o2-s3 ", " r1-o2-s3", "r-1-o2-s3", "R1-o2-s3",
        "r1-o2-s3x", "r4294967296-o0-s0", "r0-o4294967296-s0", "r0-o0-s16777216", "r1 -o2-s3"}) {
    EXPECT_EQ(parse_case_id(text), std::nullopt) << text;
  }
}

TEST(CaseId, NearIsTheSameReplicationThenTheSameOfficer) {
  const std::vector<CaseId> known{id(0, 5, 9), id(1, 4, 8), id(1, 5, 1), id(1, 5, 20), id(3, 5, 9)};
  EXPECT_THAT(nearest(id(1, 5, 9), known, 3), ElementsAre(id(1, 5, 1), id(1, 5, 20), id(1, 4, 8)));
  EXPECT_THAT(nearest(id(1, 5, 9), known, 0), IsEmpty());
  EXPECT_EQ(nearest(id(1, 5, 9), known, 99).size(), known.size());
}

}  // namespace
}  // namespace fieldtwin
