#include <nlohmann/json.hpp>

#include "metrics/story/story_output.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json standing(const std::optional<Standing>& standing) {
  return standing ? Json(kStandingNames[index_of(*standing)]) : Json(nullptr);
}

Json fault_of(RecordFault fault) {
  if (fault == RecordFault::kNone) return nullptr;
  return kRecordFaultNames[index_of(fault) - 1];
}

Json truth_of(const EncounterRecord& record) {
  constexpr std::array kMatches{"not_searched", "nobody", "own", "other"};
  const Evidence& evidence = record.evidence;
  const Standing truth = standing_of(record.status);
  return {{"person", record.person},
          {"status", kStatusNames[index_of(record.status)]},
          {"standing", kStandingNames[index_of(truth)]},
          {"ethnicity", kEthnicityNames[index_of(record.ethnicity)]},
          {"sex", kSexNames[index_of(record.sex)]},
          {"age", record.age},
          {"showed_id", evidence.showed_id},
          {"showed_proof", evidence.showed_proof},
          {"enrolled", record.enrolled},
          {"own_record", standing(evidence.own_record)},
          {"own_record_right", evidence.own_record == truth},
          {"record_fault", fault_of(evidence.record_fault)},
          {"face", kFaceShownNames[index_of(evidence.face)]},
          {"candidate", kLikenessNames[index_of(evidence.candidate)]},
          {"match", kMatches[index_of(record.match_truth)]},
          {"found_record", standing(evidence.found_record)},
          {"agent_had_wrong_file", evidence.agent_had_wrong_file},
          {"record_left_wrong", evidence.record_left_wrong}};
}

Json hold_of(const EncounterRecord& record) {
  if (!record.hold) return nullptr;
  const HoldRecord& hold = *record.hold;
  return {{"cause", name_of(hold.origin)},
          {"decision", name_of(hold.decision)},
          {"end", name_of(hold.end)},
          {"length_s", hold.length.value()},
          {"federal", hold.federal}};
}

Json beliefs_of(const StoryStep& step) {
  Json list = Json::array();
  for (const Belief& belief : step.comes_to_hold) {
    list.push_back({{"who", belief.who}, {"what", belief.what}});
  }
  return list;
}

Json steps_of(const Story& story) {
  Json list = Json::array();
  for (const StoryStep& step : story.steps) {
    list.push_back({{"time_s", step.step.time.value()},
                    {"elapsed_s", step.elapsed.value()},
                    {"clock", step.clock},
                    {"kind", name_of(step.step.kind)},
                    {"value", step.step.value},
                    {"who", step.who},
                    {"what", step.what},
                    {"believes", beliefs_of(step)}});
  }
  return list;
}

}  // namespace

Json story_json(const Story& story, const Agreement& agreement) {
  const StorySetting& setting = story.setting;
  const EncounterRecord& record = story.record;
  Json ways = Json::array();
  for (const WayOut& way : story.ways_out) {
    ways.push_back({{"who", way.who}, {"what", way.what}, {"parameter", way.parameter}});
  }
  return {{"case", to_text(setting.id)},
          {"scenario", setting.scenario},
          {"seed", setting.seed},
          {"replication", setting.id.replication},
          {"encounter", setting.id.encounter},
          {"officer", record.officer},
          {"state", setting.state},
          {"area", kAreaNames[index_of(record.area)]},
          {"agrees", {{"fingerprint", true}, {"steps", or_null(agreement.steps)}}},
          {"kinds", story.kinds},
          {"truth", truth_of(record)},
          {"beliefs",
           {{"app_answer", record.app_answer == AppAnswer::kContactIce ? Json("contact_ice")
                           : record.app_answer == AppAnswer::kNoAction ? Json("no_action")
                                                                       : Json("none")},
            {"reference_number",
             record.app_answer == AppAnswer::kNone ? Json(nullptr) : Json(record.id)},
            {"agent_saw_same_person", or_null(record.evidence.agent_saw_same_person)},
            {"agent_took_standing", standing(record.evidence.agent_took_standing)}}},
          {"steps", steps_of(story)},
          {"hold", hold_of(record)},
          {"prolonged_by_s", record.prolonged_by.value()},
          {"ending", story.ending},
          {"ways_out", ways}};
}

}  // namespace fieldtwin
