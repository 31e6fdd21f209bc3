#include "scenarios/changeable.hpp"

#include <array>
#include <string_view>

namespace fieldtwin {
namespace {

struct Fixed {
  std::string_view prefix;  //!< of the path
  std::string_view why;
};

constexpr std::string_view kRoster = "who is in the programme is settled when the period starts";
constexpr std::string_view kPlanned = "officers' shifts and stops are planned ahead of the clock";
constexpr std::string_view kPeople = "it says who the residents are, and they stay who they are";
constexpr std::string_view kOutages =
    "outages are drawn for the whole period; a fault can begin at any time";
constexpr std::string_view kFlights = "flights and arrivals are planned when the period starts";
constexpr std::string_view kMatcher = "pictures are taken and templates made in one way throughout";
constexpr std::string_view kCounted = "it is counted once, for the whole period";

constexpr auto kFixed = std::to_array<Fixed>({
    {"system", "it says whose officers are in the field"},
    {"jail.model", kRoster},
    {"jail.bookings", kPlanned},
    {"jail.officers", kPlanned},
    {"run.", "it says how often the period is simulated"},
    {"period.", "it says which period is simulated"},
    {"programme.", kRoster},
    {"tables.", "tables are read before the period starts"},
    {"officers.", kPlanned},
    {"encounters.stops_per_shift", kPlanned},
    {"encounters.daily_curve", kPlanned},
    {"people.foreign_born_odds", kPeople},
    {"people.status_weight", kPeople},
    {"people.twin", kPeople},
    {"people.close_relative", kPeople},
    {"records.enrolled", kPeople},
    {"records.wrong", kPeople},
    {"devices.android", kRoster},
    {"devices.ios_from", kRoster},
    {"devices.install_delay", kRoster},
    {"sign_in.availability", kOutages},
    {"sign_in.outage_length", kOutages},
    {"network.fidelity", "the network is built once"},
    {"network.cell_capacity",
     "the network is built once; a fault of the uplink takes capacity away"},
    {"service.availability", kOutages},
    {"service.outage_length", kOutages},
    {"matcher.fidelity", kMatcher},
    {"matcher.effort", kMatcher},
    {"capture.picture.", kMatcher},
    {"errors.", "it says what can go wrong in this world; the parameters behind it can change"},
    {"storage.copies", kCounted},
    {"storage.people_with_access", kCounted},
    {"storage.breach", kCounted},
    {"port.states", kFlights},
    {"port.flights", kFlights},
    {"port.curve", kFlights},
    {"port.travellers", kFlights},
    {"port.boarding.window", kFlights},
    {"port.boarding.delayed", kFlights},
    {"port.checkpoint.travellers", kFlights},
    {"port.checkpoint.gallery", kFlights},
    {"port.camera.availability", kOutages},
    {"port.camera.outage_length", kOutages},
    {"port.network.availability", kOutages},
    {"port.network.outage_length", kOutages},
    {"exposure.", kCounted},
});

}  // namespace

std::optional<std::string> why_fixed(const std::string& path) {
  for (const Fixed& fixed : kFixed) {
    if (path.starts_with(fixed.prefix)) return std::string(fixed.why);
  }
  return std::nullopt;
}

}  // namespace fieldtwin
