#include "matcher/evaluation/pairs.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fieldtwin {
namespace {

constexpr int kMostFolds = 1000;
constexpr int kMostPairs = 10'000'000;

/// Lines of words, with their numbers for messages.
class Lines {
 public:
  Lines(std::string_view text, std::string source) : in_(std::string(text)), source_(std::move(source)) {}

  /// The words of the next line that has any; none at the end.
  std::vector<std::string> next() {
    std::string line;
    while (std::getline(in_, line)) {
      ++number_;
      std::istringstream words(line);
      std::vector<std::string> found{std::istream_iterator<std::string>(words), {}};
      if (!found.empty()) return found;
    }
    ++number_;
    return {};
  }
  [[noreturn]] void fail(const std::string& problem) const {
    throw DataSetError(fmt::format("{}:{}: {}", source_, number_, problem));
  }
  int number_from(const std::string& word, int least, int most) const {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || value < least || value > most) {
      fail(fmt::format("'{}' is not a whole number from {} to {}", word, least, most));
    }
    return value;
  }

 private:
  std::istringstream in_;
  std::string source_;
  int number_ = 0;
};

PhotoName photo_of(const Lines& lines, const std::string& person, const std::string& number) {
  if (person.find('/') != std::string::npos || person == "." || person == "..") {
    lines.fail(fmt::format("'{}' is not the name of a folder of photos", person));
  }
  return {person, lines.number_from(number, 1, 9999)};
}

PhotoPair pair_of(const Lines& lines, const std::vector<std::string>& words, PairKind kind) {
  if (words.empty()) lines.fail("the file ends before all the pairs that its first line promises");
  if (kind == PairKind::kMated) {
    if (words.size() != 3) lines.fail("a mated pair is 'name n1 n2': one person, two photos");
    return {photo_of(lines, words[0], words[1]), photo_of(lines, words[0], words[2]), kind};
  }
  if (words.size() != 4) lines.fail("a non-mated pair is 'name1 n1 name2 n2': a photo of each");
  if (words[0] == words[2]) lines.fail("a non-mated pair of one person");
  return {photo_of(lines, words[0], words[1]), photo_of(lines, words[2], words[3]), kind};
}

}  // namespace

std::filesystem::path photo_file(const std::filesystem::path& folder, const PhotoName& photo) {
  const auto stem = folder / photo.person / fmt::format("{}_{:04}", photo.person, photo.number);
  for (const char* ending : {".jpg", ".png", ".jpeg"}) {
    std::filesystem::path file = stem.string() + ending;
    if (std::filesystem::exists(file)) return file;
  }
  return stem.string() + ".jpg";
}

PairFolds parse_pairs(std::string_view text, const std::string& source) {
  Lines lines(text, source);
  const auto head = lines.next();
  if (head.empty() || head.size() > 2) {
    lines.fail("the first line is the number of folds and of pairs, as in '10 300'");
  }
  const int folds = head.size() == 2 ? lines.number_from(head[0], 1, kMostFolds) : 1;
  const int pairs = lines.number_from(head.back(), 1, kMostPairs);
  PairFolds all(static_cast<std::size_t>(folds));
  for (auto& fold : all) {
    for (const PairKind kind : {PairKind::kMated, PairKind::kNonMated}) {
      for (int i = 0; i < pairs; ++i) fold.push_back(pair_of(lines, lines.next(), kind));
    }
  }
  if (!lines.next().empty()) lines.fail("more pairs than the first line promises");
  return all;
}

PairFolds read_pairs(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw DataSetError(file.string() + ": cannot be opened");
  return parse_pairs(std::string{std::istreambuf_iterator<char>(in), {}}, file.string());
}

}  // namespace fieldtwin
