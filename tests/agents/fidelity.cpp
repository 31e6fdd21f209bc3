#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "agents/encounter/photo.hpp"
#include "agents/field_matcher.hpp"
#include "fidelity.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {

std::vector<std::string> frequent_errors(std::size_t gallery, double distance) {
  return {"gallery.people=" + std::to_string(gallery),
          "matcher.distance=" + std::to_string(distance),
          "matcher.female_factor=1",
          "matcher.ethnicity_factor.white=1",
          "matcher.ethnicity_factor.black=1",
          "matcher.ethnicity_factor.american_indian=1",
          "matcher.ethnicity_factor.asian=1",
          "matcher.ethnicity_factor.pacific_islander=1",
          "matcher.ethnicity_factor.two_or_more=1",
          "matcher.ethnicity_factor.hispanic=1",
          "matcher.quality_factor=1",
          "errors.twin=off",
          "errors.relative=off",
          "errors.wrong_face=off",
          "errors.spoof=off",
          "records.enrolled.us_born=50 %",
          "records.enrolled.naturalised=50 %",
          "records.enrolled.permanent_resident=50 %"};
}

namespace {

struct Rates {
  double fpir, fnir;
};

/// Of searches for residents at a distance, each once as enrolled and once as not.
Rates rates_at(double distance, std::vector<std::string> overrides, std::size_t people) {
  overrides.push_back("matcher.distance=" + std::to_string(distance));
  const Draws draws(1, 77);  // of no day that is simulated
  const Scenario scenario = fix_for_replication(precinct(overrides), draws);
  const Population population(scenario, draws.across_replications());
  const auto faces = make_faces(scenario, draws);
  const auto matcher = make_matcher(scenario, {}, faces.get(),
                                    make_gallery(scenario, population, faces.get(), draws));
  std::size_t state = 0;
  while (scenario.tables.states[state].postal != "FL") ++state;
  double searches = 0, missed = 0, wrong = 0;
  for (std::uint64_t id = 1; searches < static_cast<double>(people); ++id) {
    const double u = draws.uniform(Decision::kTest, id);
    Subject subject = own_face(population, population.person(population.residents(state).at(u)));
    if (subject.person.age < 16) continue;
    const auto picture = picture_of({scenario, *matcher, draws, id}, subject, Shot::kFirst, 0);
    if (!picture) continue;
    ++searches;
    subject.person.enrolment = Enrolment::kEnrolled;
    const auto own = matcher->identify(probe_of(subject, *picture), id, draws).candidate;
    if (!own || own->whose != Candidate::Whose::kOwn) ++missed;
    subject.person.enrolment = Enrolment::kNotEnrolled;
    if (matcher->identify(probe_of(subject, *picture), id, draws).candidate) ++wrong;
  }
  return {wrong / searches, missed / searches};
}

}  // namespace

std::vector<std::string> calibrated_on(const std::vector<std::string>& overrides,
                                       std::size_t people) {
  double distance = 0.0;
  std::string gallery;
  for (const std::string& change : overrides) {
    if (change.starts_with("matcher.distance=")) distance = std::stod(change.substr(17));
    if (change.starts_with("gallery.people=")) gallery = change.substr(15);
  }
  const Rates at = rates_at(distance, overrides, people);
  // Misses by the threshold: FNIR falls as exp(-b) with each nat that a comparison's false matches
  // gain. A share of searches in the gallery is 1 - (1 - FMR)^N.
  const Rates near = rates_at(0.95 * distance, overrides, people);
  const double gained = std::log(std::log1p(-at.fpir) / std::log1p(-near.fpir));
  const double exponent = std::clamp(std::log(near.fnir / at.fnir) / gained, 0.01, 1.0);
  const auto file = std::filesystem::path(testing::TempDir()) /
                    ("fieldtwin_" + std::to_string(getpid()) + "_own.csv");
  std::ofstream(file) << "anchor,people,fpir,fnir,exponent\nown," << gallery << ',' << at.fpir
                      << ',' << at.fnir << ',' << exponent << '\n'
                      << "frte-median-kiosk,1600000,0.003,0.07,0.17\n";
  return {"matcher.fidelity=score", "tables.anchors=" + file.string(), "matcher.anchor=own",
          "matcher.fpir=" + std::to_string(at.fpir)};
}

ErrorCounts errors_of(const std::vector<std::string>& overrides) {
  ErrorCounts counts;
  for (const auto& record : record_run(precinct(overrides)).encounters) {
    if (!record.match) continue;
    const bool mated = record.enrolled;
    const bool own = record.match_truth == MatchTruth::kOwn;
    const bool found = record.match_truth != MatchTruth::kNobody;
    (mated ? counts.mated : counts.non_mated) += 1.0;
    if (mated && !own) counts.missed += 1.0;
    if (!mated && found) counts.false_match += 1.0;
  }
  return counts;
}

void expect_same(double a, double n, double b, double m, const char* what) {
  const double p = (a + b) / (n + m);
  ASSERT_GT(a + b, 20.0) << what << " are too rare to compare";
  constexpr double kQuantile = 2.576;  // of a 99 % interval of the difference
  EXPECT_NEAR(a / n, b / m, kQuantile * std::sqrt(p * (1.0 - p) * (1.0 / n + 1.0 / m)))
      << what << ": " << a << " of " << n << ", " << b << " of " << m;
}

}  // namespace fieldtwin
