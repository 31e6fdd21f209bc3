#pragma once

#include <cstdint>
#include <string>

#include "matcher/synthetic/picture/picture_rules.hpp"

namespace fieldtwin {

/// What `fieldtwin matcher synth` was asked for.
struct SynthOptions {
  std::size_t people = 200;
  std::size_t captures = 4;
  std::string folder;
  std::uint64_t seed = 1;
  unsigned jobs = 1;
  std::string models;  //!< folder; empty: as usual
  // Of the captures in the field; the other rules are field_rules().
  int size = field_rules().size;
  float yaw = field_rules().yaw;
  float blur = field_rules().blur_high;
  float hair_over_face = field_rules().session.hair_over_face;
};

/// Renders the set and writes its files. Throws StudyRefused if the folder is not empty,
/// FaceDataError if there is nothing to make faces from, or if the program was built without what
/// renders them; DiskError.
void write_synthetic_data_set(const SynthOptions& options);

}  // namespace fieldtwin
