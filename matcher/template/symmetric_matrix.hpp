#pragma once
/// Covariances of templates and their principal directions.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "matcher/template/population_model.hpp"

namespace fieldtwin {

/// A difference of templates, in double precision.
using Deviation = std::array<double, kTemplateSize>;

double dot(const Deviation& a, const Deviation& b);

/// A symmetric matrix over the components of templates.
class SymmetricMatrix {
 public:
  double& at(std::size_t i, std::size_t j) { return values_[i * kTemplateSize + j]; }
  double at(std::size_t i, std::size_t j) const { return values_[i * kTemplateSize + j]; }
  double trace() const;
  /// Adds weight v v'.
  void add_square(const Deviation& v, double weight);
  void add(const SymmetricMatrix& other, double weight);

 private:
  std::vector<double> values_ = std::vector<double>(kTemplateSize * kTemplateSize);
};

struct PrincipalDirection {
  double variance;
  Deviation direction;  //!< of length 1
};

/// All eigenvectors, that of the largest value first, by Jacobi's rotations (Golub & Van Loan,
/// Matrix Computations, 8.5); of each the largest component is positive.
std::vector<PrincipalDirection> principal_directions(SymmetricMatrix matrix);

}  // namespace fieldtwin
