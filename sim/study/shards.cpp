#include "sim/study/shards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace fieldtwin {

namespace fs = std::filesystem;

fs::path Shards::whole(std::uint32_t replication) const {
  return folder_ / fmt::format("{:06}.sqlite", replication);
}

fs::path Shards::part(std::uint32_t replication) const {
  return folder_ / fmt::format("{:06}.sqlite.part", replication);
}

void Shards::complete(std::uint32_t replication) const {
  fs::rename(part(replication), whole(replication));
  drop_part(replication);  // an empty journal, which SQLite leaves behind
}

void Shards::drop_part(std::uint32_t replication) const {
  std::error_code ignored;
  for (const char* side : {"", "-journal"}) fs::remove(part(replication).string() + side, ignored);
}

std::vector<fs::path> Shards::leftovers() const {
  std::vector<fs::path> found;
  if (!fs::exists(folder_)) return found;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() == ".sqlite") {
      found.push_back(entry.path());
    } else {
      fs::remove(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

void Shards::create() const {
  fs::create_directories(folder_);
}

void Shards::remove() const {
  fs::remove_all(folder_);
}

}  // namespace fieldtwin
