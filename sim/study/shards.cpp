#include "sim/study/shards.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

std::string this_process() {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  return fmt::format("{}-{}", host.data(), getpid());
}

}  // namespace

Shards::Shards(fs::path folder) : folder_(std::move(folder)), writer_(this_process()) {}

fs::path Shards::whole(std::uint32_t replication) const {
  return folder_ / fmt::format("{:06}.sqlite", replication);
}

fs::path Shards::part(std::uint32_t replication) const {
  return folder_ / fmt::format("{:06}.sqlite.{}.part", replication, writer_);
}

fs::path Shards::blank() const {
  return folder_ / "blank";
}

void Shards::begin(std::uint32_t replication,
                   const std::function<void(const fs::path&)>& make_blank) const {
  constexpr auto kOver = fs::copy_options::overwrite_existing;
  std::error_code none;
  if (fs::copy_file(blank(), part(replication), kOver, none)) return;
  make_blank(part(replication));
  const fs::path copy = part(replication) += ".blank";  // of this process alone until it is whole
  fs::copy_file(part(replication), copy, kOver);
  fs::rename(copy, blank());
}

void Shards::complete(std::uint32_t replication) const {
  fs::rename(part(replication), whole(replication));
  drop_part(replication);  // an empty journal, which SQLite leaves behind
}

void Shards::drop_part(std::uint32_t replication) const {
  std::error_code ignored;
  for (const char* side : {"", "-journal", ".blank"}) fs::remove(part(replication).string() + side, ignored);
}

std::vector<fs::path> Shards::found() const {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder_, none)) {
    if (entry.path().extension() == ".sqlite") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::uint32_t> Shards::found_replications() const {
  std::vector<std::uint32_t> numbers;
  for (const fs::path& shard : found()) {
    const std::string name = shard.stem();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc{} && *end == '\0') numbers.push_back(number);
  }
  return numbers;
}

void Shards::drop_parts() const {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder_, none)) {
    if (entry.path().extension() != ".sqlite") fs::remove(entry.path());
  }
}

void Shards::create() const {
  fs::create_directories(folder_);
}

void Shards::drop_blank() const {
  std::error_code ignored;
  fs::remove(blank(), ignored);
}

void Shards::remove_if_empty() const {
  std::error_code full;
  fs::remove(folder_, full);
}

}  // namespace fieldtwin
