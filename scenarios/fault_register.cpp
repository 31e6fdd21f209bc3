#include "scenarios/fault_register.hpp"

#include <array>
#include <cmath>

#include "scenarios/reader/field.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

using Without = FaultNumber::Without;

template <auto Member>
void set_member(Fault& fault, double value) {
  fault.*Member = std::remove_reference_t<decltype(fault.*Member)>(value);
}
template <auto Member>
double get_member(const Fault& fault) {
  return (fault.*Member).value();
}

template <auto Member>
constexpr FaultNumber number(std::string_view key, Dimension dimension, double low, double high,
                             std::string_view meaning, Whole whole = Whole::kNo,
                             Without without = Without::kRefused) {
  return {key,     dimension, low, high, whole, without, meaning, &set_member<Member>,
          &get_member<Member>};
}

constexpr double kWeek = 7.0 * 86'400.0;

constexpr std::array kCapacity{number<&Fault::capacity>(
    "capacity", Dimension::kShare, 0.0, 1.0, "what is left; 0 % for an outage")};
constexpr std::array kCarrier{number<&Fault::share>(
    "share", Dimension::kShare, 0.0, 1.0,
    "of the devices that are on the carrier; a larger share has the devices of a smaller one")};
constexpr std::array kSurge{
    number<&Fault::factor>("factor", Dimension::kCount, 1.0, 1000.0,
                           "how many times as many people are to be stopped; an officer who is "
                           "busy stops nobody more"),
    number<&Fault::share>("share", Dimension::kShare, 0.0, 1.0,
                          "of the officers there who take part: those of one city, or all; a larger "
                          "share has the officers of a smaller one")};
constexpr std::array kSlow{number<&Fault::factor>("factor", Dimension::kCount, 1.0, 1000.0,
                                                  "how many times as long a search takes")};
constexpr std::array kStolen{
    number<&Fault::rate>("searches_per_hour", Dimension::kCount, 0.0, 1000.0,
                         "by the one who has the credentials, until they are revoked")};
constexpr std::array kSpoofing{
    number<&Fault::share>("share", Dimension::kShare, 0.0, 1.0,
                          "of the photos for which a picture is held up: `capture.spoofed` of the "
                          "window")};
constexpr std::array kReplayed{
    number<&Fault::share>("share", Dimension::kShare, 0.0, 1.0,
                          "of the officers' requests that are sent again"),
    number<&Fault::copies>("copies", Dimension::kCount, 1.0, 1000.0, "of each of them", Whole::kYes),
    number<&Fault::gap>("gap", Dimension::kTime, 0.0, kWeek, "between one copy and the next"),
    number<&Fault::recognised>("recognised", Dimension::kShare, 0.0, 1.0,
                               "of the copies that the gateway recognises by their reference and "
                               "refuses")};
constexpr std::array kFlood{
    number<&Fault::rate>("requests_per_second", Dimension::kCount, 0.0, 1e6,
                         "without a session; the gateway refuses them when it has looked at them"),
    number<&Fault::limit>("rate_limit", Dimension::kCount, 0.0, 1e6,
                          "requests a second of the flood that a limit by sender lets through to "
                          "the gateway; none without a limit",
                          Whole::kNo, Without::kAllowed),
    number<&Fault::backlog>("backlog", Dimension::kTime, 0.0, 3600.0,
                            "longest wait that the gateway lets build up; then it drops what it "
                            "cannot take, whoever sent it")};
constexpr std::array kStale{
    number<&Fault::share>("share", Dimension::kShare, 0.0, 1.0,
                          "of the travellers who are missing from the gallery because they booked, or "
                          "changed to the flight, after the manifest was read; a larger share has the "
                          "travellers of a smaller one, and of `port.manifest.stale_missing`")};
constexpr std::array kRegion{
    number<&Fault::share>("share", Dimension::kShare, 0.0, 1.0, "of the servers that it has")};

constexpr std::array<FaultKindEntry, kFaultKinds> kTable{{
    {"target", "login", "Signing in works less often, or not at all.", FaultHas::kNothing,
     kCapacity},
    {"target", "service", "The matching service has fewer servers, or is down.", FaultHas::kRegion,
     kCapacity},
    {"target", "uplink", "The cells have less capacity, or none.", FaultHas::kState, kCapacity},
    {"target", "carrier", "The devices on one carrier have no network.", FaultHas::kState, kCarrier},
    {"target", "ice_desk", "Agents are missing: a walk-out.", FaultHas::kNothing, kCapacity},
    {"event", "surge", "More people are stopped by the officers of one place.",
     FaultHas::kStateAndArea, kSurge},
    {"event", "slow_database", "Searches of the gallery take longer.", FaultHas::kNothing, kSlow},
    {"event", "stolen_credentials",
     "Somebody who is no officer searches for residents of a state with a stolen device and its "
     "credentials.",
     FaultHas::kState, kStolen},
    {"event", "spoofing", "Pictures are held up instead of faces.", FaultHas::kNothing, kSpoofing},
    {"event", "replayed_requests", "Requests are caught on the way and sent again.",
     FaultHas::kNothing, kReplayed},
    {"event", "flood", "The gateway is flooded with requests.", FaultHas::kNothing, kFlood},
    {"event", "stale_manifest",
     "Ports search galleries that were made from old manifests: of flights whose boarding begins in "
     "the window, and of checkpoints while it lasts.",
     FaultHas::kState, kStale},
}};

std::string number_text(const FaultNumber& number, const Fault& fault) {
  const double value = number.get(fault);
  return ", " + std::string(number.key) + ": " +
         (std::isinf(value) ? "none" : format_number(value, number.dimension));
}

std::string region_text(const Fault& fault) {
  std::string out = ", region: " + yaml_scalar(fault.region);
  for (const FaultNumber& number : kRegion) out += number_text(number, fault);
  out += ", states: [";
  for (std::size_t i = 0; i < fault.states.size(); ++i) {
    out += (i == 0 ? "" : ", ") + yaml_scalar(fault.states[i]);
  }
  return out + "], failover: " + (fault.failover == Failover::kYes ? "yes" : "no");
}

}  // namespace

std::span<const FaultKindEntry> fault_kinds() {
  return kTable;
}

const FaultKindEntry& fault_kind(FaultKind kind) {
  return kTable[index_of(kind)];
}

std::span<const FaultNumber> region_numbers() {
  return kRegion;
}

std::string fault_text(const Fault& fault) {
  const FaultKindEntry& kind = fault_kind(fault.kind);
  std::string out = "{" + std::string(kind.key) + ": " + std::string(kind.name);
  out += ", name: " + yaml_scalar(fault.name);
  if (!fault.state.empty()) out += ", state: " + yaml_scalar(fault.state);
  if (fault.area) out += ", area: " + std::string(kAreaNames[index_of(*fault.area)]);
  out += ", from: " + format_number(fault.from.value(), Dimension::kTime) +
         ", until: " + format_number(fault.until.value(), Dimension::kTime);
  for (const FaultNumber& number : kind.numbers) out += number_text(number, fault);
  if (!fault.region.empty()) out += region_text(fault);
  return out + "}";
}

}  // namespace fieldtwin
