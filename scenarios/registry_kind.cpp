#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {
namespace {

constexpr SystemSet kIdentify = SystemSet::of(SystemKind::kMobileIdentify);
constexpr SystemSet kFortify = SystemSet::of(SystemKind::kMobileFortify);
constexpr SystemSet kJails = SystemSet::of(SystemKind::kJail);
constexpr SystemSet kWithPrints = SystemSet::of(SystemKind::kMobileFortify, SystemKind::kJail);
constexpr Bounds kFactor{Dimension::kCount, 0.0, 100.0};

void add_training(std::vector<Parameter>& out) {
  using enum Drawn;
  for (Parameter parameter : {
           number("training.in_training", kShare, kReplication, "60 %",
                  FIELDTWIN_AT(training.in_training),
                  "Share of the officers in the field who are still in training."),
           number("training.refresher_overdue", kShare, kReplication, "60 %",
                  FIELDTWIN_AT(training.refresher_overdue),
                  "Share of the other officers whose refresher is overdue."),
           number("training.in_training_factor", kFactor, kReplication, "8",
                  FIELDTWIN_AT(training.in_training_factor),
                  "How many times as often an officer in training errs: holds without a call or "
                  "without an answer, dismisses proof of status, keeps a person past the limit."),
           number("training.overdue_factor", kFactor, kReplication, "8",
                  FIELDTWIN_AT(training.overdue_factor),
                  "The same for an officer whose refresher is overdue."),
           number("training.supervision", kShare, kReplication, "90 %",
                  FIELDTWIN_AT(training.supervision),
                  "Share of these errors, of all officers, that a supervisor keeps from becoming "
                  "acts."),
       }) {
    out.push_back(only_for(kIdentify, std::move(parameter)));
  }
}

void add_fingerprints(std::vector<Parameter>& out) {
  using enum Drawn;
  for (Parameter parameter : {
           choice("fingerprints.fusion", {"face_only", "either", "both"}, "both",
                  FIELDTWIN_AT(fingerprints.fusion),
                  "What a match is: face_only (no fingerprints are taken), either (of the face or "
                  "of the fingerprints, which come first) or both (on the same record)."),
           number("fingerprints.taken", kShare, kEncounter, "0 %",
                  FIELDTWIN_AT(fingerprints.taken),
                  "Share of the scans in which the officer takes fingerprints besides the face."),
           number("fingerprints.usable", kShare, kEncounter, "5 %",
                  FIELDTWIN_AT(fingerprints.usable),
                  "Probability that an attempt gives fingerprints that can be searched."),
           number("fingerprints.attempts", kPositive, kReplication, "1",
                  FIELDTWIN_AT(fingerprints.attempts),
                  "Attempts at fingerprints before the officer goes on without."),
           number("fingerprints.duration", kTime, kEncounter, "2 min",
                  FIELDTWIN_AT(fingerprints.duration), "Time of one attempt at fingerprints."),
           number("fingerprints.size", kSize, kEncounter, "20 MB", FIELDTWIN_AT(fingerprints.size),
                  "Size of the fingerprints as sent."),
       }) {
    out.push_back(only_for(kFortify, std::move(parameter)));
  }
  std::vector<Parameter> shared;
  numbers(shared, "fingerprints.enrolled", kStatusNames, kShare, kReplication, "7 %",
          FIELDTWIN_AT(fingerprints.enrolled), "Share of people whose fingerprints are on file");
  shared.push_back(number("fingerprints.miss", kShare, kEncounter, "90 %",
                          FIELDTWIN_AT(fingerprints.miss),
                          "Probability that fingerprints on file are not found."));
  shared.push_back(number("fingerprints.false_match", kShare, kEncounter, "50 %",
                          FIELDTWIN_AT(fingerprints.false_match),
                          "Probability that a search of fingerprints returns somebody else's, where "
                          "it does not return the person's own."));
  for (Parameter& parameter : shared) out.push_back(only_for(kWithPrints, std::move(parameter)));
}

void add_fortify(std::vector<Parameter>& out) {
  using enum Drawn;
  out.push_back(only_for(
      kFortify,
      choice("fortify.match_weight", {"definitive", "documents_count"}, "documents_count",
             FIELDTWIN_AT(fortify.match_weight),
             "What a match is worth against papers: definitive (it outranks every document) or "
             "documents_count (proof of status and the name on an ID are weighed against it).")));
  out.push_back(only_for(
      kFortify, number("fortify.sees_other_name", kShare, kEncounter, "100 %",
                       FIELDTWIN_AT(fortify.sees_other_name),
                       "Probability that the officer sees, and minds, that the name returned is not "
                       "the one on the ID shown, where documents count.")));
}

void add_jail(std::vector<Parameter>& out) {
  using enum Drawn;
  for (Parameter parameter : {
           choice("jail.model", {"jail_enforcement", "warrant_service", "both"}, "warrant_service",
                  FIELDTWIN_AT(jail.model),
                  "The 287(g) agreements that count: a facility for each of the Jail Enforcement "
                  "Model, of the Warrant Service Officers', or both."),
           number("jail.bookings", kNumber, kOfficer, "40", FIELDTWIN_AT(jail.bookings),
                  "People booked into a facility in a day, on average."),
           number("jail.officers", kPositive, kReplication, "1", FIELDTWIN_AT(jail.officers),
                  "Jail Enforcement officers on duty in a facility, at any time."),
           number("jail.interview", kTime, kEncounter, "20 h", FIELDTWIN_AT(jail.interview),
                  "Time of the interview of a booked person."),
           number("jail.admits", kShare, kEncounter, "100 %", FIELDTWIN_AT(jail.admits),
                  "Probability that a person without status, of whom nothing is on record, is found "
                  "to be so in the interview."),
           number("jail.misjudged", kShare, kEncounter, "50 %", FIELDTWIN_AT(jail.misjudged),
                  "Probability that anybody else of whom nothing is on record is taken for a person "
                  "without status in the interview."),
           number("jail.asks_ice", kShare, kEncounter, "0 %", FIELDTWIN_AT(jail.asks_ice),
                  "Probability that a Jail Enforcement officer calls ICE before a detainer is "
                  "lodged."),
           number("jail.ice_names", kShare, kEncounter, "10 %", FIELDTWIN_AT(jail.ice_names),
                  "Probability that ICE issues a warrant for a person whose fingerprints return a "
                  "record without status."),
           number("jail.naming_time", kTime, kEncounter, "5 d", FIELDTWIN_AT(jail.naming_time),
                  "From the fingerprints to ICE's warrant."),
           number("jail.stay", kTime, kEncounter, "9 d", FIELDTWIN_AT(jail.stay),
                  "From the booking to the release that is due without a detainer."),
       }) {
    out.push_back(only_for(kJails, std::move(parameter)));
  }
}

}  // namespace

void add_kind_parameters(std::vector<Parameter>& out) {
  out.push_back(choice(
      "system", {kSystemNames.begin(), kSystemNames.end()}, "mobile_fortify", FIELDTWIN_AT(system),
      "Whose officers are in the field, and with what: mobile_identify (local officers under the "
      "Task Force Model), mobile_fortify (ICE and CBP officers), tvs (CBP at ports) or jail (287(g) "
      "officers at booking desks)."));
  add_training(out);
  add_fingerprints(out);
  add_fortify(out);
  add_jail(out);
}

}  // namespace fieldtwin::entries
