#pragma once
/// A crossing as the measurements that all systems share see it: a face that was scanned.

#include "metrics/port/crossing_record.hpp"

namespace fieldtwin {

/// Whether somebody set out to photograph the traveller. Where nobody ran the cameras, the line was
/// late, or the traveller cannot be photographed, nobody did: that is a stop without a scan.
bool was_scanned(CrossingGap gap);

/// What a scan at a port has in common with one in the street: whose face it was, how far it came,
/// whom the gallery returned, the calls to ICE, the hold, and the photo that is kept. An answer that
/// sends the traveller to secondary inspection speaks for a hold as "contact ICE" does; one that
/// names nobody sends them to the document check, and is neither that nor "no action". There are no
/// steps, and no times but that of the upload: at a gate nobody is stopped at the roadside.
/// Throws std::logic_error of a crossing without a scan.
EncounterRecord as_scan(const CrossingRecord& crossing);

}  // namespace fieldtwin
