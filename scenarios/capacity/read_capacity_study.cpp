#include <fmt/format.h>

#include <algorithm>

#include "scenarios/capacity/capacity_study.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/study_file.hpp"
#include "scenarios/sweep/read_design.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;
namespace {

const std::vector<std::string> kKeys{"title",    "question", "description", "base", "slo",
                                     "maximise", "minimise", "from",        "to",   "replications"};

/// Reads one study, from its text to its scenario.
class CapacityReader {
 public:
  CapacityReader(fs::path file, const LoadOptions& options)
      : file_(std::move(file)), options_(options) {
    study_.name = file_.stem().string();
  }

  CapacityStudy read(const std::string& text, const std::vector<std::string>& overrides) {
    const auto root = parse_yaml(text, file_.string(), errors_);
    if (root && !root->is_map()) {
      errors_.add(root->place, {"this is no study", "a study is a map",
                                "Its keys are: " + comma_separated(kKeys) + "."});
    }
    if (root && root->is_map()) read_map(*root, overrides);
    errors_.raise_if_any();
    return std::move(study_);
  }

 private:
  void read_map(const Node& root, const std::vector<std::string>& overrides) {
    for (const auto& entry : root.entries) {
      if (std::ranges::find(kKeys, entry.key) != kKeys.end()) continue;
      errors_.add(entry.place, {"a study of capacity has no key '" + entry.key + "'",
                                "what is not searched for belongs into the base scenario",
                                did_you_mean(entry.key, kKeys)});
    }
    read_text(root, "title", study_.title);
    read_text(root, "question", study_.question);
    read_text(root, "description", study_.description);
    if (const Node* const slo = needed(root, "slo", "For example slo: ice.wait_s.p95<=2 min.")) {
      read_text(root, "slo", study_.slo);
      study_.slo_place = slo->place;
    }
    read_text(root, "maximise", study_.maximise);
    read_text(root, "minimise", study_.minimise);
    if (const Node* const both = root.find("minimise"); both && root.find("maximise")) {
      errors_.add(both->place, {"there is something to maximise, too",
                                "a search goes one way", "Leave one of them out."});
    }
    read_text(root, "from", study_.from);
    read_text(root, "to", study_.to);
    if (const Node* const n = root.find("replications")) {
      if (const auto count = read_whole(*n, 1, 999'999, errors_)) study_.replications = *count;
    }
    const Node* const base = needed(root, "base", "For example base: national-heavy.");
    if (base) read_base(*base, overrides);
  }

  const Node* needed(const Node& root, const std::string& key, std::string suggestion) {
    const Node* const node = root.find(key);
    if (!node) {
      errors_.add({file_.string(), 1, 1}, {"the study has no " + key, "", std::move(suggestion)});
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

  void read_base(const Node& base, const std::vector<std::string>& overrides) {
    if (!base.is_scalar()) {
      errors_.add(base.place, {fmt::format("base is {}", kind_name(base)),
                               "it names the scenario that is searched", ""});
      return;
    }
    const auto found =
        find_scenario(base.text, file_.parent_path(), options_.data_root, base.place, errors_);
    if (!found) return;
    study_.base_name = found->string();
    study_.base = load_scenario(study_.base_name, overrides, options_);
  }

  fs::path file_;
  const LoadOptions& options_;
  ErrorList errors_;
  CapacityStudy study_;
};

}  // namespace

CapacityStudy read_capacity_study(const std::string& name_or_file,
                                  const std::vector<std::string>& overrides,
                                  const LoadOptions& options) {
  ErrorList errors;
  const auto file = find_study(name_or_file, options.data_root, errors);
  const auto text = file ? read_file(*file, {name_or_file, 0, 0}, errors) : std::nullopt;
  errors.raise_if_any();
  return CapacityReader(*file, options).read(text.value(), overrides);
}

}  // namespace fieldtwin
