#include "metrics/fingerprint.hpp"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

constexpr std::uint64_t kFactor1 = 0x87c37b91114253d5;
constexpr std::uint64_t kFactor2 = 0x4cf5ad432745937f;

std::uint64_t final_mix(std::uint64_t word) {
  word = (word ^ word >> 33) * 0xff51afd7ed558ccd;
  word = (word ^ word >> 33) * 0xc4ceb9fe1a85ec53;
  return word ^ word >> 33;
}

std::uint64_t millionths(double value) {
  constexpr double kLimit = 9e12;  // what fits into 63 bits
  if (!(std::abs(value) < kLimit)) return std::uint64_t{1} << 63;
  return static_cast<std::uint64_t>(
      static_cast<std::int64_t>(value * 1e6 + (value < 0 ? -0.5 : 0.5)));
}

std::uint64_t hex_word(std::string_view digits) {
  std::uint64_t word = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), word, 16);
  if (digits.size() != 16 || error != std::errc{} || end != digits.data() + digits.size()) {
    throw std::invalid_argument("a fingerprint is 32 hexadecimal digits");
  }
  return word;
}

}  // namespace

std::string Fingerprint::hex() const {
  return fmt::format("{:016x}{:016x}", high, low);
}

Fingerprint Fingerprint::from_hex(std::string_view digits) {
  if (digits.size() != 32) throw std::invalid_argument("a fingerprint is 32 hexadecimal digits");
  return {.low = hex_word(digits.substr(16)), .high = hex_word(digits.substr(0, 16))};
}

void Hash128::add(std::uint64_t first, std::uint64_t second) {
  low_ ^= std::rotl(first * kFactor1, 31) * kFactor2;
  low_ = (std::rotl(low_, 27) + high_) * 5 + 0x52dce729;
  high_ ^= std::rotl(second * kFactor2, 33) * kFactor1;
  high_ = (std::rotl(high_, 31) + low_) * 5 + 0x38495ab5;
  ++blocks_;
}

Fingerprint Hash128::finish() const {
  const std::uint64_t length = 16 * blocks_;
  const std::uint64_t low = (low_ ^ length) + (high_ ^ length);
  const std::uint64_t high = (high_ ^ length) + low;
  const std::uint64_t mixed_high = final_mix(high);
  const std::uint64_t sum = final_mix(low) + mixed_high;
  return {.low = sum, .high = mixed_high + sum};
}

Fingerprint fingerprint_of(const EncounterRecord& record) {
  Hash128 hash;
  hash.add(record.id, record.person);
  for (const auto& [time, kind, value] : record.steps) {
    // The kind in the upper bits: a time in millionths does not reach them in 2,000 years.
    hash.add(millionths(time.value()) ^ (std::uint64_t{index_of(kind)} + 1) << 56,
             millionths(value));
  }
  return hash.finish();
}

Fingerprint fingerprint_of_call(Seconds began, Seconds waited, Journal::CallAbout about,
                                Journal::CallEnd end) {
  Hash128 hash;
  hash.add(millionths(began.value()), millionths(waited.value()));
  hash.add(index_of(about), index_of(end));
  return hash.finish();
}

}  // namespace fieldtwin
