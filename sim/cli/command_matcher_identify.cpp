#include <fmt/format.h>

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "matcher/gallery/gallery_error.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/cli/named_gallery.hpp"

namespace fieldtwin {
namespace {

struct Options {
  MatcherOptions matcher;
  std::string gallery;
  std::string folder;
  std::size_t candidates = 3;
  double threshold = 0.0;  //!< 0: the matcher's
  bool json = false;
};

/// What is known of one photo after its search.
struct Answer {
  const NamedPhoto* photo;
  const Extraction* extraction;
  CandidateList list;
};

void print_text(const std::vector<Answer>& answers, const GalleryNotes& notes) {
  for (const Answer& answer : answers) {
    const std::string file = answer.photo->file.string();
    if (!answer.extraction->succeeded()) {
      fmt::print("{}: no search: {}\n", file, words_of(answer.extraction->failure));
      continue;
    }
    std::string line = fmt::format("{}: {}, quality {:.2f};", file, answer.list.matched() ? "match" : "no match",
                                   answer.extraction->quality.overall);
    for (const auto& c : answer.list.candidates) {
      line += fmt::format(" {} {:.4f}", notes.people[c.person], c.distance);
    }
    fmt::print("{}\n", line);
  }
}

nlohmann::ordered_json json_of(const Answer& answer, const GalleryNotes& notes) {
  const Extraction& e = *answer.extraction;
  nlohmann::ordered_json out = {{"file", answer.photo->file.string()}, {"failure", nullptr}};
  if (!e.succeeded()) {
    out["failure"] = std::string(name_of(e.failure));
    return out;
  }
  out["quality"] = {{"overall", e.quality.overall}, {"size", e.quality.size}, {"sharpness", e.quality.sharpness},
                    {"pose", e.quality.pose}, {"brightness", e.quality.brightness}};
  out["match"] = answer.list.matched();
  out["candidates"] = nlohmann::ordered_json::array();
  for (const auto& c : answer.list.candidates) {
    out["candidates"].push_back({{"person", notes.people[c.person]}, {"distance", c.distance}, {"score", c.score()},
                                 {"match", c.near_enough}});
  }
  return out;
}

void identify(Options options) {
  const GalleryNotes notes = read_gallery_notes(options.gallery);
  options.matcher.vendor = notes.matcher;
  options.matcher.accurate = notes.effort == Effort::kAccurate;
  const auto extractor = options.matcher.make(Subject::kOnly);
  const auto threshold = options.threshold > 0.0 ? static_cast<float>(options.threshold) : extractor->usual_threshold();
  const Identifier identifier(TemplateGallery::open(options.gallery), threshold);

  const auto photos = named_photos(options.folder);
  std::vector<std::filesystem::path> files;
  for (const auto& photo : photos) files.push_back(photo.file);
  const auto extractions = extract_with_progress(files, options.matcher, Subject::kOnly);
  std::vector<float> probes;
  for (const auto& e : extractions) probes.insert(probes.end(), e.values.begin(), e.values.end());
  const auto lists = identifier.identify_batch(probes, options.candidates, options.matcher.jobs);

  std::vector<Answer> answers;
  std::size_t searched = 0;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    answers.push_back({&photos[i], &extractions[i], {}});
    if (extractions[i].succeeded()) answers.back().list = lists[searched++];
    for (const auto& c : answers.back().list.candidates) {
      if (c.person >= notes.people.size()) throw GalleryError(options.gallery + ".json is not of this gallery");
    }
  }
  if (!options.json) {
    print_text(answers, notes);
    return;
  }
  nlohmann::ordered_json out = {{"threshold", threshold}, {"searches", nlohmann::ordered_json::array()}};
  for (const Answer& answer : answers) out["searches"].push_back(json_of(answer, notes));
  std::cout << out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

void add_matcher_identify_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand("identify", "Search a gallery for the people in photos");
  command->add_option("GALLERY", options->gallery, "What matcher enroll made")->required();
  command->add_option("DIR", options->folder, "Photos, or one photo")->required();
  command->add_option("-k,--candidates", options->candidates, "Candidates shown, at most")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--threshold", options->threshold, "The largest distance that is a match; without it the matcher's own")
      ->check(CLI::Range(0.0, 4.0));
  command->add_flag("--json", options->json, "Print it as JSON");
  options->matcher.add_to(*command);
  command->remove_option(command->get_option("--matcher"));  // the gallery says it
  command->remove_option(command->get_option("--accurate"));
  command->footer("Photos are made into templates as those of the gallery were.");
  command->callback([options, &code] { run_matcher_command(code, [&] { identify(*options); }); });
}

}  // namespace fieldtwin
