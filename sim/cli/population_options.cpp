#include "sim/cli/population_options.hpp"

#include "matcher/template/population_file.hpp"

namespace fieldtwin {

void PopulationOptions::add_to(CLI::App& command) {
  command.add_option("--seed", seed, "Who the people are")->capture_default_str();
  command.add_option("--population", file,
                     "What they are drawn from (fieldtwin matcher fit); else the shipped one")
      ->type_name("FILE.json");
}

ModelledPeople PopulationOptions::people() const {
  const auto population = file.empty() ? TemplatePopulation::shipped()
                                       : TemplatePopulation(read_population(file));
  return {population, Draws(seed, 0)};
}

}  // namespace fieldtwin
