#pragma once
/// Galleries of any size of modelled people.

#include <cstdint>
#include <filesystem>
#include <span>

#include "matcher/gallery/gallery.hpp"
#include "matcher/gallery/search.hpp"
#include "matcher/template/template_population.hpp"

namespace fieldtwin {

/// Somebody's group and sex.
struct PersonKind {
  Ethnicity ethnicity;
  Sex sex;
};

/// People by number, each of a group and sex with equal shares, as in a rendered set of that seed
/// (matcher/synthetic/data_set.hpp).
class ModelledPeople {
 public:
  ModelledPeople(const TemplatePopulation& population, const Draws& draws)
      : population_(population), draws_(draws) {}

  PersonKind kind_of(std::uint64_t person) const;
  Template enrolled(std::uint64_t person) const;
  /// Of the encounter with the person's own number.
  Template probe(std::uint64_t person, Probability quality) const;

  /// A gallery of people 0 to count - 1, an entry a person with their number as id, that keeps
  /// codes alone: see template_of(). The same whatever the number of threads.
  TemplateGallery gallery(std::uint64_t count, unsigned threads) const;
  /// The same in a file. Throws GalleryError.
  void write_gallery(std::uint64_t count, const std::filesystem::path& file, unsigned threads) const;

  /// Computes the exact template of an entry of such a gallery. Refers to this.
  TemplateOf template_of() const;

 private:
  GalleryShape shape() const;
  /// Calls `take` with the templates of people 0 to count - 1, in order.
  template <class Take>
  void each_enrolled(std::uint64_t count, unsigned threads, const Take& take) const;

  TemplatePopulation population_;
  Draws draws_;
};

}  // namespace fieldtwin
