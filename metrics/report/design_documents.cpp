#include "metrics/report/design_documents.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "metrics/report/sections.hpp"

namespace fieldtwin {
namespace {

/// What was found, and what every page tells beside it. `key` is something that only its kind has.
std::string document_of(const char* kind, const char* key, const std::string& found) {
  const Json results = Json::parse(found, nullptr, false);
  if (!results.is_object() || !results.contains(key)) {
    throw std::runtime_error(fmt::format("{}.json is not the result of a {}", kind, kind));
  }
  Json document{{"kind", kind}};
  document.update(results);
  document["confidence"] = kUsualConfidence;
  document["limits"] = limits_section();
  return document.dump();
}

}  // namespace

std::string sweep_document(const std::string& sweep_json) {
  return document_of("sweep", "analysis", sweep_json);
}

std::string capacity_document(const std::string& capacity_json) {
  return document_of("capacity", "varied", capacity_json);
}

}  // namespace fieldtwin
