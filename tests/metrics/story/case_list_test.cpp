#include "metrics/story/case_list.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

TEST(CaseList, HoldsExactlyTheCasesOfTheStudy) {
  const ScratchDirectory directory("case_list");
  StudyIdentity identity = small_identity();
  identity.record = name_of(RecordLevel::kAll);
  ResultStore store = ResultStore::open_or_create(directory / "results.sqlite", identity);
  std::vector<CaseId> expected;
  for (const std::uint32_t replication : {0u, 1u, 2u}) {
    const auto result = varied_replication(replication, RecordLevel::kAll);
    store.add(result);
    for (const EncounterRecord& record : result.cases) {
      if (record.prolonged || wrongful_kinds(record).any()) {
        expected.push_back({replication, record.id});
      }
    }
  }
  std::vector<CaseId> listed;
  for (const CaseLine& line : list_cases(store)) {
    listed.push_back(line.id);
    EXPECT_FALSE(line.kinds.empty());
    EXPECT_EQ(line.cause.has_value(), line.end.has_value());
  }
  ASSERT_GT(expected.size(), 10u);
  EXPECT_EQ(listed, expected);
  EXPECT_EQ(case_list_json(list_cases(store)).size(), expected.size());
}

TEST(CaseList, IsATableWithTheIdFirst) {
  CaseLine stop;
  stop.id = {3, std::uint64_t{12} << 24 | 5};
  stop.kinds = {"prolonged"};
  stop.state = "FL";
  stop.status = "naturalised";
  stop.match_truth = "nobody";
  stop.prolonged_minutes = 90.0;
  CaseLine line = stop;
  line.kinds = {"us_citizen", "prolonged"};
  line.cause = "false_match";
  line.decision = "agent";
  line.end = "mistake_found";
  line.hold_hours = 4.25;
  EXPECT_EQ(case_table({line, stop}),
            "case       kinds                 state  person       record                  "
            "decided by  ended          hours\n"
            "r3-o12-s5  us_citizen,prolonged  FL     naturalised  somebody else's record  "
            "ICE agent   mistake found    4.2\n"
            "r3-o12-s5  prolonged             FL     naturalised  no record               "
            "-           let go           1.5\n");
}

}  // namespace
}  // namespace fieldtwin
