#include "metrics/delays.hpp"

#include <algorithm>
#include <optional>

namespace fieldtwin {
namespace {

/// By DelayAt.
constexpr std::array<Delay, kDelays> kTable{{
    {DelayAt::kSignIn, "Login.gov", "of sign-in", "sign_in.duration", Seconds(0.0)},
    {DelayAt::kCapture, "the capture", "of taking photos", "capture.duration", Seconds(0.0)},
    {DelayAt::kNetwork, "the network", "of transfers and retries", "network.timeout", Seconds(0.0)},
    {DelayAt::kService, "the service", "of matching", "service.search.servers", Seconds(0.0)},
    {DelayAt::kCheck, "the reviewer", "of the human check", "safeguards.human_check.time",
     Seconds(0.0)},
    {DelayAt::kPapers, "the officer", "of looking at papers", "safeguards.opt_out.check",
     Seconds(0.0)},
    {DelayAt::kRedial, "the officer", "between calls", "ice.retry_delay", Seconds(0.0)},
    {DelayAt::kQueue, "the ICE desk", "of waiting in its queue", "ice.agents_day", Seconds(0.0)},
    {DelayAt::kAgent, "the ICE agent", "of talk and review", "ice.handle_time", Seconds(0.0)},
}};

/// What the time between two steps was spent on; nothing if the later one takes no time.
std::optional<DelayAt> place_between(StepKind before, StepKind kind) {
  switch (kind) {
    case StepKind::kSignInFailed:
    case StepKind::kSignedIn:
      return DelayAt::kSignIn;
    case StepKind::kCaptureFailed:
    case StepKind::kSpoofSeen:
    case StepKind::kTooPoor:
    case StepKind::kCaptured:
    case StepKind::kSecondPhoto:
      return DelayAt::kCapture;
    case StepKind::kNoCoverage:
    case StepKind::kTransferLost:
    case StepKind::kRefused:
    case StepKind::kUploaded:
    case StepKind::kTimedOut:
    case StepKind::kAnswered:
      return DelayAt::kNetwork;
    case StepKind::kGatewayDone:
    case StepKind::kTemplateMade:
    case StepKind::kSearched:
      return DelayAt::kService;
    case StepKind::kCheckPassed:
    case StepKind::kCheckRejected:
      return DelayAt::kCheck;
    case StepKind::kPapersChecked:
      return DelayAt::kPapers;
    case StepKind::kCall:
      return DelayAt::kRedial;
    case StepKind::kHungUp:
    case StepKind::kAgent:
      return DelayAt::kQueue;
    case StepKind::kClaim:
    case StepKind::kWrongFile:
    case StepKind::kIceRelease:
    case StepKind::kIceHold:
      return DelayAt::kAgent;
    case StepKind::kLimitReached:  // a call in the queue has been hung up by then
      return before == StepKind::kHungUp ? DelayAt::kRedial : DelayAt::kAgent;
    default:
      return std::nullopt;
  }
}

}  // namespace

Party party_of(DelayAt at) {
  switch (at) {
    case DelayAt::kSignIn:
    case DelayAt::kNetwork:
    case DelayAt::kService:
    case DelayAt::kCheck:
      return Party::kSystems;
    case DelayAt::kCapture:
    case DelayAt::kPapers:
    case DelayAt::kRedial:
      return Party::kOfficer;
    case DelayAt::kQueue:
    case DelayAt::kAgent:
      break;
  }
  return Party::kDesk;
}

DelayAt longest_delay(const EncounterRecord& record) {
  const std::vector<Delay> delays = delays_of(record);
  const auto longest = std::ranges::max_element(delays, {}, &Delay::time);
  return longest == delays.end() ? DelayAt::kAgent : longest->at;
}

std::vector<Delay> delays_of(const EncounterRecord& record) {
  auto delays = kTable;
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
