#include "metrics/report/stress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "metrics/catalogue.hpp"
#include "metrics/report/scenario_facts.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

using Points = std::vector<std::string>;

std::string counted(std::size_t n, const std::string& one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

/// "path: value", with what it rests on behind it.
std::string parameter_line(const ParameterRow& row) {
  std::string line = fmt::format("{} = {}", row.path, row.value);
  if (row.source) line += fmt::format(" (source: {})", *row.source);
  if (!row.source && row.assumption_why) line += " (assumption)";
  return line;
}

Points inputs(const ScenarioFacts& facts) {
  Points points;
  for (const ParameterRow& row : facts.parameters) points.push_back(parameter_line(row));
  return points;
}

Points sources(const ScenarioFacts& facts) {
  std::map<std::string, std::size_t> uses;
  for (const ParameterRow& row : facts.parameters) {
    if (row.source && !row.source->starts_with("chosen:")) ++uses[*row.source];
  }
  Points points;
  for (const auto& [source, n] : uses) {
    points.push_back(fmt::format("{} ({})", source, counted(n, "parameter")));
  }
  return points;
}

Points assumptions(const ScenarioFacts& facts) {
  Points points;
  for (const ParameterRow& row : facts.parameters) {
    if (!row.assumption_why) continue;
    points.push_back(fmt::format(
        "{} = {}{}: {}", row.path, row.value,
        row.assumption_range ? fmt::format(" (could be {})", *row.assumption_range) : "",
        *row.assumption_why));
  }
  return points;
}

/// What a scenario that extends another one says itself.
Points own_values(const ResolvedScenario& scenario) {
  const auto inherited = [](const auto& entry) {
    return entry.second.origin == Origin::kInherited;
  };
  if (std::ranges::none_of(scenario.provenance, inherited)) return {};
  Points points;
  for (const Parameter& parameter : parameters()) {
    const auto found = scenario.provenance.find(parameter.path);
    if (found == scenario.provenance.end() || inherited(*found)) continue;
    points.push_back(fmt::format("{} = {}", parameter.path, found->second.written));
  }
  return points;
}

Points outputs() {
  Points points;
  for (const Metric& metric : metrics()) {
    if (metric.name.find(".by_") != std::string::npos) continue;
    points.push_back(fmt::format("{} [{}]: {}", metric.name, metric.unit, metric.meaning));
  }
  return points;
}

Points servers(const Scenario& scenario) {
  const auto pool = [](const char* name, const ServerPool& servers) {
    return fmt::format("{}: {:.0f} servers", name, servers.servers.mean().value());
  };
  const IceDeskParameters& ice = scenario.ice;
  return {
      fmt::format("officers with a device and the app: a share of {:.0f} trained",
                  scenario.programme.officers_trained.mean().value()),
      "cells of the mobile network: one urban and one rural for each state, whose capacity "
      "transfers share",
      pool("gateway of the matching service", scenario.service.gateway),
      pool("template extraction", scenario.service.extraction),
      pool("gallery search", scenario.service.search),
      fmt::format("agents at the ICE desk: {:.0f} by day, {:.0f} in the evening, {:.0f} by night",
                  ice.agents_day.mean().value(), ice.agents_evening.mean().value(),
                  ice.agents_night.mean().value())};
}

StressSection objectives(const ScenarioFacts& facts) {
  return {
      "Objectives",
      {{"1.1",
        "Purpose of the model",
        fmt::format("{} {} {}", facts.title + ".", facts.question, facts.description),
        {}},
       {"1.2", "Model outputs",
        "Each metric is estimated over replications; those by group, status or age are left out "
        "here.",
        outputs()},
       {"1.3",
        "Experimentation aims",
        fmt::format("To answer: {} Other scenarios are compared with this one under common "
                    "random numbers.",
                    facts.question),
        {}}}};
}

StressSection logic(const ResolvedScenario& scenario) {
  Points own = own_values(scenario);
  const std::string changes = own.empty()
                                  ? "The scenario gives all its values itself; they are under 3.2."
                                  : "The scenario extends another one. What it says itself:";
  return {
      "Logic",
      {{"2.1",
        "Base model overview diagram",
        "Stop, decision to scan, device and app, sign-in, photo, upload, gateway, template "
        "extraction, gallery search, answer, officer's action, call to ICE, agent's review, "
        "decision, custody, release.",
        {}},
       {"2.2",
        "Base model logic",
        "An encounter is one process that passes these places in order and waits where capacity is "
        "short. What is true of a person and what officers, app and agents believe are kept apart; "
        "decisions are made on beliefs, and harm is judged by the truth.",
        {}},
       {"2.3", "Scenario logic", changes, std::move(own)},
       {"2.4",
        "Algorithms",
        "Stops are a Poisson process with a daily curve, by thinning. Transfers share links "
        "max-min "
        "fairly (SimGrid, CM02) or take their own time, as network.fidelity says. The matcher "
        "draws "
        "scores from calibrated distributions with an extreme-value tail, at the gallery's size.",
        {}},
       {"2.5.1",
        "Entities",
        "Persons who are stopped, each a pure function of seed and number; calls to the ICE desk "
        "that have nothing to do with the app.",
        {}},
       {"2.5.2",
        "Activities",
        "Sign-in, photo, transfer, gateway, extraction, search, call, review, transport, booking, "
        "hold. Their durations are parameters, under 3.2.",
        {}},
       {"2.5.3", "Resources", "What an encounter needs and may have to wait for.",
        servers(scenario.scenario)},
       {"2.5.4",
        "Queues",
        "Gateway, extraction and search: first come, first served. ICE desk: callers lose "
        "patience, "
        "hang up and may call again; the order is ice.queue_order.",
        {}},
       {"2.5.5",
        "Entry and exit points",
        "A person enters with a stop, and leaves when the officer lets them go, or with the "
        "release "
        "or transfer from custody. The photo stays for its retention.",
        {}}}};
}

StressSection data(const ScenarioFacts& facts) {
  Points all_sources = sources(facts), all_assumptions = assumptions(facts);
  const std::string sourced = counted(all_sources.size(), "published source");
  const std::string assumed = counted(all_assumptions.size(), "value");
  return {"Data",
          {{"3.1", "Data sources", sourced + ".", std::move(all_sources)},
           {"3.2", "Input parameters", counted(facts.parameters.size(), "parameter") + ".",
            inputs(facts)},
           {"3.3",
            "Pre-processing",
            "Values are read as they stand in the scenario and its tables; units are converted. "
            "Officers are split over the states by largest remainder.",
            {}},
           {"3.4", "Assumptions", assumed + " that nobody has published.",
            std::move(all_assumptions)}}};
}

StressSection experimentation(const ScenarioFacts& facts, const StressRun& run) {
  return {
      "Experimentation",
      {{"4.1",
        "Initialisation",
        "The period begins at midnight Eastern time with empty queues and nobody signed in; shifts "
        "that began the evening before are under way. There is no warm-up: the period is the one "
        "that is asked about, not a stretch of a steady state.",
        {}},
       {"4.2",
        "Run length",
        fmt::format("{:.0f} day{} from {}; encounters that have begun are followed to their end.",
                    facts.days, facts.days == 1.0 ? "" : "s", facts.start),
        {}},
       {"4.3",
        "Estimation approach",
        fmt::format(
            "{} of the period, independent of each other. Means with Student's t intervals, "
            "exact Poisson and binomial intervals for rare events, an upper bound where "
            "nothing was seen, sectioning for quantiles; 95 % confidence.",
            counted(run.replications, "replication")),
        {}}}};
}

StressSection implementation(const StressRun& run) {
  return {
      "Implementation",
      {{"5.1",
        "Software",
        fmt::format("fieldtwin {}, written in C++20 on SimGrid.", run.version),
        {}},
       {"5.2",
        "Random sampling",
        fmt::format("Philox4x32-10, addressed by seed, replication, decision, entity and index; "
                    "values by inverse distribution functions.{}",
                    run.seed ? fmt::format(" Seed {}.", *run.seed) : ""),
        {}},
       {"5.3",
        "Model execution",
        "Process interaction: coroutines on a calendar of events. One process of the computer "
        "simulates one replication; results do not depend on how many work at a time.",
        {}},
       {"5.4",
        "System specification",
        "Results do not depend on the machine. Times, memory and the versions of libraries are "
        "in run.json of each study.",
        {}}}};
}

StressSection code_access() {
  return {
      "Code access",
      {{"6.1",
        "Computer model sharing statement",
        "fieldtwin is free software under the Apache License 2.0. resolved.yaml of a study has "
        "every value of its scenario, and reads back as one; with it and the seed everybody can "
        "run the study again and get the same fingerprint.",
        {}}}};
}

/// Breaks a text into lines with a margin.
void write_wrapped(const std::string& text, std::size_t margin, const std::string& first,
                   std::size_t width, std::string& out) {
  std::istringstream words(text);
  std::string line = first, word;
  bool empty = true;
  while (words >> word) {
    if (!empty && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line = std::string(margin, ' ');
      empty = true;
    }
    line += (empty ? "" : " ") + word;
    empty = false;
  }
  out += line + "\n";
}

}  // namespace

std::vector<StressSection> stress_checklist(const ResolvedScenario& scenario,
                                            const StressRun& run) {
  const ScenarioFacts facts = facts_of(scenario);
  return {objectives(facts),           logic(scenario),     data(facts),
          experimentation(facts, run), implementation(run), code_access()};
}

std::string stress_text(const std::vector<StressSection>& sections, std::size_t width) {
  std::string text;
  for (const StressSection& section : sections) {
    text += (text.empty() ? "" : "\n") + section.title + "\n";
    for (const StressItem& item : section.items) {
      const std::string head = fmt::format("  {:<5}  {}: ", item.number, item.title);
      write_wrapped(item.text, 9, head, width, text);
      for (const std::string& point : item.points)
        write_wrapped(point, 13, "         - ", width, text);
    }
  }
  return text;
}

}  // namespace fieldtwin
