#include "agents/encounter/prints.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {
namespace {

SearchResult result_of(const Scenario& scenario, MatchTruth match, std::optional<Record> record,
                       Likeness candidate, EncounterId id) {
  return {{answer_for(record, scenario.service.no_match_answer), ReferenceNumber{id.value}},
          match,
          record,
          FaceShown::kPerson,
          candidate};
}

SearchResult nobody(const Scenario& scenario, EncounterId id) {
  return result_of(scenario, MatchTruth::kNobody, std::nullopt, Likeness::kNobody, id);
}

}  // namespace

bool prints_on_file(const Fingerprints& parameters, const Person& person, const Draws& draws) {
  return chance(draws.across_replications(), parameters.enrolled[index_of(person.status)],
                Decision::kPersonPrintsEnrolled, person.id.value);
}

PrintsFound prints_found(const Fingerprints& parameters, const Person& person, const Draws& draws,
                         EncounterId id) {
  if (prints_on_file(parameters, person, draws) &&
      !chance(draws, parameters.miss, Decision::kPrintsMiss, id.value)) {
    return PrintsFound::kOwn;
  }
  return chance(draws, parameters.false_match, Decision::kPrintsFalseMatch, id.value)
             ? PrintsFound::kOther
             : PrintsFound::kNobody;
}

PrintsProbabilities prints_probabilities(const Fingerprints& parameters, const Person& person,
                                         const Draws& draws) {
  const double own =
      prints_on_file(parameters, person, draws) ? 1.0 - parameters.miss.mean().value() : 0.0;
  return {own, (1.0 - own) * parameters.false_match.mean().value()};
}

SearchResult prints_result(const Scenario& scenario, PrintsFound found, const Person& person,
                           const Draws& draws, EncounterId id) {
  switch (found) {
    case PrintsFound::kOwn:
      return result_of(scenario, MatchTruth::kOwn, person.record, Likeness::kSelf, id);
    case PrintsFound::kOther: {
      const bool removable =
          chance(draws, scenario.records.removable_share, Decision::kPrintsRecord, id.value);
      return result_of(scenario, MatchTruth::kOther,
                       Record{removable ? Standing::kRemovable : Standing::kLawful},
                       Likeness::kStranger, id);
    }
    case PrintsFound::kNobody:
    case PrintsFound::kUnusable:
    case PrintsFound::kNotTaken:
      break;
  }
  return nobody(scenario, id);
}

SearchResult fused(const Scenario& scenario, const std::optional<SearchResult>& face,
                   PrintsFound prints, const Person& person, const Draws& draws, EncounterId id) {
  const bool prints_speak = prints == PrintsFound::kOwn || prints == PrintsFound::kOther;
  switch (scenario.fingerprints.fusion) {
    case Fusion::kFaceOnly:
      break;
    case Fusion::kEither:
      if (prints_speak) return prints_result(scenario, prints, person, draws, id);
      break;
    case Fusion::kBoth: {
      const bool own = face && face->match == MatchTruth::kOwn && prints == PrintsFound::kOwn;
      return own ? *face : nobody(scenario, id);
    }
  }
  return face ? *face : nobody(scenario, id);
}

}  // namespace fieldtwin
