#include "matcher/image/image_file.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <random>
#include <string>

namespace fieldtwin {
namespace {

using Bytes = std::vector<unsigned char>;

Bytes encoded(const std::string& ending, int width, int height) {
  cv::Mat picture(height, width, CV_8UC3, cv::Scalar(10, 120, 200));
  cv::circle(picture, {width / 2, height / 2}, std::max(1, height / 4), cv::Scalar(200, 50, 20), -1);
  Bytes bytes;
  cv::imencode(ending, picture, bytes);
  return bytes;
}

ExtractionFailure failure_of(const Bytes& bytes) { return decode_image(std::as_bytes(std::span(bytes))).failure; }

TEST(ImageFile, DecodesJpegAndPngAsRedGreenBlue) {
  for (const std::string ending : {".jpg", ".png"}) {
    const Bytes bytes = encoded(ending, 90, 60);
    const DecodedImage image = decode_image(std::as_bytes(std::span(bytes)));
    ASSERT_EQ(image.failure, ExtractionFailure::kNone) << ending;
    EXPECT_EQ(image.rgb.size(), cv::Size(90, 60));
    const auto corner = image.rgb.at<cv::Vec3b>(2, 2);
    EXPECT_NEAR(corner[0], 200, 6) << ending;
    EXPECT_NEAR(corner[2], 10, 6) << ending;
  }
}

TEST(ImageFile, NamesWhatIsWrong) {
  EXPECT_EQ(failure_of({}), ExtractionFailure::kEmpty);
  const std::string text = "this is no picture";
  EXPECT_EQ(failure_of({text.begin(), text.end()}), ExtractionFailure::kNotAnImage);
  EXPECT_EQ(failure_of(encoded(".bmp", 90, 60)), ExtractionFailure::kNotAnImage);
  EXPECT_EQ(failure_of(encoded(".png", 20'000, 40)), ExtractionFailure::kTooLarge);
  EXPECT_EQ(failure_of(encoded(".jpg", 20'000, 40)), ExtractionFailure::kTooLarge);
  EXPECT_EQ(failure_of({0xFF, 0xD8}), ExtractionFailure::kTruncated);
}

TEST(ImageFile, AnImageThatEndsEarlyIsTruncatedWhereverItEnds) {
  for (const std::string ending : {".jpg", ".png"}) {
    const Bytes whole = encoded(ending, 90, 60);
    for (std::size_t size = 8; size + 12 < whole.size(); size += 7) {
      EXPECT_EQ(failure_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}), ExtractionFailure::kTruncated)
          << ending << " of " << size << " bytes";
    }
  }
}

TEST(ImageFile, AClaimOfAHugePictureIsNotBelieved) {
  Bytes bytes = encoded(".png", 90, 60);
  bytes[16] = 0x7F;  // the width's first byte: two thousand million pixels
  EXPECT_EQ(failure_of(bytes), ExtractionFailure::kTooLarge);
}

TEST(ImageFile, DamagedBytesNeverCrash) {
  std::mt19937 engine(11);
  for (const std::string ending : {".jpg", ".png"}) {
    const Bytes whole = encoded(ending, 90, 60);
    for (int round = 0; round < 400; ++round) {
      Bytes damaged = whole;
      for (int i = 0; i < 1 + round % 5; ++i) damaged[engine() % damaged.size()] = static_cast<unsigned char>(engine());
      if (round % 3 == 0) damaged.resize(engine() % damaged.size());
      const DecodedImage image = decode_image(std::as_bytes(std::span(damaged)));
      EXPECT_EQ(image.rgb.empty(), image.failure != ExtractionFailure::kNone);
    }
  }
}

TEST(ImageFile, SizesHaveLimits) {
  EXPECT_EQ(judge_size(32, 32), ExtractionFailure::kNone);
  EXPECT_EQ(judge_size(31, 400), ExtractionFailure::kTooSmall);
  EXPECT_EQ(judge_size(kLongestSide + 1, 40), ExtractionFailure::kTooLarge);
  EXPECT_EQ(judge_size(16'000, 16'000), ExtractionFailure::kTooLarge);
}

}  // namespace
}  // namespace fieldtwin
