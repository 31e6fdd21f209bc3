#include "metrics/store/tally_text.hpp"

#include <algorithm>
#include <stdexcept>

#include "metrics/store/digits.hpp"
#include "metrics/store/text_scanner.hpp"

namespace fieldtwin {
namespace {

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
      if (key != nullptr) text += "],";
      text.append("\"").append(row.key).append("\":[[");
      key = &row.key;
    } else {
      text += ",[";
    }
    append_digits(text, index_of(row.amount));
    text += ',';
    append_sum(text, row.value);
    text += ']';
  }
  return text += key == nullptr ? "}" : "]}";
}

std::vector<TallyRow> tally_from_text(Grouping dimension, std::string_view text) {
  std::vector<TallyRow> rows;
  TextScanner scanner(text, "sums by category");
  scanner.list('{', '}', [&] {
    scanner.expect('"');
    const std::string key(scanner.until('"'));
    scanner.expect(':');
    scanner.list('[', ']', [&] {
      scanner.expect('[');
      const auto amount = scanner.number<std::uint16_t>();
      scanner.expect(',');
      const auto sum = scanner.number<double>();
      scanner.expect(']');
      if (amount >= kAmounts) scanner.refuse();
      rows.push_back({static_cast<Amount>(amount), dimension, key, sum});
    });
  });
  scanner.expect_end();
  return rows;
}

}  // namespace fieldtwin
