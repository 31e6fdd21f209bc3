#pragma once
/// How many photos of a period are kept, for how long, and whose they are.

#include <array>
#include <compare>
#include <cstdint>
#include <map>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// Whether the gallery returned somebody.
enum class Matched : std::uint8_t { kNobody, kSomebody };
inline constexpr std::array<std::string_view, 2> kMatchedNames{"unmatched", "matched"};

struct PhotoOf {
  Status status = Status::kUsBorn;
  Ethnicity ethnicity = Ethnicity::kWhite;
  Matched matched = Matched::kNobody;
};

/// Numbers of photos by whose they are: one addition a photo.
class PhotoCounts {
 public:
  void add(const PhotoOf& whose) { ++cells_[place(whose)]; }
  std::uint64_t of(const PhotoOf& whose) const { return cells_[place(whose)]; }
  std::uint64_t all() const;

  /// Calls `f(whose, number)` for each kind of which there are any.
  template <class F>
  void for_each(F f) const {
    for (std::size_t m = 0; m < 2; ++m) {
      for (std::size_t s = 0; s < kStatuses; ++s) {
        for (std::size_t e = 0; e < kEthnicities; ++e) {
          const PhotoOf whose{static_cast<Status>(s), static_cast<Ethnicity>(e),
                              static_cast<Matched>(m)};
          if (of(whose) != 0) f(whose, static_cast<double>(of(whose)));
        }
      }
    }
  }

 private:
  static std::size_t place(const PhotoOf& whose) {
    return (index_of(whose.matched) * kStatuses + index_of(whose.status)) * kEthnicities +
           index_of(whose.ethnicity);
  }
  std::array<std::uint64_t, 2 * kStatuses * kEthnicities> cells_{};
};

/// By retention [s]; one or two classes as a rule.
using KeptPhotos = std::map<double, PhotoCounts>;

/// How long a photo that was taken at a port stays where [s].
struct PortStay {
  double service;   //!< the working copy
  double enrolled;  //!< in IDENT, to become HART; 0: not at all
  auto operator<=>(const PortStay&) const = default;
};
/// By stay: that of citizens and that of others.
using PortPhotos = std::map<PortStay, PhotoCounts>;

}  // namespace fieldtwin
