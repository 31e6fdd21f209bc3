#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {
namespace {

constexpr Bounds kGrowth{Dimension::kCount, 0.0, 10.0};

void add_holding(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {
          number("exposure.horizon", {Dimension::kTime, kDay.value(), 99.0 * kYear.value()},
                 kReplication, "2 y", FIELDTWIN_AT(exposure.horizon),
                 "How far ahead the ledger looks: the flow of the period goes on for so long."),
          number("exposure.flow_growth", kGrowth, kReplication, "2",
                 FIELDTWIN_AT(exposure.flow_growth),
                 "Photos taken in a year, relative to the year before."),
          number("exposure.access_growth", kGrowth, kReplication, "2",
                 FIELDTWIN_AT(exposure.access_growth),
                 "People with access in a year, relative to the year before."),
      });
  numbers(out, "exposure.retention", kOtherHolderNames, kTime, kReplication, "300 d",
          FIELDTWIN_AT(exposure.retention),
          "How long a photo, or in the log a record, is kept in the place");
  numbers(out, "exposure.copy_weight", kCopySystemNames, kNumber, kReplication, "50",
          FIELDTWIN_AT(exposure.copy_weight),
          "Share of the system in the copies of storage.copies, relative to the others");
  numbers(out, "exposure.copy_delay", kCopySystemNames, kTime, kReplication, "900 d",
          FIELDTWIN_AT(exposure.copy_delay), "From the photo to its copy in the system");
  out.insert(
      out.end(),
      {
          number("exposure.copies_deleted", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(exposure.copies_deleted),
                 "Probability that a copy is deleted when the photo in the store is; the others "
                 "stay for their own system's retention."),
          number("exposure.deletion_fails", kShare, kReplication, "90 %",
                 FIELDTWIN_AT(exposure.deletion_fails),
                 "Probability that the deletion at the end of a retention fails."),
          number("exposure.cleaned_up", kShare, kReplication, "0 %",
                 FIELDTWIN_AT(exposure.cleaned_up),
                 "Probability that a failed deletion is found and made good; otherwise the photo "
                 "stays for ever."),
          number("exposure.cleanup_delay", kTime, kReplication, "5 y",
                 FIELDTWIN_AT(exposure.cleanup_delay),
                 "From a failed deletion to the clean-up that finds it."),
          number("exposure.requests", kHazard, kReplication, "3 /year",
                 FIELDTWIN_AT(exposure.requests),
                 "Requests for access or correction, a year and photo in the store."),
          number("exposure.request_granted", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(exposure.request_granted),
                 "Probability that a request leads to the deletion of the photo in the store."),
          number("exposure.request_time", kTime, kReplication, "9 y",
                 FIELDTWIN_AT(exposure.request_time),
                 "How long a request takes: no photo younger than this is deleted by one."),
      });
  numbers(out, "exposure.people", kOtherRoleNames, kNumber, kReplication, "90000",
          FIELDTWIN_AT(exposure.people),
          "People with access, of each system with copies where they are system_users");
}

void add_breaches(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {
          number("exposure.subcontractor.rate", kHazard, kReplication, "30 /year",
                 FIELDTWIN_AT(exposure.subcontractor.rate),
                 "Cases of a subcontractor who copies photos, a year in the whole programme."),
          number("exposure.subcontractor.window", kPositiveTime, kReplication, "2000 d",
                 FIELDTWIN_AT(exposure.subcontractor.window), "How long the copying goes on."),
          number("exposure.subcontractor.visit", kPositiveTime, kReplication, "900 d",
                 FIELDTWIN_AT(exposure.subcontractor.visit),
                 "Time between two copyings: photos deleted in the service meanwhile escape."),
          number("exposure.subcontractor.share", kShare, kReplication, "99 %",
                 FIELDTWIN_AT(exposure.subcontractor.share),
                 "Share of the photos found in the service that is copied."),
          number("exposure.subcontractor.encrypted", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(exposure.subcontractor.encrypted),
                 "Probability that the copy is encrypted and exposes nobody."),
          number("exposure.device.rate", kHazard, kReplication, "50 /year",
                 FIELDTWIN_AT(exposure.device.rate), "Lost or stolen devices, a year and device."),
          number("exposure.device.encrypted", kShare, kReplication, "0 %",
                 FIELDTWIN_AT(exposure.device.encrypted),
                 "Probability that the device's cache cannot be read."),
          number("exposure.insider.rate", kHazard, kReplication, "2 /year",
                 FIELDTWIN_AT(exposure.insider.rate),
                 "Thefts by somebody with access, a year and person."),
          number("exposure.insider.share", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(exposure.insider.share),
                 "Share of the photos in reach that is taken."),
          number("exposure.credentials.rate", kHazard, kReplication, "2 /year",
                 FIELDTWIN_AT(exposure.credentials.rate),
                 "Stolen credentials, a year and account; every person with access has one."),
          number("exposure.credentials.daily", kShare, kReplication, "99 %",
                 FIELDTWIN_AT(exposure.credentials.daily),
                 "Share of the photos in reach that is taken a day until the account is closed."),
          number("exposure.credentials.detection", kTime, kReplication, "900 d",
                 FIELDTWIN_AT(exposure.credentials.detection),
                 "From the theft of credentials to the closing of the account."),
          number("exposure.unevenness", {Dimension::kCount, 0.0, 100.0}, kReplication, "50",
                 FIELDTWIN_AT(exposure.unevenness),
                 "How unequally often people are photographed: 0 equally, 1 as by an exponential "
                 "law; the squared coefficient of variation of the rate."),
          number("exposure.shortest_retention", kTime, kReplication, "300 d",
                 FIELDTWIN_AT(exposure.shortest_retention),
                 "The retention with which the attribution of exposure compares."),
      });
}

void add_elsewhere(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(out.end(),
             {
                 number("exposure.elsewhere.vehicles", kNumber, kReplication, "90000",
                        FIELDTWIN_AT(exposure.elsewhere.vehicles),
                        "Vehicles a day, both ways, at a port whose cameras fill the same places."),
                 number("exposure.elsewhere.equipped", kShare, kReplication, "10 %",
                        FIELDTWIN_AT(exposure.elsewhere.equipped),
                        "Share of these vehicles in lanes with cameras."),
                 number("exposure.elsewhere.occupants", kNumber, kReplication, "40",
                        FIELDTWIN_AT(exposure.elsewhere.occupants), "People in a vehicle."),
                 number("exposure.elsewhere.captured", kShare, kReplication, "5 %",
                        FIELDTWIN_AT(exposure.elsewhere.captured),
                        "Share of these people whose photo is kept."),
                 number("exposure.elsewhere.plate", kShare, kReplication, "5 %",
                        FIELDTWIN_AT(exposure.elsewhere.plate),
                        "Share of these vehicles whose number plate's photo is kept."),
                 number("exposure.elsewhere.citizens", kShare, kReplication, "99 %",
                        FIELDTWIN_AT(exposure.elsewhere.citizens),
                        "Share of US citizens among these people."),
                 number("exposure.elsewhere.people", kPositive, kReplication, "5000",
                        FIELDTWIN_AT(exposure.elsewhere.people),
                        "People who ever pass there: the fewer, the more often the same."),
             });
}

}  // namespace

void add_exposure_parameters(std::vector<Parameter>& out) {
  add_holding(out);
  add_breaches(out);
  add_elsewhere(out);
}

}  // namespace fieldtwin::entries
