#include "folders.hpp"
#include "tests/acceptance/transcript.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

class Transcript : public testing::TestWithParam<fs::path> {};

/// FIELDTWIN_ACCEPT=1 writes what the program prints into the transcripts, to be looked at with
/// git diff.
TEST_P(Transcript, IsWhatTheProgramSays) {
  std::ostringstream text;
  text << std::ifstream(GetParam()).rdbuf();
  const std::string played = play_transcript(text.str());
  if (std::getenv("FIELDTWIN_ACCEPT") != nullptr) std::ofstream(GetParam()) << played;
  EXPECT_EQ(played, text.str());
}

INSTANTIATE_TEST_SUITE_P(Of, Transcript,
                         testing::ValuesIn(transcripts_in(FIELDTWIN_SOURCE_DIR
                                                          "/tests/acceptance/transcripts")),
                         [](const auto& info) { return info.param.stem().string(); });

}  // namespace
}  // namespace fieldtwin
