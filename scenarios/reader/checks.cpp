#include "scenarios/reader/checks.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "scenarios/reader/date.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/read_tables.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

/// `sign_in` of `sign_in.idle_limit`.
std::string section_of(const std::string& path) {
  return path.substr(0, path.find('.'));
}

/// Templates in a gallery, at most: a render takes about a tenth of a second, a modelled template
/// 1.2 kB while the gallery is made.
constexpr double kMostRendered = 20'000.0;
constexpr double kMostModelled = 2e6;

class Checks {
 public:
  Checks(const ResolvedScenario& resolved, ErrorList& errors)
      : resolved_(resolved), s_(resolved.scenario), errors_(errors) {}

  void dates() {
    if (given("devices.android_from") && given("devices.android_until") &&
        s_.devices.android_until && *s_.devices.android_until < s_.devices.android_from)
      refuse("devices.android_until",
             {"the app is withdrawn on " + date_text(*s_.devices.android_until) +
                  ", before it appears",
              "devices.android_from is " + date_text(s_.devices.android_from), ""});
  }

  void anchor() { anchor("matcher.anchor", s_.matcher.anchor); }

  void anchor(const std::string& path, const std::string& wanted) {
    if (!given(path) || s_.tables.anchors.empty()) return;
    std::vector<std::string> names;
    for (const MatcherAnchor& anchor : s_.tables.anchors) names.push_back(anchor.name);
    if (std::find(names.begin(), names.end(), wanted) == names.end())
      refuse(path, {"there is no anchor '" + wanted + "'", "the table of anchors has no such row",
                    did_you_mean(wanted, names)});
  }

  /// What faces can be compared of, and what their comparison does not know of.
  void fidelity() {
    const MatcherParameters& matcher = s_.matcher;
    if (!given("matcher.fidelity")) return;
    profile_effort();
    if (matcher.fidelity == MatcherFidelity::kScore) return;
    const bool image = matcher.fidelity == MatcherFidelity::kImage;
    const std::string name = image ? "image" : "template";
    if (s_.system == SystemKind::kTvs)
      refuse("matcher.fidelity", {"ports have no matcher.fidelity: " + name,
                                  "each flight has a gallery of its own, whose scores are drawn",
                                  "Leave it at score."});
    const double most = image ? kMostRendered : kMostModelled;
    if (given("gallery.people") && given("gallery.images_per_person") &&
        s_.gallery.people.distribution().max() *
                s_.gallery.images_per_person.distribution().max() > most)
      refuse("gallery.people",
             {"the gallery is larger than matcher.fidelity: " + name + " can hold",
              image ? "each photo of it is rendered, a tenth of a second of a core: at most 20,000"
                    : "each template is held in memory: at most 2 million",
              image ? "Set gallery.people to 2000, say, or matcher.fidelity to template or score."
                    : "Set gallery.people to 1 million, say, or matcher.fidelity to score."});
    if (!image && given("gallery.images_per_person") &&
        s_.gallery.images_per_person.distribution().max() > 1.0)
      refuse("gallery.images_per_person",
             {"people have several photos in the gallery",
              "with matcher.fidelity: template one enrolment photo of each is modelled",
              "Set it to 1, or matcher.fidelity to image or score."});
    for (const auto& [path, scale] : {std::pair("matcher.false_match_scale", &matcher.false_match_scale),
                                      std::pair("matcher.miss_scale", &matcher.miss_scale)})
      if (given(path) && scale->distribution().max() > 1.0)
        refuse(path, {std::string(path) + " is above 1",
                      "where faces are compared, errors can be taken away but not added", ""});
    if (given("safeguards.group_thresholds") && matcher.group_thresholds != GroupThresholds::kOne)
      refuse("safeguards.group_thresholds",
             {"thresholds of groups need matcher.fidelity: score",
              "where faces are compared there is one, matcher.distance", ""});
  }

  void profile_effort() {
    if (!s_.tables.profile) return;
    const bool accurate = s_.tables.profile->effort == MatcherProfile::Effort::kAccurate;
    if (accurate != (s_.matcher.effort == TemplateEffort::kAccurate))
      refuse("tables.profile",
             {"the profile was measured with the other effort than matcher.effort",
              accurate ? "it was made with --accurate" : "it was made without --accurate", ""});
  }

  void states() {
    if (!given("programme.states") || s_.tables.states.empty()) return;
    for (const std::string& code : s_.programme.states) state("programme.states", code);
    if (!given("period.start") || s_.tables.agreements.empty()) return;
    const std::set<std::string> agreed = states_with_agreement();
    for (const StateRow& row : s_.tables.states)
      if (listed(row.postal) && !agreed.contains(row.postal))
        refuse("programme.states",
               {row.name + " has no Task Force Model agreement on " + date_text(s_.period.start),
                "it would have no officers; an agreement counts from the month after it was signed",
                ""});
    if (agreed.empty())
      refuse("period.start",
             {"no state has a Task Force Model agreement on " + date_text(s_.period.start),
              "nothing would happen", ""});
  }

  void growth() {
    if (!given("programme.growth") || s_.programme.growth != Growth::kWaves) return;
    if (given("tables.training") && s_.table_files.training == kNoWaves)
      refuse("programme.growth",
             {"the officers grow by waves of training, but there is no table of them",
              "tables.training is none",
              "Add 'tables: {training: training_waves.csv}', or another growth."});
  }

  void faults() {
    for (std::size_t i = 0; i < s_.faults.size(); ++i) {
      const Fault& fault = s_.faults[i];
      const std::string path = "faults." + std::to_string(i);
      const bool of_officers = fault.kind != FaultKind::kStaleManifest;
      if (!fault.state.empty() && !s_.tables.states.empty() && state(path, fault.state) &&
          of_officers && !s_.programme.states.empty() && !listed(fault.state))
        refuse(path, {"the fault is in " + fault.state + ", which is not simulated",
                      "programme.states leaves it out", ""});
      for (const std::string& code : fault.states)
        if (!s_.tables.states.empty()) state(path, code);
      region(i, path);
      const auto* days = std::get_if<Constant>(&s_.period.days.distribution().shape());
      if (given("period.days") && days && fault.from >= kDay * days->value)
        refuse(path, {"the fault begins after the end of the period",
                      "times count from the start of the first day", ""});
    }
  }

  /// An old manifest is of a port: the scenario's own, or a partner's.
  void stale_manifests() {
    std::vector<const PortParameters*> ports;
    if (s_.system == SystemKind::kTvs) ports.push_back(&s_.port);
    for (const auto& partner : s_.partners) {
      if (partner->system == SystemKind::kTvs) ports.push_back(&partner->port);
    }
    for (std::size_t i = 0; i < s_.faults.size(); ++i) {
      const Fault& fault = s_.faults[i];
      if (fault.kind != FaultKind::kStaleManifest) continue;
      const std::string path = "faults." + std::to_string(i);
      const auto is_there = [&fault](const PortParameters* port) {
        return port->states.empty() || std::ranges::find(port->states, fault.state) != port->states.end();
      };
      if (ports.empty())
        refuse(path, {"a manifest is stale where there are no ports",
                      "only the galleries of system: tvs are made from manifests",
                      "Begin with 'extends: tvs-airport', or add 'together: [tvs-airport]'."});
      else if (!fault.state.empty() && std::ranges::none_of(ports, is_there))
        refuse(path, {"the fault is in " + fault.state + ", which has no port",
                      "port.states leaves it out", ""});
    }
  }

  /// The parts of a region must agree, and the service has no more than its servers.
  void region(std::size_t number, const std::string& path) {
    const Fault& fault = s_.faults[number];
    if (fault.region.empty()) return;
    double shares = fault.share.value();
    std::set<std::string> regions{fault.region};
    for (std::size_t i = 0; i < number; ++i) {
      const Fault& other = s_.faults[i];
      if (other.region == fault.region &&
          (other.share != fault.share || other.states != fault.states)) {
        refuse(path, {"region '" + fault.region + "' has another share or other states than before",
                      "a region stays what it is", ""});
        return;
      }
      if (other.region.empty() || !regions.insert(other.region).second) continue;
      shares += other.share.value();
      for (const std::string& code : other.states)
        if (std::find(fault.states.begin(), fault.states.end(), code) != fault.states.end())
          refuse(path, {code + " is served by two regions", "a state belongs to one", ""});
    }
    if (shares > 1.0)
      refuse(path, {"the regions have more than 100 % of the servers", "", ""});
  }

  void silence() {
    const WhenSilent& shares = s_.policy.when_silent;
    for (const char* key : {"hold", "retry", "call"})
      if (!given("policy.when_silent." + std::string(key))) return;
    if (shares.hold.mean().value() + shares.retry.mean().value() + shares.call.mean().value() > 1.0)
      refuse("policy.when_silent.hold",
             {"hold, retry and call of policy.when_silent are more than 100 % together",
              "an officer does one of them, or lets the person go", ""});
  }

  void changes() {
    const auto* days = std::get_if<Constant>(&s_.period.days.distribution().shape());
    for (std::size_t i = 0; days && given("period.days") && i < s_.changes.size(); ++i) {
      if (s_.changes[i].at >= kDay * days->value) {
        refuse("changes." + std::to_string(i), {"the change comes after the end of the period",
                                                "times count from the start of the first day", ""});
      }
    }
  }

  /// Parameters of other systems. What a scenario of another system gave is not taken over.
  void systems() {
    if (!given("system")) return;
    for (const Parameter& parameter : parameters()) {
      if (parameter.applies_to(s_) || !given(parameter.path)) continue;
      refuse(parameter.path,
             {parameter.path + " is none of this scenario's parameters",
              "its system is " + std::string(kSystemNames[index_of(s_.system)]), ""});
    }
  }

  /// Where a port is, what its matcher is anchored on, and that somebody travels.
  void ports() {
    if (s_.system != SystemKind::kTvs) return;
    if (given("port.states") && !s_.tables.states.empty())
      for (const std::string& code : s_.port.states) state("port.states", code);
    anchor("port.matcher.anchor", s_.port.matcher.anchor);
    const bool flights = s_.port.flights.distribution().max() > 0.0;
    if (given("port.flights") && given("port.checkpoint.travellers") && !flights &&
        s_.port.checkpoint.travellers.distribution().max() <= 0.0)
      refuse("port.flights",
             {"no flight boards and nobody comes to a checkpoint", "nothing would happen",
              "Set port.flights or port.checkpoint.travellers."});
  }

  /// Weights of one group that must not all be zero.
  void weights(std::string_view section, std::string_view why) {
    const Parameter* first = nullptr;
    for (const Parameter& parameter : parameters()) {
      if (parameter.path.compare(0, section.size() + 1, std::string(section) + ".") != 0) continue;
      if (!given(parameter.path)) return;
      if (number_of(std::get<NumberField>(parameter.field), s_).max() > 0.0) return;
      if (!first) first = &parameter;
    }
    if (first)
      refuse(first->path, {"all of " + std::string(section) + " are zero", std::string(why), ""});
  }

 private:
  bool given(const std::string& path) const {
    const auto found = resolved_.provenance.find(path);
    return found != resolved_.provenance.end() && !found->second.canonical.empty();
  }

  bool listed(const std::string& code) const {
    return std::find(s_.programme.states.begin(), s_.programme.states.end(), code) !=
           s_.programme.states.end();
  }

  std::set<std::string> states_with_agreement() const {
    std::set<std::string> out;
    for (const AgreementRow& agreement : s_.tables.agreements) {
      if (!is_task_force_in_force(agreement, s_.period.start)) continue;
      for (const StateRow& row : s_.tables.states)
        if (row.name == agreement.state) out.insert(row.postal);
    }
    return out;
  }

  /// Whether a postal code is known; complains if not.
  bool state(const std::string& path, const std::string& code) {
    std::vector<std::string> codes;
    for (const StateRow& row : s_.tables.states) {
      if (row.postal == code) return true;
      codes.push_back(row.postal);
    }
    std::string guess;
    for (const StateRow& row : s_.tables.states)
      if (edit_distance(row.postal, code) == 0 || edit_distance(row.name, code) <= 1)
        guess = "Did you mean '" + row.postal + "'?";
    refuse(path, {"there is no state '" + code + "'",
                  "states are named by their two-letter postal codes", guess});
    return false;
  }

  void refuse(const std::string& path, Complaint complaint) {
    const Provenance& at = resolved_.provenance.at(path);
    errors_.add({at.file, at.line, at.column}, std::move(complaint));
  }

  const ResolvedScenario& resolved_;
  const Scenario& s_;
  ErrorList& errors_;
};

}  // namespace

void check_complete(const ResolvedScenario& resolved, const Place& place, ErrorList& errors) {
  std::vector<std::string> missing;
  std::size_t number = 0;
  for (const auto& [key, text] : {std::pair("title", &resolved.scenario.title),
                                  std::pair("question", &resolved.scenario.question)})
    if (text->empty()) missing.emplace_back(key), ++number;
  std::set<std::string> begun;  // sections that have at least one value
  for (const auto& [path, record] : resolved.provenance) begun.insert(section_of(path));
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(resolved.scenario)) continue;
    if (resolved.provenance.contains(parameter.path)) continue;
    ++number;
    const std::string section = section_of(parameter.path);
    const bool alone = section == parameter.path;  // in no section
    const std::string entry = alone || begun.contains(section) ? parameter.path : "all of " + section;
    if (missing.empty() || missing.back() != entry) missing.push_back(entry);
  }
  if (missing.empty()) return;
  const bool most = number > parameters().size() / 2;
  errors.add(
      place,
      {number == 1
           ? "one parameter has no value: " + missing.front()
           : std::to_string(number) + " parameters have no value: " + comma_separated(missing),
       "there are no hidden defaults: whoever reads a scenario sees every value and its source",
       most ? "Did you forget 'extends: national-day', which gives them all?"
            : "Give them, or take them from another scenario by 'extends: national-day'."});
}

void check_meaning(const ResolvedScenario& resolved, ErrorList& errors) {
  Checks checks(resolved, errors);
  checks.systems();
  checks.dates();
  checks.anchor();
  checks.fidelity();
  checks.states();
  checks.growth();
  checks.faults();
  checks.changes();
  checks.ports();
  checks.silence();
  checks.weights("encounters.relative_rate", "nobody could be stopped");
  checks.weights("people.status_weight", "no foreign-born resident could have a status");
  if (resolved.scenario.system == SystemKind::kTvs)
    checks.weights("port.status_weight", "no traveller could have a status");
}

void check_world(const ResolvedScenario& resolved, ErrorList& errors) {
  Checks(resolved, errors).stale_manifests();
}

}  // namespace fieldtwin
