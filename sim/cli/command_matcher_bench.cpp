#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "matcher/evaluation/pairs.hpp"
#include "matcher/gallery/search.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/random/philox.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kBatch = 8;
constexpr std::size_t kMostPhotos = 200;
constexpr int kSearches = 9;

struct Options {
  MatcherOptions matcher;
  std::string folder;
  std::string profile;
  std::vector<std::size_t> sizes{10'000, 100'000, 1'000'000};
};

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

nlohmann::ordered_json spread_of(const std::vector<double>& seconds) {
  return {{"median_s", quantile(seconds, 0.5)}, {"p95_s", quantile(seconds, 0.95)}};
}

nlohmann::ordered_json extraction_profile(Extractor& extractor, const std::vector<NamedPhoto>& photos) {
  std::vector<ExtractionTimes> times;
  for (std::size_t pass = 0; pass < 2; ++pass) {  // the first reads the models
    times.clear();
    for (std::size_t i = 0; i < std::min(photos.size(), pass == 0 ? 1 : kMostPhotos); ++i) {
      const Extraction e = create_template_of(extractor, photos[i].file);
      if (e.succeeded()) times.push_back(e.times);
    }
  }
  if (times.empty()) throw DataSetError("none of the photos gave a template, so there is nothing to measure");
  const auto of = [&](auto part) {
    std::vector<double> seconds;
    for (const auto& t : times) seconds.push_back(part(t));
    return spread_of(seconds);
  };
  return {{"photos", times.size()},
          {"decode", of([](const auto& t) { return t.decode; })},
          {"detect", of([](const auto& t) { return t.detect; })},
          {"align", of([](const auto& t) { return t.align; })},
          {"embed", of([](const auto& t) { return t.embed; })},
          {"total", of([](const auto& t) { return t.total(); })}};
}

/// Templates with the spread of real ones: sums of four uniform numbers.
void make_template(std::uint64_t id, std::span<float> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto block = philox4x32_10({static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(i), 0, 0}, {777, 0});
    double sum = 0.0;
    for (const auto word : block) sum += static_cast<double>(word) * 0x1p-32;
    values[i] = static_cast<float>((sum - 2.0) * 0.17);
  }
}

nlohmann::ordered_json search_profile(std::size_t templates, std::size_t dimension) {
  const GalleryShape shape{dimension, 0.5F, Keep::kTemplates};
  TemplateGallery gallery(shape);
  std::vector<float> values(dimension);
  for (std::size_t id = 0; id < templates; ++id) {
    make_template(id, values);
    gallery.insert(id, values);
  }
  const auto seconds_of = [&](std::size_t queries, int turn) {
    std::vector<float> probes(queries * dimension);
    for (std::size_t q = 0; q < queries; ++q) {
      make_template(0xF000'0000U + static_cast<std::uint64_t>(turn) * kBatch + q, std::span(probes).subspan(q * dimension, dimension));
    }
    const auto began = std::chrono::steady_clock::now();
    search(gallery, probes, SearchOptions{});
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
    return passed.count() / static_cast<double>(queries);
  };
  std::vector<double> one;
  std::vector<double> batched;
  for (int turn = 0; turn < kSearches; ++turn) {
    one.push_back(seconds_of(1, turn));
    batched.push_back(seconds_of(kBatch, turn));
  }
  return {{"templates", templates}, {"one", spread_of(one)}, {"in_batches_of_8", spread_of(batched)}};
}

void bench(const Options& options) {
  const auto extractor = options.matcher.make(Subject::kCentral);
  nlohmann::ordered_json profile = {{"fieldtwin", program_version()},
                                    {"kind", "matcher-profile"},
                                    {"matcher", options.matcher.vendor},
                                    {"effort", options.matcher.accurate ? "accurate" : "fast"},
                                    {"threads", 1}};
  profile["extraction"] = extraction_profile(*extractor, named_photos(options.folder));
  profile["search"] = nlohmann::ordered_json::array();
  for (const std::size_t size : options.sizes) profile["search"].push_back(search_profile(size, extractor->dimension()));
  const std::string text = profile.dump(1) + "\n";
  if (options.profile.empty()) {
    std::cout << text;
  } else {
    write_atomically(options.profile, text);
    fmt::print("{}: extraction {:.1f} ms (median of {} photos), one search of {} templates {:.2f} ms\n", options.profile,
               1e3 * profile["extraction"]["total"]["median_s"].get<double>(), profile["extraction"]["photos"].get<int>(),
               options.sizes.back(), 1e3 * profile["search"].back()["one"]["median_s"].get<double>());
  }
}

}  // namespace

void add_matcher_bench_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand("bench", "Measure on this machine what extraction and search take, on one core");
  command->add_option("DIR", options->folder, "Photos to extract")->required();
  command->add_option("-o,--output", options->profile, "The profile; without it, standard output")->type_name("FILE");
  command->add_option("--templates", options->sizes, "Sizes of the galleries that are searched")
      ->check(CLI::Range(1, 100'000'000))
      ->expected(1, 20)
      ->capture_default_str();
  options->matcher.add_to(*command);
  command->remove_option(command->get_option("--jobs"));
  command->footer("Example:\n  fieldtwin matcher bench faces -o profile.json");
  command->callback([options, &code] { run_matcher_command(code, [&] { bench(*options); }); });
}

}  // namespace fieldtwin
