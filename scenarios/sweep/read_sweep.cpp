#include "scenarios/sweep/read_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"
#include "scenarios/study_file.hpp"
#include "scenarios/sweep/read_design.hpp"
#include "scenarios/sweep/read_factor.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;
namespace {

const std::vector<std::string> kKeys{"title",   "question", "description", "base",
                                     "factors", "design",   "metrics",     "replications"};

/// Reads one study, from its text to its design.
class SweepReader {
 public:
  SweepReader(const std::string& file, const std::vector<std::string>& overrides,
              const std::vector<std::string>& known_metrics, const LoadOptions& options)
      : file_(file), known_metrics_(known_metrics), options_(options) {
    study_.name = fs::path(file).stem().string();
    study_.overrides = overrides;
  }

  SweepStudy read(const std::string& text) {
    const auto root = parse_yaml(text, file_, errors_);
    if (root && !root->is_map()) {
      errors_.add(root->place, {"this is no study", "a study is a map",
                                "Its keys are: " + comma_separated(kKeys) + "."});
    }
    if (root && root->is_map()) read_map(*root);
    errors_.raise_if_any();
    return std::move(study_);
  }

 private:
  void read_map(const Node& root) {
    for (const auto& entry : root.entries) {
      if (std::ranges::find(kKeys, entry.key) != kKeys.end()) continue;
      errors_.add(entry.place, {"a study has no key '" + entry.key + "'",
                                "what does not vary belongs into the base scenario",
                                did_you_mean(entry.key, kKeys)});
    }
    read_text(root, "title", study_.title);
    read_text(root, "question", study_.question);
    read_text(root, "description", study_.description);
    const Node* const base = needed(root, "base", "For example base: national-day.");
    if (base && read_base(*base)) {
      if (const Node* const factors = needed(root, "factors", "")) read_factors(*factors);
    }
    if (const Node* const design = needed(root, "design", "For example design: grid.")) {
      if (const auto read = read_design(*design, study_.factors, errors_)) study_.design = *read;
    }
    if (const Node* const metrics = needed(root, "metrics", "")) read_metrics(*metrics);
    if (const Node* const n = needed(root, "replications", "For example replications: 10.")) {
      if (const auto count = read_whole(*n, 1, 999'999, errors_)) study_.replications = *count;
    }
  }

  const Node* needed(const Node& root, const std::string& key, std::string suggestion) {
    const Node* const node = root.find(key);
    if (!node) {
      errors_.add({file_, 1, 1}, {"the study has no " + key, "", std::move(suggestion)});
    }
    return node;
  }

  void read_text(const Node& root, const std::string& key, std::string& target) {
    const Node* const node = root.find(key);
    if (!node) return;
    if (node->is_scalar()) {
      target = node->text;
    } else {
      errors_.add(node->place,
                  {fmt::format("{} is {}", key, kind_name(*node)), "it is a text", ""});
    }
  }

  bool read_base(const Node& base) {
    if (!base.is_scalar()) {
      errors_.add(base.place, {fmt::format("base is {}", kind_name(base)),
                               "it names the scenario that is varied", ""});
      return false;
    }
    const auto found = find_scenario(base.text, fs::path(file_).parent_path(), options_.data_root,
                                     base.place, errors_);
    if (!found) return false;
    study_.base_name = found->string();
    study_.base = load_scenario(study_.base_name, study_.overrides, options_);
    return true;
  }

  void read_factors(const Node& factors) {
    if (!factors.is_map() || factors.entries.empty()) {
      errors_.add(factors.place, {"the study has no factors", "they are a map from paths to values",
                                  "For example matcher.fpir: [0.1 %, 1 %]."});
      return;
    }
    std::set<std::string> taken;
    for (const auto& entry : factors.entries) {
      auto factor = read_factor(entry, study_.base.scenario, errors_);
      if (!factor) continue;
      for (const std::string& path : factor->paths) {
        if (taken.insert(path).second) continue;
        errors_.add(entry.place, {path + " is varied twice", "", "One factor can vary it."});
      }
      study_.factors.push_back(std::move(*factor));
    }
  }

  void read_metrics(const Node& metrics) {
    if (!metrics.is_list() || metrics.items.empty()) {
      errors_.add(metrics.place, {"the study names no metric", "it is a list of names",
                                  "For example [custody.wrongful.any.count]."});
      return;
    }
    for (const Node& item : metrics.items) {
      if (std::ranges::find(known_metrics_, item.text) == known_metrics_.end()) {
        errors_.add(item.place, {"there is no metric '" + item.text + "'", "",
                                 did_you_mean(item.text, known_metrics_)});
      } else if (std::ranges::find(study_.metrics, item.text) != study_.metrics.end()) {
        errors_.add(item.place, {item.text + " is named twice", "", ""});
      }
      study_.metrics.push_back(item.text);
    }
  }

  std::string file_;
  const std::vector<std::string>& known_metrics_;
  const LoadOptions& options_;
  ErrorList errors_;
  SweepStudy study_;
};

}  // namespace

SweepStudy read_sweep_text(const std::string& text, const std::string& name,
                           const std::vector<std::string>& overrides,
                           const std::vector<std::string>& known_metrics,
                           const LoadOptions& options) {
  return SweepReader(name, overrides, known_metrics, options).read(text);
}

SweepStudy read_sweep(const std::string& name_or_file, const std::vector<std::string>& overrides,
                      const std::vector<std::string>& known_metrics, const LoadOptions& options) {
  ErrorList errors;
  const auto file = find_study(name_or_file, options.data_root, errors);
  const auto text = file ? read_file(*file, {name_or_file, 0, 0}, errors) : std::nullopt;
  errors.raise_if_any();
  return read_sweep_text(text.value(), file->string(), overrides, known_metrics, options);
}

}  // namespace fieldtwin
