#include "scenarios/sweep/read_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint32_t kMostPoints = 100'000;
const std::vector<std::string> kDesigns{"grid", "latin-hypercube", "sobol", "morris", "saltelli"};

/// Reads one design; what is wrong goes to the errors.
class DesignReader {
 public:
  DesignReader(const Node& node, const std::vector<SweptFactor>& factors, ErrorList& errors)
      : node_(node), factors_(factors), errors_(errors), before_(errors.size()) {}

  std::optional<Design> read() {
    const bool bare = node_.is_scalar(), a_map = node_.is_map() && node_.entries.size() == 1;
    if (!bare && !a_map) {
      errors_.add(node_.place, {"this names no design", "", known()});
      return std::nullopt;
    }
    const std::string name = bare ? node_.text : node_.entries.front().key;
    if (std::ranges::find(kDesigns, name) == kDesigns.end()) {
      errors_.add(node_.place,
                  {"there is no design '" + name + "'", "", did_you_mean(name, kDesigns)});
      return std::nullopt;
    }
    size_ = bare ? nullptr : &node_.entries.front().value;
    std::optional<Design> design = of_kind(name);
    if (errors_.size() != before_) return std::nullopt;
    return design;
  }

 private:
  static std::string known() { return "Known are: " + comma_separated(kDesigns) + "."; }

  std::optional<Design> of_kind(const std::string& name) {
    if (name == "grid") return grid();
    if (name == "morris") {
      const auto walks = number("trajectories", {"trajectories", "levels"}, 1);
      std::uint32_t levels = 4;
      const Node* const written = size_ && size_->is_map() ? size_->find("levels") : nullptr;
      if (written) levels = read_whole(*written, 2, 1000, errors_).value_or(4);
      if (levels % 2 == 1) {
        errors_.add(written->place, {"Morris needs an even number of levels",
                                     "with an odd one some would come more often", ""});
      }
      return MorrisDesign{walks, levels};
    }
    if (name == "saltelli") return SaltelliDesign{number("blocks", {"blocks"}, 2)};
    const std::uint32_t points = number("points", {"points"}, 2);
    if (name == "sobol") return SobolSequenceDesign{points};
    return LatinHypercubeDesign{points};
  }

  /// The size that the design is given by; 0 and an error if it has none.
  std::uint32_t number(const std::string& key, const std::vector<std::string>& known,
                       std::uint32_t least) {
    refuse_other_keys(known);
    const Node* const node = size_ && size_->is_map() ? size_->find(key) : nullptr;
    if (node) return read_whole(*node, least, kMostPoints, errors_).value_or(0);
    const std::string name = node_.is_scalar() ? node_.text : node_.entries.front().key;
    errors_.add(size_ ? size_->place : node_.place,
                {"the design has no number of " + key, "",
                 fmt::format("For example {{{}: {{{}: 64}}}}.", name, key)});
    return 0;
  }

  void refuse_other_keys(const std::vector<std::string>& known) {
    if (!size_ || !size_->is_map()) return;
    for (const auto& entry : size_->entries) {
      if (std::ranges::find(known, entry.key) != known.end()) continue;
      errors_.add(entry.place, {"the design has no key '" + entry.key + "'", "",
                                did_you_mean(entry.key, known)});
    }
  }

  std::optional<Design> grid() {
    const bool all_lists =
        std::ranges::all_of(factors_, [](const SweptFactor& f) { return !f.listed.empty(); });
    std::uint32_t levels = 0;
    if (size_ || !all_lists) levels = number("levels", {"levels"}, 2);
    GridDesign design;
    double points = 1.0;
    for (const SweptFactor& factor : factors_) {
      design.levels.push_back(factor.listed.empty() ? levels : factor.listed.size());
      points *= static_cast<double>(design.levels.back());
    }
    if (points > kMostPoints) {
      errors_.add(node_.place, {fmt::format("the grid has {} points", points),
                                fmt::format("at most {} can be simulated", kMostPoints),
                                "Take fewer levels, or a sobol or latin-hypercube design."});
    }
    return design;
  }

  const Node& node_;
  const std::vector<SweptFactor>& factors_;
  ErrorList& errors_;
  std::size_t before_;
  const Node* size_ = nullptr;  //!< what stands behind the design's name
};

}  // namespace

std::optional<Design> read_design(const Node& node, const std::vector<SweptFactor>& factors,
                                  ErrorList& errors) {
  return DesignReader(node, factors, errors).read();
}

std::optional<std::uint32_t> read_whole(const Node& node, std::uint32_t low, std::uint32_t high,
                                        ErrorList& errors) {
  const auto parsed = parse_number(node.is_scalar() ? node.text : "", Dimension::kCount);
  const auto* const value = std::get_if<double>(&parsed);
  if (!value || *value < low || *value > high || *value != static_cast<std::uint32_t>(*value)) {
    errors.add(node.place, {node.is_scalar() ? "'" + node.text + "' does not do here"
                                             : std::string(kind_name(node)) + " does not do here",
                            fmt::format("a whole number from {} to {} is needed", low, high), ""});
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*value);
}

}  // namespace fieldtwin
