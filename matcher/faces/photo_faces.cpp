#include "matcher/faces/photo_faces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "matcher/interface/extractor.hpp"
#include "matcher/interface/models.hpp"
#include "matcher/synthetic/photographer.hpp"
#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {
namespace {

constexpr char kMatcher[] = "dlib";
constexpr std::size_t kDimension = 128;  // of its templates

/// The rules of field photos with a scenario's conditions.
PictureRules street_rules(const StreetConditions& street) {
  PictureRules rules = field_rules();
  rules.yaw = street.yaw;
  rules.key_off_axis = street.light;
  rules.backlight = street.backlit;
  rules.blur_high = street.blur;
  rules.blur_low = std::min(rules.blur_low, rules.blur_high);
  rules.motion = street.shake;
  rules.noise_high = street.noise;
  rules.noise_low = std::min(rules.noise_low, rules.noise_high);
  rules.jpeg_low = static_cast<int>(street.jpeg_quality);
  const float decimetres = 10.0F * street.distance;
  constexpr float kFullFace = 20.0F;  // up to here the app crops to the face
  const float share = std::min(1.0F, kFullFace / decimetres);
  rules.head_low *= share;
  rules.head_high *= share;
  rules.distance_high = decimetres;
  rules.distance_low = std::min(rules.distance_low, decimetres);
  rules.session.hair_over_face = street.occluded;
  return rules;
}

PictureRules capture_rules(const PhotoRules& rules) {
  if (rules.capturing == Capturing::kAsInTheStreet) return street_rules(rules.street);
  PictureRules perfect = document_rules(PictureKind::kPassport);
  perfect.session.years_ago_low = perfect.session.years_ago_high = 0.0F;
  return perfect;
}

std::string text_of(const PhotoRules& rules) {
  if (rules.capturing == Capturing::kPerfect) return "perfect";
  const StreetConditions& s = rules.street;
  return fmt::format("{} {} {} {} {} {} {} {} {} {}", s.yaw, s.light, s.backlit, s.blur, s.shake,
                     s.noise, s.jpeg_quality, s.distance, s.occluded, s.glasses);
}

/// Where an enrolment photo comes from: as in the shipped sets.
PictureKind document_of(const PhotoKey& key, const Draws& draws) {
  const double u =
      draws.uniform(Decision::kGalleryEntry, key.person.id, static_cast<std::uint16_t>(1 + key.session));
  return u < 0.4 ? PictureKind::kPassport : u < 0.7 ? PictureKind::kVisa : PictureKind::kBooking;
}

/// Two of the same photo: to the last bit.
bool agree(const SeenFace& a, const SeenFace& b) {
  return a.quality == b.quality && a.values == b.values;
}

/// What one thread takes photos and makes templates with; its models take long to read.
struct Studio {
  Studio(const FaceData& data, const Draws& draws, const ExtractorOptions& options)
      : photographer(data, FaceSpread{}, draws), extractor(make_extractor(kMatcher, options)) {}

  Photographer photographer;
  std::unique_ptr<Extractor> extractor;
};

class RenderedFaces final : public PhotoFaces {
 public:
  RenderedFaces(const PhotoRules& rules, const Draws& draws)
      : rules_(rules),
        capture_rules_(capture_rules(rules)),
        draws_(draws),
        documents_(photo_store_folder(), key_text("documents"), kDimension),
        field_(photo_store_folder(), key_text(text_of(rules)), kDimension) {
    check_photo_faces();
    open_studios(1);
  }

  std::size_t dimension() const override { return kDimension; }

  SeenFace enrolled(const FacePerson& person, std::uint16_t photo) override {
    return seen(enrolment_photo(person, photo));
  }

  SeenFace captured(const FacePerson& person, EncounterPicture picture, Probability,
                    const Draws& draws) override {
    return seen(field_photo(person, picture, draws));
  }

  void take_ahead(const std::vector<PhotoKey>& photos) override {
    std::vector<PhotoKey> documents, field;
    for (const PhotoKey& key : photos) (is_document(key) ? documents : field).push_back(key);
    take_missing(documents, documents_);
    take_missing(field, field_);
  }

 private:
  static bool is_document(const PhotoKey& key) { return key.session < kFirstSitting; }

  std::string key_text(const std::string& rules) const {
    return fmt::format("fieldtwin photos 1, seed {}, dlib, effort {}, {}", draws_.seed(),
                       static_cast<int>(rules_.made_of), rules);
  }

  ExtractorOptions extractor_options() const {
    ExtractorOptions options;
    options.models = model_folder();
    options.effort =
        rules_.made_of == MadeOf::kFace ? Effort::kFast : Effort::kAccurate;
    options.subject = Subject::kCentral;
    return options;
  }

  PictureRules rules_for(const PhotoKey& key) const {
    if (is_document(key)) return document_rules(document_of(key, draws_));
    PictureRules rules = capture_rules_;
    if (rules_.capturing == Capturing::kAsInTheStreet) {
      const double u = draws_.uniform(Decision::kEncounterSitting,
                                      session_entity(key.person.id, SessionId{key.session}), 1);
      const bool keeps_on = u < static_cast<double>(rules_.street.glasses);
      rules.session.glasses = keeps_on ? Glasses::kWorn : Glasses::kNone;
    }
    return rules;
  }

  void open_studios(std::size_t n) {
    if (!data_) data_ = std::make_unique<FaceData>(model_folder() / "makehuman");
    while (studios_.size() < n) {
      studios_.push_back(std::make_unique<Studio>(*data_, draws_, extractor_options()));
    }
  }

  SeenFace take(const PhotoKey& key, Studio& studio) const {
    const auto photo =
        studio.photographer.photo(key.person, SessionId{key.session}, key.picture, rules_for(key));
    const Extraction made = studio.extractor->create_template(std::as_bytes(std::span(photo.jpeg)));
    return {Probability(made.quality.overall), made.values};
  }

  /// In threads, each photo as it is next; the results are in the order of the keys.
  std::vector<std::pair<PhotoKey, SeenFace>> take_all(const std::vector<PhotoKey>& keys) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t workers = std::min(cores, keys.size());
    open_studios(workers);
    std::vector<std::pair<PhotoKey, SeenFace>> photos(keys.size());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&](Studio& studio) {
      try {
        for (std::size_t i = next++; i < keys.size(); i = next++) {
          photos[i] = {keys[i], take(keys[i], studio)};
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = keys.size();
      }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers; ++i) {
      threads.emplace_back([&work, &studio = *studios_[i]] { work(studio); });
    }
    work(*studios_.front());
    for (auto& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
    return photos;
  }

  /// Whether photos of an earlier run are what would be taken now; if not they are thrown away.
  void check(PhotoStore& store, bool& checked) {
    if (checked) return;
    checked = true;
    for (const auto& [key, face] : take_all(store.samples())) {
      if (agree(face, *store.find(key))) continue;
      store.clear();
      return;
    }
  }

  void check(PhotoStore& store) {
    check(store, &store == &documents_ ? documents_checked_ : field_checked_);
  }

  void take_missing(const std::vector<PhotoKey>& wanted, PhotoStore& store) {
    if (wanted.empty()) return;
    const PhotoStore::Turn turn(store.file());
    store.refresh();
    check(store);
    std::vector<PhotoKey> missing;
    for (const PhotoKey& key : wanted) {
      if (store.find(key) == nullptr) missing.push_back(key);
    }
    std::ranges::sort(missing);
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    // Piece by piece: what was taken stays if the process is ended.
    constexpr std::size_t kPiece = 256;
    for (std::size_t i = 0; i < missing.size(); i += kPiece) {
      const auto end = std::min(missing.size(), i + kPiece);
      store.add(take_all({missing.begin() + static_cast<std::ptrdiff_t>(i),
                          missing.begin() + static_cast<std::ptrdiff_t>(end)}));
    }
  }

  SeenFace seen(const PhotoKey& key) {
    PhotoStore& store = is_document(key) ? documents_ : field_;
    check(store);
    if (const SeenFace* face = store.find(key)) return *face;
    const SeenFace face = take(key, *studios_.front());
    store.add({{key, face}});
    return face;
  }

  PhotoRules rules_;
  PictureRules capture_rules_;
  Draws draws_;
  PhotoStore documents_, field_;
  bool documents_checked_ = false, field_checked_ = false;
  std::unique_ptr<FaceData> data_;
  std::vector<std::unique_ptr<Studio>> studios_;  //!< never empty
};

}  // namespace

void check_photo_faces() {
  if (!std::filesystem::is_directory(model_folder() / "makehuman")) {
    throw ModelsMissing("the data that faces are made from are not there: run tools/setup-models faces");
  }
  check_extractor(kMatcher, model_folder());
}

std::unique_ptr<PhotoFaces> make_photo_faces(const PhotoRules& rules, const Draws& draws) {
  return std::make_unique<RenderedFaces>(rules, draws);
}

}  // namespace fieldtwin
