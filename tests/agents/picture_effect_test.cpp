/// No parameter of capture.picture may be without effect: each is turned to the probe that its
/// register entry names, and photos of the same people in the same encounters must come out
/// otherwise. Slow, and only where the models are.

#include <gtest/gtest.h>

#include <algorithm>

#include "agents/replication.hpp"
#include "matcher/faces/photo_faces.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint64_t kPeople = 40;  // one in five wears glasses

const std::vector<std::string> kPictures{"matcher.fidelity=image", "gallery.people=100"};

class PictureEffect : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::string missing = what_is_missing_for(precinct(kPictures));
    if (!missing.empty()) GTEST_SKIP() << missing;
  }
};

std::unique_ptr<PhotoFaces> faces_of(const std::vector<std::string>& overrides) {
  const Draws draws(1, 0);
  return make_photo_faces(photo_rules(fix_for_replication(precinct(overrides), draws)),
                          draws.across_replications());
}

const Parameter& parameter_of(const std::string& path) {
  return *std::ranges::find(parameters(), path, &Parameter::path);
}

TEST_P(PictureEffect, ChangesPhotos) {
  std::vector<std::string> changed = kPictures;
  changed.push_back(GetParam() + "=" + parameter_of(GetParam()).probe);
  const auto usual = faces_of(kPictures), other = faces_of(changed);
  const Draws draws(1, 0);
  for (std::uint64_t id = 1; id <= kPeople; ++id) {
    const FacePerson person{id, Ethnicity::kWhite, id % 2 == 0 ? Sex::kMale : Sex::kFemale, 35};
    const SeenFace before = usual->captured(person, {id, 0}, Probability(1.0), draws);
    const SeenFace after = other->captured(person, {id, 0}, Probability(1.0), draws);
    if (before.values != after.values) return;
  }
  FAIL() << changed.back() << " changes no photo of " << kPeople;
}

std::vector<std::string> paths() {
  std::vector<std::string> found;
  for (const Parameter& parameter : parameters()) {
    if (parameter.path.starts_with("capture.picture.")) found.push_back(parameter.path);
  }
  return found;
}

INSTANTIATE_TEST_SUITE_P(OfParameter, PictureEffect, testing::ValuesIn(paths()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           std::string name = info.param;
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace fieldtwin
