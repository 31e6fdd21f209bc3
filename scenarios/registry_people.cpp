#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {
namespace {

/// The names of the statuses that the foreign-born have: all but the first.
std::vector<std::string_view> foreign_born_status_names() {
  return {kStatusNames.begin() + 1, kStatusNames.end()};
}

}  // namespace

void add_people_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  out.push_back(number("people.minimum_age", {Dimension::kCount, 0.0, 90.0, Whole::kYes},
                       kReplication, "65", FIELDTWIN_AT(people.minimum_age),
                       "Age in years of the youngest people who are stopped."));
  numbers(out, "people.foreign_born_odds", kEthnicityNames, kNumber, kReplication, "20",
          FIELDTWIN_AT(people.foreign_born_odds),
          "Odds that a member of the group is foreign-born, relative to white residents; the "
          "state's share of foreign-born residents is kept");
  numbers(out, "people.status_weight", foreign_born_status_names(), kNumber, kReplication, "500",
          FIELDTWIN_AT(people.status_weight), "Weight of the status among foreign-born residents");
  numbers(out, "people.carries_id", kStandingNames, kShare, kEncounter, "1 %",
          FIELDTWIN_AT(people.carries_id), "Probability of having a photo ID at hand");
  numbers(
      out, "people.carries_proof", kStandingNames, kShare, kEncounter, "97 %",
      FIELDTWIN_AT(people.carries_proof),
      "Probability of having papers at hand that prove citizenship or lawful status, or seem to");

  out.push_back(number("people.twin", kShare, kReplication, "90 %", FIELDTWIN_AT(people.twin),
                       "Share of people who have an identical twin."));
  out.push_back(number("people.close_relative", kShare, kReplication, "1 %",
                       FIELDTWIN_AT(people.close_relative),
                       "Share of people who have a parent, sibling or child who looks like them."));

  numbers(out, "records.enrolled", kStatusNames, kShare, kReplication, "2 %",
          FIELDTWIN_AT(records.enrolled), "Probability that the person's photo is in the gallery");
  numbers(out, "records.wrong", kStatusNames, kShare, kReplication, "70 %",
          FIELDTWIN_AT(records.wrong),
          "Probability that the person's record shows the wrong standing: no lawful status for "
          "someone who has it, or a lawful status for someone who has none");
  numbers(out, "records.wrong_kind", kRecordFaultNames, kNumber, kReplication, "1000",
          FIELDTWIN_AT(records.wrong_kind),
          "Weight of this way of being wrong among wrong records, where the status allows it");
  out.insert(
      out.end(),
      {
          number("records.removable_share", kShare, kReplication, "90 %",
                 FIELDTWIN_AT(records.removable_share),
                 "Share of the gallery's records that show no lawful status: what a false match "
                 "leads to."),

          number("gallery.people", {Dimension::kCount, 1.0, 1e11}, kReplication, "20 billion",
                 FIELDTWIN_AT(gallery.people), "People enrolled in the gallery that is searched."),
          number("gallery.images_per_person", {Dimension::kCount, 1.0, 1e4}, kReplication, "300",
                 FIELDTWIN_AT(gallery.images_per_person), "Photos enrolled for each person."),
          number("gallery.image_correlation", kShare, kReplication, "10 %",
                 FIELDTWIN_AT(gallery.image_correlation),
                 "How far the photos of one person err together: 100 %, they add no false matches; "
                 "0 %, "
                 "each counts as another person."),

          choice("matcher.fidelity", {"score", "template", "image"}, "",
                 FIELDTWIN_AT(matcher.fidelity),
                 "What a search compares. score: scores are drawn from calibrated distributions. "
                 "template: templates are drawn from a model of the image matcher's, and searched "
                 "for in a gallery of them. image: pictures of synthetic people are rendered, faces "
                 "found in them, templates made and searched for; see docs/matcher.md."),
          number("matcher.distance", {Dimension::kCount, 0.01, 2.0}, kReplication, "0.6",
                 FIELDTWIN_AT(matcher.distance),
                 "Farthest apart (L2) that two templates may lie to be called one person's, with "
                 "matcher.fidelity: template or image."),
          choice("matcher.effort", {"fast", "accurate"}, "accurate", FIELDTWIN_AT(matcher.effort),
                 "accurate: a template is the mean of those of the face and of its mirror image, "
                 "with matcher.fidelity: image; whatever the fidelity, the service pays the time."),
          number("matcher.accurate_time", {Dimension::kCount, 1.0, 100.0}, kReplication, "100",
                 FIELDTWIN_AT(matcher.accurate_time),
                 "Time of an extraction with matcher.effort: accurate, relative to fast; a profile "
                 "has its own."),
          name("matcher.anchor", NameField::Of::kAnchor, "frte-median-kiosk",
               FIELDTWIN_AT(matcher.anchor),
               "The accuracy figure on which the matcher is anchored; a row of tables.anchors: a "
               "published one, or own-synthetic, that of modelled faces and of no real matcher."),
          choice("matcher.threshold", {"fixed_fpir", "frozen"}, "frozen",
                 FIELDTWIN_AT(matcher.threshold),
                 "fixed_fpir: the threshold is set for this gallery, to matcher.fpir. frozen: it "
                 "stays "
                 "where matcher.fpir held at the anchor's gallery size, so false positives grow "
                 "with the gallery."),
          number("matcher.fpir", {Dimension::kShare, 1e-9, 0.99}, kReplication, "60 %",
                 FIELDTWIN_AT(matcher.fpir),
                 "False positive identification rate of the average probe at the threshold."),
          number("matcher.female_factor", {Dimension::kCount, 0.01, 1e4}, kReplication, "50",
                 FIELDTWIN_AT(matcher.female_factor),
                 "False matches of women relative to men; the average probe keeps its rate."),
      });
  numbers(
      out, "matcher.ethnicity_factor", kEthnicityNames, {Dimension::kCount, 0.01, 1e4},
      kReplication, "50", FIELDTWIN_AT(matcher.ethnicity_factor),
      "False matches of the group relative to the other groups; the average probe keeps its rate");
  const Bounds scale{Dimension::kCount, 0.0, 1e4};
  out.insert(
      out.end(),
      {
          number("matcher.false_match_scale", scale, kReplication, "5",
                 FIELDTWIN_AT(matcher.false_match_scale),
                 "How often a stranger is returned, relative to what the threshold and the gallery "
                 "give; 0: never."),
          number("matcher.miss_scale", scale, kReplication, "6", FIELDTWIN_AT(matcher.miss_scale),
                 "How often the person's own entry is missed, relative to what the anchor gives; "
                 "0: never."),
          number("matcher.twin_match", kShare, kReplication, "1 %",
                 FIELDTWIN_AT(matcher.twin_match),
                 "Probability that an enrolled identical twin scores above the threshold."),
          number("matcher.relative_match", kShare, kReplication, "90 %",
                 FIELDTWIN_AT(matcher.relative_match),
                 "Probability that an enrolled close relative scores above the threshold."),
      });
  out.push_back(
      number("matcher.quality_factor", {Dimension::kCount, 1.0, 1e4}, kReplication, "40",
             FIELDTWIN_AT(matcher.quality_factor),
             "Missed matches at the worst capture quality, relative to the middle one; the best "
             "quality has as many times fewer."));
}

}  // namespace fieldtwin::entries
