#pragma once
/// What the commands that draw modelled people have in common.

#include <CLI/App.hpp>
#include <cstdint>
#include <string>

#include "matcher/template/modelled_people.hpp"

namespace fieldtwin {

struct PopulationOptions {
  std::string file;  //!< empty: the shipped population
  std::uint64_t seed = 2;

  void add_to(CLI::App& command);
  /// Throws PopulationError.
  ModelledPeople people() const;
};

}  // namespace fieldtwin
