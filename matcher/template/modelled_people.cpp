#include "matcher/template/modelled_people.hpp"

#include <algorithm>
#include <thread>
#include <vector>

#include "matcher/gallery/gallery_file.hpp"

namespace fieldtwin {

PersonKind ModelledPeople::kind_of(std::uint64_t person) const {
  const Draws draws = draws_.across_replications();
  const auto one_of = [&](std::uint16_t index, double n) {
    return static_cast<int>(n * draws.uniform(Decision::kDataSetPerson, person, index));
  };
  return {static_cast<Ethnicity>(one_of(0, kEthnicities)), static_cast<Sex>(one_of(1, 2))};
}

Template ModelledPeople::enrolled(std::uint64_t person) const {
  const PersonKind kind = kind_of(person);
  return population_.enrolled(person, kind.ethnicity, kind.sex, draws_);
}

Template ModelledPeople::probe(std::uint64_t person, Probability quality) const {
  const PersonKind kind = kind_of(person);
  return population_.probe(person, kind.ethnicity, kind.sex, person, quality, draws_);
}

GalleryShape ModelledPeople::shape() const {
  std::vector<float> sample;
  for (std::uint64_t person = 0; person < 1000; ++person) {
    const Template values = enrolled(person);
    sample.insert(sample.end(), values.begin(), values.end());
  }
  return {kTemplateSize, range_for(sample), Keep::kCodes};
}

template <class Take>
void ModelledPeople::each_enrolled(std::uint64_t count, unsigned threads, const Take& take) const {
  constexpr std::uint64_t kBlock = 1 << 15;
  threads = std::max(1U, threads);
  std::vector<Template> block;
  for (std::uint64_t first = 0; first < count; first += kBlock) {
    block.resize(std::min(kBlock, count - first));
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < threads; ++t) {
      workers.emplace_back([&, t] {
        for (std::size_t i = t; i < block.size(); i += threads) block[i] = enrolled(first + i);
      });
    }
    workers.clear();  // joins
    for (std::size_t i = 0; i < block.size(); ++i) take(first + i, block[i]);
  }
}

TemplateGallery ModelledPeople::gallery(std::uint64_t count, unsigned threads) const {
  TemplateGallery gallery(shape());
  each_enrolled(count, threads, [&](std::uint64_t id, const Template& t) { gallery.insert(id, t); });
  return gallery;
}

void ModelledPeople::write_gallery(std::uint64_t count, const std::filesystem::path& file,
                                   unsigned threads) const {
  GalleryWriter writer(file, shape());
  each_enrolled(count, threads, [&](std::uint64_t id, const Template& t) { writer.add(id, t); });
  writer.finish();
}

TemplateOf ModelledPeople::template_of() const {
  return [this](std::uint64_t id, std::span<float> values) {
    const Template exact = enrolled(id);
    std::copy(exact.begin(), exact.end(), values.begin());
  };
}

}  // namespace fieldtwin
