#include "agents/attribution/counterfactuals.hpp"

#include "agents/field_matcher.hpp"
#include "agents/officer.hpp"
#include "agents/outlook/outlook.hpp"
#include "agents/probe_weights.hpp"
#include "scenarios/mechanisms.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t bit(Cause cause) {
  return std::size_t{1} << index_of(cause);
}

/// The causes that have a say in which record the search returns.
constexpr std::size_t kOfTheSearch =
    bit(Cause::kFalseMatch) | bit(Cause::kMissedMatch) | bit(Cause::kCapture) | bit(Cause::kRecord);

}  // namespace

/// What searches compare, where they compare faces.
struct Counterfactuals::Faces {
  std::unique_ptr<FaceSource> met;      //!< as they were taken
  std::unique_ptr<FaceSource> perfect;  //!< as they could have been at best
  std::shared_ptr<const Identifier> gallery;
};

struct Counterfactuals::World {
  World(const Scenario& actual, const Draws& draws, const ProbeMix& mix, std::size_t acting,
        const Faces& faces)
      : scenario(without(actual, CauseSet(kAllCauses & ~acting))),
        population(scenario, draws.across_replications()),
        matcher(make_matcher(scenario, mix,
                             ((acting & bit(Cause::kCapture)) != 0 ? faces.met : faces.perfect).get(),
                             faces.gallery)),
        outlook(scenario, draws, population, *matcher) {}

  Scenario scenario;
  Population population;
  std::unique_ptr<const Matcher> matcher;
  Outlook outlook;
};

Counterfactuals::Counterfactuals(const Scenario& scenario, const Draws& draws) {
  const Roster roster(scenario, draws);
  const Population population(scenario, draws.across_replications());
  const ProbeMix mix = probe_mix(scenario, roster, population);
  faces_ = std::make_unique<Faces>();
  faces_->met = make_faces(scenario, draws);
  faces_->perfect = make_faces(without(scenario, CauseSet(bit(Cause::kCapture))), draws);
  faces_->gallery = make_gallery(scenario, population, faces_->met.get(), draws);
  for (std::size_t acting = 0; acting < kCoalitions; ++acting) {
    worlds_.push_back(std::make_unique<World>(scenario, draws, mix, acting, *faces_));
  }
}

Counterfactuals::~Counterfactuals() = default;

Harm Counterfactuals::harm(const Circumstances& circumstances, std::size_t coalition) const {
  Circumstances met = circumstances;
  if ((coalition & bit(Cause::kDeskDelay)) == 0) met.visit = answered_at_once(met.contact);
  const Outcome outcome = worlds_[coalition]->outlook.outcome(met);
  const Status status = met.stop.person.status;
  if (!outcome.hold) return harm_of(status, nullptr, outcome.prolonged_by);
  const HoldRecord hold{outcome.hold->origin, outcome.hold->decision, outcome.course->end,
                        outcome.course->length(), outcome.course->federal > Seconds(0.0)};
  return harm_of(status, &hold, outcome.prolonged_by);
}

bool Counterfactuals::could_differ(const Circumstances& circumstances) const {
  // All subsets of the causes of the search, with the other causes acting.
  std::size_t set = kOfTheSearch;
  while (true) {
    const std::size_t coalition = set | (kAllCauses & ~kOfTheSearch);
    const Outcome outcome = worlds_[coalition]->outlook.outcome(circumstances);
    if (outcome.result.shown.answer == AppAnswer::kContactIce) return true;
    if (set == 0) return false;
    set = (set - 1) & kOfTheSearch;
  }
}

void Counterfactuals::add(const Circumstances& circumstances, HarmGames& games) const {
  if (!could_differ(circumstances)) {
    games.add_to_all(harm(circumstances, kAllCauses));
    return;
  }
  for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition) {
    games.add(coalition, harm(circumstances, coalition));
  }
}

}  // namespace fieldtwin
