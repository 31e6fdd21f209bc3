/// Worlds and tornadoes do not depend on who works at them.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kSmall =
    "fieldtwin run precinct-stress -n 2 --set programme.officers_trained=20 -q ";

TEST(Worlds, AreTheSameForAnyNumberOfProcesses) {
  const Workshop shop;
  const std::string command = std::string(kSmall) + "--worlds 6 --tornado ";
  const Ended one = shop.run(command + "-j 1 -o one");
  ASSERT_EQ(one.code, 0) << one.error;
  EXPECT_THAT(one.out, HasSubstr("6 worlds"));
  EXPECT_THAT(one.out, HasSubstr("Which assumption moves what most"));
  ASSERT_EQ(shop.run(command + "-j 2 -o two").code, 0);
  for (const char* file : {"worlds.json", "worlds.csv", "tornado.json", "summary.json"}) {
    EXPECT_EQ(shop.text(std::string("one/") + file), shop.text(std::string("two/") + file)) << file;
  }
  const json worlds = json::parse(shop.text("one/worlds.json"));
  EXPECT_EQ(worlds["worlds"], 6);
  EXPECT_EQ(worlds["metrics"]["custody.holds"]["worlds"].size(), 6u);
  const json tornado = json::parse(shop.text("one/tornado.json"));
  EXPECT_GT(tornado["metrics"]["custody.wrongful.any.count"]["bars"].size(), 3u);
}

}  // namespace
}  // namespace fieldtwin
