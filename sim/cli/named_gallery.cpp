#include "sim/cli/named_gallery.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "matcher/gallery/gallery_error.hpp"
#include "sim/study/atomic_file.hpp"

namespace fieldtwin {
namespace {

std::filesystem::path notes_file(const std::filesystem::path& file) { return file.string() + ".json"; }

}  // namespace

void save_gallery(const std::filesystem::path& file, const Identifier& identifier, const GalleryNotes& notes) {
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  identifier.save(file);
  const nlohmann::ordered_json document = {{"kind", "gallery"},
                                           {"matcher", notes.matcher},
                                           {"effort", notes.effort == Effort::kAccurate ? "accurate" : "fast"},
                                           {"people", notes.people}};
  write_atomically(notes_file(file), document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

GalleryNotes read_gallery_notes(const std::filesystem::path& file) {
  const auto path = notes_file(file);
  std::ifstream in(path);
  if (!in) throw GalleryError(path.string() + " cannot be opened: matcher enroll writes it beside the gallery");
  try {
    const auto document = nlohmann::json::parse(in);
    return {document.at("matcher"), document.at("effort") == "accurate" ? Effort::kAccurate : Effort::kFast,
            document.at("people")};
  } catch (const nlohmann::json::exception& error) {
    throw GalleryError(path.string() + " is not as matcher enroll writes it: " + error.what());
  }
}

}  // namespace fieldtwin
