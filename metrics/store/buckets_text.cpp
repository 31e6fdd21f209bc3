#include "metrics/store/buckets_text.hpp"

#include "metrics/store/digits.hpp"
#include "metrics/store/text_scanner.hpp"

namespace fieldtwin {

std::string buckets_to_text(const LogLinearHistogram& histogram) {
  std::string text = "[";
  for (const auto& [number, count] : histogram.buckets()) {
    text += text.size() == 1 ? "[" : ",[";
    append_digits(text, number);
    text += ',';
    append_digits(text, count);
    text += ']';
  }
  return text += ']';
}

std::vector<LogLinearHistogram::Bucket> buckets_from_text(std::string_view text) {
  std::vector<LogLinearHistogram::Bucket> buckets;
  TextScanner scanner(text, "a list of histogram buckets");
  scanner.list('[', ']', [&] {
    scanner.expect('[');
    const auto number = scanner.number<std::uint32_t>();
    scanner.expect(',');
    const auto count = scanner.number<std::uint64_t>();
    scanner.expect(']');
    buckets.push_back({number, count});
  });
  scanner.expect_end();
  return buckets;
}

}  // namespace fieldtwin
