/// What a study needs does not grow with its length.

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

/// Peak resident memory [MB] of the largest process of a study: the driver, which holds the results
/// together, or one of its workers.
double peak_of_study(const Workshop& shop, int replications) {
  const std::string n = std::to_string(replications);
  const pid_t driver = shop.start("fieldtwin run precinct -q -n " + n + " -o study-" + n);
  int status = 1;
  rusage used{};
  EXPECT_EQ(wait4(driver, &status, 0, &used), driver);
  EXPECT_EQ(status, 0);
  return static_cast<double>(used.ru_maxrss) / 1024.0;
}

TEST(Memory, OfAStudyOfTwoHundredRunsIsThatOfFifty) {
  const Workshop shop;
  const double fifty = peak_of_study(shop, 50);
  const double two_hundred = peak_of_study(shop, 200);
  RecordProperty("peak_mb_of_50", std::to_string(fifty));
  RecordProperty("peak_mb_of_200", std::to_string(two_hundred));
  // Four times the replications: their sums, side by side, and nothing else of them, stay in
  // memory.
  EXPECT_LT(two_hundred, 1.25 * fifty) << fifty << " MB for 50";
  EXPECT_GT(fifty, 1.0);
}

}  // namespace
}  // namespace fieldtwin
