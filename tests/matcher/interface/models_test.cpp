#include "matcher/interface/models.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "matcher/interface/extractor.hpp"

namespace fieldtwin {
namespace {

TEST(Models, LieWhereTheUserSaysOrInTheCache) {
  setenv("HOME", "/home/ann", 1);
  unsetenv("XDG_CACHE_HOME");
  unsetenv("FIELDTWIN_MODELS");
  EXPECT_EQ(model_folder(), "/home/ann/.cache/fieldtwin/models");
  setenv("XDG_CACHE_HOME", "/cache", 1);
  EXPECT_EQ(model_folder(), "/cache/fieldtwin/models");
  setenv("FIELDTWIN_MODELS", "/own", 1);
  EXPECT_EQ(model_folder(), "/own");
  EXPECT_EQ(model_folder("/given"), "/given");
}

TEST(Extractors, AreAskedForByName) { EXPECT_THROW(make_extractor("nobody", {}), std::invalid_argument); }

TEST(Extractors, SayWhatToRunWithoutModels) {
  try {
    make_extractor("dlib", {.models = "/nowhere"});
    FAIL();
  } catch (const ModelsMissing& missing) {
    const std::string text = missing.what();
    EXPECT_TRUE(text.find("tools/setup-models") != std::string::npos || text.find("tools/setup") != std::string::npos) << text;
    EXPECT_EQ(text.find('\n'), std::string::npos);
  }
}

TEST(Failures, HaveWordsAndNames) {
  for (std::size_t i = 0; i < kExtractionFailures; ++i) {
    EXPECT_FALSE(words_of(static_cast<ExtractionFailure>(i)).empty());
    EXPECT_EQ(name_of(static_cast<ExtractionFailure>(i)).find(' '), std::string_view::npos);
  }
  EXPECT_EQ(name_of(ExtractionFailure::kSeveralFaces), "several_faces");
}

}  // namespace
}  // namespace fieldtwin
