#include <fmt/format.h>

#include <CLI/App.hpp>
#include <cmath>
#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <string>

#include "matcher/evaluation/data_set.hpp"
#include "matcher/evaluation/evaluation.hpp"
#include "matcher/gallery/distance.hpp"
#include "metrics/report/report_page.hpp"
#include "metrics/web/report_template.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMissedListed = 100;

struct Options {
  MatcherOptions matcher;
  std::string data_set;
  std::string pairs;
  std::string folder;
  std::string part = "all";
  double threshold = 0.0;  //!< 0: the matcher's
  bool json = false;
};

/// Photos by file, each with the number of its person.
class Photos {
 public:
  /// The number of a photo, new or known.
  std::size_t add(const fs::path& file, std::uint32_t person) {
    const auto [at, is_new] = numbers_.emplace(file, files_.size());
    if (is_new) {
      files_.push_back(file);
      people_.push_back(person);
    }
    return at->second;
  }
  const std::vector<fs::path>& files() const { return files_; }
  std::uint32_t person(std::size_t photo) const { return people_[photo]; }

 private:
  std::map<fs::path, std::size_t> numbers_;
  std::vector<fs::path> files_;
  std::vector<std::uint32_t> people_;
};

/// A pair as numbers of photos.
struct NumberedPair {
  std::size_t first, second;
  PairKind kind;
};

/// What is to be done: all photos, and pairs of them.
struct Plan {
  std::vector<std::string> people;
  Photos photos;
  std::vector<std::vector<NumberedPair>> folds;
};

Plan plan_of(const Options& options, const PairFolds& folds) {
  Plan plan;
  std::map<std::string, std::uint32_t> numbers;
  const auto number = [&](const std::string& name) {
    const auto [at, is_new] = numbers.emplace(name, plan.people.size());
    if (is_new) plan.people.push_back(name);
    return at->second;
  };
  if (options.part != "verification") {
    for (const auto& person : read_data_set(options.data_set)) {
      for (const auto& file : person.photos) plan.photos.add(file, number(person.name));
    }
  }
  const auto add = [&](const PhotoName& photo) {
    const fs::path file = photo_file(options.data_set, photo);
    if (!fs::exists(file)) throw DataSetError(file.string() + ": is not there, and the pairs name it");
    return plan.photos.add(file, number(photo.person));
  };
  for (const auto& fold : folds) {
    auto& numbered = plan.folds.emplace_back();
    for (const auto& pair : fold) numbered.push_back({add(pair.first), add(pair.second), pair.kind});
  }
  return plan;
}

PairFolds pairs_of(const Options& options) {
  if (options.part == "identification") return {};
  if (!options.pairs.empty()) return read_pairs(options.pairs);
  const fs::path usual = fs::path(options.data_set) / "pairs.txt";
  if (fs::exists(usual)) return read_pairs(usual);
  if (options.part == "all") return {};
  throw DataSetError(usual.string() + ": is not there; name the pairs with --pairs");
}

std::vector<std::vector<Comparison>> compare(const Plan& plan, const std::vector<Extraction>& extractions) {
  std::vector<std::vector<Comparison>> folds;
  for (const auto& fold : plan.folds) {
    auto& compared = folds.emplace_back();
    for (const NumberedPair& pair : fold) {
      const auto& a = extractions[pair.first].values;
      const auto& b = extractions[pair.second].values;
      const double distance = a.empty() || b.empty() ? std::numeric_limits<double>::infinity()
                                                     : std::sqrt(static_cast<double>(squared_distance(a, b)));
      compared.push_back({distance, pair.kind, plan.photos.person(pair.first), plan.photos.person(pair.second)});
    }
  }
  return folds;
}

Identification1N identify(const Plan& plan, const std::vector<Extraction>& extractions, const Options& options,
                          double threshold) {
  std::vector<PersonTemplate> templates;
  for (std::size_t i = 0; i < extractions.size(); ++i) templates.push_back({plan.photos.person(i), extractions[i].values});
  const Labels labels = read_labels(options.data_set);
  const auto groups_of = [&](std::uint32_t person) {
    std::vector<std::pair<std::string, std::string>> groups;
    if (const auto at = labels.find(plan.people[person]); at != labels.end()) {
      groups.assign(at->second.begin(), at->second.end());
    }
    return groups;
  };
  return identification_of(search_all(templates, plan.people.size()), plan.people.size(), threshold, groups_of);
}

std::string percent(double value, const Interval& interval) {
  return fmt::format("{:.2f} % [{:.2f}, {:.2f}]", 100.0 * value, 100.0 * interval.low, 100.0 * interval.high);
}

void print_summary(const Evaluation& e) {
  fmt::print("{} ({}), {} people, {} photos: a template of {}, none of {}\n", e.matcher,
             e.effort == Effort::kAccurate ? "accurate" : "fast", e.people, e.photos, e.detection.found, e.detection.missed);
  if (e.verification) {
    const auto& v = *e.verification;
    fmt::print("verification: accuracy {:.4f}, sd {:.4f} of {} folds; EER {}; TPR {} at FMR 1 %, {} at 0.1 %\n",
               v.accuracy_mean, v.accuracy_sd, v.accuracies.size(), percent(v.eer, v.eer_interval),
               percent(v.tpr_at_1e2, v.tpr_at_1e2_interval), percent(v.tpr_at_1e3, v.tpr_at_1e3_interval));
  }
  if (e.identification && e.identification->people > 0) {
    const auto& i = *e.identification;
    fmt::print("identification among {} at distance {:.3f}: FPIR {}, FNIR {}; first rank {}\n", i.people, e.threshold,
               percent(i.operating.fpir.value, i.operating.fpir.interval),
               percent(i.operating.fnir.value, i.operating.fnir.interval),
               percent(i.ranks.front().value, i.ranks.front().interval));
  }
}

void evaluate(const Options& options) {
  const Plan plan = plan_of(options, pairs_of(options));
  const auto extractor = options.matcher.make(Subject::kCentral);
  const auto extractions = extract_with_progress(plan.photos.files(), options.matcher, Subject::kCentral);

  Evaluation evaluation;
  evaluation.version = program_version();
  evaluation.matcher = extractor->name();
  evaluation.effort = options.matcher.effort();
  evaluation.dimension = extractor->dimension();
  evaluation.threshold = options.threshold > 0.0 ? options.threshold : static_cast<double>(extractor->usual_threshold());
  evaluation.data_set = fs::path(options.data_set).lexically_normal().filename().string();
  if (evaluation.data_set.empty()) evaluation.data_set = fs::path(options.data_set).lexically_normal().parent_path().filename();
  evaluation.people = plan.people.size();
  evaluation.photos = extractions.size();
  evaluation.detection = count_detections(extractions);
  for (std::size_t i = 0; i < extractions.size() && evaluation.missed.size() < kMissedListed; ++i) {
    if (extractions[i].succeeded()) continue;
    const auto file = plan.photos.files()[i].lexically_relative(options.data_set);
    evaluation.missed.push_back(fmt::format("{}: {}", file.string(), words_of(extractions[i].failure)));
  }
  if (!plan.folds.empty()) evaluation.verification = verify(compare(plan, extractions), plan.people.size());
  if (options.part != "verification") {
    evaluation.identification = identify(plan, extractions, options, evaluation.threshold);
  }

  const std::string document = evaluation_json(evaluation);
  if (!options.folder.empty()) {
    fs::create_directories(options.folder);
    write_atomically(fs::path(options.folder) / "evaluation.json", document);
    write_atomically(fs::path(options.folder) / "evaluation.html", fill_template(report_template(), document));
  }
  if (options.json) {
    std::cout << document;
  } else {
    print_summary(evaluation);
    if (!options.folder.empty()) fmt::print("{}/evaluation.html\n", options.folder);
  }
}

}  // namespace

void add_matcher_evaluate_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand(
      "evaluate", "Measure a matcher on photos in LFW's layout: verification by pairs.txt, identification with\n"
                  "people who are enrolled and people who are not");
  command->add_option("--dataset", options->data_set, "Photos as DIR/Name/Name_0001.jpg; labels.csv beside them gives groups")
      ->required()
      ->type_name("DIR");
  command->add_option("--pairs", options->pairs, "LFW's protocol; without it DIR/pairs.txt if that is there")->type_name("FILE");
  command->add_option("-o,--output", options->folder, "Folder for evaluation.json and evaluation.html")->type_name("OUT");
  command->add_option("--only", options->part, "verification looks at the photos of the pairs alone")
      ->check(CLI::IsMember({"all", "verification", "identification"}))
      ->capture_default_str();
  command->add_option("--threshold", options->threshold,
                      "Distance at which identification decides; without it the matcher's own")
      ->check(CLI::Range(0.0, 4.0));
  command->add_flag("--json", options->json, "Print evaluation.json");
  options->matcher.add_to(*command);
  command->footer(
      "Examples:\n"
      "  fieldtwin matcher evaluate --dataset faces -o out/faces\n"
      "  fieldtwin matcher evaluate --dataset lfw --pairs pairs.txt --accurate --only verification --json\n"
      "A photo without a template matches nobody: in a mated pair or search it is an error.");
  command->callback([options, &code] { run_matcher_command(code, [&] { evaluate(*options); }); });
}

}  // namespace fieldtwin
