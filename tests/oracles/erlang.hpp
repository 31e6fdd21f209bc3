#pragma once
/// Closed forms of queues in equilibrium, to hold the engine against. Poisson arrivals everywhere.
///
/// Sources: Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, chapters 2
/// and 5; for abandonment Garnett, Mandelbaum & Reiman (2002), "Designing a call center with
/// impatient customers", Manufacturing & Service Operations Management 4.
///
/// Times are in any one unit, rates in its inverse. Parameters out of range are bugs of the test:
/// std::invalid_argument.

namespace fieldtwin {

/// Customers and servers of a queue that is served first come, first served.
struct QueueLoad {
  double arrival_rate;  //!< customers per unit of time, > 0
  double mean_service;  //!< mean service time, > 0
  int servers;          //!< identical servers, > 0

  double offered() const { return arrival_rate * mean_service; }  //!< offered load [Erl]
  double utilisation() const { return offered() / servers; }      //!< below 1 or it never settles
};

/// Erlang-B: the share of customers lost where nobody can wait (M/G/c/c), for an offered load > 0
/// in Erlang. Recursion in the number of servers: B(c) = a B(c-1) / (c + a B(c-1)), B(0) = 1.
double erlang_b(double offered, int servers);

/// Erlang-C, for M/M/c with utilisation below 1.
double erlang_c(const QueueLoad& load);            //!< the share of customers who wait
double erlang_c_mean_wait(const QueueLoad& load);  //!< over all customers, waiting or not
/// The wait that a share p of all customers, 0 <= p < 1, does not exceed.
double erlang_c_wait_quantile(const QueueLoad& load, double p);

/// What customers meet in M/M/c+M, where each leaves after waiting an exponential patience.
struct AbandonmentQueue {
  double wait_probability;         //!< the share who find all servers busy
  double abandonment_probability;  //!< the share who leave unserved
  double mean_wait;                //!< in queue, over all customers, those who leave among them
  double mean_queue;               //!< mean number waiting
  double utilisation;              //!< mean share of servers busy
};

/// Erlang-A (Palm): stationary distribution of the birth-death process with death rates
/// min(k, c) / mean_service + max(k - c, 0) / mean_patience. Settles at any load.
AbandonmentQueue erlang_a(const QueueLoad& load, double mean_patience);

/// Mean wait of M/G/1 with utilisation below 1, by Pollaczek and Khinchine: the service time given
/// by its mean (in `load`, one server) and its standard deviation.
double mg1_mean_wait(const QueueLoad& load, double sd_service);

/// Mean wait of M/D/1, where every service takes the same time; utilisation below 1, one server.
double md1_mean_wait(const QueueLoad& load);

}  // namespace fieldtwin
