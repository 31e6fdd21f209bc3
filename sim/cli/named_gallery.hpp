#pragma once
/// A gallery on disk with the names of its people beside it.

#include <filesystem>
#include <string>
#include <vector>

#include "matcher/interface/extractor.hpp"
#include "matcher/interface/identifier.hpp"

namespace fieldtwin {

/// What `GALLERY.json` says of the file GALLERY: which extractor made its templates, without which
/// they cannot be searched, and who the people are.
struct GalleryNotes {
  std::string matcher;
  Effort effort = Effort::kFast;
  std::vector<std::string> people;  //!< by number
};

/// Throws GalleryError.
void save_gallery(const std::filesystem::path& file, const Identifier& identifier, const GalleryNotes& notes);
GalleryNotes read_gallery_notes(const std::filesystem::path& file);

}  // namespace fieldtwin
