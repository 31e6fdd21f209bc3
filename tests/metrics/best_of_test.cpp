#include "metrics/best_of.hpp"

#include <gmock/gmock.h>

#include <deque>
#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

/// What happens in a replication: people held, so many of them citizens.
struct Held {
  int all, citizens;
};

class Selections : public testing::Test {
 protected:
  Selections() : directory_("selections") {}

  /// A scenario of 40 scans a replication.
  void add(const std::string& name, std::uint32_t replications,
           const std::function<Held(const Draws&)>& held) {
    StudyIdentity identity = small_identity();
    identity.scenario_hash = name;
    stores_.push_back(ResultStore::open_or_create(directory_ / (name + ".sqlite"), identity));
    for (std::uint32_t i = 0; i < replications; ++i) {
      const auto [all, citizens] = held(Draws(7, i));
      Collector collector(small_scenario(), Draws(7, i), RecordLevel::kNone);
      for (int scan = 0; scan < 40; ++scan) {
        const auto id = static_cast<std::uint64_t>(scan);
        const Status status = scan < citizens ? Status::kUsBorn : Status::kUnauthorised;
        collector.encounter(
            scan < all ? held_scan(id, status, HoldOrigin::kRightRecord, HoldDecision::kAgent, 30.0)
                       : plain_scan(id));
      }
      stores_.back().add(collector.finish(officers(4, 4)));
    }
    names_.push_back(name);
  }

  BestOfSeveral judge(const BestQuestion& question, std::size_t first, std::size_t most) {
    BestOfSeveral best(question, stores_.size());
    for (std::size_t n = first; n <= most && !best.is_decided(); n = next_selection_look(n)) {
      std::deque<StudyData> data;
      std::vector<const StudyData*> pointers(stores_.size(), nullptr);
      for (const std::size_t i : best.remaining()) {
        data.emplace_back(stores_[i], static_cast<std::uint32_t>(n));
        pointers[i] = &data.back();
      }
      best.look(n, pointers);
    }
    return best;
  }

  json written(const BestOfSeveral& best) { return json::parse(selection_json(best, names_)); }

  ScratchDirectory directory_;
  std::deque<ResultStore> stores_;
  std::vector<std::string> names_;
};

/// So many in any replication, plus luck that all scenarios share, plus some of the scenario's own.
std::function<Held(const Draws&)> around(int level, std::uint64_t scenario, int citizens = 0) {
  return [=](const Draws& draws) {
    const int shared = static_cast<int>(8.0 * draws.uniform(Decision::kTest, 0));
    const int own = static_cast<int>(3.0 * draws.uniform(Decision::kTest, scenario));
    return Held{level + shared + own, citizens};
  };
}

BestQuestion fewest_held(double indifference) {
  return {.metric = metric_named("custody.holds"),
          .better = Better::kLower,
          .indifference = {indifference, Tolerance::Of::kUnit},
          .confidence = 0.95,
          .bound = std::nullopt};
}

TEST_F(Selections, FindTheBestAndSayWhoLeftWhen) {
  add("base", 150, around(8, 1));
  add("a-little-better", 150, around(7, 2));
  add("much-worse", 150, around(16, 3));
  const BestOfSeveral best = judge(fewest_held(0.5), 10, 150);
  ASSERT_TRUE(best.is_decided());
  EXPECT_EQ(best.best(), 1u);
  EXPECT_EQ(best.contenders()[2].replications, 10u);
  EXPECT_GT(best.contenders()[0].replications, 10u);
  const json text = written(best);
  EXPECT_EQ(text["selected"], 1);
  EXPECT_EQ(text["decided"], true);
  EXPECT_EQ(text["better"], "lower");
  EXPECT_EQ(text["first_stage"], 10);
  EXPECT_EQ(text["indifference"], 0.5);
  EXPECT_TRUE(text["subject_to"].is_null());
  EXPECT_EQ(text["scenarios"][0]["fate"], "eliminated");
  EXPECT_EQ(text["scenarios"][0]["beaten_by"], 1);
  EXPECT_EQ(text["scenarios"][1]["fate"], "selected");
  EXPECT_EQ(text["scenarios"][2]["replications"], 10);
  EXPECT_EQ(written(judge(fewest_held(0.5), 10, 150)), text);
}

TEST_F(Selections, GoTheOtherWayWhereMoreIsBetter) {
  add("base", 60, around(8, 1));
  add("more", 60, around(12, 2));
  BestQuestion question = fewest_held(0.5);
  question.better = Better::kHigher;
  const BestOfSeveral best = judge(question, 10, 60);
  EXPECT_TRUE(best.is_decided());
  EXPECT_EQ(best.best(), 1u);
}

TEST_F(Selections, OfEqualScenariosTakeTheFirstAtOnce) {
  add("base", 12, around(8, 1));
  add("same", 12, around(8, 1));
  const BestOfSeveral best = judge(fewest_held(0.5), 12, 12);
  EXPECT_TRUE(best.is_decided());
  EXPECT_EQ(best.best(), 0u);
  EXPECT_EQ(written(best)["scenarios"][1]["fate"], "as good");
}

TEST_F(Selections, DoNotTakeRareDifferencesForNone) {
  const auto rarely = [](const Draws& draws) {
    return Held{draws.uniform(Decision::kTest, 9) > 0.9 ? 1 : 0, 0};
  };
  add("base", 40, rarely);
  add("same-so-far", 40, rarely);
  BestQuestion question = fewest_held(0.01);
  EXPECT_FALSE(judge(question, 10, 40).is_decided());
}

BestQuestion fewest_held_with_citizens(double at_most) {
  BestQuestion question = fewest_held(0.5);
  question.bound = HarmBound{metric_named("custody.wrongful.us_citizen.count"), at_most};
  return question;
}

TEST_F(Selections, TakeTheBestOfThoseThatKeepTheBound) {
  add("base", 200, around(8, 1, 1));
  add("harmful", 200, around(5, 2, 5));
  add("middle", 200, around(7, 3, 1));
  const BestOfSeveral best = judge(fewest_held_with_citizens(3.0), 10, 200);
  ASSERT_TRUE(best.is_decided());
  EXPECT_EQ(best.best(), 2u);
  const json text = written(best);
  EXPECT_EQ(text["scenarios"][1]["fate"], "breaks the bound");
  EXPECT_EQ(text["scenarios"][1]["bound"], "broken");
  EXPECT_EQ(text["scenarios"][2]["bound"], "kept");
  EXPECT_EQ(text["subject_to"]["at_most"], 3.0);
  EXPECT_EQ(text["subject_to"]["metric"], "custody.wrongful.us_citizen.count");
}

TEST_F(Selections, CallNothingFeasibleThatIsNotShownToBe) {
  // The first has no harm in ten replications, which shows 0.9 at most, not 0.2.
  add("base", 20, around(5, 1, 0));
  add("other", 20, around(12, 2, 0));
  const BestOfSeveral early = judge(fewest_held_with_citizens(0.2), 10, 10);
  EXPECT_FALSE(early.is_decided());
  EXPECT_EQ(early.best(), std::nullopt);
  EXPECT_EQ(early.contenders()[0].bound, BoundState::kNotShown);
  const json text = written(early);
  EXPECT_EQ(text["decided"], false);
  EXPECT_TRUE(text["selected"].is_null());
  EXPECT_EQ(text["scenarios"][0]["fate"], "undecided");
  EXPECT_EQ(text["scenarios"][1]["fate"], "undecided");
}

TEST_F(Selections, SayThatNoneKeepsTheBound) {
  add("base", 20, around(8, 1, 6));
  add("other", 20, around(8, 2, 7));
  const BestOfSeveral best = judge(fewest_held_with_citizens(1.0), 10, 20);
  EXPECT_TRUE(best.is_decided());
  EXPECT_EQ(best.best(), std::nullopt);
  EXPECT_THAT(best.remaining(), ElementsAre());
}

TEST_F(Selections, RefuseWhatTheyCannotDecide) {
  add("base", 10, [](const Draws&) { return Held{0, 0}; });
  add("other", 10, around(8, 2));
  BestQuestion question = fewest_held(0.05);
  question.indifference.of = Tolerance::Of::kShare;
  try {
    judge(question, 10, 10);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("--indifference"));
  }
  question.metric = metric_named("latency.ice_wait_s.mean");
  EXPECT_THROW(judge(question, 10, 10), std::runtime_error);
}

TEST(SelectionLooks, ComeEveryTenAndThenEveryTenth) {
  EXPECT_EQ(next_selection_look(10), 20u);
  EXPECT_EQ(next_selection_look(100), 110u);
  EXPECT_EQ(next_selection_look(1000), 1100u);
}

}  // namespace
}  // namespace fieldtwin
