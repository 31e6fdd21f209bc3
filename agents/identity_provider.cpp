#include "agents/identity_provider.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

IdentityProvider::IdentityProvider(Calendar& calendar, const SignIn& parameters, const Draws& draws,
                                   Backend backend)
    : calendar_(calendar), parameters_(parameters), draws_(draws), backend_(std::move(backend)) {}

bool IdentityProvider::is_signed_in(const Device& device) const {
  return device.session.is_alive(calendar_.now(), parameters_.idle_limit.mean(),
                                 parameters_.total_limit.mean());
}

Task<SignedIn> IdentityProvider::sign_in(Device& device, EncounterLog& log,
                                         std::uint16_t round) {
  const Seconds began = calendar_.now();
  const std::uint64_t id = log.record().id;
  const std::uint16_t attempts = whole(parameters_.attempts);
  const auto first = static_cast<std::uint16_t>(round * attempts);
  for (std::uint16_t attempt = first; attempt < first + attempts; ++attempt) {
    if (attempt > first) {
      co_await calendar_.sleep(
          value_of(draws_, parameters_.retry_delay, Decision::kSignInRetryDelay, id, attempt));
    }
    co_await calendar_.sleep(
        value_of(draws_, parameters_.duration, Decision::kSignInTime, id, attempt));
    const double works =
        backend_.capacity_at(calendar_.now()).value() * (1.0 - parameters_.failure.mean().value());
    if (draws_.uniform(Decision::kSignInFailure, id, attempt) < works) {
      device.session.begin(calendar_.now());
      log.record().sign_in = calendar_.now() - began;
      log.step(StepKind::kSignedIn, (calendar_.now() - began).value());
      co_return SignedIn::kYes;
    }
    log.step(StepKind::kSignInFailed);
  }
  co_return SignedIn::kNo;
}

}  // namespace fieldtwin
