#pragma once
/// A histogram with the same relative precision over sixteen decades, for latencies and durations.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fieldtwin {

/// Counts values from 0 to 2^32 (in seconds: 136 years) in buckets as wide as 1/64 of the power of
/// two below them, so that a quantile is within 1/128 = 0.8 % of the exact one (the idea of Tene's
/// HdrHistogram). What is below 2^-20 (a microsecond) counts as zero.
///
/// Histograms merge without error and in any order: counts are integers, and the sum is an integer
/// too, in steps of 2^-30 (a nanosecond), so `a + b` and `b + a` are equal in every bit.
///
/// The buckets are those of the binary representation of a double: its exponent and the first six
/// bits of its mantissa are the number of the bucket. Only the powers of two between the smallest
/// and the largest value are stored, 512 bytes each.
class LogLinearHistogram {
 public:
  /// Values in [low(), high()). Number 0 is [0, kSmallest); from 1 on there are 64 for each power of
  /// two: number b begins at (64 + (b - 1) % 64) * 2^((b - 1) / 64 - 26), the division rounded down.
  struct Bucket {
    std::uint32_t number;
    std::uint64_t count;
    double low() const { return number == 0 ? 0.0 : low_of(kFirstSlot + number - 1); }
    double high() const { return low_of(kFirstSlot + number); }
    bool operator==(const Bucket&) const = default;
  };

  /// A sum in steps of 2^-30: high * 2^64 + low of them. Two columns of a database hold it exactly.
  struct ExactSum {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const ExactSum&) const = default;
  };

  static constexpr double kSmallest = 0x1p-20;           //!< below it, a value counts as zero
  static constexpr double kLimit = 0x1p32;               //!< values are less than this
  static constexpr double kRelativeError = 1.0 / 128.0;  //!< of a quantile, at most

  LogLinearHistogram() = default;

  /// The histogram that gave these buckets and this sum. std::invalid_argument if a number is not
  /// that of a bucket, or if one holds nothing, as in a damaged file.
  LogLinearHistogram(std::span<const Bucket> buckets, ExactSum sum);

  /// Counts a value. std::invalid_argument if it is negative, not a number, or not below kLimit.
  void record(double value) {
    const std::uint64_t slot = slot_of(value) - first_slot_;
    if (slot < counts_.size()) {
      ++counts_[slot];
    } else {
      record_outside(value);
    }
    ++count_;
    add_to_sum(static_cast<std::uint64_t>(static_cast<std::int64_t>(value * kStepsPerUnit + 0.5)));
  }

  void merge(const LogLinearHistogram& other);

  std::uint64_t count() const { return count_; }
  double sum() const;  //!< each value rounded to 2^-30, added without error
  ExactSum exact_sum() const { return sum_; }
  std::optional<double> mean() const;  //!< nothing if nothing was counted

  /// The smallest value at or below which a share p of the values lies, as the middle of its
  /// bucket, or 0; nothing if nothing was counted. std::invalid_argument if p is outside [0, 1].
  std::optional<double> quantile(double p) const;

  /// The buckets that hold something, in rising order.
  std::vector<Bucket> buckets() const;

  bool operator==(const LogLinearHistogram&) const = default;

 private:
  static constexpr int kShift = 46;  //!< 52 bits of mantissa, less six
  static constexpr std::uint64_t kSlotsPerOctave = 64;
  static constexpr double kStepsPerUnit = 0x1p30;

  static constexpr std::uint64_t slot_of(double value) {
    return std::bit_cast<std::uint64_t>(value) >> kShift;
  }
  static constexpr double low_of(std::uint64_t slot) {
    return std::bit_cast<double>(slot << kShift);
  }

  static constexpr std::uint64_t kFirstSlot =
      std::bit_cast<std::uint64_t>(kSmallest) >> kShift;  //!< of bucket number 1
  static constexpr std::uint64_t kSlots =
      (std::bit_cast<std::uint64_t>(kLimit) >> kShift) - kFirstSlot;

  void record_outside(double value);
  void cover(std::uint64_t slot);
  void add_to_sum(std::uint64_t steps) {
    sum_.low += steps;
    sum_.high += sum_.low < steps ? 1 : 0;
  }

  std::uint64_t first_slot_ = 0;       //!< of counts_, the first of its power of two
  std::vector<std::uint64_t> counts_;  //!< whole powers of two, from the smallest to the largest
  std::uint64_t zeros_ = 0;            //!< values below kSmallest
  std::uint64_t count_ = 0;
  ExactSum sum_;
};

}  // namespace fieldtwin
