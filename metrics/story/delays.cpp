#include "metrics/story/delays.hpp"

#include <array>
#include <optional>

namespace fieldtwin {
namespace {

enum class Place : std::size_t { kSignIn, kCapture, kNetwork, kService, kRedial, kQueue, kAgent };

constexpr std::array kDelays{
    Delay{"Login.gov", "of sign-in", "sign_in.duration", Seconds(0.0)},
    Delay{"the capture", "of taking photos", "capture.duration", Seconds(0.0)},
    Delay{"the network", "of transfers and retries", "network.timeout", Seconds(0.0)},
    Delay{"the service", "of matching", "service.search.servers", Seconds(0.0)},
    Delay{"the officer", "between calls", "ice.retry_delay", Seconds(0.0)},
    Delay{"the ICE desk", "of waiting in its queue", "ice.agents_day", Seconds(0.0)},
    Delay{"the ICE agent", "of talk and review", "ice.handle_time", Seconds(0.0)},
};

/// What the time between two steps was spent on; nothing if the later one takes no time.
std::optional<Place> place_between(StepKind before, StepKind kind) {
  switch (kind) {
    case StepKind::kSignInFailed:
    case StepKind::kSignedIn:
      return Place::kSignIn;
    case StepKind::kCaptureFailed:
    case StepKind::kCaptured:
      return Place::kCapture;
    case StepKind::kNoCoverage:
    case StepKind::kTransferLost:
    case StepKind::kRefused:
    case StepKind::kUploaded:
    case StepKind::kTimedOut:
    case StepKind::kAnswered:
      return Place::kNetwork;
    case StepKind::kGatewayDone:
    case StepKind::kTemplateMade:
    case StepKind::kSearched:
      return Place::kService;
    case StepKind::kCall:
      return Place::kRedial;
    case StepKind::kHungUp:
    case StepKind::kAgent:
      return Place::kQueue;
    case StepKind::kClaim:
    case StepKind::kIceRelease:
    case StepKind::kIceHold:
      return Place::kAgent;
    case StepKind::kLimitReached:  // a call in the queue has been hung up by then
      return before == StepKind::kHungUp ? Place::kRedial : Place::kAgent;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<Delay> delays_of(const EncounterRecord& record) {
  auto delays = kDelays;
  Step before{record.scan_began, StepKind::kScan};
  for (const Step& step : record.steps) {
    if (step.time > record.ended) break;
    const auto place = place_between(before.kind, step.kind);
    if (place) delays[index_of(*place)].time += step.time - before.time;
    if (step.time >= before.time) before = step;
  }
  std::vector<Delay> spent;
  for (const Delay& delay : delays) {
    if (delay.time > Seconds(0.0)) spent.push_back(delay);
  }
  return spent;
}

}  // namespace fieldtwin
