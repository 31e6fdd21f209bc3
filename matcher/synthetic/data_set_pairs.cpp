#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "matcher/synthetic/data_set.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kFolds = 10;
constexpr std::size_t kMostPairs = 300;  //!< of either kind in a fold

/// The pictures of one person, next to one another.
using OnePerson = std::span<const DataSetPicture>;
using Pair = std::pair<const DataSetPicture*, const DataSetPicture*>;

std::vector<OnePerson> people_of(std::span<const DataSetPicture> pictures) {
  std::vector<OnePerson> people;
  for (std::size_t i = 0; i < pictures.size();) {
    std::size_t end = i;
    while (end < pictures.size() && pictures[end].name == pictures[i].name) ++end;
    people.push_back(pictures.subspan(i, end - i));
    i = end;
  }
  return people;
}

std::vector<Pair> all_mated(std::span<const OnePerson> people) {
  std::vector<Pair> pairs;
  for (const auto& person : people) {
    for (std::size_t i = 0; i < person.size(); ++i) {
      for (std::size_t j = i + 1; j < person.size(); ++j) pairs.push_back({&person[i], &person[j]});
    }
  }
  return pairs;
}

/// Numbers for the choices in one fold, in order.
class Choices {
 public:
  Choices(const Draws& draws, std::size_t fold) : draws_(draws), fold_(fold) {}

  std::size_t below(std::size_t n) {
    const std::uint64_t entity = std::uint64_t{fold_} << 32 | next_++;
    const double u = draws_.uniform(Decision::kDataSetPairs, entity);
    return std::min(n - 1, static_cast<std::size_t>(u * static_cast<double>(n)));
  }

 private:
  Draws draws_;
  std::size_t fold_;
  std::uint32_t next_ = 0;
};

std::vector<Pair> some_of(std::vector<Pair> pairs, std::size_t n, Choices& choices) {
  for (std::size_t i = 0; i < n; ++i) {
    std::swap(pairs[i], pairs[i + choices.below(pairs.size() - i)]);
  }
  pairs.resize(n);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::vector<Pair> some_not_mated(std::span<const OnePerson> people, std::size_t n,
                                 Choices& choices) {
  std::set<Pair> pairs;
  while (pairs.size() < n) {
    std::size_t a = choices.below(people.size());
    std::size_t b = choices.below(people.size() - 1);
    if (b >= a) ++b;
    if (b < a) std::swap(a, b);
    const auto* first = &people[a][choices.below(people[a].size())];
    pairs.insert({first, &people[b][choices.below(people[b].size())]});
  }
  return {pairs.begin(), pairs.end()};
}

/// The people of each fold; nobody is in two.
std::vector<std::span<const OnePerson>> folds_of(std::span<const OnePerson> people) {
  const std::size_t folds = std::clamp<std::size_t>(people.size() / 2, 1, kFolds);
  std::vector<std::span<const OnePerson>> all;
  for (std::size_t f = 0; f < folds; ++f) {
    const std::size_t begin = f * people.size() / folds;
    all.push_back(people.subspan(begin, (f + 1) * people.size() / folds - begin));
  }
  return all;
}

}  // namespace

std::string data_set_pairs(const std::vector<DataSetPicture>& pictures, const Draws& draws) {
  const auto people = people_of(pictures);
  const auto folds = folds_of(people);
  // Every fold has as many pairs: no more than the smallest one can give, of either kind.
  std::size_t pairs = kMostPairs;
  for (const auto& fold : folds) {
    const std::size_t captures = fold.front().size();
    const std::size_t mated = fold.size() * (captures * (captures - 1) / 2);
    const std::size_t others = fold.size() * (fold.size() - 1) / 2 * captures * captures;
    pairs = std::min({pairs, mated, others});
  }
  std::string text = fmt::format("{}\t{}\n", folds.size(), pairs);
  for (std::size_t f = 0; f < folds.size(); ++f) {
    Choices choices(draws, f);
    for (const auto& [a, b] : some_of(all_mated(folds[f]), pairs, choices)) {
      text += fmt::format("{}\t{}\t{}\n", a->name, a->number, b->number);
    }
    for (const auto& [a, b] : some_not_mated(folds[f], pairs, choices)) {
      text += fmt::format("{}\t{}\t{}\t{}\n", a->name, a->number, b->name, b->number);
    }
  }
  return text;
}

}  // namespace fieldtwin
