#include "metrics/labels.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {
namespace {

Json term(std::string_view name, std::string_view text) {
  return {{"term", name}, {"text", text}};
}

Json term(const HarmText& harm) {
  return term(harm.label, harm.definition);
}

}  // namespace

Json definitions_section() {
  Json terms = Json::array();
  terms.push_back(term("Scan",
                       "An attempt to identify a person by a photo of the face with the app, "
                       "successful or not."));
  terms.push_back(term("Answer",
                       "What the app shows the officer: a reference number with “contact ICE”, or "
                       "no action."));
  terms.push_back(term("Disposition",
                       "The officer's decision at the end of a stop: the person is held, or let "
                       "go."));
  terms.push_back(term(kHoldText));
  for (const HarmText& harm : kWrongfulTexts) terms.push_back(term(harm));
  terms.push_back(term(kProlongedText));
  terms.push_back(term(kPersonHoursText));
  terms.push_back(term("Photo-year", "One photo kept for one year."));
  terms.push_back(
      term("Replication", "One simulated run of the whole period, with its own chance events."));
  terms.push_back(term("95 % interval",
                       "A range computed so that it contains the simulation's true average in "
                       "about 95 of 100 such studies."));
  return terms;
}

Json limits_section() {
  return {
      "The operators have not published how often the app is used, how well it matches, how large "
      "its gallery is, or what becomes of the photos. Where no figure is public, the study rests "
      "on an assumption, which is marked as one below.",
      "The intervals cover chance within the simulation. They do not cover whether the assumptions "
      "are right.",
      "Published accuracy tests go up to galleries of 12 million people; accuracy in a larger "
      "gallery is extrapolated.",
      "How the trained officers are spread over the states is not public, so differences between "
      "states follow from an assumption.",
      "Whether a hold is wrongful is judged by the true status and identity of simulated people. "
      "It is a count of mistakes, not a legal finding about any real hold.",
      "No person in the simulation is real, and no simulated case stands for a real one."};
}

}  // namespace fieldtwin
