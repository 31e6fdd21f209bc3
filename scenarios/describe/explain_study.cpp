#include "scenarios/describe/explain_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "scenarios/describe/words.hpp"
#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"
#include "scenarios/study_file.hpp"

namespace fieldtwin {
namespace {

std::string values_of(const SweptFactor& factor) {
  std::string text;
  if (const auto* const range = std::get_if<FactorRange>(&factor.factor.values)) {
    text = fmt::format("{} to {}{}", format_number(range->low, factor.dimension),
                       format_number(range->high, factor.dimension),
                       range->spacing == Spacing::kLinear ? "" : ", evenly in the logarithm");
  } else if (const auto* const law = std::get_if<Distribution>(&factor.factor.values)) {
    text = distribution_text(*law, factor.dimension);
  } else {
    text = comma_separated(factor.listed);
  }
  if (factor.kind == SweptFactor::Kind::kValue) return text;
  return fmt::format("{} times {}", text, comma_separated(factor.paths));
}

}  // namespace

StudyFacts facts_of_study(const SweepStudy& study, std::size_t points) {
  StudyFacts facts{study.name, std::string(name_of(StudyKind::kSweep)), study.title,
                   study.question, study.description, {}};
  facts.facts.emplace_back("base", study.base.scenario.name);
  for (const SweptFactor& factor : study.factors) {
    facts.facts.emplace_back("factor " + factor.factor.name, values_of(factor));
  }
  facts.facts.emplace_back("design", fmt::format("{}, {} points", name_of(study.design), points));
  facts.facts.emplace_back("metrics", comma_separated(study.metrics));
  facts.facts.emplace_back("replications", fmt::format("{} of each point", study.replications));
  return facts;
}

StudyFacts facts_of_study(const CapacityStudy& study) {
  StudyFacts facts{study.name, std::string(name_of(StudyKind::kCapacity)), study.title,
                   study.question, study.description, {}};
  facts.facts.emplace_back("base", study.base.scenario.name);
  facts.facts.emplace_back("slo", study.slo);
  if (!study.minimise.empty()) {
    facts.facts.emplace_back("minimise", study.minimise);
  } else {
    facts.facts.emplace_back("maximise", study.maximise.empty() ? "load" : study.maximise);
  }
  if (!study.from.empty()) facts.facts.emplace_back("from", study.from);
  if (!study.to.empty()) facts.facts.emplace_back("to", study.to);
  if (study.replications) {
    facts.facts.emplace_back("replications",
                             fmt::format("at most {} of each point", *study.replications));
  }
  return facts;
}

void explain_text(const StudyFacts& study, std::size_t width, std::ostream& out) {
  out << study.name << ": " << study.title << "\n";
  print_wrapped(study.question, 0, width, out);
  if (!study.description.empty()) out << '\n';
  print_wrapped(study.description, 0, width, out);
  std::size_t widest = 0;
  for (const auto& [name, value] : study.facts) widest = std::max(widest, name.size());
  out << '\n';
  for (const auto& [name, value] : study.facts) {
    out << fmt::format("{:{}}  {}\n", name, widest, value);
  }
  out << fmt::format("\nRun it: fieldtwin {} {}\nIts base: fieldtwin explain {}\n", study.kind,
                     study.name, study.facts.front().second);
}

void explain_json(const StudyFacts& study, std::ostream& out) {
  nlohmann::ordered_json root{{"name", study.name},
                              {"kind", study.kind},
                              {"title", study.title},
                              {"question", study.question},
                              {"description", study.description}};
  for (const auto& [name, value] : study.facts) root[name] = value;
  out << root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace fieldtwin
