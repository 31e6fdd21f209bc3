#include "sim/study/atomic_file.hpp"

#include <gmock/gmock.h>

#include "sim/study/disk_error.hpp"
#include "tests/sim/study/study_fixture.hpp"

namespace fieldtwin {
namespace {

using AtomicFile = StudyTest;

TEST_F(AtomicFile, ReplacesTheWholeText) {
  const auto file = folder / "x.json";
  write_atomically(file, "a long first text");
  write_atomically(file, "short");
  EXPECT_EQ(read_text(file), "short");
  EXPECT_FALSE(std::filesystem::exists(folder / "x.json.part"));
}

TEST_F(AtomicFile, SaysWhyItCannotBeWritten) {
  try {
    write_atomically(folder / "none" / "x.json", "text");
    FAIL() << "nothing was thrown";
  } catch (const DiskError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("No such file or directory"));
  }
}

TEST_F(AtomicFile, WhatIsNotThereReadsAsEmpty) {
  EXPECT_EQ(read_text(folder / "none"), "");
}

}  // namespace
}  // namespace fieldtwin
