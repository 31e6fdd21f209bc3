#include "sim/random/gamma_beta.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace fieldtwin {
namespace {

namespace policies = boost::math::policies;

// Plain doubles: long doubles differ between platforms and take several times as long. A quantile
// beyond the range of a double is 0 or infinity, which is no error for a sampler.
using Policy = policies::policy<policies::promote_double<false>,
                                policies::overflow_error<policies::ignore_error>>;

}  // namespace

double gamma_quantile(double shape, double u) {
  return boost::math::gamma_p_inv(shape, u, Policy());
}

double beta_quantile(double alpha, double beta, double u) {
  // For a parameter of exactly 0.5 Boost (1.74) goes through Student's t, and fails in its far
  // tails; the next number up takes the general way and changes the law by less than a last bit.
  const auto off_half = [](double x) { return x == 0.5 ? std::nextafter(x, 1.0) : x; };
  return boost::math::ibeta_inv(off_half(alpha), off_half(beta), u, Policy());
}

}  // namespace fieldtwin
