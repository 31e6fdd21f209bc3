#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_field_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {
          number("run.replications", kPositive, kFixed, "7", FIELDTWIN_AT(run.replications),
                 "Replications of the period, unless the command line says otherwise."),
          date("period.start", DateField::Never::kRefused, "2025-12-20", FIELDTWIN_AT(period.start),
               "First day that is simulated, from midnight Eastern time."),
          number("period.days", {Dimension::kCount, 1.0, 36'525.0, Whole::kYes}, kFixed, "2",
                 FIELDTWIN_AT(period.days), "Number of days that are simulated."),

          number("programme.officers_trained", {Dimension::kCount, 1.0, 1e7, Whole::kYes}, kFixed,
                 "150", FIELDTWIN_AT(programme.officers_trained),
                 "Officers trained under the Task Force Model when the period starts, nationwide."),
          choice("programme.growth", {"none", "agreements", "waves", "doubling"}, "agreements",
                 FIELDTWIN_AT(programme.growth),
                 "none: the officers trained when the period starts are all there are. agreements: "
                 "on the first day of each month their number grows in proportion to the Task Force "
                 "Model agreements in force, in the states where agreements were added. waves: by "
                 "the dates and numbers of tables.training, over the states as they share the "
                 "programme on the day. doubling: on the first day of each month, so that their "
                 "number doubles in programme.doubling_time."),
          number("programme.doubling_time", {Dimension::kTime, 86'400.0}, kReplication, "30 d",
                 FIELDTWIN_AT(programme.doubling_time),
                 "Time in which the number of trained officers doubles, with programme.growth: "
                 "doubling."),
          number("programme.sworn_weight", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(programme.sworn_weight),
                 "How the officers are split over the states: 0 % by the number of agreements, 100 "
                 "% by "
                 "the sworn strength of the agencies that signed."),
          states(
              "programme.states", "[TX]", FIELDTWIN_AT(programme.states),
              "Postal codes of the states to simulate; an empty list means every state with a Task "
              "Force Model agreement on the first day."),
          name("tables.states", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.states),
               "Table of the states: population, shares of groups, time zone."),
          name("tables.agreements", NameField::Of::kTableFile, "",
               FIELDTWIN_AT(table_files.agreements),
               "Table of 287(g) agreements by state, model and month signed."),
          name("tables.strength", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.strength),
               "Table of the sworn strength of the agencies with a Task Force Model agreement."),
          name("tables.training", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.training),
               "Table of training waves, dates and numbers of officers, for programme.growth: "
               "waves; none: there are none."),
          name("tables.anchors", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.anchors),
               "Table of the published accuracy figures that the matcher may be anchored on."),
          name("tables.delays", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.delays),
               "Table of how crowded cells delay transfers, which fieldtwin fit-delay makes for "
               "network.fidelity: delay; none: there every transfer has its cell to itself."),
          name("tables.profile", NameField::Of::kTableFile, "", FIELDTWIN_AT(table_files.profile),
               "File of what extraction and search took on some machine, which fieldtwin matcher "
               "bench makes; it stands for service.extraction.time and service.search.time. none: "
               "these are the scenario's own."),
          name("tables.encounters", NameField::Of::kTableFile, "",
               FIELDTWIN_AT(table_files.encounters),
               "File of recorded encounters to replay in place of generated ones, see "
               "docs/replay.md; none: they are generated."),

          number("officers.on_duty", kShare, kReplication, "10 %", FIELDTWIN_AT(officers.on_duty),
                 "Share of the trained officers who work a shift on a given day."),
          number("officers.shift_start", {Dimension::kTime, 0.0, 86'400.0}, kOfficer, "3 h",
                 FIELDTWIN_AT(officers.shift_start), "Local time of day at which a shift starts."),
          number("officers.shift_length", {Dimension::kTime, 600.0, 86'400.0}, kOfficer, "30 min",
                 FIELDTWIN_AT(officers.shift_length), "Length of a shift."),

          number("encounters.stops_per_shift", kNumber, kOfficer, "20",
                 FIELDTWIN_AT(encounters.stops_per_shift),
                 "People an officer stops in a shift, on average."),
          curve("encounters.daily_curve",
                "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
                FIELDTWIN_AT(encounters.daily_curve),
                "How stops are spread over the day: 24 weights, one a local hour from midnight."),
          number("encounters.scan_with_id", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(encounters.scan_with_id),
                 "Share of the people stopped who are scanned, of those who show a photo ID."),
          number("encounters.scan_without_id", kShare, kEncounter, "99 %",
                 FIELDTWIN_AT(encounters.scan_without_id),
                 "Share of the people stopped who are scanned, of those who show no ID."),
          number("encounters.stop_length", kTime, kEncounter, "3 h",
                 FIELDTWIN_AT(encounters.stop_length),
                 "How long the stop would last without a scan."),
      });
  numbers(out, "encounters.relative_rate", kEthnicityNames, kNumber, kReplication, "8",
          FIELDTWIN_AT(encounters.relative_rate),
          "How often a resident of the group is stopped, relative to the other groups");
  out.insert(
      out.end(),
      {
          number("devices.android", kShare, kReplication, "5 %", FIELDTWIN_AT(devices.android),
                 "Share of the officers whose duty phone is an Android phone; the others have an "
                 "iPhone."),
          date("devices.android_from", DateField::Never::kRefused, "2025-12-01",
               FIELDTWIN_AT(devices.android_from), "Day on which the app appears for Android."),
          date("devices.android_until", DateField::Never::kAllowed, "2025-10-31",
               FIELDTWIN_AT(devices.android_until),
               "Day on which the app is withdrawn from the store: no installation from then on; "
               "installed copies go on working."),
          date("devices.ios_from", DateField::Never::kAllowed, "2025-10-01",
               FIELDTWIN_AT(devices.ios_from), "Day on which the app appears for the iPhone."),
          number("devices.install_delay", kTime, kOfficer, "300 d",
                 FIELDTWIN_AT(devices.install_delay),
                 "From the day the app appears to the day an officer installs it."),
          number("devices.fault", kShare, kEncounter, "50 %", FIELDTWIN_AT(devices.fault),
                 "Probability that the device or the app does not work when it is wanted."),

          number("capture.impossible", kShare, kEncounter, "60 %", FIELDTWIN_AT(capture.impossible),
                 "Probability that no usable photo can be had whatever is tried (light, occlusion, "
                 "refusal)."),
          number("capture.usable", kShare, kEncounter, "20 %", FIELDTWIN_AT(capture.usable),
                 "Probability that an attempt passes the app's face-presence check, if one can."),
          number("capture.attempts", kPositive, kReplication, "1", FIELDTWIN_AT(capture.attempts),
                 "Attempts before the officer gives up."),
          number("capture.duration", kTime, kEncounter, "2 min", FIELDTWIN_AT(capture.duration),
                 "Time of one attempt."),
          number("capture.quality", kShare, kEncounter, "1 %", FIELDTWIN_AT(capture.quality),
                 "Quality of a usable photo: 0 % the worst, 50 % that of the matcher's anchor, 100 "
                 "% the best."),
          number("capture.image_size", kSize, kEncounter, "4 MB", FIELDTWIN_AT(capture.image_size),
                 "Size of the photo as sent."),
          number("capture.several_faces", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(capture.several_faces),
                 "Probability that the frame holds more faces than the person's."),
          number("capture.wrong_face", kShare, kEncounter, "90 %", FIELDTWIN_AT(capture.wrong_face),
                 "Probability that the app then takes a bystander's face for the person's."),
          number("capture.spoofed", kShare, kEncounter, "90 %", FIELDTWIN_AT(capture.spoofed),
                 "Probability that a picture of somebody else is held up instead of the face."),
          number("capture.spoof_detected", kShare, kEncounter, "1 %",
                 FIELDTWIN_AT(capture.spoof_detected),
                 "Probability that the face-presence check sees such a picture; the attempt fails "
                 "then, and the next shows the face."),
      });
  add_picture_parameters(out);
}

}  // namespace fieldtwin::entries
