#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "matcher/synthetic/picture/picture_rules.hpp"

namespace fieldtwin {

/// By cooperative_rules() or by field_rules(), which are those of encounters.
inline const std::array<std::string, 2> kCaptured{"cooperative", "street"};

/// What `fieldtwin matcher synth` was asked for.
struct SynthOptions {
  std::size_t people = 200;
  std::size_t captures = 4;
  std::string folder;
  std::uint64_t seed = 1;
  unsigned jobs = 1;
  std::string models;  //!< folder; empty: as usual
  // Of the captures in the field.
  std::string captured = kCaptured[0];
  int size = field_rules().size;
  std::optional<float> yaw, blur, hair_over_face, glasses;  //!< in place of those of `captured`
};

/// Renders the set and writes its files. Throws StudyRefused if the folder is not empty,
/// FaceDataError if there is nothing to make faces from, or if the program was built without what
/// renders them; DiskError.
void write_synthetic_data_set(const SynthOptions& options);

}  // namespace fieldtwin
