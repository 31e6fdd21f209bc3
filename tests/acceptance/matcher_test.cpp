/// The matcher's commands on files as a user has them. Photos are drawn faces of no person.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "folders.hpp"
#include "matcher/interface/models.hpp"
#include "tests/acceptance/subprocess.hpp"
#include "tests/matcher/image/drawn_face.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

/// Drawn faces of different colours are different people; small shifts are photos of one.
cv::Mat photo_of(int person, int photo) {
  cv::Mat rgb(220, 220, CV_8UC3, cv::Scalar(110 + 6 * photo, 130, 140));
  draw_face(rgb, 110 + 2 * photo, 108, 100 + 3 * photo);
  const cv::Scalar tint(12 * person, 30 - 8 * person, 5 * person);
  cv::circle(rgb, {90 + 10 * person, 150}, 4 + 2 * person, cv::Scalar(70, 45, 40), -1);  // a mole
  cv::add(rgb, tint, rgb);
  cv::GaussianBlur(rgb, rgb, {}, 1.0);
  return rgb;
}

void write(const fs::path& file, const cv::Mat& rgb) {
  fs::create_directories(file.parent_path());
  cv::Mat bgr;
  cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
  cv::imwrite(file.string(), bgr);
}

/// A data set of four people with two photos each, and its pairs.
void write_data_set(const fs::path& folder) {
  for (int person = 0; person < 4; ++person) {
    const std::string name = "Drawn_" + std::to_string(person);
    for (int photo = 1; photo <= 2; ++photo) {
      write(folder / name / (name + "_000" + std::to_string(photo) + ".jpg"), photo_of(person, photo));
    }
  }
  std::ofstream(folder / "pairs.txt") << "2\t2\nDrawn_0\t1\t2\nDrawn_1\t1\t2\nDrawn_0\t1\tDrawn_1\t2\nDrawn_0\t2\tDrawn_1\t1\n"
                                         "Drawn_2\t1\t2\nDrawn_3\t1\t2\nDrawn_2\t1\tDrawn_3\t2\nDrawn_2\t2\tDrawn_3\t1\n";
}

/// Files that are no photo of one face, with what is said of each.
const std::vector<std::pair<std::string, std::string>> kBad{{"empty.jpg", "the file is empty"},
                                                            {"text.jpg", "not an image"},
                                                            {"cut.jpg", "cut short"},
                                                            {"wide.png", "too large"},
                                                            {"nobody.jpg", "no face"},
                                                            {"two.jpg", "several faces"}};

void write_bad_files(const fs::path& folder) {
  fs::create_directories(folder);
  std::ofstream(folder / "empty.jpg").close();
  std::ofstream(folder / "text.jpg") << "a letter, not a picture\n";
  write(folder / "whole.jpg", photo_of(0, 1));
  fs::copy_file(folder / "whole.jpg", folder / "cut.jpg");
  fs::resize_file(folder / "cut.jpg", fs::file_size(folder / "cut.jpg") / 2);
  write(folder / "wide.png", cv::Mat(40, 20'000, CV_8UC3, cv::Scalar(9, 9, 9)));
  write(folder / "nobody.jpg", cv::Mat(200, 200, CV_8UC3, cv::Scalar(120, 130, 140)));
  cv::Mat two(220, 440, CV_8UC3, cv::Scalar(120, 130, 140));
  draw_face(two, 110, 108, 100);
  draw_face(two, 330, 108, 100);
  cv::GaussianBlur(two, two, {}, 1.0);
  write(folder / "two.jpg", two);
}

TEST(Matcher, SaysInOneLineWhatToRunWithoutModels) {
  const Workshop shop;
  write_data_set(shop.folder() / "faces");
  for (const char* command : {"enroll faces -o g", "evaluate --dataset faces", "bench faces"}) {
    const Ended ended = shop.run(std::string("FIELDTWIN_MODELS=/nowhere fieldtwin matcher ") + command);
    EXPECT_EQ(ended.code, 1) << command;
    EXPECT_THAT(ended.error, HasSubstr("run tools/setup-models")) << command;
    EXPECT_EQ(std::ranges::count(ended.error, '\n'), 1) << ended.error;
  }
}

TEST(Matcher, ABrokenDataSetIsWrongUsage) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin matcher evaluate --dataset absent").code, 2);
  write_data_set(shop.folder() / "faces");
  std::ofstream(shop.folder() / "bad.txt") << "1 1\nDrawn_0 1 2\nDrawn_0 1 Nobody 1\n";
  const Ended ended = shop.run("fieldtwin matcher evaluate --dataset faces --pairs bad.txt");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.error, HasSubstr("Nobody_0001.jpg: is not there"));
}

class WithModels : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(model_folder() / "dlib_face_recognition_resnet_model_v1.dat")) {
      GTEST_SKIP() << "there are no face models: run tools/setup-models";
    }
  }
  Workshop shop_;
};

TEST_F(WithModels, TemplatesAreTheSameOnEveryMachine) {
  const fs::path programs = FIELDTWIN_BINARY_DIR;
  if (!fs::exists(programs / "libfieldtwin_image_avx2.so")) GTEST_SKIP() << "there is one library alone";
  write_data_set(shop_.folder() / "faces");
  const std::string everywhere = "FIELDTWIN_IMAGE_MATCHER='" + (programs / "libfieldtwin_image.so").string() + "' ";
  ASSERT_EQ(shop_.run(everywhere + "fieldtwin matcher enroll faces -o everywhere.gallery -j 1").code, 0);
  ASSERT_EQ(shop_.run("fieldtwin matcher enroll faces -o here.gallery -j 1").code, 0);
  const std::string here = shop_.text("here.gallery");
  ASSERT_FALSE(here.empty());
  EXPECT_TRUE(here == shop_.text("everywhere.gallery"));
}

TEST_F(WithModels, EnrolsAndIdentifiesAndNamesEachBadFile) {
  const fs::path folder = shop_.folder();
  write_data_set(folder / "faces");
  const Ended enrolled = shop_.run("fieldtwin matcher enroll faces -o people.gallery -j 1");
  ASSERT_EQ(enrolled.code, 0) << enrolled.error;
  EXPECT_THAT(enrolled.out, HasSubstr("4 people, 8 templates of 8 photos"));

  write_bad_files(folder / "probes");
  const Ended searched = shop_.run("fieldtwin matcher identify people.gallery probes -j 1");
  ASSERT_EQ(searched.code, 0) << searched.error;
  for (const auto& [file, reason] : kBad) {
    EXPECT_THAT(searched.out, HasSubstr("probes/" + file + ": no search: ")) << searched.out;
    EXPECT_THAT(searched.out, HasSubstr(reason));
  }
  EXPECT_THAT(searched.out, HasSubstr("probes/whole.jpg: match"));

  const Ended as_json = shop_.run("fieldtwin matcher identify people.gallery probes/whole.jpg --json -k 2 -j 1");
  const json answer = json::parse(as_json.out).at("searches").at(0);
  EXPECT_EQ(answer.at("candidates").at(0).at("person"), "Drawn_0");
  EXPECT_LT(answer.at("candidates").at(0).at("distance").get<double>(), 1e-6);
  EXPECT_EQ(answer.at("candidates").size(), 2U);
  EXPECT_TRUE(answer.at("match").get<bool>());
}

TEST_F(WithModels, EvaluatesByThePublishedProtocol) {
  write_data_set(shop_.folder() / "faces");
  const Ended ended = shop_.run("fieldtwin matcher evaluate --dataset faces -o out --json --accurate -j 2");
  ASSERT_EQ(ended.code, 0) << ended.error;
  const json document = json::parse(ended.out);
  EXPECT_EQ(document.at("detection").at("found"), 8);
  EXPECT_EQ(document.at("detection").at("missed"), 0);
  const json& v = document.at("verification");
  for (const double share : {v.at("accuracy").at("mean").get<double>(), v.at("accuracy").at("sd").get<double>(), v.at("eer").get<double>(),
                             v.at("tpr_at_fmr").at("1e-2").get<double>(), v.at("tpr_at_fmr").at("1e-3").get<double>()}) {
    EXPECT_GE(share, 0.0);
    EXPECT_LE(share, 1.0);
  }
  EXPECT_EQ(document.at("identification").at("people"), 2);
  std::ifstream page(shop_.folder() / "out/evaluation.html");
  const std::string html{std::istreambuf_iterator<char>(page), {}};
  EXPECT_THAT(html, HasSubstr("Rendered faces say nothing about how the matcher treats groups"));
  EXPECT_EQ(html.find("src=\"http"), std::string::npos);
  EXPECT_TRUE(fs::exists(shop_.folder() / "out/evaluation.json"));

  // The same whatever the number of threads.
  const Ended again = shop_.run("fieldtwin matcher evaluate --dataset faces --json --accurate -j 1");
  EXPECT_EQ(again.out, ended.out);
}

}  // namespace
}  // namespace fieldtwin
