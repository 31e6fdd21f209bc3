#include "matcher/evaluation/data_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// Whether a file is called as the photos of a person are: `Name_0001.jpg`.
bool is_photo(const fs::path& file, const std::string& person) {
  const std::string ending = file.extension();
  if (ending != ".jpg" && ending != ".jpeg" && ending != ".png") return false;
  const std::string stem = file.stem();
  if (stem.size() < person.size() + 2 || !stem.starts_with(person + "_")) return false;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(person.size()) + 1, stem.end(), digit);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    cells.push_back(cell);
  }
  return cells;
}

}  // namespace

std::vector<DataSetPerson> read_data_set(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw DataSetError(folder.string() + ": is no folder");
  std::vector<DataSetPerson> people;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory()) continue;
    DataSetPerson person{entry.path().filename(), {}};
    for (const auto& file : fs::directory_iterator(entry.path())) {
      if (file.is_regular_file() && is_photo(file.path(), person.name)) person.photos.push_back(file.path());
    }
    std::ranges::sort(person.photos);
    if (!person.photos.empty()) people.push_back(std::move(person));
  }
  if (people.empty()) {
    throw DataSetError(folder.string() + ": holds no photos in the layout Name/Name_0001.jpg");
  }
  std::ranges::sort(people, {}, &DataSetPerson::name);
  return people;
}

Labels read_labels(const fs::path& folder) {
  const fs::path file = folder / "labels.csv";
  std::ifstream in(file);
  if (!in) return {};
  std::string line;
  std::getline(in, line);
  const auto header = cells_of(line);
  const auto name = std::ranges::find(header, "name") - header.begin();
  if (static_cast<std::size_t>(name) == header.size()) {
    throw DataSetError(file.string() + ":1: there is no column 'name'");
  }
  Labels labels;
  for (int number = 2; std::getline(in, line); ++number) {
    const auto cells = cells_of(line);
    if (cells.empty()) continue;
    if (cells.size() != header.size()) {
      throw DataSetError(fmt::format("{}:{}: {} cells where the header has {}", file.string(), number,
                                     cells.size(), header.size()));
    }
    auto& of_person = labels[cells[static_cast<std::size_t>(name)]];
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (header[i] == "group" || header[i] == "sex") of_person.emplace(header[i], cells[i]);
    }
  }
  return labels;
}

}  // namespace fieldtwin
