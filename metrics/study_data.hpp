#pragma once
/// What estimates are made of: the numbers of all replications of a study, side by side.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "metrics/replication_result.hpp"
#include "metrics/store/result_store.hpp"
#include "metrics/timeline/fault_data.hpp"

namespace fieldtwin {

/// Names one number of each replication: an amount, as a whole or in one category.
struct Series {
  Amount amount;
  Grouping dimension = Grouping::kAll;
  std::string key = {};
  auto operator<=>(const Series&) const = default;
};

/// The latencies of a stage over replications. Vectors by replication, but for the batches.
struct StageData {
  std::vector<double> sums;                 //!< of the latencies [s]
  std::vector<double> counts;               //!< how many there were
  std::vector<LogLinearHistogram> batches;  //!< of consecutive replications; see batch_of
};

/// The desk at one time of day, each replication averaged over its days.
struct DeskSlot {
  std::vector<double> agents, busy, waiting;  //!< averages over time, by replication
  std::vector<double> calls, wait_seconds;    //!< about scans, a day, by replication
};

/// A quantile's interval comes from at most so many batches of replications.
inline constexpr std::size_t kMostBatches = 20;

/// The batch of the replication at a place in the order of `n`: consecutive, and as equal as can
/// be.
constexpr std::size_t batch_of(std::size_t place, std::size_t n) {
  const std::size_t batches = n < kMostBatches ? n : kMostBatches;
  return place * batches / n;
}

/// All of a study, read once, in the order of replications: the same whatever the order in which
/// they were added to the store.
class StudyData {
 public:
  /// Of a store with more replications than `first`, those numbered from 0 to first - 1: two
  /// studies are compared over the same ones. StoreError if none of them has finished, or the file
  /// is damaged.
  explicit StudyData(ResultStore& store, std::uint32_t first = kAllReplications);
  static constexpr std::uint32_t kAllReplications = UINT32_MAX;

  const StudyIdentity& identity() const { return identity_; }
  std::size_t replications() const { return fingerprints_.size(); }
  const std::vector<std::uint32_t>& numbers() const { return order_; }  //!< of them, rising
  Fingerprint fingerprint() const;  //!< of all replications, in order

  /// By replication; all zero if it never happened.
  const std::vector<double>& series(const Series& series) const;
  /// Whether anything was told apart in this way.
  bool has(Grouping dimension) const;
  /// Without a state, everywhere; empty batches if it never happened.
  const StageData& stage(Stage stage, const std::string& state = {}) const;
  const std::vector<DeskSlot>& desk() const { return desk_; }  //!< kDeskBinsPerDay
  const FaultData& faults() const { return faults_; }  //!< empty if nothing fails

 private:
  void read_sums(Database& database);
  void read_latency(Database& database);
  void read_desk(Database& database);

  StudyIdentity identity_;
  std::int64_t first_;                //!< replications below this are read
  std::vector<std::uint32_t> order_;  //!< the replications' numbers, rising
  std::map<std::uint32_t, std::size_t> place_;
  std::vector<Fingerprint> fingerprints_;
  std::map<Series, std::vector<double>> series_;
  std::map<std::pair<std::string, Stage>, StageData> stages_;
  std::vector<DeskSlot> desk_;
  FaultData faults_;
  std::vector<double> zeros_;
  StageData no_stage_;
};

}  // namespace fieldtwin
