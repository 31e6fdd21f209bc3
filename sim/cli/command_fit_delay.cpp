#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "agents/world.hpp"
#include "scenarios/fix.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/own_process.hpp"
#include "sim/cli/scenario_options.hpp"
#include "sim/study/atomic_file.hpp"

namespace fieldtwin {
namespace {

/// Rows of the table begin here: no crowd, a little one, ...
constexpr std::array<double, 11> kCrowdings{1.0, 1.000001, 1.25, 1.6, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0};
constexpr std::size_t kFewest = 50;  //!< transfers that a row is made of

struct Options {
  ScenarioOptions scenario;
  std::string target;
  std::uint32_t replications = 1;
  std::uint64_t seed = 1;
};

/// Writes what the transfers of a replication took to a file: area, crowding, times alone, how each
/// ended.
class TransferJournal final : public Journal {
 public:
  explicit TransferJournal(const std::filesystem::path& file) : out_(file) {}

  bool wants_transfers() const override { return true; }
  void transfer(Area area, double crowding, double times_alone, TransferEnd end) override {
    out_ << fmt::format("{} {} {} {}\n", index_of(area), crowding, times_alone, index_of(end));
  }
  void stop_without_scan(SystemKind, std::uint16_t, Ethnicity) override {}
  void encounter(const EncounterRecord&) override {}
  void desk(Seconds, const DeskState&) override {}
  void call(Seconds, Seconds, CallAbout, CallEnd) override {}

  void close() {
    out_.close();
    if (!out_) throw std::runtime_error("cannot write what the transfers took");
  }

 private:
  std::ofstream out_;
};

/// What a transfer took relative to what the crowd at its beginning would make of it; at least that,
/// if it was given up.
struct Observation {
  double times;
  bool given_up;
};

/// By area and row of the table.
using Observed = std::map<std::pair<std::size_t, std::size_t>, std::vector<Observation>>;

/// So many equally likely values of what transfers take in full: quantiles of the product-limit
/// estimate, for which one that was given up counts as long as it lasted (Kaplan & Meier 1958). What
/// nobody waited for is taken to be the longest that was seen.
std::vector<double> likely_times(std::vector<Observation> observed, std::size_t values) {
  std::ranges::sort(observed, {}, [](const Observation& o) { return std::pair(o.times, o.given_up); });
  std::vector<double> out;
  double survive = 1.0;
  double longest = 1.0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (observed[i].given_up) continue;
    survive *= 1.0 - 1.0 / static_cast<double>(observed.size() - i);
    longest = observed[i].times;
    const auto reached = (1.0 - survive) * static_cast<double>(values);
    while (out.size() < values && static_cast<double>(out.size()) + 0.5 <= reached) {
      out.push_back(longest);
    }
  }
  out.resize(values, longest);
  return out;
}

void observe(const Options& options, const Scenario& scenario, const std::filesystem::path& file,
             Observed& observed) {
  for (std::uint32_t replication = 0; replication < options.replications; ++replication) {
    in_own_process([&] {
      const Draws draws(options.seed, replication);
      const Scenario fixed = fix_for_replication(scenario, draws);
      TransferJournal journal(file);
      World world(fixed, draws, journal);
      world.run();
      journal.close();
    });
    std::ifstream in(file);
    std::size_t area = 0, end = 0;
    for (double crowding = 0.0, times = 0.0; in >> area >> crowding >> times >> end;) {
      const auto row = std::ranges::upper_bound(kCrowdings, crowding) - kCrowdings.begin() - 1;
      observed[{area, static_cast<std::size_t>(row)}].push_back(
          {times / crowding, end == index_of(Journal::TransferEnd::kGivenUp)});
    }
    std::filesystem::remove(file);
  }
}

std::string table_of(const Observed& observed, const std::string& scenario, std::uint64_t seed) {
  constexpr std::size_t kValues = std::tuple_size_v<decltype(DelayRow::times)>;
  std::string text = fmt::format(
      "# How crowded cells delay transfers: fitted by fieldtwin fit-delay to flows of {}, seed {}.\n"
      "# A transfer takes crowding times one of q1 to q100, as likely each, as long as alone.\n"
      "area,crowding",
      scenario, seed);
  for (std::size_t i = 1; i <= kValues; ++i) text += fmt::format(",q{}", i);
  text += '\n';
  for (const auto& [where, times] : observed) {
    if (times.size() < kFewest) continue;  // the row below stands in
    text += fmt::format("{},{}", kAreaNames[where.first], kCrowdings[where.second]);
    for (const double value : likely_times(times, kValues)) text += fmt::format(",{:.5g}", value);
    text += '\n';
  }
  return text;
}

void fit_delay(Options options) {
  options.scenario.overrides.push_back("network.fidelity=flow");
  const Scenario scenario = options.scenario.load().scenario;
  const std::string target =
      options.target.empty() ? scenario.name + "-delays.csv" : options.target;
  Observed observed;
  observe(options, scenario, target + ".transfers", observed);
  std::size_t transfers = 0;
  for (const auto& [where, times] : observed) transfers += times.size();
  write_atomically(target, table_of(observed, scenario.name, options.seed));
  fmt::print(
      "{}: fitted to {} transfers. Use it with --set network.fidelity=delay --set tables.delays={}\n",
      target, transfers, target);
}

}  // namespace

void add_fit_delay_command(CLI::App& app, ExitCode&) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "fit-delay", "Fit a table of delays to a scenario's flows, for long horizons");
  options->scenario.add_to(*command);
  command
      ->add_option("-o,--output", options->target, "The table; without it NAME-delays.csv")
      ->type_name("FILE");
  command->add_option("-n,--replications", options->replications, "Replications to fit to")
      ->type_name("N")
      ->check(CLI::Range(1u, 1000u))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Seed of all randomness")
      ->type_name("S")
      ->capture_default_str();
  command->footer(
      "Example:\n"
      "  fieldtwin fit-delay national-heavy -o heavy-delays.csv\n"
      "  fieldtwin run national-heavy --set network.fidelity=delay \\\n"
      "      --set tables.delays=heavy-delays.csv --set period.days=30\n"
      "Delays are several times faster to simulate than flows, and as exact as the table.");
  command->callback([options] { fit_delay(*options); });
}

}  // namespace fieldtwin
