#pragma once
/// The program `fieldtwin`.

namespace fieldtwin {

/// Reads the command line, runs the command, prints what went wrong; returns the exit status.
int run_program(int argc, char** argv);

}  // namespace fieldtwin
