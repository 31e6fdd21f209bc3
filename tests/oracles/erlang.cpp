#include "tests/oracles/erlang.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace fieldtwin {
namespace {

void require(bool holds, const char* problem) {
  if (!holds) throw std::invalid_argument(problem);
}

void require_load(const QueueLoad& load) {
  require(load.arrival_rate > 0.0 && load.mean_service > 0.0 && load.servers > 0,
          "a queue needs arrivals, service times and servers");
}

void require_stable(const QueueLoad& load) {
  require_load(load);
  require(load.utilisation() < 1.0, "a queue without abandonment needs a utilisation below 1");
}

}  // namespace

double erlang_b(double offered, int servers) {
  require(offered > 0.0 && servers >= 0, "Erlang-B needs a positive load");
  double blocking = 1.0;
  for (int c = 1; c <= servers; ++c) blocking = offered * blocking / (c + offered * blocking);
  return blocking;
}

double erlang_c(const QueueLoad& load) {
  require_stable(load);
  const double blocking = erlang_b(load.offered(), load.servers);
  return blocking / (1.0 - load.utilisation() * (1.0 - blocking));
}

double erlang_c_mean_wait(const QueueLoad& load) {
  return erlang_c(load) * load.mean_service / (load.servers - load.offered());
}

double erlang_c_wait_quantile(const QueueLoad& load, double p) {
  require(p >= 0.0 && p < 1.0, "a quantile of the wait needs 0 <= p < 1");
  // Who waits, waits exponentially: P(W > t) = C exp(-(c - a) t / mean service).
  const double log_ratio = std::log(erlang_c(load) / (1.0 - p));
  return std::max(0.0, log_ratio) * load.mean_service / (load.servers - load.offered());
}

AbandonmentQueue erlang_a(const QueueLoad& load, double mean_patience) {
  require_load(load);
  require(mean_patience > 0.0, "patience must be positive");
  // Weights of the states relative to that of c customers, so that nothing overflows.
  const double offered = load.offered();
  double not_waiting = 0.0;
  double busy = 0.0;
  double weight = 1.0;
  for (int k = load.servers; k > 0; --k) {
    weight *= k / offered;
    not_waiting += weight;
    busy += (k - 1) * weight;
  }
  double waiting = 1.0;
  double queue = 0.0;
  weight = 1.0;
  // The weights rise at first if the load is above the capacity, and then fall ever faster.
  for (double q = 1.0; weight * q > std::numeric_limits<double>::epsilon() * 1e-3 * waiting; ++q) {
    weight *= load.arrival_rate / (load.servers / load.mean_service + q / mean_patience);
    waiting += weight;
    queue += q * weight;
  }
  busy += load.servers * waiting;
  require(std::isfinite(waiting), "the overload is beyond what a double can weigh");

  const double all = not_waiting + waiting;
  const double mean_queue = queue / all;
  return {.wait_probability = waiting / all,
          .abandonment_probability = mean_queue / mean_patience / load.arrival_rate,
          .mean_wait = mean_queue / load.arrival_rate,  // Little's law
          .mean_queue = mean_queue,
          .utilisation = busy / all / load.servers};
}

double mg1_mean_wait(const QueueLoad& load, double sd_service) {
  require_stable(load);
  require(load.servers == 1 && sd_service >= 0.0, "M/G/1 has one server and a spread >= 0");
  const double second_moment = load.mean_service * load.mean_service + sd_service * sd_service;
  return load.arrival_rate * second_moment / (2.0 * (1.0 - load.utilisation()));
}

double md1_mean_wait(const QueueLoad& load) {
  return mg1_mean_wait(load, 0.0);
}

}  // namespace fieldtwin
