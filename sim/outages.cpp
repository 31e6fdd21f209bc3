#include "sim/outages.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace fieldtwin {
namespace {

/// What the two draws of a period are for.
constexpr std::uint16_t kLength = 0;
constexpr std::uint16_t kFirstState = 1;

}  // namespace

Outages::Outages(Draws draws, std::uint32_t entity, OutageLaw law,
                 const std::vector<Period>& scheduled)
    : draws_(draws), entity_(entity), law_(law) {
  const double availability = law.availability.value();
  if (!(availability >= 0.0 && availability <= 1.0)) {
    throw std::invalid_argument("an availability lies between 0 and 1");
  }
  if (availability < 1.0 && !(law.mean_outage.value() > 0.0)) {
    throw std::invalid_argument("outages that happen have a mean length above 0");
  }
  std::vector<Shortage> shortages;
  for (const auto& period : scheduled) shortages.push_back({period, Probability(0.0)});
  scheduled_ = combine(shortages);
  begin();
}

bool Outages::is_up(Seconds time) {
  if (time < from_) begin();
  while (time >= to_) next();
  return state_ == State::kUp && left_at(scheduled_, time).value() > 0.0;
}

void Outages::begin() {
  number_ = 0;
  from_ = Seconds(0.0);
  const double u = draws_.uniform(Decision::kOutage, std::uint64_t{entity_} << 32, kFirstState);
  state_ = u < law_.availability.value() ? State::kUp : State::kDown;
  draw_end();
}

void Outages::next() {
  ++number_;
  from_ = to_;
  state_ = state_ == State::kUp ? State::kDown : State::kUp;
  draw_end();
}

void Outages::draw_end() {
  const double availability = law_.availability.value();
  if (availability == 0.0 || availability == 1.0) {
    to_ = Seconds(std::numeric_limits<double>::infinity());
    return;
  }
  const Seconds mean = state_ == State::kDown
                           ? law_.mean_outage
                           : law_.mean_outage * (availability / (1.0 - availability));
  const double u =
      draws_.uniform(Decision::kOutage, std::uint64_t{entity_} << 32 | number_, kLength);
  to_ = from_ - mean * std::log(u);
}

}  // namespace fieldtwin
