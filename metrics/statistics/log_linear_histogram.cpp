#include "metrics/statistics/log_linear_histogram.hpp"

#include <cmath>
#include <stdexcept>

#include "metrics/statistics/order_statistics.hpp"

namespace fieldtwin {

LogLinearHistogram::LogLinearHistogram(std::span<const Bucket> buckets, ExactSum sum) : sum_(sum) {
  for (const auto& [number, count] : buckets) {
    if (count == 0) throw std::invalid_argument("a bucket of a histogram holds something");
    if (number > kSlots) throw std::invalid_argument("not a bucket of a log-linear histogram");
    if (number == 0) {
      zeros_ += count;
    } else {
      const std::uint64_t slot = kFirstSlot + number - 1;
      cover(slot);
      counts_[slot - first_slot_] += count;
    }
    count_ += count;
  }
}

void LogLinearHistogram::record_outside(double value) {
  if (!(value >= 0.0 && value < kLimit)) {
    throw std::invalid_argument("a histogram's values are from 0 to 2^32");
  }
  if (value < kSmallest) {
    ++zeros_;
    return;
  }
  const std::uint64_t slot = slot_of(value);
  cover(slot);
  ++counts_[slot - first_slot_];
}

/// Extends the stored range to the power of two that holds a slot. The range depends on which
/// values there are, not on their order, which is why equal histograms compare equal.
void LogLinearHistogram::cover(std::uint64_t slot) {
  const std::uint64_t octave = slot - slot % kSlotsPerOctave;
  if (counts_.empty()) first_slot_ = octave;
  if (octave < first_slot_) {
    counts_.insert(counts_.begin(), first_slot_ - octave, 0);
    first_slot_ = octave;
  }
  const std::uint64_t needed = octave + kSlotsPerOctave - first_slot_;
  if (counts_.size() < needed) counts_.resize(needed, 0);
}

void LogLinearHistogram::merge(const LogLinearHistogram& other) {
  if (!other.counts_.empty()) {
    cover(other.first_slot_);
    cover(other.first_slot_ + other.counts_.size() - 1);
    const std::uint64_t offset = other.first_slot_ - first_slot_;
    for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[offset + i] += other.counts_[i];
  }
  zeros_ += other.zeros_;
  count_ += other.count_;
  const std::uint64_t high = other.sum_.high;
  add_to_sum(other.sum_.low);
  sum_.high += high;
}

double LogLinearHistogram::sum() const {
  return (std::ldexp(static_cast<double>(sum_.high), 64) + static_cast<double>(sum_.low)) /
         kStepsPerUnit;
}

std::optional<double> LogLinearHistogram::mean() const {
  if (count_ == 0) return std::nullopt;
  return sum() / static_cast<double>(count_);
}

std::optional<double> LogLinearHistogram::quantile(double p) const {
  if (count_ == 0) return std::nullopt;
  const std::uint64_t rank = quantile_rank(p, count_);
  std::uint64_t below = zeros_;
  if (rank <= below) return 0.0;
  std::size_t i = 0;
  while (below + counts_[i] < rank) below += counts_[i++];
  return (low_of(first_slot_ + i) + low_of(first_slot_ + i + 1)) / 2.0;
}

std::vector<LogLinearHistogram::Bucket> LogLinearHistogram::buckets() const {
  std::vector<Bucket> result;
  if (zeros_ > 0) result.push_back({0, zeros_});
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    result.push_back({static_cast<std::uint32_t>(first_slot_ + i - kFirstSlot + 1), counts_[i]});
  }
  return result;
}

}  // namespace fieldtwin
