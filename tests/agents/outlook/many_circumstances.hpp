#pragma once
/// Answered scans at random, without a world: a model that is exact and costs next to nothing.

#include "agents/encounter/human_check.hpp"
#include "agents/outlook/outlook.hpp"
#include "matcher/score/score_matcher.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {

/// The circumstances of as many scans of one scenario as there are numbers: people at random, calls
/// that end anyhow.
class ManyCircumstances {
 public:
  explicit ManyCircumstances(const Scenario& scenario)
      : scenario_(fix_for_replication(scenario, draws_)),
        population_(scenario_, draws_.across_replications()),
        matcher_(find_anchor(scenario_.tables.anchors, scenario_.matcher.anchor), scenario_.matcher,
                 scenario_.gallery, equal_mix()),
        outlook_(scenario_, draws_, population_, matcher_) {}

  static ProbeMix equal_mix() {
    ProbeMix mix{};
    for (auto& group : mix.weight) group = {1.0, 1.0};
    return mix;
  }

  Circumstances at(std::uint64_t id) const {
    const auto u = [&](std::uint16_t i) { return draws_.uniform(Decision::kTest, id, i); };
    const PersonRange everybody{PersonId{0}, population_.size()};
    const Person person = population_.person(everybody.at(u(0)));
    const Stop stop{EncounterId{id},
                    person,
                    weighs() && u(6) < 0.4 ? ShownId::kPhotoId : ShownId::kNone,
                    u(1) < 0.3 ? ShownPapers::kProofOfStatus : ShownPapers::kNone,
                    0_s,
                    Seconds(1200.0 * u(2))};
    const Seconds answered(60.0 + 1500.0 * u(3));
    const Seconds contact =
        contact_shown(scenario_.safeguards.human_check, answered, draws_, stop.id);
    const Seconds later = contact + Seconds(2400.0 * u(4));
    return {stop, answered, u(5) < 0.7 ? DeskVisit{later} : DeskVisit{std::nullopt, later},
            contact, weighs() ? sent(u(7)) : Sent{}};
  }

  const Outlook& outlook() const { return outlook_; }

 private:
  bool weighs() const { return scenario_.system == SystemKind::kMobileFortify; }

  /// Face, prints, or both; where prints have no use, none are taken.
  Sent sent(double u) const {
    if (scenario_.fingerprints.fusion == Fusion::kFaceOnly || u < 0.3) return {};
    return {u < 0.5 ? Photo::Face::kNone : Photo::Face::kTaken, PrintsTaken::kYes};
  }

  Draws draws_{11, 0};
  Scenario scenario_;
  Population population_;
  ScoreMatcher matcher_;
  Outlook outlook_;
};

}  // namespace fieldtwin
