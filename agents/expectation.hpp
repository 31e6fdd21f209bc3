#pragma once

namespace fieldtwin {

/// Whether the journal is told what was to be expected of each answered scan (docs/rare-harm.md).
/// It costs a little time and changes no event.
enum class Expectation { kNone, kEachScan };

}  // namespace fieldtwin
