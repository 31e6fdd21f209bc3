#include "sim/cli/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/terminal.hpp"

namespace fieldtwin {

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
  std::string table;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string line;
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      std::size_t width = 0;
      for (const auto& row : rows) width = std::max(width, row[column].size());
      line += fmt::format("{:<{}}  ", rows[i][column], width);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    table += (i == 0 ? in_bold(Stream::kOut, line) : line) + "\n";
  }
  return table;
}

}  // namespace fieldtwin
