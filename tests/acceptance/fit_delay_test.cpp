/// Fitted delays against the flows of the same scenario.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

json metrics_of(const Workshop& shop, const std::string& command, const std::string& folder) {
  const Ended ended = shop.run("fieldtwin run " + command + " -q -o " + folder);
  EXPECT_EQ(ended.code, 0) << ended.error;
  return json::parse(shop.text(folder + "/summary.json"))["metrics"];
}

/// Every p50, p95 and p99 of a latency within a share of the flows', and a tenth of a second.
void expect_close(const json& flows, const json& delays, double share) {
  std::size_t compared = 0;
  for (const auto& [name, metric] : flows.items()) {
    const bool quantile = name.ends_with(".p50") || name.ends_with(".p95") || name.ends_with(".p99");
    if (!name.starts_with("latency.") || !quantile || metric["mean"].is_null()) continue;
    const double flow = metric["mean"].get<double>();
    EXPECT_NEAR(delays.at(name)["mean"].get<double>(), flow, share * flow + 0.1) << name;
    ++compared;
  }
  EXPECT_GE(compared, 15u);
}

TEST(FittedDelays, FollowTheFlowsOfTheNationalDay) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin fit-delay national-day -n 20 --seed 9 -o delays.csv").code, 0);
  const json flows = metrics_of(shop, "national-day -n 40", "flows");
  const json delays = metrics_of(
      shop, "national-day -n 40 --set network.fidelity=delay --set tables.delays=delays.csv",
      "delays");
  expect_close(flows, delays, 0.02);
}

TEST(FittedDelays, FollowTheFlowsWhereCrowdsMatter) {
  const Workshop shop;
  const std::string crowded =
      "precinct -n 20 --set programme.officers_trained=300 --set 'network.cell_capacity=1 kbit/s' ";
  EXPECT_EQ(shop.run("fieldtwin fit-delay " + crowded + "--seed 9 -o delays.csv").code, 0);
  const json flows = metrics_of(shop, crowded, "flows");
  const json alone = metrics_of(shop, crowded + "--set network.fidelity=delay", "alone");
  const json delays = metrics_of(
      shop, crowded + "--set network.fidelity=delay --set tables.delays=delays.csv", "delays");
  const auto uplink = [](const json& metrics, const std::string& quantile) {
    return metrics["latency.uplink_s." + quantile]["mean"].get<double>();
  };
  EXPECT_GT(uplink(flows, "p95"), 1.1 * uplink(alone, "p95")) << "crowds matter";
  EXPECT_GT(uplink(flows, "p99"), 1.5 * uplink(alone, "p99"));
  expect_close(flows, delays, 0.08);
}

}  // namespace
}  // namespace fieldtwin
