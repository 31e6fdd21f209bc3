#include "matcher/interface/identifier.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

/// The first entry of each person, in order, and no more than `most`.
CandidateList each_once(const std::vector<Neighbour>& entries, std::size_t most, float threshold) {
  CandidateList list;
  for (const Neighbour& entry : entries) {
    if (list.candidates.size() == most) break;
    const auto seen = [&](const CandidateEntry& c) { return c.person == entry.id; };
    if (std::ranges::any_of(list.candidates, seen)) continue;
    list.candidates.push_back({entry.id, entry.distance, entry.distance <= threshold});
  }
  return list;
}

}  // namespace

Identifier::Identifier(std::size_t dimension, float threshold) : dimension_(dimension), threshold_(threshold) {}

Identifier::Identifier(TemplateGallery gallery, float threshold)
    : dimension_(gallery.shape().dimension), threshold_(threshold), gallery_(std::move(gallery)) {}

void Identifier::enroll(std::uint64_t person, std::span<const float> values) {
  if (gallery_) throw std::logic_error("enrol after finalize: insert is for that");
  const auto finite = [](float value) { return std::isfinite(value); };
  if (values.size() != dimension_ || !std::ranges::all_of(values, finite)) {
    throw std::invalid_argument("a template of another dimension, or with a component that is not finite");
  }
  pending_.push_back({person, {values.begin(), values.end()}});
}

void Identifier::finalize() {
  if (gallery_) return;
  std::vector<float> all;
  for (const Pending& p : pending_) all.insert(all.end(), p.values.begin(), p.values.end());
  gallery_.emplace(GalleryShape{dimension_, range_for(all), Keep::kTemplates});
  for (const Pending& p : pending_) gallery_->insert(p.person, p.values);
  pending_ = {};
}

const TemplateGallery& Identifier::gallery() const {
  if (!gallery_) throw std::logic_error("the gallery is not finalized");
  return *gallery_;
}

CandidateList Identifier::identify(std::span<const float> probe, std::size_t most) const {
  if (probe.size() != dimension_) throw std::invalid_argument("a probe of another dimension");
  return identify_batch(probe, most).front();
}

std::vector<CandidateList> Identifier::identify_batch(std::span<const float> probes, std::size_t most,
                                                      unsigned threads) const {
  SearchOptions options;
  options.most = most;
  options.threads = threads;
  std::vector<CandidateList> lists;
  std::size_t query = 0;
  for (auto& entries : search(gallery(), probes, options)) {
    lists.push_back(each_once(entries, most, threshold_));
    // A person's further templates take places in the list of entries: ask for more of these.
    for (std::size_t wanted = 2 * most; lists.back().candidates.size() < most && entries.size() < size(); wanted *= 2) {
      SearchOptions more = options;
      more.most = wanted;
      entries = search(gallery(), probes.subspan(query * dimension_, dimension_), more).front();
      lists.back() = each_once(entries, most, threshold_);
    }
    ++query;
  }
  return lists;
}

void Identifier::insert(std::uint64_t person, std::span<const float> values) {
  gallery();
  gallery_->insert(person, values);
}

std::size_t Identifier::remove(std::uint64_t person) {
  gallery();
  return gallery_->remove(person);
}

void Identifier::save(const std::filesystem::path& path) const { gallery().save(path); }

std::size_t Identifier::size() const { return gallery_ ? gallery_->size() : pending_.size(); }

}  // namespace fieldtwin
