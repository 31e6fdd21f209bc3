#include "scenarios/reader/error.hpp"

#include <algorithm>
#include <map>

namespace fieldtwin {
namespace {

std::string join(const std::vector<ScenarioError>& errors) {
  std::string out;
  for (const ScenarioError& error : errors) {
    if (!out.empty()) out += '\n';
    out += to_string(error);
  }
  return out;
}

}  // namespace

std::string to_string(const ScenarioError& error) {
  std::string out = error.file;
  if (error.line > 0) out += ":" + std::to_string(error.line);
  if (error.line > 0 && error.column > 0) out += ":" + std::to_string(error.column);
  out += ": error: " + error.what;
  if (!error.why.empty()) out += " (" + error.why + ")";
  out += ".";
  if (!error.suggestion.empty()) out += " " + error.suggestion;
  return out;
}

ScenarioErrors::ScenarioErrors(std::vector<ScenarioError> errors)
    : std::runtime_error(join(errors)), errors_(std::move(errors)) {}

void ErrorList::add(const Place& place, Complaint complaint) {
  // What stands at the head of a section is read once for each value under it.
  for (const ScenarioError& error : errors_)
    if (error.file == place.file && error.line == place.line && error.column == place.column &&
        error.what == complaint.what)
      return;
  errors_.push_back({place.file, place.line, place.column, std::move(complaint.what),
                     std::move(complaint.why), std::move(complaint.suggestion)});
}

void ErrorList::raise_if_any() const {
  if (errors_.empty()) return;
  std::map<std::string, std::size_t> order;  // files as they were first met
  for (const ScenarioError& error : errors_) order.emplace(error.file, order.size());
  std::vector<ScenarioError> sorted = errors_;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    if (a.file != b.file) return order.at(a.file) < order.at(b.file);
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  throw ScenarioErrors(std::move(sorted));
}

}  // namespace fieldtwin
