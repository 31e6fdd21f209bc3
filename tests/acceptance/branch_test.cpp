/// fieldtwin branch, as a user runs it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The differences of a compare.json whose alternative is `name`.
std::vector<json> differences(const std::string& comparison, const std::string& name) {
  std::vector<json> out;
  const json metrics = json::parse(comparison)["metrics"];
  for (const json& sides : metrics) {
    out.push_back(sides["alternatives"][name]["difference"]);
  }
  return out;
}

/// branch.yaml: the precinct with something else.
void write(const Workshop& shop, const std::string& change) {
  std::ofstream(shop.folder() / "branch.yaml") << "extends: precinct\ntitle: T\n" << change;
}

TEST(Branch, ThatChangesNothingDiffersByExactlyNothing) {
  const Workshop shop;
  const Ended ended =
      shop.run("fieldtwin branch precinct --at 10:00 --set ice.agents_day=15 -n 3 --json -q");
  EXPECT_EQ(ended.code, 0) << ended.error;
  std::size_t estimated = 0;
  for (const json& difference : differences(ended.out, "branch")) {
    if (difference["mean"].is_null()) continue;  // of a group that nobody belongs to
    EXPECT_EQ(difference["mean"], 0.0);
    ++estimated;
  }
  EXPECT_GT(estimated, 50u);
  EXPECT_TRUE(shop.has("fieldtwin-out/precinct-branch/compare.json"));
}

TEST(Branch, AtMidnightIsACompare) {
  const Workshop shop;
  write(shop, "encounters:\n  scan_with_id: {value: 1 %, assumption: {range: [0 %, 9 %], why: test}}\n");
  const Ended compared =
      shop.run("fieldtwin compare precinct branch.yaml -n 4 -o compared --json -q");
  EXPECT_EQ(compared.code, 0) << compared.error;
  const Ended branched = shop.run(
      "fieldtwin branch precinct --at 00:00 --set 'encounters.scan_with_id=1 %' -n 4 -o branched "
      "--json -q");
  EXPECT_EQ(branched.code, 0) << branched.error;
  EXPECT_EQ(compared.out, branched.out);
  EXPECT_LT(json::parse(branched.out)["metrics"]["scans.total"]["alternatives"]["branch"]
                       ["difference"]["ci_high"],
            0.0);
}

TEST(Branch, WithAFaultIsTheScenarioWithTheFault) {
  const Workshop shop;
  const std::string fault = "{target: service, from: 12 h, until: 14 h, capacity: 0 %}";
  write(shop, "faults:\n  - " + fault + "\n");
  const Ended compared = shop.run("fieldtwin compare precinct branch.yaml -n 3 -o a --json -q");
  const Ended branched =
      shop.run("fieldtwin branch precinct --at 11:00 --fault '" + fault + "' -n 3 -o b --json -q");
  EXPECT_EQ(compared.code, 0) << compared.error;
  EXPECT_EQ(branched.code, 0) << branched.error;
  EXPECT_EQ(compared.out, branched.out);
}

TEST(Branch, CanBeResumedAndTold) {
  const Workshop shop;
  const std::string branch =
      "fieldtwin branch precinct --at 'day 2 10:00' --both period.days=2 "
      "--set 'policy.stop_limit=1 min' -o b -q ";
  EXPECT_EQ(shop.run(branch + "-n 2").code, 0);
  EXPECT_EQ(shop.run(branch + "-n 3").code, 0);
  EXPECT_THAT(shop.text("b/02-branch/resolved.yaml"),
              HasSubstr("changes:\n  - {at: 34 h, parameter: policy.stop_limit, value: 1 min"));
  const Ended listed = shop.run("fieldtwin story b/02-branch --json");
  const json cases = json::parse(listed.out);
  ASSERT_FALSE(cases.empty());
  const Ended told =
      shop.run("fieldtwin story b/02-branch " + cases[0]["case"].get<std::string>());
  EXPECT_EQ(told.code, 0) << told.error;
}

}  // namespace
}  // namespace fieldtwin
