#include "agents/foreseen_faces.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kNumbers = 6;

}  // namespace

std::vector<double> as_numbers(const std::vector<PhotoKey>& photos) {
  std::vector<double> numbers;
  for (const PhotoKey& key : photos) {
    for (const std::uint64_t number :
         {key.person.id, std::uint64_t{index_of(key.person.ethnicity)},
          std::uint64_t{index_of(key.person.sex)}, std::uint64_t{key.person.age},
          std::uint64_t{key.session}, std::uint64_t{key.picture}}) {
      numbers.push_back(static_cast<double>(number));
    }
  }
  return numbers;
}

std::vector<PhotoKey> photos_from(const std::vector<double>& numbers) {
  std::vector<PhotoKey> photos;
  for (std::size_t i = 0; i + kNumbers <= numbers.size(); i += kNumbers) {
    const double* n = numbers.data() + i;
    photos.push_back({{static_cast<std::uint64_t>(n[0]), static_cast<Ethnicity>(n[1]),
                       static_cast<Sex>(n[2]), static_cast<std::uint8_t>(n[3])},
                      static_cast<std::uint16_t>(n[4]),
                      static_cast<std::uint16_t>(n[5])});
  }
  return photos;
}

}  // namespace fieldtwin
