#include "metrics/best_of.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

#include "metrics/difference.hpp"
#include "metrics/estimate_json.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& message) {
  throw std::runtime_error(message);
}

/// The word for what became of a scenario.
std::string fate_of(const BestOfSeveral& best, std::size_t scenario) {
  const Contender& contender = best.contenders()[scenario];
  if (best.is_decided() && best.best() == scenario) return "selected";
  if (contender.bound == BoundState::kBroken) return "breaks the bound";
  if (contender.beaten_by) return "eliminated";
  return best.is_decided() ? "as good" : "undecided";
}

Json name_of(BoundState state) {
  switch (state) {
    case BoundState::kNotAsked:
      return nullptr;
    case BoundState::kNotShown:
      return "not shown";
    case BoundState::kKept:
      return "kept";
    case BoundState::kBroken:
      return "broken";
  }
  return nullptr;
}

}  // namespace

std::size_t next_selection_look(std::size_t n) {
  return n + std::max<std::size_t>(10, n / 10);
}

BestOfSeveral::BestOfSeveral(BestQuestion question, std::size_t scenarios)
    : question_(std::move(question)), contenders_(scenarios), remaining_(scenarios) {
  if (scenarios < 2) throw std::invalid_argument("a selection needs two scenarios");
  std::iota(remaining_.begin(), remaining_.end(), std::size_t{0});
  if (!question_.bound) return;
  for (Contender& contender : contenders_) contender.bound = BoundState::kNotShown;
}

bool BestOfSeveral::may_win(std::size_t scenario) const {
  const BoundState state = contenders_[scenario].bound;
  return state == BoundState::kNotAsked || state == BoundState::kKept;
}

/// The first stage: how large the indifference is, and how much the differences vary.
void BestOfSeveral::begin(std::size_t n, std::span<const StudyData* const> data) {
  first_stage_ = n;
  const std::string& name = question_.metric->name;
  indifference_ = question_.indifference.around(contenders_.front().value->mean);
  if (indifference_ == 0.0) {
    refuse(
        fmt::format("{} is 0 in the base after {} replications, and no share of that is an "
                    "indifference. Give it in the metric's unit: --indifference 0.5.",
                    name, n));
  }
  const double error = (1.0 - question_.confidence) / (question_.bound ? 2.0 : 1.0);
  selection_.emplace(
      contenders_.size(), 1.0 - error, indifference_, [&](std::size_t i, std::size_t l) {
        const auto variance = pair_variance(question_.metric->estimator, *data[i], *data[l]);
        if (!variance)
          refuse(
              fmt::format("{} replications say too little of {}: more are needed "
                          "in the first stage (-n).",
                          n, name));
        return *variance;
      });
}

void BestOfSeveral::judge_bound(std::size_t scenario, const StudyData& data) {
  Contender& contender = contenders_[scenario];
  const HarmBound& bound = *question_.bound;
  contender.harm = estimate(bound.metric->estimator, data);
  if (contender.bound != BoundState::kNotShown) return;
  const double look = static_cast<double>(looks_);
  const double error = (1.0 - question_.confidence) / 2.0 /
                       static_cast<double>(contenders_.size()) / (look * (look + 1.0));
  const auto harm = estimate(bound.metric->estimator, data, 1.0 - error);
  if (!harm || !harm->interval) return;
  if (harm->interval->high <= bound.at_most) contender.bound = BoundState::kKept;
  if (harm->interval->low > bound.at_most) contender.bound = BoundState::kBroken;
}

void BestOfSeveral::look(std::size_t n, std::span<const StudyData* const> data) {
  ++looks_;
  n_ = n;
  const double sign = question_.better == Better::kLower ? -1.0 : 1.0;
  std::vector<double> means(contenders_.size(), 0.0);
  for (const std::size_t i : remaining_) {
    contenders_[i].replications = n;
    contenders_[i].value = estimate(question_.metric->estimator, *data[i]);
    if (!contenders_[i].value) {
      refuse(
          fmt::format("{} does not apply to all of the scenarios (nothing that it measures "
                      "happened in {} replications).",
                      question_.metric->name, n));
    }
    means[i] = sign * contenders_[i].value->mean;
    if (question_.bound) judge_bound(i, *data[i]);
  }
  if (!selection_) begin(n, data);
  for (std::size_t i = 0; i < contenders_.size(); ++i) {
    if (contenders_[i].bound == BoundState::kBroken) selection_->withdraw(i);
  }
  const std::size_t before = selection_->eliminations().size();
  selection_->screen(n, means, [this](std::size_t i) { return may_win(i); });
  for (std::size_t e = before; e < selection_->eliminations().size(); ++e) {
    const Elimination& gone = selection_->eliminations()[e];
    contenders_[gone.system].beaten_by = gone.by;
  }
  remaining_ = selection_->remaining();
  decided_ = selection_->is_over(n) &&
             std::ranges::all_of(remaining_, [this](std::size_t i) { return may_win(i); });
}

std::optional<std::size_t> BestOfSeveral::best() const {
  std::optional<std::size_t> best;
  const double sign = question_.better == Better::kLower ? -1.0 : 1.0;
  for (const std::size_t i : remaining_) {
    if (!may_win(i)) continue;
    if (!best || sign * contenders_[i].value->mean > sign * contenders_[*best].value->mean)
      best = i;
  }
  return best;
}

std::size_t BestOfSeveral::most() const {
  return selection_ ? selection_->most() : 0;
}

std::string selection_json(const BestOfSeveral& best, const std::vector<std::string>& names) {
  const BestQuestion& question = best.question();
  Json bound = nullptr;
  if (question.bound) {
    bound = {
        {"metric", question.bound->metric->name},
        {"unit", question.bound->metric->unit},
        {"at_most", question.bound->at_most},
        {"procedure", "repeated confidence intervals, Bonferroni (Jennison and Turnbull 2000)"}};
  }
  Json scenarios = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Contender& contender = best.contenders()[i];
    scenarios.push_back({{"name", names[i]},
                         {"fate", fate_of(best, i)},
                         {"beaten_by", contender.beaten_by ? Json(*contender.beaten_by) : Json()},
                         {"replications", contender.replications},
                         {"value", to_json(contender.value)},
                         {"bound", name_of(contender.bound)},
                         {"harm", to_json(contender.harm)}});
  }
  const auto winner = best.is_decided() ? best.best() : std::nullopt;
  const Json json{{"metric", question.metric->name},
                  {"unit", question.metric->unit},
                  {"better", name_of(question.better)},
                  {"procedure", "fully sequential, common random numbers (Kim and Nelson 2001)"},
                  {"confidence", question.confidence},
                  {"indifference", best.indifference()},
                  {"first_stage", best.first_stage()},
                  {"replications", best.replications()},
                  {"subject_to", std::move(bound)},
                  {"decided", best.is_decided()},
                  {"selected", winner ? Json(*winner) : Json()},
                  {"scenarios", std::move(scenarios)}};
  return json.dump();
}

}  // namespace fieldtwin
