#include "matcher/faces/photo_store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "matcher/interface/models.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kOffset = 14695981039346656037ULL;

/// FNV-1a.
std::uint64_t hash_of(const char* bytes, std::size_t size) {
  std::uint64_t hash = kOffset;
  for (std::size_t i = 0; i < size; ++i) {
    hash ^= static_cast<unsigned char>(bytes[i]);
    hash *= 1099511628211ULL;
  }
  return hash;
}

/// What of a record has a fixed size; the template follows, then the check sum.
struct Head {
  std::uint64_t person;
  double quality;
  std::uint16_t session, picture;
  std::uint8_t ethnicity, sex, age, found;
};
static_assert(sizeof(Head) == 24);

}  // namespace

fs::path photo_store_folder() { return model_folder().parent_path() / "faces"; }

PhotoStore::PhotoStore(const fs::path& folder, const std::string& rules, std::size_t dimension)
    : dimension_(dimension) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string name;
  for (std::uint64_t hash = hash_of(rules.data(), rules.size()), i = 0; i < 16; ++i, hash >>= 4) {
    name += kDigits[hash & 15];
  }
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  file_ = folder / (name + ".photos");
  refresh();
}

std::size_t PhotoStore::record_size() const {
  return sizeof(Head) + sizeof(float) * dimension_ + sizeof(std::uint64_t);
}

void PhotoStore::refresh() {
  std::ifstream in(file_, std::ios::binary);
  if (!in) return;
  in.seekg(static_cast<std::streamoff>(read_));
  std::vector<char> record(record_size());
  while (in.read(record.data(), static_cast<std::streamsize>(record.size()))) {
    read_ += record.size();
    const std::size_t body = record.size() - sizeof(std::uint64_t);
    std::uint64_t sum = 0;
    std::memcpy(&sum, record.data() + body, sizeof sum);
    if (sum != hash_of(record.data(), body)) continue;
    Head head{};
    std::memcpy(&head, record.data(), sizeof head);
    SeenFace face{Probability(head.quality), {}};
    if (head.found != 0) {
      face.values.resize(dimension_);
      std::memcpy(face.values.data(), record.data() + sizeof head, sizeof(float) * dimension_);
    }
    const FacePerson person{head.person, static_cast<Ethnicity>(head.ethnicity),
                            static_cast<Sex>(head.sex), head.age};
    photos_.insert_or_assign(PhotoKey{person, head.session, head.picture}, std::move(face));
  }
}

const SeenFace* PhotoStore::find(const PhotoKey& key) const {
  const auto found = photos_.find(key);
  return found == photos_.end() ? nullptr : &found->second;
}

void PhotoStore::add(const std::vector<std::pair<PhotoKey, SeenFace>>& photos) {
  std::string bytes;
  for (const auto& [key, face] : photos) {
    const Head head{key.person.id,
                    face.quality.value(),
                    key.session,
                    key.picture,
                    static_cast<std::uint8_t>(key.person.ethnicity),
                    static_cast<std::uint8_t>(key.person.sex),
                    key.person.age,
                    static_cast<std::uint8_t>(face.is_found() ? 1 : 0)};
    std::string record(record_size() - sizeof(std::uint64_t), '\0');
    std::memcpy(record.data(), &head, sizeof head);
    if (face.is_found()) {
      std::memcpy(record.data() + sizeof head, face.values.data(), sizeof(float) * dimension_);
    }
    const std::uint64_t sum = hash_of(record.data(), record.size());
    record.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    bytes += record;
    photos_.insert_or_assign(key, face);
  }
  const int file = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return;
  ::flock(file, LOCK_EX);
  // What a process left half written is written over.
  const off_t end = ::lseek(file, 0, SEEK_END);
  const off_t whole = end - end % static_cast<off_t>(record_size());
  if (::pwrite(file, bytes.data(), bytes.size(), whole) != static_cast<ssize_t>(bytes.size())) {
    if (::ftruncate(file, whole) != 0) fs::remove(file_);
  }
  ::close(file);
}

std::vector<PhotoKey> PhotoStore::samples() const {
  constexpr std::size_t kSamples = 3;
  std::vector<PhotoKey> keys;
  for (std::size_t i = 0; i < kSamples && i < photos_.size(); ++i) {
    keys.push_back(std::next(photos_.begin(), static_cast<std::ptrdiff_t>(
                                                  i * (photos_.size() - 1) / (kSamples - 1)))
                       ->first);
  }
  return keys;
}

void PhotoStore::clear() {
  photos_.clear();
  read_ = 0;
  std::error_code ignored;
  fs::remove(file_, ignored);
}

PhotoStore::Turn::Turn(const fs::path& file)
    : lock_(::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (lock_ >= 0) ::flock(lock_, LOCK_EX);
}

PhotoStore::Turn::~Turn() {
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace fieldtwin
