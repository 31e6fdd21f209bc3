#include <fmt/format.h>

#include <CLI/App.hpp>
#include <map>
#include <memory>
#include <string>

#include "matcher/evaluation/pairs.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/cli/named_gallery.hpp"

namespace fieldtwin {
namespace {

struct Options {
  MatcherOptions matcher;
  std::string folder;
  std::string gallery;
};

void enroll(const Options& options) {
  const auto photos = named_photos(options.folder);
  std::vector<std::filesystem::path> files;
  for (const auto& photo : photos) files.push_back(photo.file);
  const auto extractions = extract_with_progress(files, options.matcher, Subject::kOnly);

  const auto extractor = options.matcher.make(Subject::kOnly);
  Identifier identifier(extractor->dimension(), extractor->usual_threshold());
  GalleryNotes notes{options.matcher.vendor, options.matcher.effort(), {}};
  std::map<std::string, std::uint64_t> numbers;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    if (!extractions[i].succeeded()) {
      fmt::print(stderr, "{}: {}\n", photos[i].file.string(), words_of(extractions[i].failure));
      continue;
    }
    const auto [person, is_new] = numbers.emplace(photos[i].name, notes.people.size());
    if (is_new) notes.people.push_back(photos[i].name);
    identifier.enroll(person->second, extractions[i].values);
  }
  if (identifier.size() == 0) throw DataSetError(options.folder + ": no photo gave a template, so there is no gallery");
  identifier.finalize();
  save_gallery(options.gallery, identifier, notes);
  fmt::print("{}: {} people, {} templates of {} photos\n", options.gallery, notes.people.size(), identifier.size(), photos.size());
}

}  // namespace

void add_matcher_enroll_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand("enroll", "Make a gallery of photos");
  command->add_option("DIR", options->folder, "Photos: a folder for each person, or a file for each")->required();
  command->add_option("-o,--output", options->gallery, "The gallery; GALLERY.json beside it names the people")
      ->required()
      ->type_name("GALLERY");
  options->matcher.add_to(*command);
  command->footer("A photo that gives no template is named on standard error with the reason.");
  command->callback([options, &code] { run_matcher_command(code, [&] { enroll(*options); }); });
}

}  // namespace fieldtwin
