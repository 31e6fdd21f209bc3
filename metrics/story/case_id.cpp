#include "metrics/story/case_id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

namespace fieldtwin {
namespace {

constexpr unsigned kStopBits = 24;
constexpr std::uint64_t kMostStops = std::uint64_t{1} << kStopBits;

/// Takes `prefix` and a number below `limit` from the front of a text.
std::optional<std::uint64_t> take(std::string_view& text, std::string_view prefix,
                                  std::uint64_t limit) {
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number >= limit) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::uint64_t distance(std::uint64_t a, std::uint64_t b) {
  return a < b ? b - a : a - b;
}

}  // namespace

std::string to_text(const CaseId& id) {
  return fmt::format("r{}-o{}-s{}", id.replication, id.encounter >> kStopBits,
                     id.encounter % kMostStops);
}

std::optional<CaseId> parse_case_id(std::string_view text) {
  constexpr std::uint64_t k32Bits = std::uint64_t{1} << 32;
  const auto replication = take(text, "r", k32Bits);
  const auto officer = take(text, "-o", k32Bits);
  const auto stop = take(text, "-s", kMostStops);
  if (!replication || !officer || !stop || !text.empty()) return std::nullopt;
  return CaseId{static_cast<std::uint32_t>(*replication), *officer << kStopBits | *stop};
}

std::vector<CaseId> nearest(const CaseId& id, std::vector<CaseId> known, std::size_t most) {
  const auto far = [&id](const CaseId& other) {
    return std::tuple(distance(id.replication, other.replication),
                      distance(id.encounter >> kStopBits, other.encounter >> kStopBits),
                      distance(id.encounter, other.encounter), other);
  };
  std::ranges::sort(known, {}, far);
  known.resize(std::min(most, known.size()));
  return known;
}

}  // namespace fieldtwin
