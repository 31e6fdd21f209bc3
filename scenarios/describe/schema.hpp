#pragma once
/// The register as a JSON Schema, with which editors complete and check scenario files.

#include <iosfwd>

namespace fieldtwin {

/// Writes a JSON Schema (draft 2020-12) of scenario files. A mistyped key, a wrong unit or an
/// unknown choice is flagged; what takes arithmetic or tables (bounds of distributions, ranges of
/// assumptions, names of anchors) is left to the reader.
void write_schema(std::ostream& out);

}  // namespace fieldtwin
