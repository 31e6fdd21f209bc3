#include "matcher/template/population_file.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace fieldtwin {

/// Made from the file by the build.
extern const std::string_view kShippedPopulation;

namespace {

using Json = nlohmann::ordered_json;
constexpr double kStep = 1e-5;
constexpr int kVersion = 1;

/// A number, or a table of them of any depth: the same function names each field for both ways.
void put(Json& to, float value) {
  to = std::lround(static_cast<double>(value) / kStep);
}
template <class T, std::size_t n>
void put(Json& to, const std::array<T, n>& values) {
  to = Json::array();
  for (const T& value : values) put(to.emplace_back(), value);
}
void take(const Json& from, float& value) {
  value = static_cast<float>(from.get<std::int64_t>() * kStep);
}
template <class T, std::size_t n>
void take(const Json& from, std::array<T, n>& values) {
  if (!from.is_array() || from.size() != n) {
    throw PopulationError("a table has " + std::to_string(from.size()) + " entries, not " +
                          std::to_string(n));
  }
  for (std::size_t i = 0; i < n; ++i) take(from[i], values[i]);
}

template <class Model, class Visit>
void each_field(Model& model, const Visit& visit) {
  visit("mean", model.mean);
  visit("spread", model.spread);
  visit("person", model.person);
  visit("person_tail", model.person_tail);
  visit("session", model.session);
  visit("session_tail", model.session_tail);
  visit("capture_tail", model.capture_tail);
  visit("field_sd", model.field_sd);
  visit("field_rest", model.field_rest);
  visit("quality_drift", model.quality_drift);
  visit("quality_slope", model.quality_slope);
  visit("enrolment_offset", model.enrolment_offset);
  visit("enrolment_sd", model.enrolment_sd);
  visit("enrolment_rest", model.enrolment_rest);
}

}  // namespace

std::string population_text(const PopulationModel& model) {
  // A line a field: the tables are for programs, the rest for readers.
  std::string text = "{\n\"population\": " + std::to_string(kVersion) +
                     ",\n\"source\": " + Json(model.source).dump();
  each_field(model, [&](const char* name, const auto& value) {
    Json field;
    put(field, value);
    text += std::string(",\n\"") + name + "\": " + field.dump();
  });
  return text + "\n}\n";
}

PopulationModel parse_population(std::string_view text, const std::string& name) {
  try {
    const Json json = Json::parse(text);
    if (json.at("population").get<int>() != kVersion) {
      throw PopulationError("it is of another version; make it anew (fieldtwin matcher fit)");
    }
    PopulationModel model;
    model.source = json.at("source").get<std::string>();
    each_field(model, [&](const char* field, auto& value) {
      try {
        take(json.at(field), value);
      } catch (const std::exception& error) {
        throw PopulationError("field " + std::string(field) + ": " + error.what());
      }
    });
    return model;
  } catch (const std::exception& error) {
    throw PopulationError(name + " is no population of templates (" + error.what() + ").");
  }
}

PopulationModel read_population(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw PopulationError("cannot read " + file.string() + ".");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_population(text, file.string());
}

PopulationModel shipped_population_model() {
  return parse_population(kShippedPopulation, "the shipped population");
}

}  // namespace fieldtwin
