/// Simulates one replication in this very process and drops the result: what tools/build-tuned has
/// counted while it runs is written when a process ends in the ordinary way, and a worker's does not.
///
///   rehearse scenario [path=value...]

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "agents/replication.hpp"
#include "scenarios/load.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: rehearse scenario [path=value...]\n";
    return 2;
  }
  try {
    const auto loaded =
        fieldtwin::load_scenario(argv[1], std::vector<std::string>(argv + 2, argv + argc));
    fieldtwin::simulate_replication(loaded.scenario, 1, 0, fieldtwin::RecordLevel::kCases);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
