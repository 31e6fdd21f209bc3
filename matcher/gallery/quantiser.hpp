#pragma once
/// Templates as bytes, with a bound on what that loses.

#include <cstdint>
#include <span>

namespace fieldtwin {

/// Rounds a template's components to multiples of a step, -127 to 127 of them. What lies outside is
/// clipped; the error bound knows.
class Quantiser {
 public:
  /// `range`: the largest magnitude of a component that is not clipped, positive.
  explicit Quantiser(float range) : step_(range / kLevels) {}

  float step() const { return step_; }
  float range() const { return step_ * kLevels; }

  /// Writes the codes, as many as the template has components.
  void encode(std::span<const float> values, std::span<std::int8_t> codes) const;

  /// At least the L2 distance between the template and what its codes stand for.
  float error_bound(std::span<const float> values, std::span<const std::int8_t> codes) const;

 private:
  static constexpr float kLevels = 127.0F;
  float step_;
};

/// A range that clips next to nothing in templates like these: a quarter above their largest
/// magnitude. `values` holds whole templates one after the other; 1 if there are none.
float range_for(std::span<const float> values);

/// The sum of the squares of the codes.
std::int32_t squared_norm(std::span<const std::int8_t> codes);

}  // namespace fieldtwin
