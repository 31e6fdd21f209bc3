#include "metrics/port/port_metrics.hpp"

#include <fmt/format.h>

namespace fieldtwin {
namespace {

constexpr double kPer100k = 1e5;

Series of(PortAmount amount) {
  return {port(amount)};
}

const Series kAll = of(PortAmount::kTravellers);
const Series kEverybodysStops{Amount::kStops};

std::string_view words_of(CrossingGap gap) {
  switch (gap) {
    case CrossingGap::kNone:
      return "were confirmed";
    case CrossingGap::kOptOut:
      return "did not want to be photographed";
    case CrossingGap::kNoStaff:
      return "found nobody running the cameras";
    case CrossingGap::kCameraDown:
      return "found the camera out of order";
    case CrossingGap::kSkipped:
      return "passed the camera by because the line was late";
    case CrossingGap::kExcluded:
      return "could not be photographed at the lane";
    case CrossingGap::kNoPhoto:
      return "were not captured by a usable photo";
    case CrossingGap::kNoNetwork:
      return "were photographed while the connection or the service was down";
    case CrossingGap::kNoAnswer:
      return "were photographed and got no answer in time";
    case CrossingGap::kNoMatch:
      return "were searched for and not found in the gallery";
    case CrossingGap::kRecord:
      break;
  }
  return "were found, with a record that shows no status and was acted on";
}

void add_flow(std::vector<Metric>& out) {
  using enum PortAmount;
  const Series days = of(kDays);
  out.insert(
      out.end(),
      {{"port.travellers", "travellers a day", "Travellers at ports with cameras.",
        RateOf{kAll, days, 1.0}},
       {"port.stops_per_traveller", "people",
        "People stopped, booked or checked anywhere, for each traveller at a port: 1 where there are "
        "ports alone.",
        RatioOf{kEverybodysStops, kAll}},
       {"port.flights", "flights a day", "Flights whose travellers are photographed.",
        RateOf{of(kFlights), days, 1.0}},
       {"port.gallery", "people", "Mean size of the gallery of a flight.",
        RatioOf{of(kGalleryPeople), of(kFlights)}},
       {"port.captured", "share",
        "Share of travellers who were photographed and about whom the service answered.",
        ShareOf{of(kAnswered), kAll}},
       {"port.matched_when_captured", "share",
        "Share of these for whom the gallery returned somebody.",
        ShareOf{of(kMatched), of(kAnswered)}},
       {"port.confirmed_end_to_end", "share",
        "Share of all travellers for whom the gallery returned somebody.",
        ShareOf{of(kMatched), kAll}},
       {"port.false_match", "per 100,000 answers",
        "Answers that name somebody else, per 100,000 answers.",
        RateOf{of(kFalseMatches), of(kAnswered), kPer100k}},
       {"port.fnir", "share",
        "Share of the searches for travellers with a photo in the gallery that did not return "
        "them.",
        ShareOf{of(kMissedMatches), of(kInGallerySearched)}},
       {"port.answer_s.mean", "s", "From the photo's departure to the answer, mean.",
        RatioOf{of(kAnswerSeconds), of(kAnswered)}},
       {"port.answered_within_2s", "share", "Share of answers that came within 2 s.",
        ShareOf{of(kAnsweredInTime), of(kAnswered)}}});
}

void add_gaps(std::vector<Metric>& out) {
  for (std::size_t i = 1; i < kCrossingGaps; ++i) {
    const auto gap = static_cast<CrossingGap>(i);
    const std::string name = gap == CrossingGap::kOptOut
                                 ? "port.opt_out"
                                 : fmt::format("port.gap.{}", kCrossingGapNames[i]);
    out.push_back({name, "share", fmt::format("Share of travellers who {}.", words_of(gap)),
                   ShareOf{of(missed_by(gap)), kAll}});
  }
}

void add_ends(std::vector<Metric>& out) {
  using enum PortAmount;
  const Series days = of(kDays);
  out.insert(
      out.end(),
      {{"port.manual_checks", "share", "Share of travellers whose documents an officer checked.",
        ShareOf{of(kDocumentChecks), kAll}},
       {"port.contact_ice", "share",
        "Share of travellers about whom the officer was told to contact ICE.",
        ShareOf{of(kContactIce), kAll}},
       {"port.unconfirmed", "share",
        "Share of travellers who were let through without a confirmation by face or by an "
        "officer.",
        ShareOf{of(ended(CrossingEnd::kUnconfirmed)), kAll}},
       {"port.secondary", "per 100,000 travellers",
        "Travellers let through after a secondary inspection, per 100,000 travellers.",
        RateOf{of(ended(CrossingEnd::kSecondary)), kAll, kPer100k}},
       {"port.held", "per 100,000 travellers", "Travellers taken into custody, per 100,000.",
        RateOf{of(ended(CrossingEnd::kHeld)), kAll, kPer100k}},
       {"port.held_wrongly", "per 100,000 travellers",
        "Travellers held wrongly, of any kind, per 100,000.",
        RateOf{of(kHeldWrongly), kAll, kPer100k}},
       {"port.held_wrongly.person_hours", "person-hours a day",
        "Hours of custody of travellers who are held wrongly.", RatioOf{of(kWrongfulHours), days}},
       {"port.impostors_passed", "share",
        "Share of travellers with another's documents who were let through.",
        ShareOf{of(kImpostorsPassed), of(kImpostors)}},
       {"port.wait_s.mean", "s", "From joining the line to the end of the crossing, inspections included, mean.", RatioOf{of(kWaitSeconds), kAll}},
       {"port.delayed_flights", "share",
        "Share of flights whose boarding went on after the doors were to close.",
        ShareOf{of(kDelayedFlights), of(kFlights)}},
       {"port.boarding_delay", "minutes",
        "How much longer boarding went on than to the closing of the doors, mean of all flights.",
        RatioOf{of(kDelayMinutes), of(kFlights)}},
       {"port.images.citizens", "photos a day", "Photos of US citizens that reached the service.",
        RateOf{of(kCitizenImages), days, 1.0}},
       {"port.images.others", "photos a day", "Photos of others that reached the service.",
        RateOf{of(kOtherImages), days, 1.0}},
       {"port.image_hours.citizens", "photo-hours a day",
        "Photos of US citizens times the hours that each is kept.",
        RatioOf{of(kCitizenImageHours), days}},
       {"port.image_years.others", "photo-years a day",
        "Photos of others times the years that each is kept, in the service and enrolled.",
        RatioOf{of(kOtherImageYears), days}}});
}

}  // namespace

bool is_about_ports(const Metric& metric) {
  return metric.name.starts_with("port.");
}

std::vector<Metric> port_metrics() {
  std::vector<Metric> out;
  add_flow(out);
  add_gaps(out);
  add_ends(out);
  return out;
}

}  // namespace fieldtwin
