#include "sim/study/launched.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace fieldtwin {
namespace {

struct Variables {
  const char* rank;
  const char* size;
};

constexpr std::array<Variables, 3> kLaunchers{{{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                               {"PMI_RANK", "PMI_SIZE"},
                                               {"PMIX_RANK", "SLURM_STEP_NUM_TASKS"}}};

std::optional<unsigned> number(const char* variable) {
  const char* text = std::getenv(variable);
  if (text == nullptr) return std::nullopt;
  const std::string_view digits(text);
  unsigned value = 0;
  const auto end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value);
  return error == std::errc{} && at == end ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Launched> launched() {
  for (const auto& [rank, size] : kLaunchers) {
    const auto is = number(rank), of = number(size);
    if (is && of) return Launched{*is, *of};
  }
  return std::nullopt;
}

}  // namespace fieldtwin
