#include "agents/outlook/outlook.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "agents/encounter/human_check.hpp"
#include "agents/encounter/review.hpp"
#include "agents/encounter/second_photo.hpp"
#include "agents/encounter/weigh.hpp"
#include "agents/outlook/rare_branch.hpp"

namespace fieldtwin {

Outlook::Outlook(const Scenario& scenario, const Draws& draws, const Population& population,
                 const Matcher& matcher)
    : scenario_(scenario),
      draws_(draws),
      population_(population),
      matcher_(matcher),
      handle_time_(scenario.ice.handle_time.distribution()) {
  for (std::size_t origin = 0; origin < kHoldOrigins; ++origin) {
    for (std::size_t status = 0; status < kStatuses; ++status) {
      const auto of = static_cast<HoldOrigin>(origin);
      const auto person = static_cast<Status>(status);
      if (!is_mistaken(of, standing_of(person))) continue;
      hours_[origin][status] =
          mean_length_of_mistake(scenario.custody, population, of, person) / 1_h;
    }
  }
}

/// What the service finds for what was sent.
SearchResult Outlook::found(const Circumstances& circumstances, const Person& person) const {
  const EncounterId id = circumstances.stop.id;
  const Sent& sent = circumstances.sent;
  std::optional<SearchResult> face;
  if (sent.face == Photo::Face::kTaken) {
    const Photo photo = photo_of({scenario_, matcher_, draws_, id.value}, population_, person);
    face = search_result(scenario_, matcher_, identify(matcher_, photo, draws_, id), photo, draws_,
                         id);
  }
  if (scenario_.system != SystemKind::kMobileFortify) return face.value();
  const PrintsFound prints =
      sent.prints == PrintsTaken::kYes
          ? prints_found(scenario_.fingerprints, person, draws_, id)
          : PrintsFound::kNotTaken;
  return fused(scenario_, face, prints, person, draws_, id);
}

Outcome Outlook::outcome(const Circumstances& circumstances) const {
  const auto& [given, answered, visit, contact, sent] = circumstances;
  const EncounterId id = given.id;
  Stop stop = given;
  stop.person = population_.person(given.person.id);
  const Standing truth = stop.person.standing();
  const KeptPolicy kept(scenario_, stop.preparation);
  const Policy& policy = *kept;
  const Seconds limit = latest_end(policy, stop);

  const SearchResult by_service = found(circumstances, stop.person);
  const SearchResult result = checked(scenario_.safeguards.human_check, by_service, draws_, id);
  const Seconds shown = by_service.shown.answer == AppAnswer::kContactIce ? contact : answered;
  const bool weighs = scenario_.system == SystemKind::kMobileFortify &&
                      result.shown.answer == AppAnswer::kContactIce;
  const Weighed weighed =
      weighs ? weigh(scenario_.fortify, result, stop, draws_) : Weighed::kNothingAgainst;
  const ShownPapers papers = weighed == Weighed::kSetAside ? ShownPapers::kNone : stop.papers;
  const OfficerAction action = weighed == Weighed::kNameDiffers
                                   ? OfficerAction::kRelease
                                   : decide_action(policy, {result.shown, papers}, draws_, id);
  Outcome out{result, action, std::nullopt, std::nullopt, shown, Seconds(0.0)};

  const auto hold = [&](HoldDecision decision, File file = File::kRight) {
    out.hold = HoldBasis{origin_of(result, truth, file), decision};
  };
  if (out.action == OfficerAction::kHold) hold(HoldDecision::kOfficerAlone);
  if (out.action == OfficerAction::kCall) {
    const bool leaves_at_limit = lets_go_at_limit(policy, draws_, id);
    Seconds ends = visit.gave_up;
    if (visit.reached) {
      ends = *visit.reached + usual_handle_time(scenario_.ice, draws_, id);
      if (claims(scenario_.ice, truth, draws_, id)) ends += claim_time(scenario_.ice, draws_, id);
    }
    // Who is beyond the limit before the call does not call.
    const bool in_time = !leaves_at_limit || (shown < limit && ends <= limit);
    out.ended = in_time ? ends : std::max(shown, limit);
    if (in_time && visit.reached) {
      const Review seen = review(scenario_.ice, scenario_.records, result, truth, draws_, id);
      if (verdict_of(seen.belief) == Verdict::kHold) hold(HoldDecision::kAgent, seen.file);
    } else if (in_time && holds_unanswered(policy, draws_, id)) {
      hold(HoldDecision::kOfficerUnanswered);
    }
  }
  if (outlasts(out.ended, limit)) out.prolonged_by = out.ended - limit;
  if (out.hold) {
    out.course = hold_course(scenario_.custody, out.hold->origin,
                             population_.record_fault(stop.person), truth, draws_, id);
  }
  return out;
}

Outlook::CallChances Outlook::call_chances(const Circumstances& circumstances) const {
  const auto& [stop, answered, visit, shown, sent] = circumstances;
  const Seconds limit = latest_end(scenario_.policy, stop);
  const KeptPolicy policy(scenario_, stop.preparation);
  const double leaves = (*policy).releases_at_limit.mean().value();
  const double stays = 1.0 - leaves;
  const bool can_wait = shown < limit;
  CallChances chances{0.0, 0.0, outlasts(shown, limit) ? leaves : 0.0};
  if (!visit.reached) {
    chances.unanswered = stays + (can_wait && visit.gave_up <= limit ? leaves : 0.0);
    if (outlasts(visit.gave_up, limit)) chances.prolonged += stays;
    return chances;
  }
  chances.verdict = stays;
  const double u = draws_.uniform(Decision::kCallHandleTime, stop.id.value);
  const auto add = [&](double weight, Seconds began) {
    if (weight == 0.0) return;
    if (can_wait && handle_time_.at_most(u, (limit - began).value())) {
      chances.verdict += weight * leaves;
    } else if (!handle_time_.at_most(u, (limit - began + kOnTime).value())) {
      chances.prolonged += weight * stays;
    }
  };
  const double claim = claim_probability(scenario_.ice, stop.person.standing());
  add(1.0 - claim, *visit.reached);
  if (claim > 0.0) add(claim, *visit.reached + claim_time(scenario_.ice, draws_, stop.id));
  return chances;
}

/// The leaves of one scan's tree as they are added up.
struct Outlook::Sum {
  const Stop& stop;
  const Policy& policy;  //!< the officer's
  std::uint64_t encounter;
  ExpectedHarm harm;
  Standing truth;
  ActionProbabilities action;  //!< where nothing is weighed
  CallChances call;
  double holds_unanswered;
  bool is_checked;      //!< by a reviewer, before "contact ICE"
  double found = 0.0;   //!< probability that the service finds so
  double called = 0.0;  //!< and that the officer calls

  // What the fingerprints leave of what the face says: the probability that it counts, where it is
  // the person's own that returned their own record, and where it is anything else.
  double own_face_counts = 1.0;
  double face_counts = 1.0;
  double own_face = 0.0;  //!< probability that the face returns the person

  void add(HoldOrigin origin, HoldDecision decision, double probability, double hours) {
    if (probability == 0.0) return;
    auto& share = harm.holds[index_of(origin)][index_of(decision)];
    share.probability += probability;
    share.hours += probability * hours;
  }
};

ExpectedHarm Outlook::expected(const Circumstances& circumstances) const {
  const Stop& stop = circumstances.stop;
  const Person& person = stop.person;
  const AppBelief contact{AppAnswer::kContactIce, ReferenceNumber{stop.id.value}};
  const KeptPolicy policy(scenario_, stop.preparation);
  Sum sum{stop,
          *policy,
          stop.id.value,
          {},
          person.standing(),
          action_probabilities(*policy, {contact, stop.papers}),
          call_chances(circumstances),
          (*policy).holds_unanswered.mean().value(),
          is_checked(scenario_.safeguards.human_check, draws_, stop.id)};
  sum.harm.state = static_cast<std::uint16_t>(person.state);
  sum.harm.ethnicity = person.ethnicity;
  sum.harm.sex = person.sex;
  sum.harm.age = person.age;
  sum.harm.status = person.status;

  if (scenario_.system == SystemKind::kMobileFortify) {
    add_fused(sum, circumstances);
  } else {
    add_faces(sum);
  }

  const Seconds limit = latest_end(scenario_.policy, stop);
  const bool late = outlasts(circumstances.answered, limit);
  const bool late_contact = outlasts(circumstances.contact, limit);
  sum.harm.prolonged = sum.called * sum.call.prolonged +
                       (late_contact ? sum.found - sum.called : 0.0) +
                       (late ? 1.0 - sum.found : 0.0);
  return sum.harm;
}

/// The leaves of face and fingerprints together: those of the prints where they speak, those of the
/// face as far as the rule lets it, and nobody.
void Outlook::add_fused(Sum& sum, const Circumstances& circumstances) const {
  const Person& person = sum.stop.person;
  const bool has_face = circumstances.sent.face == Photo::Face::kTaken;
  const PrintsProbabilities prints =
      circumstances.sent.prints == PrintsTaken::kYes
          ? prints_probabilities(scenario_.fingerprints, person, draws_)
          : PrintsProbabilities{};
  const bool both = scenario_.fingerprints.fusion == Fusion::kBoth;
  const double silent = 1.0 - prints.own - prints.other;
  sum.own_face_counts = both ? prints.own : silent;
  sum.face_counts = both ? 0.0 : silent;
  if (has_face) add_faces(sum);
  if (!both) {
    add_candidate(sum, prints.own * shows_removable(person), FaceShown::kPerson, Likeness::kSelf);
    add_candidate(sum, prints.other * scenario_.records.removable_share.mean().value(),
                  FaceShown::kPerson, Likeness::kStranger);
  }
  if (scenario_.service.no_match_answer != NoMatchAnswer::kContactIce) return;
  const double nobody = both ? 1.0 - sum.own_face * prints.own : has_face ? 0.0 : silent;
  add_candidate(sum, nobody, FaceShown::kPerson, Likeness::kNobody);
}

void Outlook::add_faces(Sum& sum) const {
  const Stop& stop = sum.stop;
  const Person& person = stop.person;
  const FaceProbabilities face =
      face_probabilities(scenario_.capture, spoof_of(scenario_.capture, draws_, stop.id.value));
  // Whether another's face is in the frame or in a picture, what follows is the same.
  const double another =
      looked_into(face.bystander + face.picture, RareBranch::kOtherFace, draws_, stop.id.value);
  add_face(sum, 1.0 - another, FaceShown::kPerson, person, 1.0);
  if (another > 0.0) {
    const Person other = other_face(population_, person, draws_, stop.id.value);
    const Capture& capture = scenario_.capture;
    const double same_face =
        (face.bystander * same_face_probability(capture, FaceShown::kBystander) +
         face.picture * same_face_probability(capture, FaceShown::kPicture)) /
        (face.bystander + face.picture);
    add_face(sum, another, FaceShown::kBystander, other, same_face);
  }
}

void Outlook::add_face(Sum& sum, double mass, FaceShown face, const Person& person,
                       double same_face) const {
  const Taking taking{scenario_, matcher_, draws_, sum.encounter};
  Subject subject{face, person, Kin::kNone};
  const Picture first = accepted_picture(taking, subject, Shot::kFirst);
  std::optional<Picture> second;
  if (scenario_.safeguards.two_photos.rule == SecondPhoto::kMustAgree) {
    second = accepted_picture(taking, subject, Shot::kSecond);
  }
  const bool own = face == FaceShown::kPerson;
  const auto kin = population_.kin_probabilities(person.status);
  const double twin = looked_into(kin.twin, own ? RareBranch::kTwin : RareBranch::kOtherFacesTwin,
                                  draws_, sum.encounter);
  const double relative =
      looked_into(kin.relative, own ? RareBranch::kRelative : RareBranch::kOtherFacesRelative,
                  draws_, sum.encounter);
  double self = 0.0, stranger = 0.0, nobody = 0.0;
  const auto search = [&](double weight, Kin whose, Likeness likeness) {
    if (weight == 0.0) return;
    subject.kin = whose;
    const Probe probe = probe_of(subject, first);
    const IdentificationProbabilities found =
        matcher_.probabilities(probe, sum.encounter, draws_);
    const auto again = [&](Likeness candidate) {
      return second ? same_face * found_again(taking, probe, probe_of(subject, *second), candidate)
                    : 1.0;
    };
    if (own) sum.own_face += mass * weight * found.own;
    self += weight * found.own * again(Likeness::kSelf);
    stranger += weight * found.other * again(Likeness::kStranger);
    nobody += weight * found.nobody * again(Likeness::kNobody);
    if (likeness == Likeness::kNobody) return;  // none of the person's kin is in the gallery
    add_candidate(sum,
                  sum.face_counts * mass * weight * found.kin * again(likeness) *
                      shows_removable(person),
                  face, likeness);
  };
  search(1.0 - twin - relative, Kin::kNone, Likeness::kNobody);
  search(twin, Kin::kTwin, Likeness::kTwin);
  search(relative, Kin::kRelative, Likeness::kRelative);
  add_candidate(sum, (own ? sum.own_face_counts : sum.face_counts) * mass * self *
                         shows_removable(person),
                face, Likeness::kSelf);
  const double counts = sum.face_counts * mass;
  add_candidate(sum, counts * stranger * scenario_.records.removable_share.mean().value(), face,
                Likeness::kStranger);
  if (scenario_.service.no_match_answer == NoMatchAnswer::kContactIce) {
    add_candidate(sum, counts * nobody, face, Likeness::kNobody);
  }
}

/// Probability that a record of the person, or of kin of theirs, shows no lawful status.
double Outlook::shows_removable(const Person& person) const {
  const double wrong = scenario_.records.wrong[index_of(person.status)].mean().value();
  return person.standing() == Standing::kRemovable ? 1.0 - wrong : wrong;
}

void Outlook::add_candidate(Sum& sum, double mass, FaceShown face, Likeness candidate) const {
  if (mass == 0.0) return;
  sum.found += mass;
  if (sum.is_checked) mass *= pass_probability(scenario_.safeguards.human_check, candidate);
  SearchResult result{
      {AppAnswer::kContactIce, {}}, match_truth_of(face, candidate), std::nullopt, face, candidate};
  if (candidate != Likeness::kNobody) result.record = Record{Standing::kRemovable};
  const std::size_t status = index_of(sum.harm.status);
  const ActionProbabilities action =
      scenario_.system == SystemKind::kMobileFortify
          ? weighed_action(scenario_.fortify, sum.policy, result, sum.stop)
          : sum.action;

  const HoldOrigin origin = origin_of(result, sum.truth, File::kRight);
  const double hours = hours_[index_of(origin)][status];
  const double calls = mass * action.call;
  sum.called += calls;
  const ReviewProbabilities review =
      review_probabilities(scenario_.ice, scenario_.records, result, sum.truth);
  sum.add(origin, HoldDecision::kOfficerAlone, mass * action.hold, hours);
  sum.add(origin, HoldDecision::kAgent, calls * sum.call.verdict * review.hold_right_file, hours);
  sum.add(origin, HoldDecision::kOfficerUnanswered,
          calls * sum.call.unanswered * sum.holds_unanswered, hours);
  const HoldOrigin other_file = origin_of(result, sum.truth, File::kAnothers);
  sum.add(other_file, HoldDecision::kAgent, calls * sum.call.verdict * review.hold_anothers_file,
          hours_[index_of(other_file)][status]);
}

}  // namespace fieldtwin
