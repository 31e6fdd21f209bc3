#pragma once
/// The file of a population model: JSON, its tables as whole multiples of 1e-5.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "matcher/template/population_model.hpp"

namespace fieldtwin {

/// A file that is no population of templates. The message says what, where and why.
class PopulationError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string population_text(const PopulationModel& model);
/// `name` is what messages call the text.
PopulationModel parse_population(std::string_view text, const std::string& name);
PopulationModel read_population(const std::filesystem::path& file);

/// The model in matcher/template/data/population.json, which is part of the program.
PopulationModel shipped_population_model();

}  // namespace fieldtwin
