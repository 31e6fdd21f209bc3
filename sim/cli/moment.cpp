#include "sim/cli/moment.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace fieldtwin {
namespace {

/// Takes a whole number off the front of a text; nothing if there is none.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

}  // namespace

std::optional<Seconds> parse_moment(std::string_view text) {
  int day = 1;
  if (take(text, "day ")) {
    const auto number = text.empty() ? std::nullopt : take_number(text);
    if (!number || *number < 1 || !take(text, " ")) return std::nullopt;
    day = *number;
  }
  const auto hours = text.empty() ? std::nullopt : take_number(text);
  if (!hours || *hours > 23 || !take(text, ":") || text.empty()) return std::nullopt;
  const auto minutes = take_number(text);
  std::optional<int> seconds = 0;
  if (take(text, ":")) seconds = text.empty() ? std::nullopt : take_number(text);
  if (!minutes || *minutes > 59 || !seconds || *seconds > 59 || !text.empty()) return std::nullopt;
  return kDay * (day - 1) + Seconds(3600.0 * *hours + 60.0 * *minutes + *seconds);
}

std::string moment_text(Seconds time) {
  const auto s = static_cast<long>(std::floor(time.value()));
  constexpr long kSecondsOfDay = 86'400;
  const std::string clock =
      fmt::format("{:02}:{:02}:{:02}", s % kSecondsOfDay / 3600, s / 60 % 60, s % 60);
  return s < kSecondsOfDay ? clock : fmt::format("day {} {}", s / kSecondsOfDay + 1, clock);
}

}  // namespace fieldtwin
