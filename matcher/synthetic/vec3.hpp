#pragma once
/// Points and directions in the space of the head: x to the subject's left, y up, z out of the
/// face; a unit is a decimetre.

#include <cmath>

namespace fieldtwin {

struct Vec3 {
  float x = 0.0f, y = 0.0f, z = 0.0f;

  Vec3& operator+=(Vec3 o) {
    x += o.x, y += o.y, z += o.z;
    return *this;
  }
};

constexpr Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Vec3 operator*(float s, Vec3 a) {
  return {s * a.x, s * a.y, s * a.z};
}
/// Component by component: a colour through a filter.
constexpr Vec3 operator*(Vec3 a, Vec3 b) {
  return {a.x * b.x, a.y * b.y, a.z * b.z};
}

constexpr float dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline float length(Vec3 a) {
  return std::sqrt(dot(a, a));
}
/// The direction of `a`; of nothing, nothing.
inline Vec3 normalised(Vec3 a) {
  const float l = length(a);
  return l > 0.0f ? (1.0f / l) * a : a;
}
constexpr Vec3 mix(Vec3 a, Vec3 b, float t) {
  return (1.0f - t) * a + t * b;
}

}  // namespace fieldtwin
