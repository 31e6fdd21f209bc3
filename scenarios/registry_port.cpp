#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {
namespace {

constexpr Bounds kAvailability{Dimension::kShare, 0.001, 1.0};
constexpr Bounds kWholeNumber{Dimension::kCount, 0.0, 1e7, Whole::kYes};
constexpr Bounds kFewPeople{Dimension::kCount, 1.0, 1000.0, Whole::kYes};

void add_traffic(std::vector<Parameter>& out) {
  using enum Drawn;
  out.push_back(states("port.states", "[TX]", FIELDTWIN_AT(port.states),
                       "Postal codes of the states with a port, one in each; empty: in all."));
  out.push_back(number("port.flights", {Dimension::kCount, 0.0, 1e5, Whole::kYes}, kReplication,
                       "9", FIELDTWIN_AT(port.flights),
                       "Flights a day whose travellers are photographed at the gate, spread over "
                       "the ports in turn."));
  out.push_back(curve("port.curve",
                      "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
                      FIELDTWIN_AT(port.curve),
                      "Relative frequency of departures, and of arrivals at checkpoints, by local "
                      "hour."));
  out.push_back(number("port.travellers", {Dimension::kCount, 1.0, 2000.0, Whole::kYes}, kEncounter,
                       "40", FIELDTWIN_AT(port.travellers), "Travellers of a flight."));
  numbers(out, "port.status_weight", kStatusNames, kNumber, kReplication, "400",
          FIELDTWIN_AT(port.status_weight), "Weight of a status among travellers");
  out.push_back(number("port.impostors", kShare, kEncounter, "20 %", FIELDTWIN_AT(port.impostors),
                       "Share of travellers with another's documents."));
  out.push_back(number("port.opt_out_citizens", kShare, kEncounter, "60 %",
                       FIELDTWIN_AT(port.opt_out_citizens),
                       "Share of US citizens who do not want to be photographed."));
  out.push_back(number("port.opt_out_others", kShare, kEncounter, "60 %",
                       FIELDTWIN_AT(port.opt_out_others),
                       "Share of others who are not photographed because they do not want to."));
  out.push_back(choice("port.on_doubt", {"document_check", "contact_ice"}, "contact_ice",
                       FIELDTWIN_AT(port.on_doubt),
                       "What follows when the gallery returns nobody, or a record that shows no "
                       "status. document_check: an officer looks at the documents. contact_ice: "
                       "the officer is told to contact ICE, as in the street."));
}

void add_gallery(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {number("port.manifest.missing", kShare, kEncounter, "50 %",
              FIELDTWIN_AT(port.manifest.missing),
              "Probability that a traveller is not on the manifest."),
       number("port.manifest.stale", kShare, kEncounter, "100 %", FIELDTWIN_AT(port.manifest.stale),
              "Share of flights whose gallery was made before the manifest was complete."),
       number("port.manifest.stale_missing", kShare, kEncounter, "90 %",
              FIELDTWIN_AT(port.manifest.stale_missing),
              "Share of the travellers of such a flight who are not on the manifest.")});
  numbers(out, "port.manifest.no_photo", kStandingNames, kShare, kEncounter, "60 %",
          FIELDTWIN_AT(port.manifest.no_photo),
          "Probability that the government holds no photo of a traveller on the manifest");
  numbers(out, "port.manifest.photo_age", kStandingNames, {Dimension::kCount, 0.0, 100.0},
          kEncounter, "40", FIELDTWIN_AT(port.manifest.photo_age),
          "Age in years of the photo that it holds");
  out.insert(
      out.end(),
      {number("port.manifest.others", {Dimension::kCount, 0.0, 1e11, Whole::kYes}, kReplication,
              "200 million", FIELDTWIN_AT(port.manifest.others),
              "People in the gallery besides those who are expected at the gate."),
       name("port.matcher.anchor", NameField::Of::kAnchor, "frte-median-kiosk",
            FIELDTWIN_AT(port.matcher.anchor),
            "Published accuracy on which the matcher is anchored at ports: a row of "
            "tables.anchors."),
       number("port.matcher.fpir", {Dimension::kShare, 1e-9, 0.5}, kReplication, "30 %",
              FIELDTWIN_AT(port.matcher.fpir),
              "Probability that a search for somebody who is not in the gallery returns somebody, "
              "at the size that the threshold is set for."),
       number("port.matcher.set_for", {Dimension::kCount, 0.0, 1e11}, kReplication, "20 million",
              FIELDTWIN_AT(port.matcher.set_for),
              "Size of the gallery that the threshold was set for; 0: it is set anew for each."),
       number("port.matcher.ageing", {Dimension::kCount, 1.0, 100.0}, kReplication, "50",
              FIELDTWIN_AT(port.matcher.ageing),
              "Misses against a photo of ten years, relative to a new one."),
       number("port.matcher.search_time", kTime, kEncounter, "1.5 s",
              FIELDTWIN_AT(port.matcher.search_time), "Time of one search of the gallery.")});
}

void add_lines(std::vector<Parameter>& out) {
  using enum Drawn;
  const Bounds join{Dimension::kShare, 0.0, 1.0};
  out.insert(
      out.end(),
      {number("port.boarding.window", kPositiveTime, kEncounter, "5 min",
              FIELDTWIN_AT(port.boarding.window),
              "From the start of boarding to the closing of the doors."),
       number("port.boarding.delayed", kShare, kEncounter, "100 %",
              FIELDTWIN_AT(port.boarding.delayed), "Share of flights that board in a hurry."),
       number("port.boarding.delayed_window", kPositiveTime, kEncounter, "2 min",
              FIELDTWIN_AT(port.boarding.delayed_window),
              "From the start of boarding to the closing of the doors, of such a flight."),
       number("port.boarding.join", join, kEncounter, "90 %", FIELDTWIN_AT(port.boarding.join),
              "When a traveller joins the line, as a share of the time between the two."),
       number("port.boarding.lanes", kFewPeople, kReplication, "9",
              FIELDTWIN_AT(port.boarding.lanes), "Lanes of a gate, each with a camera."),
       number("port.boarding.pass_time", kTime, kEncounter, "30 s",
              FIELDTWIN_AT(port.boarding.pass_time),
              "Time that a traveller takes in the lane without the camera."),
       number("port.boarding.margin", kTime, kReplication, "40 min",
              FIELDTWIN_AT(port.boarding.margin),
              "The cameras are passed by if boarding would end later than so long before the doors "
              "close."),
       number("port.checkpoint.travellers", kWholeNumber, kReplication, "500",
              FIELDTWIN_AT(port.checkpoint.travellers),
              "Travellers a day at each port's checkpoint, where there are no flights to catch: a "
              "security line, a land or sea crossing."),
       number("port.checkpoint.gallery", {Dimension::kCount, 0.0, 1e11, Whole::kYes}, kReplication,
              "500 million", FIELDTWIN_AT(port.checkpoint.gallery),
              "People in a checkpoint's gallery: all that are expected there on the day."),
       number("port.checkpoint.lanes", kFewPeople, kReplication, "9",
              FIELDTWIN_AT(port.checkpoint.lanes), "Lanes of a checkpoint, each with a camera."),
       number("port.checkpoint.longest_line", kWholeNumber, kReplication, "0",
              FIELDTWIN_AT(port.checkpoint.longest_line),
              "People in line beyond which a checkpoint's cameras are passed by."),
       number("port.staff.absent", kShare, kEncounter, "60 %", FIELDTWIN_AT(port.staff.absent),
              "Probability that nobody is there to run the cameras, of a flight or of an hour at a "
              "checkpoint."),
       number("port.staff.officers", kFewPeople, kReplication, "9",
              FIELDTWIN_AT(port.staff.officers),
              "Officers who check documents at a gate or checkpoint.")});
}

void add_cameras(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {number("port.camera.availability", kAvailability, kReplication, "40 %",
              FIELDTWIN_AT(port.camera.availability), "Share of the time in which a camera works."),
       number("port.camera.outage_length", kPositiveTime, kReplication, "1 min",
              FIELDTWIN_AT(port.camera.outage_length),
              "Mean length of a camera's outage; outages are exponential."),
       number("port.camera.excluded", kShare, kEncounter, "60 %",
              FIELDTWIN_AT(port.camera.excluded),
              "Share of travellers who cannot be photographed at the lane: small children, "
              "covered faces, some wheelchairs."),
       number("port.camera.poor_light", kShare, kEncounter, "100 %",
              FIELDTWIN_AT(port.camera.poor_light),
              "Probability of poor light, of a flight or of an hour at a checkpoint.")});
  numbers(out, "port.camera.usable", kLightNames, kShare, kEncounter, "20 %",
          FIELDTWIN_AT(port.camera.usable), "Probability that an attempt gives a usable photo");
  out.insert(
      out.end(),
      {number("port.camera.attempts", kPositive, kReplication, "1",
              FIELDTWIN_AT(port.camera.attempts), "Attempts before the lane goes on without."),
       number("port.camera.duration", kTime, kEncounter, "20 s", FIELDTWIN_AT(port.camera.duration),
              "Time of an attempt."),
       number("port.camera.quality", kShare, kEncounter, "0 %", FIELDTWIN_AT(port.camera.quality),
              "Quality of a usable photo: 0 worst, 50 % that of the anchor's photos, 100 % best."),
       number("port.network.availability", kAvailability, kReplication, "40 %",
              FIELDTWIN_AT(port.network.availability),
              "Share of the time in which a port's connection to the service works."),
       number("port.network.outage_length", kPositiveTime, kReplication, "50 h",
              FIELDTWIN_AT(port.network.outage_length),
              "Mean length of an outage of the connection; outages are exponential."),
       number("port.network.latency", kTime, kEncounter, "3 s", FIELDTWIN_AT(port.network.latency),
              "Time on the way to the service and back, together."),
       number("port.network.loss", kShare, kEncounter, "50 %", FIELDTWIN_AT(port.network.loss),
              "Probability that a request is lost."),
       number("port.network.answer_limit", kPositiveTime, kReplication, "1 s",
              FIELDTWIN_AT(port.network.answer_limit),
              "Without an answer for so long the lane goes on.")});
}

void add_hands(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {number("port.documents.time", kTime, kEncounter, "30 min", FIELDTWIN_AT(port.documents.time),
              "Time of a document check by an officer."),
       number("port.documents.carried", kShare, kEncounter, "10 %",
              FIELDTWIN_AT(port.documents.carried),
              "Share of travellers with a passport or card at hand that an officer can check."),
       number("port.documents.false_reject", kShare, kEncounter, "90 %",
              FIELDTWIN_AT(port.documents.false_reject),
              "Probability that an officer takes a traveller's own passport for another's."),
       number("port.documents.false_accept", kShare, kEncounter, "100 %",
              FIELDTWIN_AT(port.documents.false_accept),
              "Probability that an officer takes another's passport for the traveller's."),
       number("port.secondary.referred", kShare, kEncounter, "100 %",
              FIELDTWIN_AT(port.secondary.referred),
              "Share of travellers whose record shows no status who are sent to secondary "
              "inspection."),
       number("port.secondary.time", kTime, kEncounter, "9 h", FIELDTWIN_AT(port.secondary.time),
              "Time of a secondary inspection."),
       number("port.secondary.finds_standing", kShare, kEncounter, "0 %",
              FIELDTWIN_AT(port.secondary.finds_standing),
              "Probability that the officer there sees that a record is wrong or another's."),
       number("port.retention.citizens", kTime, kReplication, "30 d",
              FIELDTWIN_AT(port.retention.citizens), "How long a US citizen's photo is kept."),
       number("port.retention.working_copy", kTime, kReplication, "5 y",
              FIELDTWIN_AT(port.retention.working_copy),
              "How long the service keeps the photo of anybody else."),
       number("port.retention.enrolled", kTime, kReplication, "1 y",
              FIELDTWIN_AT(port.retention.enrolled),
              "How long the federal store keeps it, in which it is enrolled.")});
}

}  // namespace

void add_port_parameters(std::vector<Parameter>& out) {
  std::vector<Parameter> ports;
  add_traffic(ports);
  add_gallery(ports);
  add_lines(ports);
  add_cameras(ports);
  add_hands(ports);
  for (Parameter& parameter : ports) {
    out.push_back(only_for(SystemSet::of(SystemKind::kTvs), std::move(parameter)));
  }
}

}  // namespace fieldtwin::entries
