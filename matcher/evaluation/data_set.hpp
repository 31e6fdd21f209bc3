#pragma once
/// Photos of people in the layout of Labeled Faces in the Wild.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "matcher/evaluation/pairs.hpp"

namespace fieldtwin {

/// A person of a data set and their photos, in the order of their numbers.
struct DataSetPerson {
  std::string name;
  std::vector<std::filesystem::path> photos;
};

/// The folders of a folder as people, by name, each with its photos `Name_0001.jpg` and so on; other
/// files are no photos. Throws DataSetError if there is nobody.
std::vector<DataSetPerson> read_data_set(const std::filesystem::path& folder);

/// Labels of people by name: for each label (group, sex) its value.
using Labels = std::map<std::string, std::map<std::string, std::string>>;

/// Reads the columns group and sex of `labels.csv`, by the column name. A person's first line
/// counts. Empty if there is no such file; throws DataSetError if it is no such table.
Labels read_labels(const std::filesystem::path& folder);

}  // namespace fieldtwin
