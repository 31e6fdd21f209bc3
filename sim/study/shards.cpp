#include "sim/study/shards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace fieldtwin {

namespace fs = std::filesystem;

fs::path Shards::whole(const StudyTask& task) const {
  return folder_ / fmt::format("{:06}.sqlite", task.id);
}

fs::path Shards::part(const StudyTask& task) const {
  return folder_ / fmt::format("{:06}.sqlite.part", task.id);
}

void Shards::complete(const StudyTask& task) const {
  fs::rename(part(task), whole(task));
  drop_part(task);  // an empty journal, which SQLite leaves behind
}

void Shards::drop_part(const StudyTask& task) const {
  std::error_code ignored;
  for (const char* side : {"", "-journal"}) fs::remove(part(task).string() + side, ignored);
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
