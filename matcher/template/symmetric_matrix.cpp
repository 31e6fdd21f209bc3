#include "matcher/template/symmetric_matrix.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

constexpr std::size_t n = kTemplateSize;

double off_diagonal(const SymmetricMatrix& a) {
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) sum += a.at(i, j) * a.at(i, j);
  }
  return sum;
}

/// The rotation of components p and q that makes their element 0.
void rotate(SymmetricMatrix& a, std::vector<Deviation>& columns, std::size_t p, std::size_t q) {
  if (a.at(p, q) == 0.0) return;
  const double tau = (a.at(q, q) - a.at(p, p)) / (2.0 * a.at(p, q));
  const double t = std::copysign(1.0, tau) / (std::abs(tau) + std::hypot(1.0, tau));
  const double c = 1.0 / std::hypot(1.0, t), s = t * c;
  for (std::size_t k = 0; k < n; ++k) {
    const double kp = a.at(k, p), kq = a.at(k, q);
    a.at(k, p) = c * kp - s * kq;
    a.at(k, q) = s * kp + c * kq;
  }
  for (std::size_t k = 0; k < n; ++k) {
    const double pk = a.at(p, k), qk = a.at(q, k);
    a.at(p, k) = c * pk - s * qk;
    a.at(q, k) = s * pk + c * qk;
    const double vp = columns[p][k], vq = columns[q][k];
    columns[p][k] = c * vp - s * vq;
    columns[q][k] = s * vp + c * vq;
  }
}

}  // namespace

double dot(const Deviation& a, const Deviation& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) sum += a[i] * b[i];
  return sum;
}

double SymmetricMatrix::trace() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) sum += at(i, i);
  return sum;
}

void SymmetricMatrix::add_square(const Deviation& v, double weight) {
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) at(i, j) += weight * v[i] * v[j];
  }
}

void SymmetricMatrix::add(const SymmetricMatrix& other, double weight) {
  for (std::size_t i = 0; i < values_.size(); ++i) values_[i] += weight * other.values_[i];
}

std::vector<PrincipalDirection> principal_directions(SymmetricMatrix matrix) {
  std::vector<Deviation> columns(n, Deviation{});
  for (std::size_t i = 0; i < n; ++i) columns[i][i] = 1.0;
  const double scale = std::max(std::abs(matrix.trace()), 1e-300);
  for (int sweep = 0; sweep < 30 && off_diagonal(matrix) > 1e-26 * scale * scale; ++sweep) {
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) rotate(matrix, columns, p, q);
    }
  }
  std::vector<PrincipalDirection> all;
  for (std::size_t i = 0; i < n; ++i) {
    Deviation& v = columns[i];
    const double largest = *std::max_element(
        v.begin(), v.end(), [](double x, double y) { return std::abs(x) < std::abs(y); });
    if (largest < 0.0) {
      for (double& x : v) x = -x;
    }
    all.push_back({matrix.at(i, i), v});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.variance > b.variance; });
  return all;
}

}  // namespace fieldtwin
