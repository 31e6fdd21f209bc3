#include "sim/cli/program.hpp"

int main(int argc, char** argv) {
  return fieldtwin::run_program(argc, argv);
}
