#include "matcher/gallery/gallery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>
#include <map>

#include "matcher/gallery/gallery_file.hpp"
#include "matcher/gallery/search.hpp"
#include "tests/matcher/gallery/templates.hpp"

namespace fieldtwin {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

constexpr GalleryShape kShape{128, 0.5F, Keep::kTemplates};

class GalleryFile : public ::testing::Test {
 protected:
  void TearDown() override { fs::remove(path_); }

  TemplateGallery filled(std::size_t count, Keep keep = Keep::kTemplates) const {
    TemplateGallery gallery({128, 0.5F, keep});
    for (std::size_t i = 0; i < count; ++i) gallery.insert(i, at(i));
    return gallery;
  }
  std::span<const float> at(std::size_t i) const {
    return std::span(values_).subspan(i * 128, 128);
  }

  /// Why opening is refused.
  std::string refusal() const {
    try {
      TemplateGallery::open(path_);
    } catch (const GalleryError& error) {
      return error.what();
    }
    return "";
  }
  void overwrite(std::streamoff offset, char byte) const {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.put(byte);
  }

  std::vector<float> values_ = random_templates(2600, 128, 1);
  fs::path path_ = fs::path(::testing::TempDir()) /
                   ("fieldtwin_" + std::to_string(getpid()) + "_gallery_test.gallery");
};

TEST_F(GalleryFile, HoldsWhatWasSaved) {
  const TemplateGallery gallery = filled(2500);
  gallery.save(path_);
  const TemplateGallery opened = TemplateGallery::open(path_);
  EXPECT_EQ(opened.size(), 2500U);
  EXPECT_EQ(opened.damaged(), 0U);
  const auto queries = random_templates(9, 128, 2);
  EXPECT_EQ(search(opened, queries, {.most = 6}), search(gallery, queries, {.most = 6}));
}

TEST_F(GalleryFile, IsTheSameWhenWrittenInAStream) {
  filled(2500).save(path_);
  std::ifstream saved(path_, std::ios::binary);
  const std::string expected(std::istreambuf_iterator<char>(saved), {});
  GalleryWriter writer(path_, kShape);
  for (std::size_t i = 0; i < 2500; ++i) writer.add(i, at(i));
  EXPECT_EQ(writer.size(), 2500U);
  writer.finish();
  std::ifstream streamed(path_, std::ios::binary);
  EXPECT_TRUE(std::string(std::istreambuf_iterator<char>(streamed), {}) == expected);
}

TEST_F(GalleryFile, StaysAsItWasIfAWriterGivesUp) {
  filled(10).save(path_);
  {
    GalleryWriter writer(path_, kShape);
    writer.add(1, at(1));
  }
  EXPECT_EQ(TemplateGallery::open(path_).size(), 10U);
  EXPECT_FALSE(fs::exists(path_.string() + ".part"));
}

TEST_F(GalleryFile, StaysAsItWasUntilChangesAreSaved) {
  filled(1100).save(path_);
  TemplateGallery opened = TemplateGallery::open(path_);
  opened.insert(5000, at(2000));
  EXPECT_EQ(opened.remove(7), 1U);
  EXPECT_EQ(TemplateGallery::open(path_).size(), 1100U);
  EXPECT_EQ(TemplateGallery::open(path_).damaged(), 0U);
  opened.save(path_);
  const TemplateGallery again = TemplateGallery::open(path_);
  EXPECT_EQ(again.size(), 1100U);
  EXPECT_EQ(again.damaged(), 0U);
  EXPECT_EQ(search(again, at(2000), {}).front().front(), (Neighbour{5000, 0.0F}));
}

TEST_F(GalleryFile, OfNobodyIsAGallery) {
  filled(0).save(path_);
  EXPECT_EQ(TemplateGallery::open(path_).size(), 0U);
}

TEST_F(GalleryFile, TellsOfDamage) {
  filled(1500).save(path_);
  overwrite(Chunk::kPage + static_cast<std::streamoff>(Chunk::bytes(kShape)) + 9000, '\x5A');
  EXPECT_EQ(TemplateGallery::open(path_).damaged(), 1U);
}

TEST_F(GalleryFile, ThatIsNoneIsRefusedWithAReason) {
  EXPECT_THAT(refusal(), HasSubstr("No such file"));
  std::ofstream(path_).close();
  EXPECT_THAT(refusal(), HasSubstr("empty"));
  std::ofstream(path_) << "a letter";
  EXPECT_THAT(refusal(), HasSubstr("no gallery"));
  filled(20).save(path_);
  fs::resize_file(path_, fs::file_size(path_) - 1);
  EXPECT_THAT(refusal(), HasSubstr("cut short"));
  filled(20).save(path_);
  overwrite(8, '\x02');
  EXPECT_THAT(refusal(), HasSubstr("version 2"));
  filled(20).save(path_);
  overwrite(24, '\x07');
  EXPECT_THAT(refusal(), HasSubstr("header is damaged"));
}

TEST_F(GalleryFile, ThatCannotBeWrittenIsAnError) {
  EXPECT_THROW(filled(1).save("/nowhere/at/all.gallery"), GalleryError);
}

TEST_F(GalleryFile, TakesAtMost160BytesATemplate) {
  EXPECT_LE(Chunk::bytes({128, 0.5F, Keep::kCodes}), 160 * kChunkTemplates);
}

TEST(TemplateGallery, RefusesTemplatesThatAreNone) {
  TemplateGallery gallery(kShape);
  EXPECT_THROW(gallery.insert(1, std::vector<float>(64)), std::invalid_argument);
  std::vector<float> values(128, 0.0F);
  values[5] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_THROW(gallery.insert(1, values), std::invalid_argument);
  EXPECT_THROW(TemplateGallery({100, 0.5F, Keep::kCodes}), std::invalid_argument);
  EXPECT_THROW(TemplateGallery({128, 0.0F, Keep::kCodes}), std::invalid_argument);
  EXPECT_EQ(gallery.size(), 0U);
}

// A random history of a few ids, each several times, against a map.
TEST(TemplateGallery, HoldsWhatWasInsertedAndNotRemoved) {
  const auto values = random_templates(4000, 128, 3);
  std::mt19937 engine(4);
  TemplateGallery gallery(kShape);
  std::multimap<std::uint64_t, std::size_t> expected;
  for (std::size_t i = 0; i < 4000; ++i) {
    const std::uint64_t id = engine() % 2000;
    if (engine() % 3 == 0) {
      ASSERT_EQ(gallery.remove(id), expected.count(id));
      expected.erase(id);
    } else {
      gallery.insert(id, std::span(values).subspan(i * 128, 128));
      expected.emplace(id, i);
    }
  }
  ASSERT_EQ(gallery.size(), expected.size());
  ASSERT_GT(gallery.chunks(), 1U);
  for (const auto& [id, i] : expected) {
    const auto found = search(gallery, std::span(values).subspan(i * 128, 128), {});
    ASSERT_EQ(found.front().front(), (Neighbour{id, 0.0F}));
  }
}

TEST(TemplateGallery, KeepsNothingOfWhoIsRemoved) {
  const auto values = random_templates(3, 128, 5);
  TemplateGallery gallery(kShape);
  for (std::size_t i = 0; i < 3; ++i)
    gallery.insert(i + 1, std::span(values).subspan(i * 128, 128));
  gallery.remove(1);
  const Chunk chunk = gallery.chunk(0);
  EXPECT_EQ(chunk.ids()[2], 0U);
  EXPECT_TRUE(std::ranges::all_of(chunk.exact(2), [](float value) { return value == 0.0F; }));
  EXPECT_EQ(search(gallery, std::span(values).first(128), {.most = 3}).front().size(), 2U);
}

}  // namespace
}  // namespace fieldtwin
