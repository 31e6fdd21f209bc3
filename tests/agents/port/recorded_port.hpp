#pragma once
/// A replication of an airport with a journal that keeps every crossing.

#include <string>
#include <vector>

#include "metrics/journal.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

struct PortRecording final : Journal {
  void stop_without_scan(SystemKind, std::uint16_t, Ethnicity) override { ++field_stops; }
  void encounter(const EncounterRecord&) override { ++field_stops; }
  void desk(Seconds, const DeskState&) override {}
  void call(Seconds, Seconds, CallAbout about, CallEnd) override {
    if (about == CallAbout::kScan) ++calls;
  }
  void crossing(const CrossingRecord& record) override { crossings.push_back(record); }
  void boarding(const BoardingRecord& record) override { boardings.push_back(record); }

  /// Of all crossings, how many are so.
  template <class Predicate>
  double share(Predicate is) const {
    double so = 0.0;
    for (const CrossingRecord& record : crossings) so += is(record) ? 1.0 : 0.0;
    return so / static_cast<double>(crossings.size());
  }
  double share_of(CrossingGap gap) const {
    return share([gap](const CrossingRecord& record) { return record.gap == gap; });
  }
  double share_of(CrossingEnd end) const {
    return share([end](const CrossingRecord& record) { return record.end == end; });
  }

  std::vector<CrossingRecord> crossings;  //!< in the order in which they ended
  std::vector<BoardingRecord> boardings;
  std::size_t field_stops = 0;  //!< stops and scans by officers
  std::size_t calls = 0;        //!< to ICE
};

/// The shipped airport with other values.
Scenario airport(const std::vector<std::string>& overrides = {});

/// The same where nothing goes wrong: cameras, network and staff are always there, everybody is on
/// the manifest with a new photo, nobody opts out, the matcher errs by nothing but its law, and the
/// line is never late.
Scenario smooth_airport(const std::vector<std::string>& overrides = {});

PortRecording record_port(const Scenario& scenario, std::uint64_t seed = 1,
                          std::uint32_t replication = 0);

}  // namespace fieldtwin
