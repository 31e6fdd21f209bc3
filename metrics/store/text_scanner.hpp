#pragma once
/// Reads the texts of a database from the left.

#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace fieldtwin {

/// Throws std::invalid_argument where the text is not what is expected: "not NAME".
class TextScanner {
 public:
  /// `name`: what it should be, "a list of histogram buckets".
  TextScanner(std::string_view text, std::string_view name)
      : at_(text.data()), end_(text.data() + text.size()), name_(name) {}

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
    if constexpr (std::is_floating_point_v<Number>) {
      if (!std::isfinite(value)) refuse();  // JSON knows no other
    }
    at_ = end;
    return value;
  }
  /// What is between here and the next such character, which is passed over.
  std::string_view until(char c) {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const std::size_t size = rest.find(c);
    if (size == std::string_view::npos) refuse();
    at_ += size + 1;
    return rest.substr(0, size);
  }
  /// Reads [item,item,...], or between other brackets; `read` reads one.
  template <class Read>
  void list(char open, char close, const Read& read) {
    expect(open);
    for (bool first = true; !take(close); first = false) {
      if (!first) expect(',');
      read();
    }
  }
  void expect_end() const {
    if (at_ != end_) refuse();
  }
  [[noreturn]] void refuse() const { throw std::invalid_argument("not " + std::string(name_)); }

 private:
  const char* at_;
  const char* end_;
  std::string_view name_;
};

}  // namespace fieldtwin
