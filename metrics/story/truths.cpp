#include <fmt/format.h>

#include "metrics/labels.hpp"
#include "metrics/story/story.hpp"
#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

std::string gallery_words(const EncounterRecord& record) {
  if (!record.enrolled) return "has no photo of the person";
  const Standing shows = record.evidence.own_record;
  return fmt::format("has a photo of the person, with a record that shows {}, which is {}",
                     standing_words(shows),
                     shows == standing_of(record.status) ? "right" : "wrong");
}

std::string search_words(const EncounterRecord& record) {
  switch (record.match_truth) {
    case MatchTruth::kNotSearched:
      return "did not take place";
    case MatchTruth::kNobody:
      return record.enrolled ? "returned nobody: a missed match" : "returned nobody, rightly";
    case MatchTruth::kOwn:
      return "returned the person's own record";
    case MatchTruth::kOther:
      break;
  }
  const auto& shows = record.evidence.found_record;
  return fmt::format("returned somebody else's record, which shows {}: a false match",
                     shows ? standing_words(*shows) : "nothing");
}

std::string papers_words(const Evidence& evidence) {
  if (evidence.showed_id && evidence.showed_proof) return "a photo ID and proof of status";
  if (evidence.showed_id) return "a photo ID, no proof of status";
  if (evidence.showed_proof) return "proof of status, no photo ID";
  return "nothing";
}

}  // namespace

std::vector<Truth> truths_of(const EncounterRecord& record) {
  return {{"the person", fmt::format("{}; {}; {}, {} years", kStatusLabels[index_of(record.status)],
                                     kEthnicityLabels[index_of(record.ethnicity)],
                                     kSexNames[index_of(record.sex)], record.age)},
          {"the person shows", papers_words(record.evidence)},
          {"the gallery", gallery_words(record)},
          {"the search", search_words(record)}};
}

}  // namespace fieldtwin
