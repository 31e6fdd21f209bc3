/// tools/setup-models where Debian's source packages cannot be reached. Nothing is fetched: apt-get
/// and npm are scripts of the test's own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "matcher/interface/models.hpp"
#include "tests/acceptance/subprocess.hpp"
#include "folders.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kWeights = "face-api/face_recognition_model.bin";
constexpr const char* kManifest = "face-api/face_recognition_model-weights_manifest.json";

class SetupModels : public testing::Test {
 protected:
  SetupModels() {
    fs::create_directories(shop_.folder() / "bin");
    stand_in("apt-get", "exit 100");
  }
  void stand_in(const std::string& program, const std::string& script) {
    const fs::path file = shop_.folder() / "bin" / program;
    std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
    fs::permissions(file, fs::perms::owner_all);
  }
  /// An npm whose every package holds these two files as its model.
  void npm_gives(const fs::path& weights, const fs::path& manifest) {
    stand_in("npm", "mkdir -p package/model && cp '" + weights.string() + "' '" +
                        manifest.string() +
                        "' package/model/ && tar -czf model.tgz package && echo model.tgz");
  }
  Ended set_up() const {
    return shop_.run("PATH=$PWD/bin:$PATH FIELDTWIN_MODELS=$PWD/models " FIELDTWIN_SOURCE_DIR
                     "/tools/setup-models matcher");
  }
  bool has_fallback() const {
    return shop_.has(std::string("models/") + kWeights) &&
           shop_.has(std::string("models/") + kManifest);
  }
  Workshop shop_;
};

TEST_F(SetupModels, TakesTheEmbedderIn8BitsFromNpm) {
  const fs::path models = model_folder("");
  if (!fs::exists(models / kWeights) || !fs::exists(models / kManifest)) {
    GTEST_SKIP() << "the 8-bit embedder of npm's @vladmandic/face-api is not in " << models;
  }
  npm_gives(models / kWeights, models / kManifest);
  const Ended first = set_up();
  EXPECT_EQ(first.code, 0) << first.error;
  EXPECT_THAT(first.error, HasSubstr("taking the 8-bit embedder"));
  EXPECT_TRUE(has_fallback());
  stand_in("npm", "exit 1");  // what is there is not fetched again
  const Ended again = set_up();
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.error, "");  // and Debian not asked

  const fs::path asked = shop_.folder() / "models/face-api/.debian-asked";
  fs::last_write_time(asked, fs::last_write_time(asked) - std::chrono::hours(49));
  const Ended later = set_up();
  EXPECT_EQ(later.code, 0);
  EXPECT_THAT(later.error, HasSubstr("fetching dlib's face models"));
  EXPECT_EQ(set_up().error, "");
}

TEST_F(SetupModels, KeepsNothingThatHasAnotherChecksum) {
  std::ofstream(shop_.folder() / "face_recognition_model.bin") << "something else";
  std::ofstream(shop_.folder() / "face_recognition_model-weights_manifest.json") << "{}";
  npm_gives(shop_.folder() / "face_recognition_model.bin",
            shop_.folder() / "face_recognition_model-weights_manifest.json");
  const Ended ended = set_up();
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.error, HasSubstr("does not have the checksum"));
  EXPECT_FALSE(shop_.has(std::string("models/") + kWeights));
}

TEST_F(SetupModels, SaysSoWhereNothingCanBeReached) {
  stand_in("npm", "exit 1");
  const Ended ended = set_up();
  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.error, HasSubstr("neither Debian's source packages nor npm can be reached"));
  EXPECT_FALSE(has_fallback());
}

}  // namespace
}  // namespace fieldtwin
