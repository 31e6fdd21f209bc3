#include "metrics/capacity/service_level.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

constexpr std::string_view kAnd = "&&";

Dimension dimension_of(const Metric& metric) {
  if (metric.unit == "s") return Dimension::kTime;
  if (metric.unit == "share") return Dimension::kShare;
  return Dimension::kCount;
}

/// Reads terms from left to right; the first problem ends it.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::variant<ServiceLevel, ServiceLevelProblem> parse() {
    ServiceLevel level;
    std::size_t begin = 0;
    while (true) {
      const std::size_t end = std::min(text_.find(kAnd, begin), text_.size());
      if (const auto problem = term(begin, end, level)) return *problem;
      if (end == text_.size()) return level;
      begin = end + kAnd.size();
    }
  }

 private:
  using Problem = std::optional<ServiceLevelProblem>;

  /// The part of [begin, end) without the blanks around it.
  std::pair<std::size_t, std::size_t> trimmed(std::size_t begin, std::size_t end) const {
    while (begin < end && text_[begin] == ' ') ++begin;
    while (begin < end && text_[end - 1] == ' ') --end;
    return {begin, end};
  }

  Problem term(std::size_t from, std::size_t to, ServiceLevel& level) const {
    const auto [begin, end] = trimmed(from, to);
    if (begin == end) {
      return ServiceLevelProblem{begin, 1, "a term is missing here",
                                 "A term is METRIC<=NUMBER or METRIC>=NUMBER."};
    }
    const std::size_t sign = std::min(text_.find_first_of("<>=&|", begin), end);
    const auto [first, last] = trimmed(begin, sign);
    const std::string name(text_.substr(first, last - first));
    if (!metric_named(name)) return no_metric(first, name);
    const std::string_view written = text_.substr(sign, std::min<std::size_t>(2, end - sign));
    if (written != "<=" && written != ">=") return no_sign(sign, end);
    const Metric& metric = *metric_named(name);
    const auto [digits, stop] = trimmed(sign + 2, end);
    if (digits == stop) {
      return ServiceLevelProblem{sign, 2, "a number is missing after this", ""};
    }
    const auto number = parse_number(text_.substr(digits, stop - digits), dimension_of(metric));
    const auto* const plain = std::get_if<double>(&number);
    if (!plain) return no_number(metric, digits, stop, std::get<Complaint>(number), sign, level);
    add(level, metric, sign, *plain, begin, end);
    return std::nullopt;
  }

  void add(ServiceLevel& level, const Metric& metric, std::size_t sign, double limit,
           std::size_t begin, std::size_t end) const {
    level.push_back(
        {&metric, text_[sign] == '<' ? ServiceTerm::Bound::kAtMost : ServiceTerm::Bound::kAtLeast,
         limit, std::string(text_.substr(begin, end - begin))});
  }

  static ServiceLevelProblem no_metric(std::size_t at, const std::string& name) {
    std::vector<std::string> names;
    for (const Metric& metric : metrics()) names.push_back(metric.name);
    return {at, std::max<std::size_t>(1, name.size()),
            name.empty() ? "a metric is missing here" : "there is no metric '" + name + "'",
            name.empty() ? "" : did_you_mean(name, names)};
  }

  ServiceLevelProblem no_sign(std::size_t at, std::size_t end) const {
    if (at == end) {
      return {at, 1, "this metric has no bound", "Write <= or >= and a number after it."};
    }
    const char sign = text_[at];
    const std::string meant = sign == '>' ? ">=" : "<=";
    if (sign == '&' || sign == '|') {
      return {at, 1, fmt::format("'{}' does not join terms", sign),
              "All terms have to hold: write &&."};
    }
    return {at, 1, fmt::format("'{}' is no bound here", sign), "Did you mean '" + meant + "'?"};
  }

  /// A time's number may stand without a unit: it is in seconds, as the metric is.
  Problem no_number(const Metric& metric, std::size_t at, std::size_t end,
                    const Complaint& complaint, std::size_t sign, ServiceLevel& level) const {
    const auto number = parse_number(text_.substr(at, end - at), Dimension::kCount);
    const auto* const plain = std::get_if<double>(&number);
    if (plain && metric.unit == "s") {
      std::size_t begin = sign;
      while (begin > 0 && text_[begin - 1] != '&') --begin;
      const auto [first, last] = trimmed(begin, end);
      add(level, metric, sign, *plain, first, last);
      return std::nullopt;
    }
    return ServiceLevelProblem{at, end - at, complaint.what,
                               complaint.suggestion.empty() && !complaint.why.empty()
                                   ? "Here " + complaint.why + "."
                                   : complaint.suggestion};
  }

  std::string_view text_;
};

}  // namespace

std::string ServiceLevelProblem::message(std::string_view text) const {
  return fmt::format("{}{}{}\n  {}\n  {:>{}}{}", what, suggestion.empty() ? "" : ". ", suggestion,
                     text, "", at, std::string(std::max<std::size_t>(1, length), '^'));
}

std::variant<ServiceLevel, ServiceLevelProblem> parse_service_level(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace fieldtwin
