/// Writes what is generated from the register of parameters into the source tree:
/// `write_scenario_docs SOURCE_FOLDER`.

#include <fstream>
#include <iostream>

#include "scenarios/describe/manual.hpp"
#include "scenarios/describe/schema.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_scenario_docs SOURCE_FOLDER\n";
    return 2;
  }
  const std::string folder = argv[1];
  std::ofstream manual(folder + "/docs/parameters.md");
  fieldtwin::write_manual(manual);
  std::ofstream schema(folder + "/scenarios/scenario.schema.json");
  fieldtwin::write_schema(schema);
  return manual.flush() && schema.flush() ? 0 : 1;
}
