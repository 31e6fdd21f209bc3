#include "matcher/interface/models.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

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

TEST(Extractors, AreMissedForEachFileThatIsNotThere) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / ("fieldtwin_models_" + std::to_string(getpid()));
  fs::create_directories(folder / "face-api");
  const auto missed = [&](const char* name) -> std::string {
    try {
      check_extractor(name, folder);
    } catch (const ModelsMissing& missing) {
      return missing.what();
    }
    return "";
  };
  if (missed("dlib").find("this build has no") == 0) {
    fs::remove_all(folder);
    GTEST_SKIP() << missed("dlib");
  }
  EXPECT_EQ(missed("dlib").find("there are no face models in " + folder.string()), 0U);
  std::ofstream(folder / kEightBitModel).put(0);
  if (!fs::exists(kManyLandmarkModel)) {
    EXPECT_EQ(missed("dlib").find("there is no landmark model"), 0U);
  }
  std::ofstream(folder / kLandmarkModel).put(0);
  EXPECT_EQ(missed("dlib"), "");
  EXPECT_EQ(missed("faceplugin").find("the second vendor's model is not in"), 0U);
  EXPECT_THROW(check_extractor("nobody", folder), std::invalid_argument);
  fs::remove_all(folder);
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
