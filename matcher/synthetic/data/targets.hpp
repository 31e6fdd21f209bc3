#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/synthetic/vec3.hpp"

namespace fieldtwin {

/// How a body changes: each target moves some vertices, as far as it is applied.
class Targets {
 public:
  /// Reads the list of the targets' paths and their table: 16-bit integers in thousandths of the
  /// unit, three a vertex, a row a target in the order of their sorted paths. A target of a detail
  /// moves nothing by more than 0.6; what does is damage in the file, and is left out.
  ///
  /// Throws FaceDataError if either is not what is expected.
  Targets(const std::filesystem::path& list, const std::filesystem::path& table,
          std::size_t vertices);

  /// The index of a target, by its path below the folder of targets without the ending ("nose/
  /// nose-hump-morehump"). Throws FaceDataError if there is none.
  std::size_t index(std::string_view path) const;
  std::size_t size() const { return begin_.size() - 1; }

  /// Moves the vertices by `amount` times the target.
  void apply(std::size_t target, float amount, std::vector<Vec3>& vertices) const;

 private:
  struct Move {
    std::uint32_t vertex;
    Vec3 by;
  };
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<Move> moves_;
  std::vector<std::size_t> begin_;  //!< of each target among the moves, and the end
};

}  // namespace fieldtwin
