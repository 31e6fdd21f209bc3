#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>

#include "sim/cli/commands.hpp"
#include "sim/cli/synth_data_set.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {
namespace {

void add_options(CLI::App& command, SynthOptions& options) {
  const PictureRules asked = cooperative_rules(), street = field_rules();
  command.add_option("-n,--people", options.people, "People")
      ->check(CLI::Range(2, 99'999))
      ->capture_default_str();
  command
      .add_option("--captures", options.captures,
                  "Pictures of each: an enrolment photo, and "
                  "captures in the field")
      ->check(CLI::Range(2, 999))
      ->capture_default_str();
  command.add_option("-o,--output", options.folder, "Directory of the set; new or empty")
      ->required()
      ->type_name("DIR");
  command.add_option("--seed", options.seed, "Who the people are, and how they are pictured")
      ->capture_default_str();
  command.add_option("-j,--jobs", options.jobs, "Threads; the files do not depend on it")
      ->check(CLI::Range(1, 1024));
  command.add_option("--size", options.size, "Pixels, width and height")
      ->check(CLI::Range(176, 320))
      ->capture_default_str();
  command
      .add_option("--captured", options.captured,
                  "Captures in the field: cooperative (looks at the phone, no glasses, no hair in "
                  "the face) or street (as in encounters, to which the population is fitted)")
      ->check(CLI::IsMember({kCaptured[0], kCaptured[1]}))
      ->capture_default_str();
  command
      .add_option(
          "--yaw", options.yaw,
          fmt::format("Heads in the field turn up to so many degrees [{}, in the street {}]",
                      asked.yaw, street.yaw))
      ->check(CLI::Range(0.0, 60.0));
  command
      .add_option("--blur", options.blur,
                  fmt::format("Most blur in the field, pixels [{}]", street.blur_high))
      ->check(CLI::Range(0.3, 10.0));
  command
      .add_option("--hair-over-face", options.hair_over_face,
                  fmt::format("Share of sessions in the field with hair over the eyes [{}, in the "
                              "street {}]",
                              asked.session.hair_over_face, street.session.hair_over_face))
      ->check(CLI::Range(0.0, 1.0));
  command
      .add_option("--glasses", options.glasses,
                  fmt::format("Share of those with glasses that day who keep them on in the field "
                              "[{}, in the street {}]",
                              asked.session.glasses_kept, street.session.glasses_kept))
      ->check(CLI::Range(0.0, 1.0));
  command
      .add_option("--model-dir", options.models,
                  "Where tools/setup-models put its files; without it FIELDTWIN_MODELS, then "
                  "the cache directory")
      ->type_name("DIR");
}

}  // namespace

void add_matcher_synth_command(CLI::App& matcher, ExitCode&) {
  auto options = std::make_shared<SynthOptions>();
  options->jobs = available_cores();
  CLI::App* command = matcher.add_subcommand(
      "synth",
      "Render pictures of people who do not exist, in the layout of Labeled Faces in the Wild:\n"
      "DIR/NAME/NAME_0001.jpg, pairs.txt, and labels.csv with what is true of each");
  add_options(*command, *options);
  command->footer(
      "Faces are made from MakeHuman's base mesh, which is fetched, never shipped:\n"
      "run tools/setup-models faces once. Its licence (AGPL) is the data's, see README.txt in "
      "DIR.\n"
      "Example:\n"
      "  fieldtwin matcher synth -n 200 --captures 4 --seed 2 -o faces");
  command->callback([options] { write_synthetic_data_set(*options); });
}

}  // namespace fieldtwin
