#pragma once
/// Everything that one encounter meets: the parts of the replication, as references.

#include "agents/custody.hpp"
#include "agents/ice_desk.hpp"
#include "agents/identity_provider.hpp"
#include "agents/matching_service.hpp"
#include "agents/officer.hpp"
#include "agents/outlook/forecast.hpp"
#include "agents/population.hpp"
#include "matcher/matcher.hpp"
#include "metrics/journal.hpp"
#include "network/network.hpp"
#include "scenarios/epochs.hpp"
#include "sim/calendar.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Whose field it is in a world of several systems.
enum class FieldRole {
  kOwn,      //!< the scenario's own
  kPartner,  //!< another's, which runs in the same world
};

/// Who tells what was to be expected of an encounter (docs/rare-harm.md).
enum class Expects {
  kNothing,       //!< nobody asks
  kOutlook,       //!< the forecast, by probabilities
  kWhatHappened,  //!< there is no outlook on such encounters: what happened stands for it
};

/// Of one field: what is shared is the same object for all.
struct System {
  const Scenario& scenario;  //!< as it is now, with every parameter that is drawn once a
                             //!< replication resolved
  Draws draws;
  Calendar& calendar;
  Network& network;
  const Population& population;
  const Roster& roster;
  IdentityProvider& login;
  MatchingService& service;
  IceDesk& desk;
  Journal& journal;
  const Scenario& planned;  //!< as at the start, with its changes: for what lies ahead
  const Matcher& matcher;
  FieldRole role = FieldRole::kOwn;
  Expects expects = Expects::kNothing;
  Forecast* forecast = nullptr;  //!< none: nobody asks what was to be expected

  /// The scenario that holds when something happens that lies ahead.
  const Scenario& at(Seconds time) const { return scenario_at(planned, time); }
};

}  // namespace fieldtwin
