#pragma once
/// Login.gov: sessions, sign-ins with a second factor, outages.

#include "agents/backend.hpp"
#include "agents/device.hpp"
#include "agents/encounter/log.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calendar.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

enum class SignedIn { kNo, kYes };

class IdentityProvider {
 public:
  IdentityProvider(Calendar& calendar, const SignIn& parameters, const Draws& draws,
                   Backend backend);

  /// Makes sure that the device has a session: at once if it has, else by signing in, again if an
  /// attempt fails, until the officer gives up.
  Task<SignedIn> sign_in(Device& device, EncounterLog& log);

 private:
  Calendar& calendar_;
  const SignIn& parameters_;
  Draws draws_;
  Backend backend_;
};

}  // namespace fieldtwin
