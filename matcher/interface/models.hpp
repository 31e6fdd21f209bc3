#pragma once
/// Where the files of models are; tools/setup-models puts them there.

#include <filesystem>
#include <stdexcept>

namespace fieldtwin {

/// A model is not there, or the program was built without what uses it. The message says in one line
/// what to do.
class ModelsMissing : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Files of models, in their folder.
inline constexpr char kEmbedderModel[] = "dlib_face_recognition_resnet_model_v1.dat";
inline constexpr char kEightBitModel[] = "face-api/face_recognition_model.bin";  //!< the embedder, where that is not
inline constexpr char kLandmarkModel[] = "shape_predictor_5_face_landmarks.dat";
inline constexpr char kSecondVendorModel[] = "faceplugin/fr_feature.onnx";
/// Not in the folder: Debian's libdlib-data has the landmark model of 68 points, whose training photos
/// are for non-commercial use, for those who cannot fetch the other.
inline constexpr char kManyLandmarkModel[] = "/usr/share/dlib/shape_predictor_68_face_landmarks.dat";

/// `given` unless it is empty; then the environment's FIELDTWIN_MODELS; then fieldtwin/models in the
/// user's cache (XDG_CACHE_HOME, ~/.cache). Whether anything is there is for the caller to see.
std::filesystem::path model_folder(const std::filesystem::path& given = {});

}  // namespace fieldtwin
