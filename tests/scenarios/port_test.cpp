/// Ports: whose scenarios have them, and what is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "errors_of.hpp"

namespace fieldtwin {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string overlay(const std::string& values) {
  return errors_of("extends: tvs-airport\n" + values);
}

TEST(Ports, AreOfTheScenariosOfTheirSystemAlone) {
  EXPECT_THAT(errors_of("extends: national-day\nport: {flights: 3}\n"),
              AllOf(HasSubstr("port.flights"), HasSubstr("mobile_identify")));
  EXPECT_EQ(overlay("port: {flights: 3}\n"), "");
}

TEST(Ports, NeedSomebodyWhoTravels) {
  EXPECT_EQ(overlay("port: {flights: 0}\n"),
            "test.yaml:2:17: error: no flight boards and nobody comes to a checkpoint (nothing "
            "would happen). Set port.flights or port.checkpoint.travellers.");
  EXPECT_EQ(overlay("port: {flights: 0, checkpoint: {travellers: 100}}\n"), "");
  EXPECT_THAT(overlay("port: {status_weight: {us_born: 0, naturalised: 0, permanent_resident: 0, "
                      "temporary: 0, protected: 0, unauthorised: 0}}\n"),
              HasSubstr("no traveller could have a status"));
}

TEST(Ports, AreInStatesThatThereAre) {
  EXPECT_THAT(overlay("port: {states: [FL, FX]}\n"), HasSubstr("there is no state 'FX'"));
}

TEST(Ports, HaveAMatcherWithAnAnchor) {
  EXPECT_EQ(overlay("port: {matcher: {anchor: frte-nec-10-kiosk}}\n"),
            "test.yaml:2:26: error: there is no anchor 'frte-nec-10-kiosk' (the table of anchors "
            "has no such row). Did you mean 'frte-nec-010-kiosk'?");
}

TEST(Ports, SayWhichNamesTheyKnow) {
  EXPECT_THAT(overlay("port: {on_doubt: contact_ise}\n"), HasSubstr("Did you mean 'contact_ice'?"));
  EXPECT_THAT(overlay("port: {camera: {usabel: 90 %}}\n"), HasSubstr("port.camera.usabel"));
}

TEST(Ports, PlanTheirFlightsAhead) {
  EXPECT_THAT(overlay("changes: [{at: 10 h, parameter: port.flights, value: 5}]\n"),
              HasSubstr("flights and arrivals are planned when the period starts"));
  EXPECT_EQ(overlay("changes: [{at: 10 h, parameter: port.manifest.stale, value: 90 %}]\n"), "");
}

}  // namespace
}  // namespace fieldtwin
