#pragma once
/// What a study says about each fault of its scenario.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "metrics/timeline/fault_data.hpp"
#include "metrics/timeline/recovery.hpp"

namespace fieldtwin {

/// A quantity that is shown over time.
struct FaultCurve {
  enum class Recovers { kNo, kYes };
  /// Where it happens. A study tells the curves of officers alone where it has no travellers, and
  /// those of ports alone where no officer scans.
  enum class Where { kOfficers, kPorts, kBoth };

  std::string_view name;  //!< in results: "answer_wait"
  std::string_view label;
  std::string_view unit;
  Measure above;
  std::optional<Measure> below;  //!< of a quotient
  double scale;                  //!< of a bin's sum, or of the quotient
  Recovers recovers;             //!< whether it counts for the fault's recovery time
  Where where = Where::kOfficers;
};
std::span<const FaultCurve> fault_curves();

/// One curve around one fault.
struct CurveEstimate {
  const FaultCurve* curve;
  std::vector<std::optional<Estimate>> as_it_is;  //!< by row
  std::vector<std::optional<Estimate>> without;
  std::optional<Estimate> during_as_it_is;  //!< over the bins that the fault touches
  std::optional<Estimate> during_without;
  Recovery recovery;
};

struct FaultEstimate {
  const FaultData::OfFault* fault;
  std::vector<double> begins;  //!< of the rows: a bin each, or an hour where there are many [s]
  double row_length;           //!< [s]
  std::vector<CurveEstimate> curves;
  Recovery recovery;  //!< the longest of the curves'
  /// How many more there are than without the faults, from the fault's beginning to the last bin.
  Estimate more_failed_scans;
  Estimate more_wrongful_holds;
  Estimate more_kept_in_silence;
  std::optional<Estimate> more_manual_checks;  //!< where there are ports
};

/// In the order of the scenario's list.
std::vector<FaultEstimate> fault_estimates(const FaultData& data);

}  // namespace fieldtwin
