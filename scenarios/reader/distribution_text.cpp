#include "scenarios/reader/distribution_text.hpp"

#include <stdexcept>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

std::optional<double> read_plain(const Node& node, Dimension dimension, ErrorList& errors) {
  if (!node.is_scalar()) {
    errors.add(node.place,
               {std::string(kind_name(node)) + " stands where a number is needed",
                std::string(dimension_name(dimension)) + ", in " + unit_names(dimension), ""});
    return std::nullopt;
  }
  const auto result = parse_number(node.text, dimension);
  if (const auto* complaint = std::get_if<Complaint>(&result)) {
    errors.add(node.place, *complaint);
    return std::nullopt;
  }
  return std::get<double>(result);
}

/// Reads the members of one shape; remembers whether all of them could be read.
class Members {
 public:
  Members(const std::string& shape, const Node& node, Dimension dimension, ErrorList& errors)
      : shape_(shape), node_(node), dimension_(dimension), errors_(errors) {}

  /// The members of a map, in the order of the names; only the last `optional` may be missing.
  std::vector<double> named(const std::vector<std::string>& names, std::size_t optional = 0) {
    std::string example;
    for (std::size_t i = 0; i + optional < names.size(); ++i)
      example += (i ? ", " : "") + names[i] + ": ...";
    std::vector<double> out;
    if (!node_.is_map()) {
      refuse("Write {" + shape_ + ": {" + example + "}}.");
      return out;
    }
    for (const Node::Entry& entry : node_.entries) {
      bool known = false;
      for (const std::string& name : names) known |= name == entry.key;
      if (!known)
        complain(entry.place, {"unknown key '" + entry.key + "'",
                               "a " + shape_ + " distribution has " + comma_separated(names),
                               did_you_mean(entry.key, names)});
    }
    std::string missing;
    std::size_t absent = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Node* value = node_.find(names[i]);
      if (value) {
        out.push_back(number(*value));
      } else if (i + optional < names.size()) {
        missing += (missing.empty() ? "" : " and ") + names[i];
      } else {
        ++absent;
      }
    }
    if (!missing.empty() && good_)
      complain(node_.place, {"the " + shape_ + " distribution has no " + missing, "",
                             "Write {" + shape_ + ": {" + example + "}}."});
    if (absent != 0 && absent != optional)
      complain(node_.place, {"of low and high, one is missing", "", "Write both."});
    return out;
  }

  /// The members of a list.
  std::vector<double> listed(const std::vector<std::string>& names) {
    std::vector<double> out;
    if (!node_.is_list() || node_.items.size() != names.size()) {
      refuse("Write {" + shape_ + ": [" + comma_separated(names) + "]}.");
      return out;
    }
    for (const Node& item : node_.items) out.push_back(number(item));
    return out;
  }

  /// Pairs: [[a, b], ...].
  std::vector<const Node*> pairs(const std::string& example) {
    std::vector<const Node*> out;
    if (!node_.is_list() || node_.items.empty()) {
      refuse(example);
      return out;
    }
    for (const Node& item : node_.items) {
      if (!item.is_list() || item.items.size() != 2) {
        complain(item.place,
                 {std::string(kind_name(item)) + " stands where a pair is needed", "", example});
        continue;
      }
      out.push_back(&item);
    }
    return out;
  }

  double number(const Node& node) { return number(node, dimension_); }
  double number(const Node& node, Dimension dimension) {
    const auto value = read_plain(node, dimension, errors_);
    good_ &= value.has_value();
    return value.value_or(0.0);
  }
  Distribution distribution(const Node& node) {
    auto value = read_distribution(node, dimension_, errors_);
    good_ &= value.has_value();
    return value.value_or(Distribution());
  }
  bool good() const { return good_; }

 private:
  void complain(const Place& place, Complaint complaint) {
    good_ = false;
    errors_.add(place, std::move(complaint));
  }
  void refuse(const std::string& suggestion) {
    complain(node_.place,
             {"the " + shape_ + " distribution is not written in its form",
              node_.is_list() ? "a list of " + std::to_string(node_.items.size()) + " stands here"
                              : std::string(kind_name(node_)) + " stands here",
              suggestion});
  }

  const std::string& shape_;
  const Node& node_;
  Dimension dimension_;
  ErrorList& errors_;
  bool good_ = true;
};

std::optional<Distribution::Shape> read_shape(const std::string& name, Dimension dimension,
                                              Members& members) {
  if (name == "lognormal") {
    const auto v = members.named({"median", "p95"});
    if (members.good()) return Lognormal{v[0], v[1]};
  } else if (name == "exponential") {
    const auto v = members.named({"mean"});
    if (members.good()) return Exponential{v[0]};
  } else if (name == "gamma") {
    const auto v = members.named({"mean", "sd"});
    if (members.good()) return Gamma{v[0], v[1]};
  } else if (name == "beta") {
    const auto v =
        members.named({"mean", "sd", "low", "high"}, dimension == Dimension::kShare ? 2 : 0);
    if (members.good() && v.size() == 2) return Beta{v[0], v[1]};
    if (members.good()) return Beta{v[0], v[1], v[2], v[3]};
  } else if (name == "uniform") {
    const auto v = members.listed({"low", "high"});
    if (members.good()) return Uniform{v[0], v[1]};
  } else if (name == "log_uniform") {
    const auto v = members.listed({"low", "high"});
    if (members.good()) return LogUniform{v[0], v[1]};
  } else if (name == "triangular") {
    const auto v = members.listed({"low", "mode", "high"});
    if (members.good()) return Triangular{v[0], v[1], v[2]};
  } else if (name == "discrete") {
    Discrete shape;
    for (const Node* pair : members.pairs("Write {discrete: [[value, weight], ...]}.")) {
      const double value = members.number(pair->items[0]);
      shape.values.push_back({value, members.number(pair->items[1], Dimension::kCount)});
    }
    if (members.good()) return shape;
  } else {
    Mixture shape;
    for (const Node* pair : members.pairs("Write {mixture: [[weight, distribution], ...]}.")) {
      const double weight = members.number(pair->items[0], Dimension::kCount);
      shape.components.emplace_back(weight, members.distribution(pair->items[1]));
    }
    if (members.good()) return shape;
  }
  return std::nullopt;
}

/// Writes the shapes, for std::visit.
struct Writer {
  Dimension dimension;

  std::string number(double value) const { return format_number(value, dimension); }
  static std::string weight(double value) { return format_number(value, Dimension::kCount); }

  std::string operator()(const Constant& s) const { return number(s.value); }
  std::string operator()(const Uniform& s) const {
    return "{uniform: [" + number(s.low) + ", " + number(s.high) + "]}";
  }
  std::string operator()(const Exponential& s) const {
    return "{exponential: {mean: " + number(s.mean) + "}}";
  }
  std::string operator()(const Lognormal& s) const {
    return "{lognormal: {median: " + number(s.median) + ", p95: " + number(s.p95) + "}}";
  }
  std::string operator()(const Gamma& s) const {
    return "{gamma: {mean: " + number(s.mean) + ", sd: " + number(s.sd) + "}}";
  }
  std::string operator()(const Beta& s) const {
    std::string out = "{beta: {mean: " + number(s.mean) + ", sd: " + number(s.sd);
    if (dimension != Dimension::kShare || s.low != 0.0 || s.high != 1.0)
      out += ", low: " + number(s.low) + ", high: " + number(s.high);
    return out + "}}";
  }
  std::string operator()(const Triangular& s) const {
    return "{triangular: [" + number(s.low) + ", " + number(s.mode) + ", " + number(s.high) + "]}";
  }
  std::string operator()(const LogUniform& s) const {
    return "{log_uniform: [" + number(s.low) + ", " + number(s.high) + "]}";
  }
  std::string operator()(const Discrete& s) const {
    std::string out;
    for (const WeightedValue& v : s.values)
      out += (out.empty() ? "[" : ", [") + number(v.value) + ", " + weight(v.weight) + "]";
    return "{discrete: [" + out + "]}";
  }
  std::string operator()(const Mixture& s) const {
    std::string out;
    for (const auto& [share, component] : s.components)
      out += (out.empty() ? "[" : ", [") + weight(share) + ", " +
             distribution_text(component, dimension) + "]";
    return "{mixture: [" + out + "]}";
  }
};

}  // namespace

const std::vector<std::string>& shape_names() {
  static const std::vector<std::string> names{"uniform",     "exponential", "lognormal",
                                              "gamma",       "beta",        "triangular",
                                              "log_uniform", "discrete",    "mixture"};
  return names;
}

std::optional<Distribution> read_distribution(const Node& node, Dimension dimension,
                                              ErrorList& errors) {
  if (!node.is_map()) {
    const auto value = read_plain(node, dimension, errors);
    if (!value) return std::nullopt;
    return Distribution(Constant{*value});
  }
  if (node.entries.size() != 1) {
    errors.add(node.place, {"a map with " + std::to_string(node.entries.size()) +
                                " keys stands where a number is needed",
                            "a distribution has one key, its name",
                            "For example {uniform: [1, 2]}; a source goes beside it: "
                            "{value: {uniform: [1, 2]}, source: ...}."});
    return std::nullopt;
  }
  const Node::Entry& shape = node.entries.front();
  bool known = false;
  for (const std::string& name : shape_names()) known |= name == shape.key;
  if (!known) {
    errors.add(shape.place, {"'" + shape.key + "' is not a distribution", "",
                             did_you_mean(shape.key, shape_names())});
    return std::nullopt;
  }
  Members members(shape.key, shape.value, dimension, errors);
  const auto parsed = read_shape(shape.key, dimension, members);
  if (!parsed) return std::nullopt;
  try {
    return Distribution(*parsed);
  } catch (const std::invalid_argument& problem) {
    errors.add(shape.place, {std::string("this is not a distribution: ") + problem.what(), "", ""});
    return std::nullopt;
  }
}

std::string distribution_text(const Distribution& distribution, Dimension dimension) {
  return std::visit(Writer{dimension}, distribution.shape());
}

}  // namespace fieldtwin
