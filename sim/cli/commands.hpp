#pragma once
/// The commands of the program. Each adds itself to the command line, with its help; when it is
/// chosen it runs and leaves its exit code. What goes wrong leaves as an exception.

#include <CLI/App.hpp>

#include "sim/cli/exit_code.hpp"

namespace fieldtwin {

void add_run_command(CLI::App& app, ExitCode& code);
void add_branch_command(CLI::App& app, ExitCode& code);
void add_compare_command(CLI::App& app, ExitCode& code);
void add_sweep_command(CLI::App& app, ExitCode& code);
void add_attribute_command(CLI::App& app, ExitCode& code);
void add_disparity_command(CLI::App& app, ExitCode& code);
void add_capacity_command(CLI::App& app, ExitCode& code);
void add_replay_command(CLI::App& app, ExitCode& code);
void add_story_command(CLI::App& app, ExitCode& code);
void add_report_command(CLI::App& app, ExitCode& code);
void add_export_command(CLI::App& app, ExitCode& code);
void add_validate_command(CLI::App& app, ExitCode& code);
void add_explain_command(CLI::App& app, ExitCode& code);
void add_schema_command(CLI::App& app, ExitCode& code);
void add_fit_delay_command(CLI::App& app, ExitCode& code);
void add_list_command(CLI::App& app, ExitCode& code);
void add_matcher_command(CLI::App& app, ExitCode& code);

// Commands of `matcher`.
void add_matcher_enroll_command(CLI::App& matcher, ExitCode& code);
void add_matcher_identify_command(CLI::App& matcher, ExitCode& code);
void add_matcher_evaluate_command(CLI::App& matcher, ExitCode& code);
void add_matcher_bench_command(CLI::App& matcher, ExitCode& code);
void add_matcher_synth_command(CLI::App& matcher, ExitCode& code);
void add_matcher_fit_command(CLI::App& matcher, ExitCode& code);
void add_matcher_populate_command(CLI::App& matcher, ExitCode& code);
void add_matcher_calibrate_command(CLI::App& matcher, ExitCode& code);

/// For text that an option's help shows.
enum class Output { kText, kJson };

}  // namespace fieldtwin
