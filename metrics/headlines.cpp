#include "metrics/headlines.hpp"

#include <array>

namespace fieldtwin {
namespace {

constexpr std::array kHeadlines{
    Headline{"scans.total", "faces scanned"},
    Headline{"answers.contact_ice", "answered \"contact ICE\""},
    Headline{"identification.false_match", "matched to somebody else"},
    Headline{"latency.answer_s.p50", "scan to answer, median"},
    Headline{"latency.answer_s.p95", "scan to answer, 95th percentile"},
    Headline{"ice.wait_s.p95", "wait for ICE, 95th percentile"},
    Headline{"stops.prolonged", "stops prolonged beyond the limit"},
    Headline{"custody.holds", "people held"},
    Headline{"custody.wrongful.any.count", "held wrongly"},
    Headline{"custody.wrongful.us_citizen.count", "  US citizens"},
    Headline{"custody.wrongful.lawful_status.count", "  with lawful status"},
    Headline{"custody.wrongful.false_match.count", "  as somebody else"},
    Headline{"custody.wrongful.stale_record.count", "  on a wrong or outdated record"},
    Headline{"exposure.images", "photos kept"},
    Headline{"exposure.citizen_images", "  of US citizens"},
};

constexpr std::array kPortHeadlines{
    Headline{"port.travellers", "travellers a day"},
    Headline{"port.captured", "captured by a camera, and answered"},
    Headline{"port.matched_when_captured", "matched when captured"},
    Headline{"port.confirmed_end_to_end", "confirmed end to end"},
    Headline{"port.answered_within_2s", "answers within 2 s"},
    Headline{"port.fnir", "in the gallery and not found"},
    Headline{"port.false_match", "taken for somebody else, of 100,000 answers"},
    Headline{"port.opt_out", "opted out"},
    Headline{"port.manual_checks", "documents checked by an officer"},
    Headline{"port.contact_ice", "answered \"contact ICE\""},
    Headline{"port.held", "held, of 100,000 travellers"},
    Headline{"port.held_wrongly", "held wrongly, of 100,000 travellers"},
    Headline{"port.boarding_delay", "minutes of boarding after the doors should close"},
};

}  // namespace

std::span<const Headline> headlines() {
  return kHeadlines;
}

std::vector<Headline> headlines_of(
    const std::function<std::optional<double>(std::string_view)>& mean) {
  std::vector<Headline> rows;
  const bool ports = mean("port.travellers").has_value();
  if (ports) rows.assign(kPortHeadlines.begin(), kPortHeadlines.end());
  if (!ports || mean("port.stops_per_traveller") != 1.0) {
    rows.insert(rows.end(), kHeadlines.begin(), kHeadlines.end());
  }
  return rows;
}

bool is_part(const Headline& headline) {
  return headline.words[0] == ' ';
}

std::string words_alone(const Headline& headline) {
  const char* whole = "";
  for (const Headline& row : kHeadlines) {
    if (!is_part(row)) whole = row.words;
    if (row.metric == headline.metric) break;
  }
  if (!is_part(headline)) return headline.words;
  const std::string part = headline.words;
  return std::string(whole) + ": " + part.substr(part.find_first_not_of(' '));
}

}  // namespace fieldtwin
