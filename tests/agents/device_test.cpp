#include "agents/device.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

constexpr Seconds kIdle = 15_min;
constexpr Seconds kTotal = 12_h;

TEST(Session, IsNotThereBeforeASignIn) {
  EXPECT_FALSE(Session().is_alive(0_s, kIdle, kTotal));
}

TEST(Session, LivesUpToTheIdleLimitAndNoLonger) {
  Session session;
  session.begin(1_h);
  EXPECT_TRUE(session.is_alive(1_h, kIdle, kTotal));
  EXPECT_TRUE(session.is_alive(1_h + kIdle, kIdle, kTotal));
  EXPECT_FALSE(session.is_alive(1_h + kIdle + 1e-3_s, kIdle, kTotal));
}

TEST(Session, UseStartsTheIdleTimeAnew) {
  Session session;
  session.begin(0_s);
  session.use(10_min);
  EXPECT_TRUE(session.is_alive(25_min, kIdle, kTotal));
  EXPECT_FALSE(session.is_alive(25_min + 1_s, kIdle, kTotal));
}

TEST(Session, UseDoesNotMoveTheTotalLimit) {
  Session session;
  session.begin(1_h);
  for (Seconds t = 1_h; t < 13_h; t += 10_min) session.use(t);
  EXPECT_TRUE(session.is_alive(13_h, kIdle, kTotal));
  EXPECT_FALSE(session.is_alive(13_h + 1e-3_s, kIdle, kTotal));
}

TEST(Session, ASignInStartsBothAnew) {
  Session session;
  session.begin(0_s);
  session.begin(20_h);
  EXPECT_TRUE(session.is_alive(20_h + 5_min, kIdle, kTotal));
}

}  // namespace
}  // namespace fieldtwin
