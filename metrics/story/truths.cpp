#include <fmt/format.h>

#include "metrics/labels.hpp"
#include "metrics/story/story.hpp"
#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

std::string gallery_words(const EncounterRecord& record) {
  if (!record.enrolled) return "has no photo of the person";
  const Standing shows = record.evidence.own_record;
  if (shows == standing_of(record.status)) {
    return fmt::format("has a photo of the person, with a record that shows {}, which is right",
                       standing_words(shows));
  }
  return fmt::format("has a photo of the person, with a record that shows {}, which is wrong: {}",
                     standing_words(shows), fault_words(record.evidence.record_fault));
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
  const Evidence& evidence = record.evidence;
  const auto shows = evidence.found_record ? standing_words(*evidence.found_record) : "nothing";
  if (evidence.face != FaceShown::kPerson) {
    return fmt::format("returned a record that shows {}, of {} to the one in the photo", shows,
                       candidate_words(evidence.candidate));
  }
  return fmt::format("returned somebody else's record, that of {}, which shows {}: a false match",
                     candidate_words(evidence.candidate), shows);
}

std::string face_words(FaceShown face) {
  return face == FaceShown::kPicture ? "shows a picture of somebody else, held up to the camera"
                                     : "shows somebody else, who was in the frame";
}

std::string papers_words(const Evidence& evidence) {
  if (evidence.showed_id && evidence.showed_proof) return "a photo ID and proof of status";
  if (evidence.showed_id) return "a photo ID, no proof of status";
  if (evidence.showed_proof) return "proof of status, no photo ID";
  return "nothing";
}

}  // namespace

std::vector<Truth> truths_of(const EncounterRecord& record) {
  std::vector<Truth> truths{
      {"the person", fmt::format("{}; {}; {}, {} years", kStatusLabels[index_of(record.status)],
                                 kEthnicityLabels[index_of(record.ethnicity)],
                                 kSexNames[index_of(record.sex)], record.age)},
      {"the person shows", papers_words(record.evidence)},
      {"the gallery", gallery_words(record)},
      {"the search", search_words(record)}};
  if (record.evidence.face != FaceShown::kPerson) {
    truths.insert(truths.begin() + 2, {"the photo", face_words(record.evidence.face)});
  }
  if (record.evidence.agent_had_wrong_file) {
    truths.push_back({"the ICE agent", "had another person's search on the screen"});
  }
  if (record.evidence.record_left_wrong) {
    truths.push_back({"afterwards", "the record stays wrong, for nobody entered the correction"});
  }
  return truths;
}

}  // namespace fieldtwin
