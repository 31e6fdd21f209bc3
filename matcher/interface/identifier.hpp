#pragma once
/// Templates into decisions: enrol, finalise, identify, and changes afterwards, in the shape of
/// NIST's FRTE 1:N API.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "matcher/gallery/gallery.hpp"
#include "matcher/gallery/search.hpp"

namespace fieldtwin {

/// A person in the gallery who looks like the one in the photo.
struct CandidateEntry {
  std::uint64_t person;
  float distance;  //!< L2, to the nearest of the person's templates
  bool near_enough;  //!< within the threshold: called the same person

  /// Similarity, higher is more alike: one less the distance.
  double score() const { return 1.0 - static_cast<double>(distance); }
};

/// The outcome of a search.
struct CandidateList {
  std::vector<CandidateEntry> candidates;  //!< nearest first, each person once
  /// Whether the first candidate is called a match.
  bool matched() const { return !candidates.empty() && candidates.front().near_enough; }
};

/// Searches a gallery of persons, each with one or more templates. Exact: the same list in any
/// batch, on any machine.
class Identifier {
 public:
  /// `threshold`: the largest L2 distance that is called the same person.
  Identifier(std::size_t dimension, float threshold);
  /// Over a gallery that was saved; it is finalised.
  Identifier(TemplateGallery gallery, float threshold);

  /// Before finalize(). Throws std::logic_error after it, std::invalid_argument for a template of
  /// another dimension or a component that is not finite.
  void enroll(std::uint64_t person, std::span<const float> values);
  /// Fixes how templates are stored, from those that were enrolled; identify() can be used now.
  void finalize();

  /// After finalize(), as the others: std::logic_error before it.
  CandidateList identify(std::span<const float> probe, std::size_t most) const;
  /// Several probes, one after the other, in one pass over the gallery.
  std::vector<CandidateList> identify_batch(std::span<const float> probes, std::size_t most, unsigned threads = 1) const;
  void insert(std::uint64_t person, std::span<const float> values);
  /// How many templates the person had.
  std::size_t remove(std::uint64_t person);

  void save(const std::filesystem::path& path) const;
  std::size_t size() const;
  float threshold() const { return threshold_; }
  void set_threshold(float distance) { threshold_ = distance; }

 private:
  struct Pending {
    std::uint64_t person;
    std::vector<float> values;
  };
  const TemplateGallery& gallery() const;

  std::size_t dimension_;
  float threshold_;
  std::vector<Pending> pending_;
  std::optional<TemplateGallery> gallery_;  //!< none before finalize()
};

}  // namespace fieldtwin
