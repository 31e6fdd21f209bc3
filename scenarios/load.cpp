#include "scenarios/load.hpp"

#include <algorithm>

#include "scenarios/epochs.hpp"
#include "scenarios/reader/checks.hpp"
#include "scenarios/reader/error_ranges.hpp"
#include "scenarios/reader/layer.hpp"
#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/read_profile.hpp"
#include "scenarios/reader/read_tables.hpp"
#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "scenarios/registry.hpp"
#include "scenarios/together.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDeepestChain = 20;

/// One name for a file, however it is reached; the name itself if the file system cannot tell.
fs::path identity_of(const fs::path& file) {
  std::error_code problem;
  const fs::path out = fs::weakly_canonical(file, problem);
  return problem ? file : out;
}

/// Reads one scenario, from its files to its tables.
class Loader {
 public:
  explicit Loader(const LoadOptions& options) : options_(options) {}

  void read_named(const std::string& name_or_file) {
    const Place place{name_or_file, 0, 0};
    const NamedWith named = split_name(name_or_file, options_.data_root);
    const auto file = find_scenario(named.scenario, fs::path(), options_.data_root, place, errors_);
    const auto text = file ? read_file(*file, place, errors_) : std::nullopt;
    if (!text) return;
    read_text(*text, *file);
    for (const std::string& safeguard : named.safeguards) {
      put_over(safeguard, place, Origin::kOwn);
      resolved_.scenario.name += "+" + safeguard;
    }
  }

  void read_text(const std::string& text, const fs::path& file) {
    last_file_ = file.string();
    chain_.push_back(identity_of(file));
    read_chain(text, file);
    read_ = true;
  }

  void override_with(const std::string& assignment) {
    const std::size_t equals = assignment.find('=');
    const Place place{"--set " + assignment, 0, 0};
    if (equals == std::string::npos || equals == 0) {
      errors_.add(place, {"this sets nothing", "a value is set as path=value",
                          "For example --set 'sign_in.idle_limit=5 min'."});
      return;
    }
    const std::size_t before = errors_.size();
    auto node = parse_yaml(assignment.substr(equals + 1), place.file, errors_);
    if (!node || errors_.size() != before) return;
    set_place(*node, place);
    Layer layer(resolved_, Origin::kCommandLine, errors_);
    const std::string path = assignment.substr(0, equals);
    if (path == "together") return take_partners(*node, fs::path());
    const std::size_t at = path.find('@');
    if (path == "faults+") {
      layer.add_fault(*node);
    } else if (at != std::string::npos) {
      layer.add_change(path.substr(0, at), path.substr(at + 1), *node);
    } else {
      layer.apply_at(path, place, *node);
    }
  }

  ResolvedScenario finish() {
    if (read_) {
      drop_other_systems();
      if (!broken_) check_complete(resolved_, {last_file_, 1, 1}, errors_);
      read_tables();
      gather_error_ranges(resolved_, errors_);
      if (errors_.empty()) resolve_changes(resolved_);
      check_meaning(resolved_, errors_);
    }
    errors_.raise_if_any();
    read_partners();
    check_world(resolved_, errors_);
    errors_.raise_if_any();
    return std::move(resolved_);
  }

 private:
  /// Applies what a file extends, then the file.
  void read_chain(const std::string& text, const fs::path& file) {
    resolved_.files.push_back(file.string());
    read_root(parse_yaml(text, file.string(), errors_), file);
  }

  void read_root(const std::optional<Node>& root, const fs::path& file) {
    broken_ |= !root || !root->is_map();
    if (!root) return;
    if (!root->is_map()) {
      errors_.add(
          root->place,
          {root->kind == Node::Kind::kNull ? "the file is empty"
                                           : "the file is " + std::string(kind_name(*root)),
           "a scenario is a map of parameters", "Begin with 'extends: national-day' and a title."});
      return;
    }
    if (const Node* base = root->find("extends")) read_base(*base, file);
    if (const Node* with = root->find("with")) put_over_all(*with);
    for (auto& [path, record] : resolved_.provenance) record.origin = Origin::kInherited;
    resolved_.scenario.name = file.stem().string();
    Layer(resolved_, Origin::kOwn, errors_).apply_file(*root);
    if (const Node* others = root->find("together")) take_partners(*others, file.parent_path());
  }

  /// A list of scenarios, by name or in place; a later one replaces an earlier one.
  void take_partners(const Node& node, const fs::path& folder) {
    partners_.clear();
    if (!node.is_list()) {
      errors_.add(node.place, {"together is " + std::string(kind_name(node)),
                               "it lists the scenarios that run in the same world",
                               "For example 'together: [mobile-fortify]'."});
      return;
    }
    for (const Node& entry : node.items) {
      if (entry.is_scalar() || entry.is_map()) {
        partners_.push_back({entry, folder});
      } else {
        errors_.add(entry.place, {std::string(kind_name(entry)) + " stands where a scenario is needed",
                                  "a scenario is named, or given in place as a map", ""});
      }
    }
  }

  void read_partners() {
    constexpr std::size_t kMost = 15;  // beside the scenario's own: officers' numbers have 4 bits
    if (partners_.size() > kMost) {
      errors_.add(partners_.back().node.place,
                  {"there are " + std::to_string(partners_.size()) + " partners",
                   "at most 15 run in one world", ""});
      return;
    }
    Scenario& host = resolved_.scenario;
    for (const auto& [node, folder] : partners_) {
      Loader loader(options_);
      if (node.is_map()) {
        loader.read_in_place(node, folder);
      } else {
        const auto file = find_scenario(node.text, folder, options_.data_root, node.place, errors_);
        const auto text = file ? read_file(*file, node.place, errors_) : std::nullopt;
        if (!text) continue;
        loader.read_text(*text, *file);
      }
      if (!loader.partners_.empty()) {
        errors_.add(node.place, {"a partner names partners of its own",
                                 "all the scenarios of a world are named by the first", ""});
        continue;
      }
      ResolvedScenario partner = loader.finish();
      for (const ResolvedScenario& other : resolved_.partners) {
        if (other.scenario.name == partner.scenario.name)
          errors_.add(node.place, {"'" + partner.scenario.name + "' is named twice",
                                   "partners are told apart by their names",
                                   "Give one of them another 'name:'."});
      }
      host.partners.push_back(std::make_shared<const Scenario>(aligned(partner.scenario, host)));
      resolved_.partners.push_back(std::move(partner));
    }
  }

  /// A scenario that stands in another's file; it is called what it extends, unless it has a name.
  void read_in_place(const Node& node, const fs::path& folder) {
    last_file_ = node.place.file;
    read_root(node, folder / (node.find("extends") ? node.find("extends")->text : "partner"));
    read_ = true;
  }

  void read_base(const Node& base, const fs::path& file) {
    const std::size_t before = errors_.size();
    follow(base, file);
    broken_ |= errors_.size() != before;
  }

  /// The safeguards that a file names under `with`, over what it extends.
  void put_over_all(const Node& with) {
    const std::size_t before = errors_.size();
    if (!with.is_list()) {
      errors_.add(with.place, {"with is " + std::string(kind_name(with)),
                               "it is a list of safeguards", "For example 'with: [opt-out]'."});
    } else {
      for (const Node& item : with.items) put_over(item.text, item.place, Origin::kInherited);
    }
    broken_ |= errors_.size() != before;
  }

  /// A safeguard's values, not its texts but for the title.
  void put_over(const std::string& name, const Place& place, Origin origin) {
    const auto file = find_safeguard(name, options_.data_root, place, errors_);
    const auto text = file ? read_file(*file, place, errors_) : std::nullopt;
    const auto root = text ? parse_yaml(*text, file->string(), errors_) : std::nullopt;
    if (!root) return;
    resolved_.files.push_back(file->string());
    if (!root->is_map()) {
      errors_.add(root->place, {"the file is " + std::string(kind_name(*root)),
                                "a safeguard is a map of parameters", ""});
      return;
    }
    for (const char* key : {"extends", "with", "name"}) {
      if (const Node* node = root->find(key))
        errors_.add(node->place, {"a safeguard has no '" + std::string(key) + "'",
                                  "it is put over whatever scenario is asked for", ""});
    }
    Scenario& scenario = resolved_.scenario;
    const std::string title = scenario.title, question = scenario.question,
                      description = scenario.description;
    Layer(resolved_, origin, errors_).apply_file(*root);
    scenario.title = origin == Origin::kOwn ? title + " + " + scenario.title : title;
    scenario.question = question;
    scenario.description = description;
  }

  void follow(const Node& base, const fs::path& file) {
    if (!base.is_scalar()) {
      errors_.add(base.place, {"extends is " + std::string(kind_name(base)),
                               "it names one scenario", "For example 'extends: national-day'."});
      return;
    }
    const auto found =
        find_scenario(base.text, file.parent_path(), options_.data_root, base.place, errors_);
    if (!found) return;
    const fs::path one_name = identity_of(*found);
    const bool cyclic = std::find(chain_.begin(), chain_.end(), one_name) != chain_.end();
    if (cyclic || chain_.size() >= kDeepestChain) {
      errors_.add(base.place, {"'" + base.text + "' extends this scenario in turn",
                               "a scenario cannot extend itself", ""});
      return;
    }
    const auto text = read_file(*found, base.place, errors_);
    if (!text) return;
    chain_.push_back(one_name);
    read_chain(*text, *found);
  }

  /// What a scenario of another system has given is not taken over from it.
  void drop_other_systems() {
    for (const Parameter& parameter : parameters()) {
      if (parameter.applies_to(resolved_.scenario)) continue;
      const auto record = resolved_.provenance.find(parameter.path);
      if (record != resolved_.provenance.end() && record->second.origin == Origin::kInherited)
        resolved_.provenance.erase(record);
    }
  }

  void read_tables() {
    Scenario& s = resolved_.scenario;
    if (const auto t = table("tables.states", s.table_files.states))
      s.tables.states = read_states(t->text, t->file, errors_);
    if (const auto t = table("tables.agreements", s.table_files.agreements))
      s.tables.agreements = read_agreements(t->text, t->file, s.tables.states, errors_);
    if (const auto t = table("tables.strength", s.table_files.strength))
      s.tables.strength = read_strength(t->text, t->file, s.tables.states, errors_);
    if (s.table_files.training != kNoWaves)
      if (const auto t = table("tables.training", s.table_files.training))
        s.tables.waves = read_waves(t->text, t->file, errors_);
    if (const auto t = table("tables.anchors", s.table_files.anchors))
      s.tables.anchors = read_anchors(t->text, t->file, errors_);
    if (s.table_files.delays != kNoDelays)
      if (const auto t = table("tables.delays", s.table_files.delays))
        s.tables.delays = read_delays(t->text, t->file, errors_);
    if (s.table_files.profile != kNoProfile) read_times(s);
    if (errors_.empty() && s.table_files.encounters != kNoEncounters) read_recorded(s);
  }

  /// The times of a measured profile stand for those of the scenario.
  void read_times(Scenario& scenario) {
    const auto t = table("tables.profile", scenario.table_files.profile);
    if (!t) return;
    const auto profile = read_profile(t->text, t->file, errors_);
    if (!profile) return;
    const double templates =
        scenario.gallery.people.mean().value() * scenario.gallery.images_per_person.mean().value();
    const auto stand_for = [&](const std::string& path, Varying<Seconds>& time,
                               const MatcherProfile::Time& measured) {
      time.distribution() = time_of(measured);
      Provenance& record = resolved_.provenance[path];
      record.canonical = distribution_text(time.distribution(), Dimension::kTime);
      record.source = "measured by fieldtwin matcher bench: " + scenario.table_files.profile;
      record.assumption.reset();
    };
    stand_for("service.extraction.time", scenario.service.extraction.time, profile->extraction);
    stand_for("service.search.time", scenario.service.search.time,
              search_time(*profile, templates));
    scenario.tables.profile = *profile;
  }

  /// Too large to be held: it is looked through once, and streamed when it is replayed.
  void read_recorded(Scenario& scenario) {
    if (const auto file = locate("tables.encounters", scenario.table_files.encounters)) {
      scenario.tables.recorded = std::make_shared<const RecordedEncounters>(
          survey_recorded(scenario, file->string(), errors_));
    }
  }

  struct Table {
    std::string text;
    std::string file;
  };

  std::optional<Table> table(const std::string& path, std::string& name) {
    const auto file = locate(path, name);
    if (!file) return std::nullopt;
    const Provenance& record = resolved_.provenance.at(path);
    auto text = read_file(*file, {record.file, record.line, record.column}, errors_);
    if (!text) return std::nullopt;
    return Table{std::move(*text), file->string()};
  }

  /// The file of a table that a parameter names.
  std::optional<fs::path> locate(const std::string& path, std::string& name) {
    const auto record = resolved_.provenance.find(path);
    if (record == resolved_.provenance.end() || record->second.canonical.empty())
      return std::nullopt;
    const Place place{record->second.file, record->second.line, record->second.column};
    const fs::path folder = record->second.origin == Origin::kCommandLine
                                ? fs::path()
                                : fs::path(place.file).parent_path();
    const auto file = find_table(name, folder, options_.data_root, place, errors_);
    if (!file) return std::nullopt;
    resolved_.files.push_back(file->string());
    if (*file != options_.data_root / "data" / name) {
      // Found beside the scenario: the resolved scenario names it so that it is found from
      // anywhere.
      std::error_code ignored;
      name = fs::absolute(*file, ignored).lexically_normal().string();
      record->second.canonical = yaml_scalar(name);
    }
    return file;
  }

  static void set_place(Node& node, const Place& place) {
    node.place = place;
    for (Node& item : node.items) set_place(item, place);
    for (Node::Entry& entry : node.entries) {
      entry.place = place;
      set_place(entry.value, place);
    }
  }

  const LoadOptions& options_;
  ErrorList errors_;
  ResolvedScenario resolved_{};
  std::vector<fs::path> chain_;
  struct Partner {
    Node node;
    fs::path folder;  //!< of the file that names it
  };
  std::vector<Partner> partners_;
  std::string last_file_;
  bool read_ = false;    // a file has been read
  bool broken_ = false;  // and not all of its values could be: some that miss are no news
};

}  // namespace

ResolvedScenario load_scenario(const std::string& name_or_file,
                               const std::vector<std::string>& overrides,
                               const LoadOptions& options) {
  Loader loader(options);
  loader.read_named(name_or_file);
  for (const std::string& assignment : overrides) loader.override_with(assignment);
  return loader.finish();
}

ResolvedScenario load_scenario_text(const std::string& text, const std::string& name,
                                    const LoadOptions& options) {
  Loader loader(options);
  loader.read_text(text, name);
  return loader.finish();
}

}  // namespace fieldtwin
