/// What an author reads when a scenario is wrong: the messages, word for word.

#include <gtest/gtest.h>

#include "scenarios/load.hpp"
#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

/// The errors of an overlay on the shipped scenario; `extends` is line 1.
std::string overlay(const std::string& text) {
  return errors_of("extends: national-day\n" + text);
}

TEST(LoadError, UnknownKeys) {
  EXPECT_EQ(overlay("sign_in:\n  idle_limt: 5 min\n"),
            "test.yaml:3:3: error: unknown parameter 'sign_in.idle_limt' ('sign_in' has no "
            "'idle_limt'). Did you mean "
            "'sign_in.idle_limit'?");
  EXPECT_EQ(
      overlay("idle_limit: 5 min\n"),
      "test.yaml:2:1: error: unknown parameter 'idle_limit'. Did you mean 'sign_in.idle_limit'?");
  EXPECT_EQ(overlay("sing_in:\n  idle_limit: 5 min\n"),
            "test.yaml:2:1: error: unknown parameter 'sing_in'. Did you mean 'sign_in'?");
  EXPECT_EQ(overlay("sign_in.idle_limit: 5 min\n"),
            "test.yaml:2:1: error: unknown parameter 'sign_in.idle_limit'. Write one key a line: "
            "'sign_in:' and, "
            "indented below it, 'idle_limit:'.");
  EXPECT_EQ(overlay("gallery: 200 million\n"),
            "test.yaml:2:10: error: gallery is a section, but a single value stands here. Its keys "
            "are: people, "
            "images_per_person, image_correlation, source, assumption.");
}

TEST(LoadError, ValuesOutOfRange) {
  EXPECT_EQ(overlay("devices: {fault: 1.2}\n"),
            "test.yaml:2:18: error: 1.2 is too large (it must lie from 0 % to 100 %). Did you mean "
            "1.2 %?");
  EXPECT_EQ(overlay("devices: {fault: 120 %}\n"),
            "test.yaml:2:18: error: 120 % is too large (it must lie from 0 % to 100 %).");
  EXPECT_EQ(overlay("ice: {patience: -1 s}\n"),
            "test.yaml:2:17: error: -1 s is too small (it must be at least 0 s).");
  EXPECT_EQ(overlay("ice: {calls: 2.5}\n"),
            "test.yaml:2:14: error: 2.5 is not a whole number (things are counted here). Did you "
            "mean 3?");
  EXPECT_EQ(overlay("devices: {fault: {lognormal: {median: 1 %, p95: 3 %}}}\n"),
            "test.yaml:2:18: error: this distribution has no largest value (it must lie from 0 % "
            "to 100 %). Take one "
            "that ends: beta, triangular or uniform.");
  EXPECT_EQ(overlay("ice: {calls: {uniform: [0, 3]}}\n").substr(0, 66),
            "test.yaml:2:14: error: this distribution goes down to 0 (it must l");
  EXPECT_EQ(overlay("period: {days: {uniform: [1, 3]}}\n"),
            "test.yaml:2:16: error: period.days cannot be a distribution (it fixes the size of "
            "what is simulated, the "
            "same in every replication). Write a plain number.");
}

TEST(LoadError, DatesChoicesCurvesStatesAndNames) {
  EXPECT_EQ(overlay("period: {start: 2025-02-30}\n"),
            "test.yaml:2:17: error: '2025-02-30' is not a date (dates are written year-month-day "
            "and must be in the "
            "calendar). For example 2025-11-03.");
  EXPECT_EQ(overlay("period: {start: never}\n"),
            "test.yaml:2:17: error: 'never' is not possible here (this date is needed). Write a "
            "date such as "
            "2025-11-03.");
  EXPECT_EQ(overlay("matcher: {threshold: frozn}\n"),
            "test.yaml:2:22: error: 'frozn' is not a choice of matcher.threshold. Did you mean "
            "'frozen'?");
  EXPECT_EQ(overlay("matcher: {anchor: frte-nec-10-kiosk}\n"),
            "test.yaml:2:19: error: there is no anchor 'frte-nec-10-kiosk' (the table of anchors "
            "has no such row). Did "
            "you mean 'frte-nec-010-kiosk'?");
  EXPECT_EQ(overlay("encounters: {daily_curve: [1, 2]}\n"),
            "test.yaml:2:27: error: the list has 2 numbers (24 weights are needed, one for each "
            "hour from midnight).");
  EXPECT_EQ(
      overlay("encounters: {daily_curve: [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}\n"),
      "test.yaml:2:27: error: all 24 weights are zero, or their sum is endless (no stop could ever "
      "be made). Give "
      "at least one hour a weight.");
  EXPECT_EQ(overlay("programme: {states: FL}\n"),
            "test.yaml:2:21: error: a single value stands where a list is needed (states are a "
            "list of postal codes; "
            "an empty list means all of them). Did you mean [FL]?");
  EXPECT_EQ(overlay("programme: {states: [fl]}\n"),
            "test.yaml:2:21: error: there is no state 'fl' (states are named by their two-letter "
            "postal codes). Did "
            "you mean 'FL'?");
  EXPECT_EQ(overlay("programme: {states: [FL, FL]}\n"),
            "test.yaml:2:26: error: 'FL' is listed twice.");
  EXPECT_EQ(overlay("sign_in:\n  idle_limit:\n").substr(0, 66),
            "test.yaml:3:3: error: sign_in.idle_limit has no value (nothing sta");
}

TEST(LoadError, ValuesThatContradictEachOther) {
  EXPECT_EQ(overlay("programme: {states: [WI]}\n"),
            "test.yaml:2:21: error: Wisconsin has no Task Force Model agreement on 2025-11-03 (it "
            "would have no "
            "officers; an agreement counts from the month after it was signed).");
  EXPECT_EQ(overlay("period: {start: 2015-01-01}\n"),
            "test.yaml:2:17: error: no state has a Task Force Model agreement on 2015-01-01 "
            "(nothing would happen).");
  EXPECT_EQ(overlay("devices: {android_until: 2025-10-01}\n"),
            "test.yaml:2:26: error: the app is withdrawn on 2025-10-01, before it appears "
            "(devices.android_from is "
            "2025-10-30).");
  EXPECT_EQ(overlay("people: {status_weight: {naturalised: 0, permanent_resident: 0, temporary: 0, "
                    "protected: 0, "
                    "unauthorised: 0}}\n"),
            "test.yaml:2:39: error: all of people.status_weight are zero (no foreign-born resident "
            "could have a "
            "status).");
}

TEST(LoadError, Faults) {
  EXPECT_EQ(
      overlay("faults:\n  - {target: login, state: FL, from: 18 h, until: 17 h, capacity: 10 %}\n"),
      "test.yaml:3:21: error: a fault of login has no state (it is the same for the whole country). "
      "Remove 'state'.\n"
      "test.yaml:3:51: error: the fault ends before it begins (from is 18 h, until 17 h).");
  EXPECT_EQ(
      overlay("faults:\n  - {target: uplnk, from: 3 h, util: 17 h}\n"),
      "test.yaml:3:5: error: the fault has no 'until'.\n"
      "test.yaml:3:14: error: 'uplnk' is not a target of a fault. Did you mean 'uplink'?");
  EXPECT_EQ(
      overlay("faults:\n  - {target: uplink, from: 3 h, util: 17 h}\n"),
      "test.yaml:3:5: error: the fault has no 'until'.\n"
      "test.yaml:3:5: error: the fault has no 'capacity'.\n"
      "test.yaml:3:33: error: unknown key 'util' (a fault of uplink has no such key). Did you mean "
      "'until'?");
  EXPECT_EQ(overlay("programme: {states: [TX]}\nfaults:\n  - {target: uplink, state: FL, from: 30 "
                    "h, until: 37 h, "
                    "capacity: 0 %}\n"),
            "test.yaml:4:5: error: the fault is in FL, which is not simulated (programme.states "
            "leaves it out).\n"
            "test.yaml:4:5: error: the fault begins after the end of the period (times count from "
            "the start of the "
            "first day).");
  EXPECT_EQ(overlay("faults:\n  - {event: stale_manifest, from: 3 h, until: 17 h, share: 30 %}\n"),
            "test.yaml:3:5: error: a manifest is stale where there are no ports (only the galleries of "
            "system: tvs are made from manifests). Begin with 'extends: tvs-airport', or add 'together: "
            "[tvs-airport]'.");
  EXPECT_EQ(overlay("faults: none\n").substr(0, 75),
            "test.yaml:2:9: error: faults is a single value (it is a list of events; an ");
}

TEST(LoadError, SourcesAndAssumptions) {
  EXPECT_EQ(
      overlay(
          "policy:\n  stop_limit: {value: 70 min, assumption: {range: [8 min, 60 min], why: x}}\n"),
      "test.yaml:3:23: error: 70 min is outside its own range [8 min, 60 min] (the assumption says "
      "that the "
      "value lies in it).");
  EXPECT_EQ(overlay("policy:\n  stop_limit: {value: 7 min, source: a, assumption: {range: [9 min, "
                    "8 min], why: x}}\n"),
            "test.yaml:3:53: error: a source and an assumption stand side by side (a value is "
            "either published or "
            "assumed). Keep one; name partial sources in the assumption's why.\n"
            "test.yaml:3:61: error: the range [9 min, 8 min] is not a lowest and a highest number. "
            "Write assumption: "
            "{range: [lowest, highest], why: ...}.");
  EXPECT_EQ(overlay("policy:\n  stop_limit: {value: 7 min, assumption: {why: x}}\n"),
            "test.yaml:3:42: error: the assumption of policy.stop_limit has no range (a number "
            "that is assumed could be "
            "another). Write assumption: {range: [lowest, highest], why: ...}.");
  EXPECT_EQ(overlay("policy:\n  stop_limit: {uniform: [1 min, 2 min], source: a}\n"),
            "test.yaml:3:16: error: unknown key 'uniform' (a value stands beside its source or "
            "assumption alone). A "
            "distribution goes under 'value:'.");
}

TEST(LoadError, MissingParametersAreListedTogether) {
  const std::string all = errors_of("title: x\nquestion: y\n");
  EXPECT_EQ(
      all.find("test.yaml:1:1: error: 284 parameters have no value: system, all of training, "
               "all of run, all of period"),
      0u)
      << all;
  EXPECT_NE(all.find("(there are no hidden defaults: whoever reads a scenario sees every value and "
                     "its source). Did "
                     "you forget 'extends: national-day', which gives them all?"),
            std::string::npos);
  EXPECT_EQ(errors_of("- a\n"),
            "test.yaml:1:1: error: the file is a list (a scenario is a map of parameters). Begin "
            "with 'extends: national-day' and a title.");
  EXPECT_EQ(
      errors_of(""),
      "test.yaml:1:1: error: the file is empty (a scenario is a map of parameters). Begin with "
      "'extends: national-day' and a title.");
}

TEST(LoadError, AWrongBaseDoesNotDrownTheRest) {
  EXPECT_EQ(errors_of("extends: national-dya\nsign_in: {failure: 1.5}\n"),
            "test.yaml:1:10: error: there is no scenario 'national-dya' (it is neither shipped nor "
            "a file). Did you "
            "mean 'national-day'?\n"
            "test.yaml:2:20: error: 1.5 is too large (it must lie from 0 % to 100 %). Did you mean "
            "1.5 %?");
}

TEST(LoadError, TheCommandLine) {
  EXPECT_EQ(
      errors_of_set({"sign_in.idel_limit=4 min", "nothing", "gallery.people=[1]", "faults=3"}),
      "--set sign_in.idel_limit=4 min: error: unknown parameter 'sign_in.idel_limit' ('sign_in' "
      "has no "
      "'idel_limit'). Did you mean 'sign_in.idle_limit'?\n"
      "--set nothing: error: this sets nothing (a value is set as path=value). For example --set "
      "'sign_in.idle_limit=5 min'.\n"
      "--set gallery.people=[1]: error: a list stands where a number is needed (a number, in plain "
      "digits or "
      "thousand, million, billion).\n"
      "--set faults=3: error: faults is a single value (it is a list of events; an empty one is "
      "[]). For example "
      "- {target: login, from: 18 h, until: 20 h, capacity: 0 %}.");
}

TEST(LoadError, AllErrorsOfAFileAreReported) {
  try {
    load_scenario_text(
        "extends: national-day\nice: {calls: x, retry: 3, patienc: 1 s}\ngallery: {people: -1}\n",
        "t.yaml");
    FAIL() << "nothing was thrown";
  } catch (const ScenarioErrors& errors) {
    ASSERT_EQ(errors.errors().size(), 4u) << errors.what();
    EXPECT_EQ(errors.errors()[0].line, 2);
    EXPECT_EQ(errors.errors()[3].line, 3);
  }
}

}  // namespace
}  // namespace fieldtwin
