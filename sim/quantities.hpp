#pragma once
/// Physical quantities as types, so that a delay cannot be passed where a size is meant.
/// A quantity holds a double in its base unit; raw doubles appear only inside formulas.

#include <compare>

namespace fieldtwin {

/// A number with a unit. Quantities of one unit add, subtract and compare; they scale by numbers,
/// and the ratio of two is a plain number.
template <class Unit>
class Quantity {
 public:
  constexpr Quantity() = default;
  constexpr explicit Quantity(double value) : value_(value) {}

  /// The number in the base unit, for use inside formulas.
  constexpr double value() const { return value_; }

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity& operator+=(Quantity other) {
    value_ += other.value_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) {
    value_ -= other.value_;
    return *this;
  }

  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity(a.value_ + b.value_);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity(a.value_ - b.value_);
  }
  friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.value_); }
  friend constexpr Quantity operator*(Quantity a, double k) { return Quantity(a.value_ * k); }
  friend constexpr Quantity operator*(double k, Quantity a) { return Quantity(a.value_ * k); }
  friend constexpr Quantity operator/(Quantity a, double k) { return Quantity(a.value_ / k); }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }

 private:
  double value_ = 0.0;
};

namespace unit {
struct Second;
struct Byte;
struct BitPerSecond;
struct One;
struct Share;
struct PerYear;
}  // namespace unit

using Seconds = Quantity<unit::Second>;              //!< a duration, or a time since the start [s]
using Bytes = Quantity<unit::Byte>;                  //!< a size [B]
using BitsPerSecond = Quantity<unit::BitPerSecond>;  //!< a data rate [bit/s]
using Count = Quantity<unit::One>;                   //!< a number of things or a plain ratio [1]
using Probability = Quantity<unit::Share>;           //!< a probability or a share, 0 to 1 [1]
using PerYear = Quantity<unit::PerYear>;             //!< a hazard rate [1/year]

constexpr Seconds operator""_s(long double v) {
  return Seconds(static_cast<double>(v));
}
constexpr Seconds operator""_s(unsigned long long v) {
  return Seconds(static_cast<double>(v));
}
constexpr Seconds operator""_min(unsigned long long v) {
  return Seconds(60.0 * static_cast<double>(v));
}
constexpr Seconds operator""_h(unsigned long long v) {
  return Seconds(3600.0 * static_cast<double>(v));
}

inline constexpr Seconds kDay{86'400.0};
inline constexpr Seconds kYear{365.25 * 86'400.0};

/// How long a transfer takes at a rate that does not change: 8 bits a byte.
constexpr Seconds operator/(Bytes size, BitsPerSecond rate) {
  return Seconds(8.0 * size.value() / rate.value());
}

}  // namespace fieldtwin
