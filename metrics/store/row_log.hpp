#pragma once
/// Rows as bytes: quick to write, and to put into tables later.

#include "metrics/store/rows.hpp"

namespace fieldtwin {

/// Notes rows, in their order. The bytes are for machines of the same kind.
class RowLog final : public RowSink {
 public:
  void add(RowTable table, std::span<const Cell> cells) override;

  const std::string& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

/// Hands the rows of a log on. StoreError if its bytes are not those of whole rows.
void play_rows(std::string_view bytes, RowSink& sink);

}  // namespace fieldtwin
