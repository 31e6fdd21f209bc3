#pragma once
/// The systems that a scenario's field can be of.

#include <array>
#include <cstdint>
#include <string_view>

namespace fieldtwin {

enum class SystemKind : std::uint8_t {
  kMobileIdentify,  //!< local officers under the Task Force Model, with the app of October 2025
  kMobileFortify,   //!< ICE and CBP officers, with face and contactless fingerprints
  kTvs,             //!< CBP's Traveler Verification Service at ports
  kJail,            //!< Jail Enforcement Model and Warrant Service Officers, at booking
};
inline constexpr std::size_t kSystems = 4;
inline constexpr std::array<std::string_view, kSystems> kSystemNames{
    "mobile_identify", "mobile_fortify", "tvs", "jail"};

/// Some of the systems.
class SystemSet {
 public:
  /// All of them.
  constexpr SystemSet() = default;
  template <class... Kinds>
  static constexpr SystemSet of(Kinds... kinds) {
    SystemSet set;
    set.members_ = (0U | ... | bit(kinds));
    return set;
  }

  constexpr bool contains(SystemKind kind) const { return (members_ & bit(kind)) != 0; }
  constexpr bool is_all() const { return members_ == kAll; }

 private:
  static constexpr std::uint32_t bit(SystemKind kind) {
    return 1U << static_cast<std::uint32_t>(kind);
  }
  static constexpr std::uint32_t kAll = (1U << kSystems) - 1;
  std::uint32_t members_ = kAll;
};

}  // namespace fieldtwin
