#include "sim/turns.hpp"

#include <algorithm>
#include <limits>

namespace fieldtwin {
namespace {

constexpr Seconds kOpenEnd{std::numeric_limits<double>::infinity()};

}  // namespace

std::optional<Seconds> Turns::turn(Priority priority, Seconds joined) const {
  const auto& entries = entries_[static_cast<std::size_t>(priority)];
  const auto found = std::partition_point(entries.begin(), entries.end(),
                                          [&](const Entry& e) { return e.up_to < joined; });
  if (found == entries.end()) return std::nullopt;
  return std::max(found->from, joined);
}

void Turns::forget(Seconds joined) {
  for (auto& entries : entries_) {
    while (!entries.empty() && entries.front().up_to < joined) entries.pop_front();
  }
}

std::size_t Turns::size() const {
  std::size_t total = 0;
  for (const auto& entries : entries_) total += entries.size();
  return total;
}

void Turns::handed_over(Seconds now, Priority priority, Seconds joined) {
  entries_[static_cast<std::size_t>(priority)].push_back({now, joined});
  if (priority == Priority::kNormal) {
    // Nobody of the higher class was waiting, so any who had been there would have gone first.
    entries_[static_cast<std::size_t>(Priority::kHigh)].push_back({now, now});
  }
}

void Turns::free(Seconds now) {
  if (free_) return;
  free_ = true;
  for (auto& entries : entries_) entries.push_back({now, kOpenEnd});
}

void Turns::busy(Seconds now) {
  if (!free_) return;
  free_ = false;
  for (auto& entries : entries_) entries.back().up_to = now;
}

}  // namespace fieldtwin
