#pragma once
/// The numbers of a population of templates: what a fit finds and a file holds.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/groups.hpp"

namespace fieldtwin {

inline constexpr std::size_t kTemplateSize = 128;

/// A face as the embedder sees it; compared by L2 distance.
using Template = std::array<float, kTemplateSize>;

/// A template is what is usual in a group and sex, what the person differs in from it, and what the
/// capture adds:
///
///     x = mean + spread s sum_k z_k person_k + offset + t sum_k t_k sd_k w_k session_k + rest
///
/// z and w are standard normal, s, t and t_k scales whose squares have mean 1 and are lognormal as
/// far as they reach (scale_law.hpp): tails are heavier than a normal law's, by what `*_tail` says.
/// `offset` is that of enrolment photos, or for a capture in the field
/// quality_drift (q - 0.5). The squared scale t of a field capture of quality q is in proportion to
/// exp(quality_slope (0.5 - q)), 1 on average over q, the rank of the capture among field captures.
struct PopulationModel {
  static constexpr std::size_t kPersonFactors = 64;
  static constexpr std::size_t kSessionFactors = 32;

  std::string source;  //!< what made it
  std::array<std::array<Template, 2>, kEthnicities> mean{};  //!< of field captures at the middle quality
  std::array<std::array<float, 2>, kEthnicities> spread{};
  std::array<Template, kPersonFactors> person{};
  float person_tail = 0.0F;
  std::array<Template, kSessionFactors> session{};  //!< of length 1
  std::array<float, kSessionFactors> session_tail{};
  float capture_tail = 0.0F;

  std::array<float, kSessionFactors> field_sd{};
  Template field_rest{};  //!< standard deviations of what the factors leave
  Template quality_drift{};
  float quality_slope = 0.0F;

  Template enrolment_offset{};
  std::array<float, kSessionFactors> enrolment_sd{};
  Template enrolment_rest{};
};

}  // namespace fieldtwin
