#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "metrics/capacity/capacity_results.hpp"
#include "metrics/capacity/service_level.hpp"
#include "metrics/report/report_page.hpp"
#include "scenarios/capacity/knob.hpp"
#include "scenarios/reader/units.hpp"
#include "sim/cli/capacity_table.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/cli/study_files.hpp"
#include "sim/cli/study_options.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/point_studies.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint32_t kMostReplications = 40;
constexpr std::uint32_t kFewestReplications = 10;
constexpr RecordLevel kRecord = RecordLevel::kNone;

struct Options {
  ScenarioOptions scenario;
  StudyOptions study;
  std::string slo, maximise, minimise, from, to;
  std::string title, question, description;  //!< of a study file
  std::string directory;
  bool json = false;
};

/// The search has to stop, and the reason was printed.
struct Stopped {
  ExitCode code;
};

std::optional<double> limit_of(const std::string& option, const std::string& text, const Knob& knob,
                               ErrorList& errors) {
  if (text.empty()) return std::nullopt;
  const Place place{option + " " + text, 0, 0};
  const auto number = parse_number(text, knob.dimension);
  if (const auto* const complaint = std::get_if<Complaint>(&number)) {
    errors.add(place, *complaint);
    return std::nullopt;
  }
  const double value = std::get<double>(number);
  if (value <= 0.0) errors.add(place, {"this is not above 0", "", ""});
  return value;
}

/// With a study file's question, where the command line does not ask otherwise. Throws
/// ScenarioErrors.
Options with_study(Options options) {
  if (kind_of_study(options.scenario.name) != StudyKind::kCapacity) return options;
  const CapacityStudy study = read_capacity_file(options.scenario.name, options.scenario.overrides);
  const auto unless_given = [](std::string& option, const std::string& text) {
    if (option.empty()) option = text;
  };
  if (options.maximise.empty() && options.minimise.empty()) {
    options.maximise = study.maximise;
    options.minimise = study.minimise;
    unless_given(options.from, study.from);
    unless_given(options.to, study.to);
  }
  unless_given(options.slo, study.slo);
  unless_given(options.directory, (std::filesystem::path("fieldtwin-out") / study.name).string());
  if (!options.study.replications) options.study.replications = study.replications;
  options.scenario.name = study.base_name;
  options.title = study.title;
  options.question = study.question;
  options.description = study.description;
  return options;
}

/// What is asked. Throws ScenarioErrors.
std::pair<Knob, CapacityQuestion> question_of(const Options& options, const Scenario& scenario,
                                              ServiceLevel level) {
  const bool smallest = !options.minimise.empty();
  const std::string name = smallest                   ? options.minimise
                           : options.maximise.empty() ? "load"
                                                      : options.maximise;
  ErrorList errors;
  const Place place{(smallest ? "--minimise " : "--maximise ") + name, 0, 0};
  const auto knob = find_knob(name, scenario, place, errors);
  errors.raise_if_any();
  CapacityQuestion question;
  question.level = std::move(level);
  question.effect = smallest ? Effect::kEasier : Effect::kHarder;
  question.steps = knob->whole == Whole::kYes ? Steps::kWhole : Steps::kPercent;
  question.start = knob->start;
  question.from = limit_of("--from", options.from, *knob, errors);
  question.to = limit_of("--to", options.to, *knob, errors);
  if (question.from && question.to && *question.from > *question.to) {
    errors.add({"--from", 0, 0}, {"it lies above --to", "", ""});
  }
  errors.raise_if_any();
  question.most_replications = options.study.replications.value_or(kMostReplications);
  question.fewest_replications = std::min(kFewestReplications, question.most_replications);
  return {*knob, std::move(question)};
}

/// Simulates points as the search asks for them.
class Simulation {
 public:
  Simulation(const Options& options, const Knob& knob, PointStudies& studies)
      : options_(options), knob_(knob), studies_(studies) {}

  const StudyData& at(double value, std::uint32_t replications) {
    const auto key = std::pair(value, replications);
    const auto known = data_.find(key);
    if (known != data_.end()) return known->second;
    const std::size_t study = simulate(value, replications);
    return data_.emplace(key, studies_.plan().data(study)).first->second;
  }

 private:
  std::size_t simulate(double value, std::uint32_t replications) {
    if (options_.study.talk() == Talk::kProgress) {
      fmt::print(stderr, "{} {}, {} replications\n", knob_.name, knob_.text_of(value),
                 replications);
    }
    std::vector<std::string> overrides = options_.scenario.overrides;
    for (std::string& assignment : knob_.overrides(value)) {
      overrides.push_back(std::move(assignment));
    }
    const std::size_t study =
        studies_.add(load_scenario(options_.scenario.name, overrides), replications);
    const StudySession session = hold_session(studies_.plan(), {.jobs = options_.study.jobs},
                                              options_.study.talk(), StudyOutputs::kNone);
    if (!session.has_results) throw Stopped{session.code};
    return study;
  }

  const Options& options_;
  const Knob& knob_;
  PointStudies& studies_;
  std::map<std::pair<double, std::uint32_t>, StudyData> data_;
};

CapacityResults results_of(const Options& options, const Scenario& scenario, const Knob& knob,
                           const CapacityQuestion& question, Simulation& simulation) {
  const auto measure = [&](double value, std::uint32_t replications, double confidence) {
    const StudyData& data = simulation.at(value, replications);
    std::vector<std::optional<Estimate>> terms;
    for (const ServiceTerm& term : question.level) {
      terms.push_back(estimate(term.metric->estimator, data, confidence));
    }
    return terms;
  };
  CapacityAnswer answer = search_capacity(question, measure);
  std::vector<std::vector<ResourceUse>> resources;
  for (const CapacityPoint& point : answer.points) {
    resources.push_back(resources_of(simulation.at(point.value, point.replications)));
  }
  return {.version = program_version(),
          .scenario = scenario.name,
          .title = options.title.empty() ? scenario.title : options.title,
          .asked = options.question,
          .description = options.description,
          .seed = options.study.seed,
          .slo = options.slo,
          .question = question,
          .knob = knob,
          .answer = std::move(answer),
          .resources = std::move(resources)};
}

ExitCode capacity(const Options& asked) {
  const Options options = with_study(asked);
  if (options.slo.empty()) {
    print_error(
        "--slo is required: the service level to keep, for example --slo 'ice.wait_s.p95<=2 min'.\n"
        "See fieldtwin capacity --help.");
    return ExitCode::kUsage;
  }
  auto level = parse_service_level(options.slo);
  if (const auto* const problem = std::get_if<ServiceLevelProblem>(&level)) {
    print_error("--slo: " + problem->message(options.slo));
    return ExitCode::kUsage;
  }
  const ResolvedScenario base = options.scenario.load();
  auto [knob, question] =
      question_of(options, base.scenario, std::get<ServiceLevel>(std::move(level)));
  const std::filesystem::path folder =
      options.directory.empty()
          ? std::filesystem::path("fieldtwin-out") / (base.scenario.name + "-capacity")
          : std::filesystem::path(options.directory);
  PointStudies studies(folder, {"capacity", identity_of(base, options.study.seed, kRecord)},
                       kRecord);
  studies.claim();
  Simulation simulation(options, knob, studies);
  const CapacityResults results = results_of(options, base.scenario, knob, question, simulation);
  const std::string json = capacity_json(results);
  write_atomically(folder / "capacity.json", json);
  write_atomically(folder / "report.html", capacity_html(json));
  if (options.json) {
    fmt::print("{}", json);
  } else {
    fmt::print("{}, seed {}\n\n{}\nreport   {}\nresults  {}\n",
               in_bold(Stream::kOut, base.scenario.name), options.study.seed, capacity_tables(json),
               (folder / "report.html").string(), (folder / "capacity.json").string());
  }
  return ExitCode::kDone;
}

void add_options(CLI::App& command, Options& options) {
  options.scenario.add_to(command);
  command
      .add_option("--slo", options.slo,
                  "The service level: METRIC<=NUMBER or METRIC>=NUMBER, joined by &&; a study\n"
                  "has its own")
      ->type_name("LEVEL");
  auto* const largest = command.add_option(
      "--maximise", options.maximise,
      "Find the largest load (the default), or value of a parameter, that keeps it");
  largest->type_name("WHAT");
  command
      .add_option("--minimise", options.minimise,
                  "Find the fewest agents, or smallest value of a parameter, that keep it")
      ->type_name("WHAT")
      ->excludes(largest);
  command.add_option("--from", options.from, "Search no lower")->type_name("VALUE");
  command.add_option("--to", options.to, "Search no higher")->type_name("VALUE");
  command
      .add_option("-o,--output", options.directory,
                  "Directory of the search; without it fieldtwin-out/SCENARIO-capacity, or\n"
                  "fieldtwin-out/STUDY")
      ->type_name("DIR");
  options.study.add_to(command);
  command.get_option("--replications")
      ->description("Replications of a point that chance leaves open, at most; without it 40");
  command.add_flag("--json", options.json, "Print capacity.json instead of the tables");
}

}  // namespace

void add_capacity_command(CLI::App& app, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("capacity", "Find the largest load that keeps a service level");
  add_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  fieldtwin capacity desk-capacity\n"
      "  fieldtwin capacity national-day --slo 'latency.answer_s.p95<=10'\n"
      "  fieldtwin capacity national-heavy --slo 'ice.wait_s.p95<=2 min' --minimise agents\n"
      "  fieldtwin capacity national-heavy --slo 'latency.match_s.p95<=5 && "
      "scans.failed.timeout<=1'\n"
      "      --minimise service.search.servers --from 5 --to 200\n"
      "SCENARIO may be a study of capacity, whose question the options can change. WHAT is load (stops per shift, as a multiple of the scenario's), agents (at the ICE desk "
      "by\n"
      "day; evening and night in proportion) or a parameter's path. All points have the same "
      "seed.\n"
      "Points that chance leaves open get more replications. Ctrl-C keeps what is finished; the\n"
      "same command goes on from there. The metrics: docs/results.md. How it searches, and what\n"
      "its interval says: docs/capacity.md.");
  command->callback([options, &code] {
    try {
      code = capacity(*options);
    } catch (const Stopped& stopped) {
      code = stopped.code;
    }
  });
}

}  // namespace fieldtwin
