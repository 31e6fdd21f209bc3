#pragma once
/// Templates of many files, on several cores.

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "matcher/interface/extractor.hpp"

namespace fieldtwin {

/// The extractions of files, in their order, whatever the number of threads, each of which has an
/// extractor of its own. `progress` is called now and then from the calling thread with how many are
/// done.
std::vector<Extraction> extract_files(const std::vector<std::filesystem::path>& files,
                                      const std::function<std::unique_ptr<Extractor>()>& make, unsigned threads,
                                      const std::function<void(std::size_t done)>& progress);

/// How many files gave a template, and why the others gave none.
struct DetectionCounts {
  std::size_t found = 0;
  std::size_t missed = 0;
  std::array<std::size_t, kExtractionFailures> failures{};  //!< by ExtractionFailure
};
DetectionCounts count_detections(const std::vector<Extraction>& extractions);

}  // namespace fieldtwin
