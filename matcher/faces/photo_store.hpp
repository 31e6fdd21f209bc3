#pragma once
/// What was made of photos of synthetic people, kept between runs: rendering one takes a tenth of a
/// second, reading it back a microsecond.

#include <cstdint>
#include <filesystem>
#include <map>
#include <tuple>
#include <utility>
#include <string>
#include <vector>

#include "matcher/faces/face_source.hpp"

namespace fieldtwin {

/// One photo of one person.
struct PhotoKey {
  FacePerson person;
  std::uint16_t session;
  std::uint16_t picture;

  auto operator<=>(const PhotoKey& other) const {
    const auto of = [](const PhotoKey& k) {
      return std::tuple(k.person.id, k.session, k.picture, k.person.ethnicity, k.person.sex,
                        k.person.age);
    };
    return of(*this) <=> of(other);
  }
  bool operator==(const PhotoKey& other) const { return (*this <=> other) == 0; }
};

/// Photos taken by one set of rules, in a file that is named after these. Records have a fixed size
/// and a check sum; what is damaged or cut off is not there. Several processes may share a file:
/// each appends whole records under a lock.
class PhotoStore {
 public:
  /// `rules`: everything that photos depend on beside their keys. A folder that cannot be written
  /// makes it forget at the end of the process.
  PhotoStore(const std::filesystem::path& folder, const std::string& rules, std::size_t dimension);

  /// Null if it is not there.
  const SeenFace* find(const PhotoKey& key) const;
  /// Also into the file.
  void add(const std::vector<std::pair<PhotoKey, SeenFace>>& photos);
  /// Those that were in the file when it was last read, a few of them: to be taken anew, to see
  /// whether they would still be the same.
  std::vector<PhotoKey> samples() const;
  /// Throws all away, in the file too.
  void clear();
  /// Reads what other processes have added.
  void refresh();

  const std::filesystem::path& file() const { return file_; }
  /// Held while photos are taken, so that two processes do not take the same.
  class Turn {
   public:
    explicit Turn(const std::filesystem::path& file);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    int lock_;
  };

 private:
  std::size_t record_size() const;

  std::filesystem::path file_;
  std::size_t dimension_;
  std::size_t read_ = 0;  //!< bytes of the file
  std::map<PhotoKey, SeenFace> photos_;
};

/// fieldtwin/faces in the user's cache.
std::filesystem::path photo_store_folder();

}  // namespace fieldtwin
