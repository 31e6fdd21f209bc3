#include "matcher/template/fit_population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "matcher/template/mated_spread.hpp"
#include "matcher/template/scale_law.hpp"
#include "matcher/template/symmetric_matrix.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t n = kTemplateSize;
constexpr std::size_t kSessionFactors = PopulationModel::kSessionFactors;
/// Directions whose squares tell the common scales: beyond them variances are too small to matter.
constexpr std::size_t kScaleFactors = 16;

Deviation minus(const Deviation& a, const Deviation& b) {
  Deviation d;
  for (std::size_t i = 0; i < n; ++i) d[i] = a[i] - b[i];
  return d;
}
void add(Deviation& sum, const Deviation& v, double weight) {
  for (std::size_t i = 0; i < n; ++i) sum[i] += weight * v[i];
}
Deviation deviation_of(const Template& t) {
  Deviation d;
  std::copy(t.begin(), t.end(), d.begin());
  return d;
}
Template template_of(const Deviation& d, double scale = 1.0) {
  Template t;
  for (std::size_t i = 0; i < n; ++i) t[i] = static_cast<float>(scale * d[i]);
  return t;
}
float tail_of(double fourth_moment) { return static_cast<float>(ScaleLaw::tail_of(fourth_moment)); }

/// Of each capture, person by person: the share of captures that are worse, ties split.
std::vector<std::vector<double>> quality_ranks(const std::vector<RenderedPerson>& people) {
  std::vector<double> all;
  for (const auto& p : people) {
    for (const auto& c : p.captures) all.push_back(c.quality);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::vector<double>> ranks;
  for (const auto& p : people) {
    auto& own = ranks.emplace_back();
    for (const auto& c : p.captures) {
      const auto [low, high] = std::equal_range(all.begin(), all.end(), c.quality);
      const auto place = static_cast<double>((low - all.begin()) + (high - all.begin()));
      own.push_back(0.5 * place / static_cast<double>(all.size()));
    }
  }
  return ranks;
}

class Fit {
 public:
  explicit Fit(const std::vector<RenderedPerson>& people)
      : people_(people), ranks_(quality_ranks(people)) {
    drift();
    captures();
    capture_scales();
    persons();
    enrolment();
  }
  PopulationModel model;

 private:
  /// What a capture differs in from the mean of its person's: sum_i a_i x_i over these captures.
  struct Residual {
    Deviation value;                              //!< scaled so that the a_i^2 add up to 1
    std::vector<std::pair<double, double>> parts; //!< a_i^2, and rank - 0.5 of capture i
  };

  template <class Table>
  auto& cell(Table& table, std::size_t p) const {
    return table[index_of(people_[p].ethnicity)][index_of(people_[p].sex)];
  }

  double mean_rank(std::size_t p) const {
    return std::accumulate(ranks_[p].begin(), ranks_[p].end(), 0.0) /
           static_cast<double>(ranks_[p].size());
  }
  /// As it would be at the middle quality.
  Deviation capture(std::size_t p, std::size_t j) const {
    Deviation d = deviation_of(people_[p].captures[j].values);
    add(d, drift_, -(ranks_[p][j] - 0.5));
    return d;
  }
  Deviation mean_capture(std::size_t p) const {
    Deviation mean{};
    const auto k = people_[p].captures.size();
    for (std::size_t j = 0; j < k; ++j) add(mean, capture(p, j), 1.0 / static_cast<double>(k));
    return mean;
  }

  void drift() {
    Deviation slope{};
    double squares = 0.0;
    for (std::size_t p = 0; p < people_.size(); ++p) {
      const double mean = mean_rank(p);
      for (std::size_t j = 0; j < ranks_[p].size(); ++j) {
        const double rank = ranks_[p][j] - mean;
        add(slope, deviation_of(people_[p].captures[j].values), rank);
        squares += rank * rank;
      }
    }
    if (squares > 0.0) add(drift_, slope, 1.0 / squares);
    model.quality_drift = template_of(drift_);
  }

  void captures() {
    double freedom = 0.0;
    for (std::size_t p = 0; p < people_.size(); ++p) {
      means_.push_back(mean_capture(p));
      const auto k = static_cast<double>(people_[p].captures.size());
      one_over_captures_ += 1.0 / k / static_cast<double>(people_.size());
      freedom += k - 1.0;
      for (std::size_t j = 0; j < people_[p].captures.size(); ++j) {
        Deviation d = minus(capture(p, j), means_[p]);
        for (double& x : d) x *= std::sqrt(k / (k - 1.0));
        within_.add_square(d, (k - 1.0) / k);
        Residual& residual = residuals_.emplace_back();
        residual.value = d;
        for (std::size_t i = 0; i < people_[p].captures.size(); ++i) {
          const double square = i == j ? (k - 1.0) / k : 1.0 / (k * (k - 1.0));
          residual.parts.emplace_back(square, ranks_[p][i] - 0.5);
        }
      }
    }
    SymmetricMatrix mean;
    mean.add(within_, 1.0 / freedom);
    within_ = mean;
    directions_ = principal_directions(within_);
    directions_.resize(kSessionFactors);
    for (std::size_t k = 0; k < kSessionFactors; ++k) {
      model.session[k] = template_of(directions_[k].direction);
      model.field_sd[k] = static_cast<float>(std::sqrt(std::max(0.0, directions_[k].variance)));
    }
    model.field_rest = rest_of(within_, model.field_sd);
  }

  /// What a covariance has beyond the factors, by component.
  Template rest_of(const SymmetricMatrix& covariance,
                   const std::array<float, kSessionFactors>& sd) const {
    Template rest;
    for (std::size_t i = 0; i < n; ++i) {
      double left = covariance.at(i, i);
      for (std::size_t k = 0; k < kSessionFactors; ++k) {
        const double part = sd[k] * directions_[k].direction[i];
        left -= part * part;
      }
      rest[i] = static_cast<float>(std::sqrt(std::max(0.0, left)));
    }
    return rest;
  }

  void capture_scales() {
    // Squares along the directions, over their variances.
    std::vector<std::array<double, kSessionFactors>> squares;
    std::vector<double> size, rank;
    for (const Residual& r : residuals_) {
      auto& own = squares.emplace_back();
      double sum = 0.0, mean_rank = 0.0;
      for (std::size_t k = 0; k < kSessionFactors; ++k) {
        const double along = dot(r.value, directions_[k].direction);
        own[k] = along * along / directions_[k].variance;
        if (k < kScaleFactors) sum += own[k] / kScaleFactors;
      }
      for (const auto& [square, above] : r.parts) mean_rank += square * above;
      size.push_back(std::log(sum));
      rank.push_back(mean_rank);
    }
    model.quality_slope = static_cast<float>(-slope(rank, size));
    // The variance of a residual is sum_i a_i^2 v_i, v_i a capture's by its quality, and its excess
    // over a normal law's fourth moment a capture's times `passed_on`.
    double passed_on = 0.0;
    for (std::size_t r = 0; r < squares.size(); ++r) {
      double variance = 0.0, fourth = 0.0;
      for (const auto& [square, above] : residuals_[r].parts) {
        const double part = square * std::exp(-model.quality_slope * above);
        variance += part;
        fourth += part * part;
      }
      for (double& square : squares[r]) square /= variance;
      passed_on += fourth / (variance * variance) / static_cast<double>(squares.size());
    }
    const auto count = static_cast<double>(squares.size());
    std::array<double, kSessionFactors> mean{}, fourth{};
    for (const auto& own : squares) {
      for (std::size_t k = 0; k < kSessionFactors; ++k) {
        mean[k] += own[k] / count;
        fourth[k] += own[k] * own[k] / count;
      }
    }
    double together = 0.0;
    for (const auto& own : squares) {
      double sum = 0.0, same = 0.0;
      for (std::size_t k = 0; k < kScaleFactors; ++k) {
        sum += own[k] / mean[k];
        same += own[k] * own[k] / (mean[k] * mean[k]);
      }
      together += (sum * sum - same) / (kScaleFactors * (kScaleFactors - 1.0)) / count;
    }
    const double common = 1.0 + std::max(0.0, together - 1.0) / passed_on;
    model.capture_tail = tail_of(common);
    for (std::size_t k = 0; k < kSessionFactors; ++k) {
      const double kurtosis =
          3.0 + std::max(0.0, fourth[k] / (mean[k] * mean[k]) - 3.0) / passed_on;
      model.session_tail[k] = tail_of(kurtosis / 3.0 / common);
    }
  }

  static double slope(const std::vector<double>& x, const std::vector<double>& y) {
    const auto count = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / count;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / count;
    double xy = 0.0, xx = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      xy += (x[i] - mean_x) * (y[i] - mean_y);
      xx += (x[i] - mean_x) * (x[i] - mean_x);
    }
    return xx > 0.0 ? xy / xx : 0.0;
  }

  void persons() {
    std::array<std::array<Deviation, 2>, kEthnicities> centre{};
    std::array<std::array<double, 2>, kEthnicities> count{};
    for (std::size_t p = 0; p < people_.size(); ++p) cell(count, p) += 1.0;
    for (std::size_t p = 0; p < people_.size(); ++p) {
      add(cell(centre, p), means_[p], 1.0 / cell(count, p));
    }
    std::vector<Deviation> own;
    for (std::size_t p = 0; p < people_.size(); ++p) own.push_back(minus(means_[p], cell(centre, p)));

    SymmetricMatrix between;
    const double freedom = static_cast<double>(people_.size()) - 2.0 * kEthnicities;
    for (const Deviation& d : own) between.add_square(d, 1.0 / freedom);
    between.add(within_, -one_over_captures_);
    const auto all = principal_directions(between);
    double kept = 0.0;
    for (std::size_t k = 0; k < PopulationModel::kPersonFactors; ++k) {
      const double variance = std::max(0.0, all[k].variance);
      kept += variance;
      model.person[k] = template_of(all[k].direction, std::sqrt(variance));
    }
    const double noise = within_.trace() * one_over_captures_;
    std::array<std::array<double, 2>, kEthnicities> squares{};
    for (std::size_t p = 0; p < people_.size(); ++p) {
      cell(squares, p) += dot(own[p], own[p]) / (cell(count, p) - 1.0);
    }
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      for (std::size_t s = 0; s < 2; ++s) {
        model.mean[e][s] = template_of(centre[e][s]);
        model.spread[e][s] =
            static_cast<float>(std::sqrt(std::max(0.0, squares[e][s] - noise) / kept));
      }
    }
    person_tail(own, all, count);
  }

  /// Mahalanobis distances along the first directions: (1 + variance / mean^2) of a chi-square of k
  /// degrees is 1 + 2 / k, a scale multiplies it.
  void person_tail(const std::vector<Deviation>& own, const std::vector<PrincipalDirection>& all,
                   const std::array<std::array<double, 2>, kEthnicities>& count) {
    double mean = 0.0, fourth = 0.0;
    for (std::size_t p = 0; p < own.size(); ++p) {
      const double spread = cell(model.spread, p);
      const double sampling = 1.0 - 1.0 / cell(count, p);
      double sum = 0.0;
      for (std::size_t k = 0; k < kScaleFactors; ++k) {
        const double along = dot(own[p], all[k].direction);
        double noise = 0.0;
        for (const auto& d : directions_) {
          const double c = dot(d.direction, all[k].direction);
          noise += c * c * d.variance;
        }
        const double variance = spread * spread * all[k].variance + noise * one_over_captures_;
        sum += along * along / (variance * sampling);
      }
      mean += sum;
      fourth += sum * sum;
    }
    const auto people = static_cast<double>(own.size());
    const double ratio = fourth / people / (mean / people * mean / people);
    model.person_tail = tail_of(ratio / (1.0 + 2.0 / kScaleFactors));
  }

  void enrolment() {
    Deviation offset{};
    const auto count = static_cast<double>(people_.size());
    std::vector<Deviation> all;
    for (std::size_t p = 0; p < people_.size(); ++p) {
      all.push_back(minus(deviation_of(people_[p].enrolment), means_[p]));
      add(offset, all.back(), 1.0 / count);
    }
    SymmetricMatrix covariance;
    for (const Deviation& d : all) covariance.add_square(minus(d, offset), 1.0 / (count - 1.0));
    covariance.add(within_, -one_over_captures_);
    for (std::size_t k = 0; k < kSessionFactors; ++k) {
      const Deviation& v = directions_[k].direction;
      double variance = 0.0;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) variance += v[i] * covariance.at(i, j) * v[j];
      }
      model.enrolment_sd[k] = static_cast<float>(std::sqrt(std::max(0.0, variance)));
    }
    model.enrolment_rest = rest_of(covariance, model.enrolment_sd);
    model.enrolment_offset = template_of(offset);
  }

  const std::vector<RenderedPerson>& people_;
  std::vector<std::vector<double>> ranks_;
  Deviation drift_{};
  std::vector<Deviation> means_;
  std::vector<Residual> residuals_;
  double one_over_captures_ = 0.0;  //!< mean over people
  SymmetricMatrix within_;
  std::vector<PrincipalDirection> directions_;
};

void check(const std::vector<RenderedPerson>& people) {
  std::array<std::array<std::size_t, 2>, kEthnicities> count{};
  for (const auto& p : people) {
    ++count[index_of(p.ethnicity)][index_of(p.sex)];
    if (p.captures.size() < 2) {
      throw std::invalid_argument("somebody has fewer than two captures with a template");
    }
  }
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    for (std::size_t s = 0; s < 2; ++s) {
      if (count[e][s] < kFewestFittedPeople) {
        throw std::invalid_argument("there are " + std::to_string(count[e][s]) + " people of group " +
                                    std::string(kEthnicityNames[e]) + " and sex " +
                                    std::string(kSexNames[s]) + ", and a fit needs " +
                                    std::to_string(kFewestFittedPeople) + ": make a larger set");
      }
    }
  }
}

}  // namespace

PopulationModel fit_population(const std::vector<RenderedPerson>& people, std::string source) {
  check(people);
  PopulationModel model = Fit(people).model;
  match_mated_spread(model, people);
  model.source = std::move(source);
  return model;
}

}  // namespace fieldtwin
