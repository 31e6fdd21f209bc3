#pragma once
/// Gathers what one replication writes to the journal.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "metrics/desk_series.hpp"
#include "metrics/expected_sums.hpp"
#include "metrics/exposure_ledger.hpp"
#include "metrics/journal.hpp"
#include "metrics/port/port_counts.hpp"
#include "metrics/outcome_balance.hpp"
#include "metrics/replication_result.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Which encounters are kept whole, with their steps.
enum class RecordLevel : std::uint8_t {
  kNone,
  kCases,  //!< wrongful holds and prolonged stops
  kAll,    //!< every scan
};
std::string_view name_of(RecordLevel level);  //!< "cases"

/// What the model knows at its end and does not write to the journal. The desk's hours are not
/// here: they follow from the states that the journal was told.
struct WorldTotals {
  /// Of one state.
  struct Officers {
    std::uint64_t all = 0;
    std::uint64_t equipped = 0;  //!< had a device with the app at some moment of the period
  };
  std::vector<Officers> officers;  //!< by state, in the order of the table of states
  std::array<Officers, kSystems> officers_by_system{};

  /// Of one pool of servers, during the period.
  struct PoolUse {
    Seconds busy{0.0};     //!< server-seconds at work
    Seconds on_duty{0.0};  //!< server-seconds there were
  };
  PoolUse gateway, extraction, search;
  Probability busiest_cells{0.0};  //!< share of their capacity that was used during the period
};

/// The measurements of one replication. Costs a fraction of a microsecond a scan.
class Collector final : public Journal {
 public:
  /// `scenario`: with the values of this replication, where they are drawn once a replication.
  /// Kept encounters go to `keep`, or without one into the result.
  Collector(const Scenario& scenario, const Draws& draws, RecordLevel level, CaseSink keep = {});

  void began(SystemKind system, std::uint64_t encounter) override;
  void stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) override;
  void encounter(const EncounterRecord& record) override;
  void expected(const ExpectedHarm& harm) override;
  void crossing(const CrossingRecord& record) override;
  void boarding(const BoardingRecord& record) override { ports_.boarding(record); }
  void desk(Seconds time, const DeskState& state) override;
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override;
  void attack(const AttackEvent& event) override;

  /// The encounters and crossings that began, and how those that ended did.
  const OutcomeBalance& balance() const { return balance_; }

  /// The result; the collector is used up. std::invalid_argument if the totals are not of as many
  /// states as the table has.
  ReplicationResult finish(const WorldTotals& totals);

 private:
  void count_scan(const EncounterRecord& record, const Tally::Cells& person);
  void count_silence(const EncounterRecord& record);
  void count_oversight(const SafeguardRecord& record);
  void count_latencies(const EncounterRecord& record);
  void count_hold(const EncounterRecord& record);
  void count_prints(const EncounterRecord& record, const Tally::Cells& person);
  void count_photo(const EncounterRecord& record, const Tally::Cells& person);
  void count_image(const EncounterRecord& record, const Tally::Cells& person, double photos);
  void count_officers(const WorldTotals& totals);
  void count_exposure();
  std::vector<TallyRow> count_horizon();  //!< rows of categories; the wholes go into the tally
  void count_use(const WorldTotals& totals);
  void count_ports();
  Fingerprint fingerprint() const;

  Draws draws_;
  RecordLevel level_;
  Storage storage_;
  Exposure exposure_;
  Seconds period_;
  double agents_;                                            //!< on the three shifts of a day
  std::vector<std::string> states_;                          //!< postal codes
  std::vector<std::array<double, kEthnicities>> residents_;  //!< by state
  double equipped_ = 0.0;                                    //!< officers
  double residents_met_ = 0.0;                               //!< of the states with officers
  Tally tally_;
  ExpectedSums expected_;
  Tally::Systems systems_;
  std::array<LogLinearHistogram, kStages> latency_;
  std::vector<LogLinearHistogram> answer_by_state_;
  DeskSeries desk_;
  Timeline timeline_;
  OutcomeBalance balance_;
  ExposureLedger ledger_;
  PortCounts ports_;
  PortPhotos port_photos_;
  std::vector<bool> has_port_;  //!< by state: somebody crossed there
  CaseSink keep_;
  std::vector<EncounterRecord> cases_;  //!< where nobody takes them
  Fingerprint encounters_hash_;         //!< sums: the order does not matter
  Fingerprint calls_hash_;
  std::uint64_t encounters_ = 0;
  std::uint64_t calls_ = 0;
  std::uint64_t stops_without_scan_ = 0;
};

}  // namespace fieldtwin
