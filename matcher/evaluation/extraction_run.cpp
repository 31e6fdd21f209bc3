#include "matcher/evaluation/extraction_run.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace fieldtwin {

std::vector<Extraction> extract_files(const std::vector<std::filesystem::path>& files,
                                      const std::function<std::unique_ptr<Extractor>()>& make, unsigned threads,
                                      const std::function<void(std::size_t)>& progress) {
  std::vector<Extraction> extractions(files.size());
  std::vector<std::unique_ptr<Extractor>> extractors;  // made here: what is missing is said once
  const std::size_t workers = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, files.size()));
  for (std::size_t i = 0; i < workers; ++i) extractors.push_back(make());
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  std::atomic<std::size_t> running{workers};
  std::mutex guard;
  std::exception_ptr failure;
  std::vector<std::jthread> crew;
  for (auto& extractor : extractors) {
    crew.emplace_back([&, one = extractor.get()] {
      try {
        for (std::size_t i = next++; i < files.size(); i = next++) {
          extractions[i] = create_template_of(*one, files[i]);
          ++done;
        }
      } catch (...) {
        const std::scoped_lock lock(guard);
        failure = std::current_exception();
        next = files.size();
      }
      --running;
    });
  }
  while (running > 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    progress(done);
  }
  crew.clear();
  if (failure) std::rethrow_exception(failure);
  return extractions;
}

DetectionCounts count_detections(const std::vector<Extraction>& extractions) {
  DetectionCounts counts;
  for (const Extraction& e : extractions) {
    ++(e.succeeded() ? counts.found : counts.missed);
    ++counts.failures[static_cast<std::size_t>(e.failure)];
  }
  return counts;
}

}  // namespace fieldtwin
