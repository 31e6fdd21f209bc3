#include "agents/encounter/answer.hpp"

#include "agents/chance.hpp"
#include "agents/encounter/second_photo.hpp"

namespace fieldtwin {

Identification identify(const Matcher& matcher, const Photo& photo, const Draws& draws,
                        EncounterId id) {
  return matcher.identify(probe_of(photo.subject, photo.first), id.value, draws);
}

Likeness likeness_of(const Identification& found, Kin kin) {
  if (!found.candidate) return Likeness::kNobody;
  switch (found.candidate->whose) {
    case Candidate::Whose::kOwn:
      return Likeness::kSelf;
    case Candidate::Whose::kKin:
      return kin == Kin::kTwin ? Likeness::kTwin : Likeness::kRelative;
    case Candidate::Whose::kOther:
      break;
  }
  return Likeness::kStranger;
}

MatchTruth match_truth_of(FaceShown face, Likeness candidate) {
  if (candidate == Likeness::kNobody) return MatchTruth::kNobody;
  return candidate == Likeness::kSelf && face == FaceShown::kPerson ? MatchTruth::kOwn
                                                                    : MatchTruth::kOther;
}

std::optional<Record> record_found(const Records& parameters, const Subject& subject,
                                   Likeness candidate, const Draws& draws, EncounterId id) {
  const Person& person = subject.person;
  switch (candidate) {
    case Likeness::kNobody:
      return std::nullopt;
    case Likeness::kSelf:
      return person.record;
    case Likeness::kTwin:
    case Likeness::kRelative: {
      const Standing truth = person.standing();
      const auto& wrong = parameters.wrong[index_of(person.status)];
      return Record{chance(draws, wrong, Decision::kKinRecord, id.value) ? wrong_standing(truth)
                                                                         : truth};
    }
    case Likeness::kStranger:
      break;
  }
  const bool removable =
      chance(draws, parameters.removable_share, Decision::kImpostorRecord, id.value);
  return Record{removable ? Standing::kRemovable : Standing::kLawful};
}

double shows_removable_probability(const Records& parameters, const Subject& subject,
                                   Likeness candidate) {
  switch (candidate) {
    case Likeness::kNobody:
      return 0.0;
    case Likeness::kSelf:
      return subject.person.record.shows == Standing::kRemovable ? 1.0 : 0.0;
    case Likeness::kTwin:
    case Likeness::kRelative: {
      const double wrong = parameters.wrong[index_of(subject.person.status)].mean().value();
      return subject.person.standing() == Standing::kRemovable ? 1.0 - wrong : wrong;
    }
    case Likeness::kStranger:
      break;
  }
  return parameters.removable_share.mean().value();
}

AppAnswer answer_for(const std::optional<Record>& record, NoMatchAnswer no_match) {
  const bool contact =
      record ? record->shows == Standing::kRemovable : no_match == NoMatchAnswer::kContactIce;
  return contact ? AppAnswer::kContactIce : AppAnswer::kNoAction;
}

SearchResult search_result(const Scenario& scenario, const Matcher& matcher,
                           const Identification& found, const Photo& photo, const Draws& draws,
                           EncounterId id) {
  const Subject& subject = photo.subject;
  const Likeness candidate = likeness_of(found, subject.kin);
  const auto record = record_found(scenario.records, subject, candidate, draws, id);
  SearchResult result{
      {answer_for(record, scenario.service.no_match_answer), ReferenceNumber{id.value}},
      match_truth_of(subject.face, candidate),
      record,
      subject.face,
      candidate};
  if (photo.second && result.shown.answer == AppAnswer::kContactIce &&
      !second_photo_agrees(scenario, matcher, photo, candidate, draws, id.value)) {
    result.shown.answer = AppAnswer::kNoAction;
    result.photos_disagree = true;
  }
  return result;
}

}  // namespace fieldtwin
