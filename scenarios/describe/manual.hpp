#pragma once
/// The manual's page of parameters.

#include <iosfwd>

namespace fieldtwin {

/// Writes `docs/parameters.md` from the register.
void write_manual(std::ostream& out);

}  // namespace fieldtwin
