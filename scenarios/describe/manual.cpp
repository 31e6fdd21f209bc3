#include "scenarios/describe/manual.hpp"

#include <ostream>
#include <string>

#include "scenarios/describe/words.hpp"
#include "scenarios/fault_register.hpp"
#include "scenarios/reader/units.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kIntroduction = R"(# Parameters of a scenario
<!-- Written by the program from its register of parameters: change the register, not this page. -->

A scenario is a YAML file. It begins with what it extends and what it asks, and gives the values that
differ:

```yaml
extends: national-day          # a shipped scenario or a file; every value that is not given here
title: Half the staff on the telephone
question: What do officers wait for ICE if half the agents are missing?
ice:
  agents_day: 7                # a plain value
  agents_evening:              # or a value with its origin: a source, or an assumption
    value: 6
    assumption: {range: [3, 12], why: "Half of the shipped scenario's twelve."}
network:
  uplink:
    source: "our own drive test"   # at the head of a section: for every value that has none of its own
    urban: {lognormal: {median: 5 Mbit/s, p95: 40 Mbit/s}}
    rural: 1 Mbit/s
faults:
  - {target: uplink, state: FL, from: 18 h, until: 20 h, capacity: 10 %}
  - {target: login, from: 9 h, until: 9.5 h, capacity: 0 %}
changes:                              # from a time on, a parameter has another value
  - {at: 10 h, parameter: policy.stop_limit, value: 10 min}
```

There are no hidden defaults: a scenario that extends no other gives every parameter. A key that is
not in the tables below is an error, and so is a value outside its limits.

## Numbers
| kind | written |
|---|---|
| time | `400 ms`, `15 s`, `20 min`, `12 h`, `2 d`, `15 y` (a year has 365.25 days) |
| size | `500 B`, `150 kB`, `4 MB`, `1 GB`; `KiB` and `MiB` are powers of 1024 |
| data rate | `60 kbit/s`, `3.5 Mbit/s`, `1 Gbit/s` |
| share | `2 %` or `0.02` |
| number | `8501`, `200 million`, `1.2 billion`, `15 thousand`; digits are not grouped |
| rate per year | `0.02 /year` |

## Distributions
Any number may be a distribution instead, unless the tables below say that it is drawn never.

| written | is |
|---|---|
| `{uniform: [1 s, 2 s]}` | any value from the lowest to the highest, equally likely |
| `{triangular: [30 min, 1 h, 4 h]}` | lowest, likeliest, highest |
| `{lognormal: {median: 0.4 s, p95: 2 s}}` | half below the median, one in twenty above p95 |
| `{exponential: {mean: 10 min}}` | without memory |
| `{gamma: {mean: 10 min, sd: 5 min}}` | mean and standard deviation |
| `{beta: {mean: 50 %, sd: 20 %}}` | on 0 to 100 %; other kinds need `low` and `high` too |
| `{log_uniform: [0.01 %, 100 %]}` | every order of magnitude equally likely |
| `{discrete: [[8 h, 50], [12 h, 50]]}` | values with their weights |
| `{mixture: [[70, {uniform: [0 s, 2 h]}], [30, 1 d]]}` | weights with their distributions |

## Several systems in one world
`together: [mobile-fortify]` lists scenarios whose fields are in the same world, by name or in place (a
map, with `extends` and what differs). What there is once in a world is the first scenario's: the
period, the states and who lives there (`people.foreign_born_odds`, `status_weight`, `twin`,
`close_relative`), the records of them (`records.enrolled`, `wrong`, `wrong_kind`), `service`, `ice`,
`network.fidelity`, `network.cell_capacity`, and all faults but those of the login. All the rest is each
scenario's own. Parameters that are for some systems alone say so in the tables below.

## Faults and attacks
A list of events. `target` names a part of the system that is short of capacity, `event` what happens
otherwise; `from` and `until` count from the start of the period. `name` names the event in results
(`faults.NAME` of summary.json); without one it is the kind, with a number from the second one on. A
scenario's list replaces that of the scenario it extends; `--set 'faults+={...}'` adds one. What each
does to the model stands in [faults.md](faults.md).
)";

std::string in_cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

/// What one event has, in a row of the table.
std::string fault_row(const FaultKindEntry& kind) {
  std::string has;
  const auto add = [&has](std::string_view key, std::string_view meaning) {
    has += (has.empty() ? "`" : "; `") + std::string(key) + "`: " + std::string(meaning);
  };
  for (const FaultNumber& number : kind.numbers) {
    add(number.key, std::string(number.meaning) + " (" +
                        format_number(number.low, number.dimension) + " to " +
                        format_number(number.high, number.dimension) + ")");
  }
  if (kind.has == FaultHas::kState || kind.has == FaultHas::kStateAndArea) {
    add("state", "a postal code; without it, everywhere");
  }
  if (kind.has == FaultHas::kStateAndArea) add("area", "urban or rural; without it, both");
  if (kind.has == FaultHas::kRegion) {
    add("region", "a name, if the fault is of one region; and then");
    for (const FaultNumber& number : region_numbers()) add(number.key, number.meaning);
    add("states", "a list of those that it serves");
    add("failover", "yes if another region takes its requests over while it is down, or no");
  }
  return "| `" + std::string(kind.key) + ": " + std::string(kind.name) + "` | " +
         std::string(kind.meaning) + " | " + has + " |\n";
}

}  // namespace

void write_manual(std::ostream& out) {
  out << kIntroduction;
  out << "\n| event | what happens | it has |\n|---|---|---|\n";
  for (const FaultKindEntry& kind : fault_kinds()) out << fault_row(kind);
  std::string section;
  for (const Parameter& parameter : parameters()) {
    const std::size_t dot = parameter.path.find('.');
    if (parameter.path.substr(0, dot) != section) {
      section = parameter.path.substr(0, dot);
      out << "\n## " << section
          << "\n| parameter | meaning | kind | limits | drawn |\n|---|---|---|---|---|\n";
    }
    const std::string key =
        dot == std::string::npos ? parameter.path : parameter.path.substr(dot + 1);
    out << "| `" << key << "` | " << in_cell(parameter.meaning + systems_words(parameter)) << " | "
        << kind_words(parameter) << " | " << limit_words(parameter) << " | "
        << drawn_words(parameter.drawn) << " |\n";
  }
}

}  // namespace fieldtwin
