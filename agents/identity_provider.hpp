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

  /// Whether the device's session still holds, so that nobody need sign in.
  bool is_signed_in(const Device& device) const;

  /// Gets the device a session: again if an attempt fails, until the officer gives up. `round`: how
  /// often the officer gave up before; it keeps the draws of one round apart from those of the next.
  Task<SignedIn> sign_in(Device& device, EncounterLog& log, std::uint16_t round = 0);

  /// Whether anybody can sign in now.
  bool is_up() { return backend_.capacity_at(calendar_.now()).value() > 0.0; }

 private:
  Calendar& calendar_;
  const SignIn& parameters_;
  Draws draws_;
  Backend backend_;
};

}  // namespace fieldtwin
