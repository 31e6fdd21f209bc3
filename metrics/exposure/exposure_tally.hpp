#pragma once
/// The exposure of a replication, as amounts.

#include <vector>

#include "metrics/exposure/factors.hpp"
#include "metrics/exposure/kept_photos.hpp"
#include "metrics/tally.hpp"

namespace fieldtwin {

/// What the ledger needs to know of a replication beside its scenario.
struct ExposureFacts {
  const KeptPhotos& kept;  //!< of officers' scans
  Seconds period{0.0};     //!< in which they were taken
  double submitted = 0.0;  //!< scans whose photo reached the service, each of which the log keeps
  double officers = 0.0;   //!< with the app
  double agents = 0.0;     //!< of the ICE desk
  double residents = 0.0;  //!< of the states with officers: those who may be photographed
  PortPhotos at_ports{};   //!< kept of those that were taken at ports
};

/// One sum over the whole, or in one category.
using ExposureSums = std::vector<TallyRow>;

/// All amounts of metrics/amounts from kMatchedImages on; sums of 0 in a category are left out.
/// The flow of the period is taken to go on over `exposure.horizon`.
ExposureSums exposure_sums(const Exposure& exposure, const Storage& storage,
                           const ExposureFacts& facts);

}  // namespace fieldtwin
