#pragma once
/// What is known of a matcher after an evaluation, and how it is written.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "matcher/evaluation/extraction_run.hpp"
#include "matcher/evaluation/identification.hpp"
#include "matcher/evaluation/verification.hpp"

namespace fieldtwin {

struct Evaluation {
  std::string version;   //!< of the program
  std::string matcher;   //!< "dlib"
  Effort effort;
  std::size_t dimension;
  double threshold;      //!< of identification: the largest distance that is a match
  std::string data_set;  //!< its folder
  std::size_t people = 0;
  std::size_t photos = 0;
  DetectionCounts detection;
  std::vector<std::string> missed;  //!< "Name/Name_0001.jpg: no face", the first hundred
  std::optional<Verification> verification;
  std::optional<Identification1N> identification;
};

/// evaluation.json, which docs/matcher.md describes.
std::string evaluation_json(const Evaluation& evaluation);

/// Why rendered faces tell nothing of how a matcher treats groups of real people: a sentence for
/// every place where rates by group are shown.
extern const char kNoClaimAboutGroups[];

}  // namespace fieldtwin
