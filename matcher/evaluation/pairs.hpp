#pragma once
/// The verification protocol of Labeled Faces in the Wild.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fieldtwin {

/// A data set or a protocol file that is not as it should be. The message says what, where and why.
class DataSetError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A photo as the protocol names it.
struct PhotoName {
  std::string person;
  int number;  //!< from 1

  auto operator<=>(const PhotoName&) const = default;
};

/// `FOLDER/Name/Name_0001.jpg`, or .jpeg or .png where that is there.
std::filesystem::path photo_file(const std::filesystem::path& folder, const PhotoName& photo);

enum class PairKind : std::uint8_t { kMated, kNonMated };

struct PhotoPair {
  PhotoName first, second;
  PairKind kind;
};

/// Pairs by fold; no person is in two folds of LFW's own.
using PairFolds = std::vector<std::vector<PhotoPair>>;

/// Reads `pairs.txt`: a line "10 300" of folds and pairs (or one number, for one fold); then a fold
/// after the other so many mated pairs "name n1 n2" and so many non-mated ones "name1 n1 name2 n2",
/// separated by tabs or spaces. G. B. Huang et al., "Labeled Faces in the Wild", UMass TR 07-49
/// (2007). Throws DataSetError with the line.
PairFolds parse_pairs(std::string_view text, const std::string& source);
PairFolds read_pairs(const std::filesystem::path& file);

}  // namespace fieldtwin
