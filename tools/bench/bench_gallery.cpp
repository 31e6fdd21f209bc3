/// Measures the search of a gallery against the machine's streaming read and, where it is
/// installed, faiss's exact search, in the same job: the machine's speed cancels in the ratios. One
/// thread. Ends with 1 if results differ, a ratio is too low or the gallery too large.
///
///   bench_gallery [templates [repeats]]

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

#if defined(FIELDTWIN_FAISS)
#include <faiss/IndexFlat.h>
#include <omp.h>
#endif

#include "matcher/gallery/gallery_file.hpp"
#include "matcher/gallery/search.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDimension = 128;
constexpr std::size_t kBatch = 64;
constexpr GalleryShape kShape{kDimension, 0.6F, Keep::kTemplates};
constexpr GalleryShape kCodesOnly{kDimension, 0.6F, Keep::kCodes};

double seconds_of(const std::function<void()>& job) {
  const auto began = std::chrono::steady_clock::now();
  job();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

/// Templates with the spread of real ones: sums of four uniform numbers, a pure function of the id.
void make_template(std::uint64_t id, std::span<float> values) {
  std::uint64_t state = id * 0x9E3779B97F4A7C15U + 1;
  for (float& value : values) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    const float sum = static_cast<float>((state & 0xFFFFU) + (state >> 16U & 0xFFFFU) +
                                         (state >> 32U & 0xFFFFU) + (state >> 48U));
    value = (sum / 65536.0F - 2.0F) * 0.17F;
  }
}

/// The machine's limit: all kept templates read once, as fast as registers load them.
double read_all(const TemplateGallery& gallery) {
  using Lanes = std::uint64_t __attribute__((vector_size(64)));
  Lanes sums[4] = {};
  for (std::size_t c = 0; c < gallery.chunks(); ++c) {
    const auto* data = reinterpret_cast<const Lanes*>(gallery.chunk(c).exact(0).data());
    for (std::size_t i = 0; i < kChunkTemplates * kDimension * 4 / sizeof(Lanes); i += 4) {
      for (std::size_t j = 0; j < 4; ++j) sums[j] ^= data[i + j];
    }
  }
  const Lanes sum = sums[0] ^ sums[1] ^ sums[2] ^ sums[3];
  return static_cast<double>(sum[0] ^ sum[1]);
}

struct Times {
  double read, floats, one, batched, faiss_one, faiss_batched;  //!< seconds a query
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The median over repeats of a ratio of times that were measured one after the other.
double ratio(const std::vector<Times>& times, double Times::*above, double Times::*below) {
  std::vector<double> ratios;
  for (const Times& t : times) ratios.push_back(t.*above / t.*below);
  return median(ratios);
}

/// Prints a figure and whether it is what is asked for.
class Checks {
 public:
  void at_least(const char* what, double value, double least) {
    fmt::print("{:<52} {:8.3f}  (at least {})\n", what, value, least);
    good_ = good_ && value >= least;
  }
  void below(const char* what, double value, double most) {
    fmt::print("{:<52} {:8.3f}  (below {})\n", what, value, most);
    good_ = good_ && value < most;
  }
  void require(const char* what, bool holds) {
    if (!holds) fmt::print("WRONG: {}\n", what);
    good_ = good_ && holds;
  }
  bool good() const { return good_; }

 private:
  bool good_ = true;
};

#if defined(FIELDTWIN_FAISS)
/// faiss's exact search of the same templates.
class Faiss {
 public:
  explicit Faiss(const TemplateGallery& gallery) : index_(kDimension) {
    omp_set_num_threads(1);
    for (std::size_t c = 0; c < gallery.chunks(); ++c) {
      const Chunk chunk = gallery.chunk(c);
      index_.add(chunk.header().count, chunk.exact(0).data());
    }
  }
  void search(std::span<const float> queries) const {
    std::vector<float> distances(queries.size() / kDimension);
    std::vector<decltype(index_.ntotal)> labels(distances.size());
    index_.search(static_cast<decltype(index_.ntotal)>(distances.size()), queries.data(), 1,
                  distances.data(), labels.data());
  }

 private:
  faiss::IndexFlatL2 index_;
};
#endif

/// The size of a gallery in a file, and the time to open it.
void check_file(std::size_t templates, Checks& checks) {
  const fs::path path = fs::temp_directory_path() / "fieldtwin_bench.gallery";
  GalleryWriter writer(path, kCodesOnly);
  std::vector<float> values(kDimension);
  for (std::size_t id = 0; id < templates; ++id) {
    make_template(id, values);
    writer.add(id, values);
  }
  writer.finish();
  const double scale = static_cast<double>(templates) / 5e6;
  checks.below("size of a gallery of codes, MB", static_cast<double>(fs::file_size(path)) / 1e6,
               800.0 * scale);
  std::size_t opened = 0;
  checks.below("seconds to open it", seconds_of([&] { opened = TemplateGallery::open(path).size(); }), 0.1);
  checks.require("the file holds all templates", opened == templates);
  fs::remove(path);
}

int bench(std::size_t templates, int repeats) {
  Checks checks;
  fmt::print("{} templates of {} components, {} repeats, scan: {}\n", templates, kDimension,
             repeats, scan_kernels().front().name);
  check_file(templates, checks);

  TemplateGallery gallery(kShape);
  std::vector<float> values(kDimension);
  for (std::size_t id = 0; id < templates; ++id) {
    make_template(id, values);
    gallery.insert(id, values);
  }
  std::vector<float> queries;
  for (std::size_t q = 0; q < kBatch; ++q) {
    make_template(templates + q, values);
    queries.insert(queries.end(), values.begin(), values.end());
  }
  const std::span<const float> one = std::span(queries).first(kDimension);
#if defined(FIELDTWIN_FAISS)
  const Faiss faiss(gallery);
#endif

  std::vector<Times> times;
  double sink = 0.0;
  for (int i = 0; i < repeats; ++i) {
    std::vector<Neighbour> every;
    std::vector<std::vector<Neighbour>> scanned;
    Times t{};
    t.read = seconds_of([&] { sink += read_all(gallery); });
    t.floats = seconds_of([&] { every = search_every_template(gallery, one, 1); });
    t.one = seconds_of([&] { scanned = search(gallery, one, {}); });
    checks.require("both searches find the same", scanned.front() == every);
    t.batched = seconds_of([&] { scanned = search(gallery, queries, {}); }) / kBatch;
    checks.require("alone and in a batch is the same", scanned.front() == every);
#if defined(FIELDTWIN_FAISS)
    t.faiss_one = seconds_of([&] { faiss.search(one); });
    t.faiss_batched = seconds_of([&] { faiss.search(queries); }) / kBatch;
#endif
    times.push_back(t);
  }
  const auto ms = [&](double Times::*of) {
    std::vector<double> all;
    for (const Times& t : times) all.push_back(t.*of * 1e3);
    return median(all);
  };
  fmt::print("ms a query: streaming read {:.1f}, floats {:.1f}, codes {:.1f}, in batches {:.2f}\n",
             ms(&Times::read), ms(&Times::floats), ms(&Times::one), ms(&Times::batched));
  checks.at_least("float scan, of the streaming read's speed",
                  ratio(times, &Times::read, &Times::floats), 0.8);
  checks.at_least("codes against floats", ratio(times, &Times::floats, &Times::one), 3.0);
  checks.at_least("codes in batches against one by one", ratio(times, &Times::one, &Times::batched),
                  2.5);
#if defined(FIELDTWIN_FAISS)
  fmt::print("ms a query, faiss exact: {:.1f}, in batches {:.2f}\n", ms(&Times::faiss_one),
             ms(&Times::faiss_batched));
  checks.at_least("codes against faiss", ratio(times, &Times::faiss_one, &Times::one), 1.0);
  checks.at_least("codes in batches against faiss in batches",
                  ratio(times, &Times::faiss_batched, &Times::batched), 1.0);
  checks.at_least("floats against faiss", ratio(times, &Times::faiss_one, &Times::floats), 1.0);
#else
  fmt::print("faiss is not installed: not compared\n");
#endif
  fmt::print("{}\n", sink == 0.5 ? "" : checks.good() ? "as asked for" : "NOT as asked for");
  return checks.good() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  const std::size_t templates = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 5'000'000;
  const int repeats = argc > 2 ? std::atoi(argv[2]) : 5;
  return fieldtwin::bench(templates, repeats);
}
