#pragma once
/// What the photos taken in breaches are due to: long retention, copies, or wide access.

#include <array>
#include <vector>

#include "metrics/exposure/look_ahead.hpp"

namespace fieldtwin {

enum class ExposureFactor : std::uint8_t {
  kRetention,  //!< photos are kept longer than `exposure.shortest_retention`, in any place
  kCopies,     //!< other systems get copies
  kAccess,     //!< others than the ICE desk and the service's administrators have access, and more
               //!< of them every year; contractors are among them
  kRest,       //!< none of these: what remains without all three
};
inline constexpr std::size_t kExposureFactors = 4;
inline constexpr std::array<std::string_view, kExposureFactors> kExposureFactorNames{
    "retention", "copies", "access", "rest"};

/// What a world without some of the factors would do with the same photos.
struct WorldWithout {
  ProgrammeRules rules;
  std::vector<Source> sources;
};

/// The world in which the factors act whose bits are set (bit i: factor i of the first three).
WorldWithout world_with(unsigned factors, const Exposure& exposure, const Storage& storage,
                        double officers, double agents, const std::vector<Source>& sources);

/// Photos taken over the horizon, divided over the factors: the Shapley values of the three, worked
/// out in millionths of a photo so that they sum up exactly, and the rest.
std::array<double, kExposureFactors> taken_because(const Exposure& exposure, const Storage& storage,
                                                   double officers, double agents,
                                                   const std::vector<Source>& sources);

}  // namespace fieldtwin
