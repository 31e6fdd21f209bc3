#include "matcher/template/mated_spread.hpp"

#include <cmath>

#include "matcher/gallery/distance.hpp"
#include "matcher/template/template_population.hpp"

namespace fieldtwin {
namespace {

/// The variance of the logarithm of squared distances between enrolment photos and captures. Unlike
/// their fourth moment it does not hang on a few that are far off.
class MatedSpread {
 public:
  void add(const Template& a, const Template& b) {
    const double log = std::log(squared_distance(a, b));
    count_ += 1.0;
    sum_ += log;
    squares_ += log * log;
  }
  double value() const { return squares_ / count_ - sum_ / count_ * (sum_ / count_); }

 private:
  double count_ = 0.0, sum_ = 0.0, squares_ = 0.0;
};

MatedSpread modelled_spread(const PopulationModel& model, const std::vector<RenderedPerson>& people) {
  constexpr std::uint64_t kDrawn = 20'000;
  const TemplatePopulation population(model);
  const Draws draws(0, 0);
  MatedSpread spread;
  for (std::uint64_t i = 0; i < kDrawn; ++i) {
    const auto& like = people[i % people.size()];
    const Probability quality(draws.uniform(Decision::kTemplateTail, i));
    spread.add(population.enrolled(i, like.ethnicity, like.sex, draws),
               population.probe(i, like.ethnicity, like.sex, i, quality, draws));
  }
  return spread;
}

}  // namespace

void match_mated_spread(PopulationModel& model, const std::vector<RenderedPerson>& people) {
  MatedSpread rendered;
  for (const auto& p : people) {
    for (const auto& c : p.captures) rendered.add(p.enrolment, c.values);
  }
  const auto scaled = [&](float factor) {
    PopulationModel other = model;
    other.capture_tail *= factor;
    for (float& tail : other.session_tail) tail *= factor;
    return other;
  };
  float low = 0.0F, high = 1.5F;
  for (int step = 0; step < 8; ++step) {
    const float middle = 0.5F * (low + high);
    const bool wide = modelled_spread(scaled(middle), people).value() > rendered.value();
    (wide ? high : low) = middle;
  }
  model = scaled(0.5F * (low + high));
}

}  // namespace fieldtwin
