#pragma once
/// How photos get out, by cause: how often, and how many at a time.

#include <array>

#include "metrics/exposure/access.hpp"
#include "metrics/exposure/presence.hpp"

namespace fieldtwin {

enum class BreachCause : std::uint8_t {
  kStore,          //!< the store itself is broken into: storage.breach_rate
  kSubcontractor,  //!< somebody who maintains the service takes photos home
  kDevice,         //!< an officer's device is lost
  kInsider,        //!< somebody with access takes photos
  kCredentials,    //!< somebody uses stolen credentials until they are found out
};
inline constexpr std::size_t kBreachCauses = 5;
inline constexpr std::array<std::string_view, kBreachCauses> kBreachCauseNames{
    "store", "subcontractor", "device", "insider", "credentials"};

/// What an incident takes, and how often there is one. Rates in 1/s. Incidents of a cause come at
/// random, at the rate given, and each takes a photo in reach with the share given, whatever other
/// photos it takes.
struct BreachRules {
  double store_rate = 0.0;
  double store_share = 0.0;
  double insider_rate = 0.0;  //!< a person with access
  double insider_share = 0.0;
  double credentials_rate = 0.0;   //!< an account
  double credentials_share = 0.0;  //!< 1 - (1 - daily)^days until the account is closed
  double device_rate = 0.0;        //!< a device
  double device_readable = 0.0;    //!< share of the lost devices that can be read
  double subcontractor_rate = 0.0;
  Seconds window{0.0};  //!< the photos of so much time are within the subcontractor's reach
  double copied = 0.0;  //!< share of these that gets out
  double copied_of_found = 0.0;  //!< of those that are still there when the subcontractor comes
  Seconds visit{0.0};            //!< time between two visits
};

/// Of a scenario whose numbers are drawn. A subcontractor who comes every `visit` finds the photos
/// that the service keeps until then: a share min(1, retention / visit) of all.
BreachRules breach_rules(const Exposure& exposure, const Storage& storage,
                         const HoldingRules& holding);

/// Share of the photos that get out where the service keeps them for so long.
double copied_of(const BreachRules& rules, Seconds kept);

/// How often a photo in a place is taken there for a cause [1/s]. Nothing for the subcontractor,
/// who takes from the flow: see `within_reach`.
double hazard(Holder place, BreachCause cause, const BreachRules& rules, const Access& access);
/// Whether the hazard grows with the people who have access.
constexpr bool grows_with_access(BreachCause cause) {
  return cause == BreachCause::kInsider || cause == BreachCause::kCredentials;
}

/// The photos that a subcontractor has taken when the window ends, as spells: those not older than
/// the window, with the share copied.
Spells within_reach(const BreachRules& rules);

/// How many different people so many photos show, on average, of `people` who are photographed
/// unequally often: each at a rate drawn from a gamma law with the squared coefficient of variation
/// `unevenness`. People photographed not at all follow the negative binomial law, so
///   people (1 - (1 + unevenness photos / people)^(-1 / unevenness)),
/// and people (1 - exp(-photos / people)) for the unevenness 0.
double different_people(double photos, double people, double unevenness);

}  // namespace fieldtwin
