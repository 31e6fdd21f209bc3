#include "agents/outlook/desk_visit.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

std::optional<DeskVisit> desk_visit(const IceDeskParameters& parameters, const Turns& turns,
                                    const Draws& draws, EncounterId id, Seconds began,
                                    Seconds now) {
  const Priority priority = priority_of_officers(parameters);
  const std::uint16_t calls = whole(parameters.calls);
  Seconds joined = began;
  for (std::uint16_t call = 0; call < calls; ++call) {
    if (joined > now) return std::nullopt;
    const std::optional<Seconds> turn = turns.turn(priority, joined);
    if (turn == joined) return DeskVisit{joined};
    const Seconds leaves =
        joined + value_of(draws, parameters.patience, Decision::kCallPatience, id.value, call);
    if (turn && *turn <= leaves) return DeskVisit{*turn};
    if (!turn && leaves > now) return std::nullopt;
    if (call + 1 == calls ||
        !chance(draws, parameters.retry, Decision::kCallRetry, id.value, call)) {
      return DeskVisit{std::nullopt, leaves};
    }
    joined =
        leaves + value_of(draws, parameters.retry_delay, Decision::kCallRetryDelay, id.value, call);
  }
  return DeskVisit{std::nullopt, joined};
}

Priority priority_of_officers(const IceDeskParameters& parameters) {
  return parameters.queue_order == QueueOrder::kOfficersFirst ? Priority::kHigh : Priority::kNormal;
}

Seconds usual_handle_time(const IceDeskParameters& parameters, const Draws& draws, EncounterId id) {
  return value_of(draws, parameters.handle_time, Decision::kCallHandleTime, id.value);
}

Seconds claim_time(const IceDeskParameters& parameters, const Draws& draws, EncounterId id) {
  return value_of(draws, parameters.claim_time, Decision::kClaimTime, id.value);
}

double claim_probability(const IceDeskParameters& parameters, Standing standing) {
  return standing == Standing::kCitizen ? parameters.claim.mean().value() : 0.0;
}

bool claims(const IceDeskParameters& parameters, Standing standing, const Draws& draws,
            EncounterId id) {
  return standing == Standing::kCitizen &&
         chance(draws, parameters.claim, Decision::kCitizenClaim, id.value);
}

}  // namespace fieldtwin
