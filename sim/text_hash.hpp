#pragma once
/// A short name for values.

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace fieldtwin {

/// FNV-1a, 64 bits, of values as text, a line each: shortest digits that read back as the same
/// number. Source: Fowler, Noll, Vo and Eastlake, The FNV Non-Cryptographic Hash Algorithm.
class TextHash {
 public:
  template <class... Values>
  void add(const Values&... values) {
    (add_text(fmt::format("{}\n", values)), ...);
  }
  std::string hex() const { return fmt::format("{:016x}", hash_); }

 private:
  void add_text(std::string_view text) {
    for (const char letter : text) {
      hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
    }
  }
  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace fieldtwin
