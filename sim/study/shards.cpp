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
  return folder_ / fmt::format("{:06}.shard", replication);
}

fs::path Shards::part(std::uint32_t replication) const {
  return folder_ / fmt::format("{:06}.shard.{}.part", replication, writer_);
}

bool Shards::has_whole(std::uint32_t replication) const {
  std::error_code unreadable;
  return fs::exists(whole(replication), unreadable);
}

void Shards::complete(std::uint32_t replication) const {
  fs::rename(part(replication), whole(replication));
}

void Shards::drop_part(std::uint32_t replication) const {
  std::error_code ignored;
  fs::remove(part(replication), ignored);
}

std::vector<fs::path> Shards::found() const {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder_, none)) {
    if (entry.path().extension() == ".shard") found.push_back(entry.path());
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
    if (entry.path().extension() != ".shard") fs::remove(entry.path());
  }
}

void Shards::create() const {
  fs::create_directories(folder_);
}

void Shards::remove_if_empty() const {
  std::error_code full;
  fs::remove(folder_, full);
}

}  // namespace fieldtwin
