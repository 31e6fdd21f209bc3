#include "metrics/store/tally_text.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "metrics/store/digits.hpp"

namespace fieldtwin {
namespace {

/// Most sums count something: a whole number is written several times faster.
void append(std::string& text, double sum) {
  constexpr double kWhole = 1e15;
  if (sum > 0.0 && sum < kWhole && sum == static_cast<double>(static_cast<std::int64_t>(sum))) {
    append_digits(text, static_cast<std::int64_t>(sum));
  } else {
    append_digits(text, sum);
  }
}

bool is_plain(std::string_view key) {
  return std::ranges::none_of(key,
                              [](unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; });
}

}  // namespace

std::string tally_to_text(std::span<const TallyRow> rows) {
  std::string text = "{";
  const std::string* key = nullptr;
  for (const TallyRow& row : rows) {
    if (key == nullptr || *key != row.key) {
      if (!is_plain(row.key)) throw std::logic_error("a category is named " + row.key);
      if (key != nullptr) text += "},";
      text.append("\"").append(row.key).append("\":{\"");
      key = &row.key;
    } else {
      text += ",\"";
    }
    text.append(name_of(row.amount)).append("\":");
    append(text, row.value);
  }
  return text += key == nullptr ? "}" : "}}";
}

std::vector<TallyRow> tally_from_text(Grouping dimension, const std::string& text) {
  std::vector<TallyRow> rows;
  try {
    const auto keys = nlohmann::json::parse(text);
    for (const auto& [key, sums] : keys.items()) {
      for (const auto& [name, value] : sums.items()) {
        const auto amount = amount_named(name);
        if (!amount) throw std::invalid_argument("an unknown amount: " + name);
        rows.push_back({*amount, dimension, key, value.get<double>()});
      }
    }
  } catch (const nlohmann::json::exception& error) {
    throw std::invalid_argument(error.what());
  }
  std::ranges::sort(rows, {}, &tally_order);
  return rows;
}

}  // namespace fieldtwin
