#pragma once
/// A short number that changes when anything that happened changes.

#include <cstdint>
#include <string>
#include <string_view>

#include "metrics/encounter_record.hpp"
#include "metrics/journal.hpp"

namespace fieldtwin {

/// 128 bits. Sums of fingerprints do not depend on the order of their terms.
struct Fingerprint {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  Fingerprint& operator+=(Fingerprint other) {
    low += other.low;
    high += other.high;
    return *this;
  }
  bool operator==(const Fingerprint&) const = default;

  std::string hex() const;  //!< 32 hexadecimal digits
  /// The reverse. std::invalid_argument if these are not 32 hexadecimal digits.
  static Fingerprint from_hex(std::string_view digits);
};

/// Hashes pairs of 64-bit words in order: MurmurHash3_x64_128 (A. Appleby, 2011, public domain),
/// whose two halves are well mixed, so that sums of many hashes are too.
class Hash128 {
 public:
  void add(std::uint64_t first, std::uint64_t second);
  Fingerprint finish() const;

 private:
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  std::uint64_t blocks_ = 0;
};

/// Of one encounter: its number, person and steps, with times and values to a millionth, so that
/// the last bits of a logarithm do not matter. A value that is no finite number counts as one
/// value.
Fingerprint fingerprint_of(const EncounterRecord& record);

/// Of one call to the ICE desk.
Fingerprint fingerprint_of_call(Seconds began, Seconds waited, Journal::CallAbout about,
                                Journal::CallEnd end);

}  // namespace fieldtwin
