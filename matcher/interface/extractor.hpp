#pragma once
/// Photos into templates: the first half of a face matcher, in the shape of NIST's FRTE 1:N API
/// (createFaceTemplate). The second half is identifier.hpp.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/interface/extraction.hpp"

namespace fieldtwin {

/// How much time a template may cost.
enum class Effort {
  kFast,
  kAccurate,  //!< the mean of the templates of the face and of its mirror image
};

/// Whose face is meant in a photo of several.
enum class Subject {
  kOnly,     //!< nobody's: several faces are a failure
  kCentral,  //!< the large one near the middle
};

struct ExtractorOptions {
  std::filesystem::path models;  //!< see model_folder()
  Effort effort = Effort::kFast;
  Subject subject = Subject::kOnly;
};

/// Makes templates of one kind. A template is a pure function of the pixels, the kind and the
/// options: the same in any process, in any order. Not for two threads at once.
class Extractor {
 public:
  virtual ~Extractor() = default;

  virtual std::string_view name() const = 0;
  /// Numbers in a template; templates are compared by their L2 distance.
  virtual std::size_t dimension() const = 0;
  /// A distance to decide at when nothing else is known; it is for rendered faces.
  virtual float usual_threshold() const = 0;

  /// A failure is a value. Throws ModelsMissing or std::runtime_error when a model cannot be read.
  virtual Extraction create_template(const Pixels& photo) = 0;
  /// The same from the content of a JPEG or PNG file, of whatever content.
  virtual Extraction create_template(std::span<const std::byte> file) = 0;
};

/// The kinds that there are: "dlib", and "faceplugin", the second vendor.
std::vector<std::string> extractor_names();

/// Looks whether the files are there that an extractor is made of, and reads none of them. Throws
/// ModelsMissing if the models are not in the folder or the program was built without OpenCV and dlib,
/// std::invalid_argument for a name that there is not.
void check_extractor(std::string_view name, const std::filesystem::path& models);

/// Loads the library of the image matcher, which is beside the program (or where FIELDTWIN_IMAGE_MATCHER
/// says), so that programs that look at no pixels need not load OpenCV. Throws as check_extractor()
/// does.
std::unique_ptr<Extractor> make_extractor(std::string_view name, const ExtractorOptions& options);

/// The template of a file.
Extraction create_template_of(Extractor& extractor, const std::filesystem::path& file);

}  // namespace fieldtwin
