#pragma once
/// What becomes of an answered scan: what did, by the encounter's own draws, and what was to be
/// expected, by probabilities.

#include <array>
#include <optional>

#include "agents/encounter/action.hpp"
#include "agents/encounter/answer.hpp"
#include "agents/encounter/hold_course.hpp"
#include "agents/outlook/circumstances.hpp"
#include "agents/outlook/quantile_bounds.hpp"
#include "agents/population.hpp"
#include "matcher/matcher.hpp"
#include "metrics/expected_harm.hpp"

namespace fieldtwin {

/// How an answered scan ends.
struct Outcome {
  SearchResult result;
  OfficerAction action;
  std::optional<HoldBasis> hold;
  std::optional<HoldCourse> course;  //!< of the hold, if there is one
  Seconds ended;                     //!< the officer's decision: let go or held
  Seconds prolonged_by;              //!< beyond the stop's limit; 0: not
};

/// The part of an encounter from the photo on, under one set of parameters and outside simulated
/// time. Both answers rest on the functions of agents/encounter that the simulated encounter calls,
/// with the same draws.
class Outlook {
 public:
  /// `scenario` must be resolved for the replication; it, the population and the matcher must be of
  /// the same parameters, and outlive this.
  Outlook(const Scenario& scenario, const Draws& draws, const Population& population,
          const Matcher& matcher);

  /// What happens in these circumstances. With the parameters of the replication that they are
  /// from, it is what happened. Under others, what came before the answer is left as it was, and so
  /// is the desk: where its delay is not to be, give the circumstances answered_at_once.
  Outcome outcome(const Circumstances& circumstances) const;

  /// The probabilities of all that can happen in these circumstances, with the expected length of
  /// each kind of hold: exact sums over whose face is in the photo, whom of their kin the gallery
  /// holds, whom the searches of face and fingerprints return, whether the record is wrong, what the
  /// officer makes of it and does, whether
  /// ICE answers in time, and what the agent makes of it. See docs/rare-harm.md.
  ExpectedHarm expected(const Circumstances& circumstances) const;

 private:
  struct Sum;
  /// What a call would lead to. The rest of 1: the officer lets go at the limit.
  struct CallChances {
    double verdict;     //!< an agent decides in time
    double unanswered;  //!< the officer gives up calling in time
    double prolonged;   //!< the stop outlasts its limit
  };
  CallChances call_chances(const Circumstances& circumstances) const;
  SearchResult found(const Circumstances& circumstances, const Person& person) const;
  void add_fused(Sum& sum, const Circumstances& circumstances) const;
  void add_faces(Sum& sum) const;
  /// `same_face`: probability that a second photo shows the face of the first.
  void add_face(Sum& sum, double mass, FaceShown face, const Person& person,
                double same_face) const;
  void add_candidate(Sum& sum, double mass, FaceShown face, Likeness candidate) const;
  double shows_removable(const Person& person) const;

  const Scenario& scenario_;
  Draws draws_;
  const Population& population_;
  const Matcher& matcher_;
  QuantileBounds handle_time_;
  /// Mean length of a mistaken hold [h], by origin and status of the person.
  std::array<std::array<double, kStatuses>, kHoldOrigins> hours_{};
};

}  // namespace fieldtwin
