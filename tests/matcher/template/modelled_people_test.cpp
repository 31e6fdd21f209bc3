#include "matcher/template/modelled_people.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>

#include "matcher/template/modelled_searches.hpp"

namespace fieldtwin {
namespace {

class ModelledGallery : public testing::Test {
 protected:
  const ModelledPeople people_{TemplatePopulation::shipped(), Draws(3, 0)};
};

TEST_F(ModelledGallery, DoesNotDependOnThreadsOrOnBeingInAFile) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("fieldtwin_modelled_" + std::to_string(getpid()) + ".gallery");
  const TemplateGallery one = people_.gallery(1500, 1);
  people_.write_gallery(1500, file, 3);
  const TemplateGallery other = TemplateGallery::open(file);
  ASSERT_EQ(other.size(), 1500U);
  const SearchPlan plan{.searches = 20, .first_person = 1'000'000, .best = 3};
  EXPECT_EQ(non_mated_searches(people_, one, plan).best,
            non_mated_searches(people_, other, plan).best);
  std::filesystem::remove(file);
}

TEST_F(ModelledGallery, TheOwnEntryIsFoundAtTheDistanceThatIsTold) {
  const TemplateGallery gallery = people_.gallery(300, 1);
  const auto own = mated_distances(people_, {.searches = 40});
  std::size_t first = 0;
  for (std::uint64_t person = 0; person < own.size(); ++person) {
    const Template probe = people_.probe(person, Probability(0.5));
    SearchOptions options;
    options.template_of = people_.template_of();
    const Neighbour found = search(gallery, probe, options).front().front();
    EXPECT_LE(found.distance, static_cast<float>(own[person]));
    if (found.id == person) {
      ++first;
      EXPECT_EQ(found.distance, static_cast<float>(own[person]));
    }
  }
  EXPECT_GE(first, 30U);
}

TEST_F(ModelledGallery, GroupsAndSexesHaveEqualShares) {
  std::map<std::pair<Ethnicity, Sex>, int> count;
  constexpr int kPeople = 14'000;
  for (std::uint64_t person = 0; person < kPeople; ++person) {
    const PersonKind kind = people_.kind_of(person);
    ++count[{kind.ethnicity, kind.sex}];
  }
  ASSERT_EQ(count.size(), 14U);
  for (const auto& [kind, n] : count) EXPECT_NEAR(n, kPeople / 14, 125);  // 4 standard deviations
}

}  // namespace
}  // namespace fieldtwin
