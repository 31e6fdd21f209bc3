#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "matcher/evaluation/data_set.hpp"
#include "matcher/template/fit_population.hpp"
#include "matcher/template/population_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/study/atomic_file.hpp"

namespace fieldtwin {
namespace {

struct Options {
  MatcherOptions matcher;
  std::string folder;
  std::string output;
  std::string source;
};

template <class Enum, std::size_t n>
Enum named(const std::array<std::string_view, n>& names, const std::string& name,
           const std::string& person) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) {
    throw DataSetError("labels.csv: " + person + " has the group or sex '" + name +
                       "', which no population has");
  }
  return static_cast<Enum>(at - names.begin());
}

/// `photo`: the extractions of the person's photos, the first of which gave a template.
RenderedPerson rendered(const DataSetPerson& person, const Labels& labels, const Extraction* photo) {
  const auto label = [&](const char* key) {
    const auto values = labels.find(person.name);
    if (values == labels.end() || !values->second.contains(key)) {
      throw DataSetError("labels.csv does not say the " + std::string(key) + " of " + person.name +
                         ": a set of 'fieldtwin matcher synth' is needed");
    }
    return values->second.at(key);
  };
  RenderedPerson out{named<Ethnicity>(kEthnicityNames, label("group"), person.name),
                     named<Sex>(kSexNames, label("sex"), person.name),
                     {},
                     {}};
  const auto copy = [](const Extraction& from, Template& to) {
    std::copy(from.values.begin(), from.values.end(), to.begin());
  };
  copy(*photo, out.enrolment);
  for (std::size_t i = 1; i < person.photos.size(); ++i) {
    if (!photo[i].succeeded()) continue;
    FieldTemplate& capture = out.captures.emplace_back();
    copy(photo[i], capture.values);
    capture.quality = photo[i].quality.overall;
  }
  return out;
}

void fit(const Options& options) {
  if (options.matcher.make(Subject::kCentral)->dimension() != kTemplateSize) {
    throw DataSetError("a population has templates of 128 numbers: fit one with --matcher dlib");
  }
  const auto people = read_data_set(options.folder);
  const Labels labels = read_labels(options.folder);
  std::vector<std::filesystem::path> files;
  for (const auto& person : people) {
    files.insert(files.end(), person.photos.begin(), person.photos.end());
  }
  const auto extractions = extract_with_progress(files, options.matcher, Subject::kCentral);
  std::vector<RenderedPerson> usable;
  const Extraction* photo = extractions.data();
  for (const auto& person : people) {
    if (photo->succeeded()) {
      RenderedPerson one = rendered(person, labels, photo);
      if (one.captures.size() >= 2) usable.push_back(std::move(one));
    }
    photo += person.photos.size();
  }
  const std::string source =
      fmt::format("{} ({} people, {} photos)", options.source, usable.size(), files.size());
  try {
    write_atomically(options.output, population_text(fit_population(usable, source)));
  } catch (const std::invalid_argument& error) {
    throw DataSetError(options.folder + ": " + error.what());
  }
  fmt::print("{}: {} of {} people have an enrolment photo and two captures with templates\n",
             options.output, usable.size(), people.size());
}

}  // namespace

void add_matcher_fit_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand(
      "fit", "Fit a population of templates to rendered people, of whom any number can be drawn");
  command->add_option("DIR", options->folder, "A set of 'fieldtwin matcher synth'")->required();
  command->add_option("-o,--output", options->output, "The population")
      ->required()
      ->type_name("FILE.json");
  command->add_option("--source", options->source, "Where the set comes from, for the file to say")
      ->default_val("fieldtwin matcher fit");
  options->matcher.add_to(*command);
  command->footer(
      "Example:\n"
      "  fieldtwin matcher synth -n 1200 --captures 3 --captured street --seed 101 -o faces\n"
      "  fieldtwin matcher fit faces -o population.json");
  command->callback([options, &code] { run_matcher_command(code, [&] { fit(*options); }); });
}

}  // namespace fieldtwin
