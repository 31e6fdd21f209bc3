#include "metrics/store/buckets_text.hpp"

#include <charconv>
#include <stdexcept>

#include "metrics/store/digits.hpp"

namespace fieldtwin {
namespace {

[[noreturn]] void refuse() {
  throw std::invalid_argument("not a list of histogram buckets");
}

/// Reads a text from the left.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : at_(text.begin()), end_(text.end()) {}

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) refuse();
  }
  template <class Number>
  Number number() {
    Number value{};
    const auto [end, error] = std::from_chars(at_, end_, value);
    if (error != std::errc{}) refuse();
    at_ = end;
    return value;
  }
  bool at_end() const { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace

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
  Scanner scanner(text);
  scanner.expect('[');
  while (!scanner.take(']')) {
    if (!buckets.empty()) scanner.expect(',');
    scanner.expect('[');
    const auto number = scanner.number<std::uint32_t>();
    scanner.expect(',');
    const auto count = scanner.number<std::uint64_t>();
    scanner.expect(']');
    buckets.push_back({number, count});
  }
  if (!scanner.at_end()) refuse();
  return buckets;
}

}  // namespace fieldtwin
