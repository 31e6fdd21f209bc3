#include "metrics/store/shard_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include "metrics/store/identity.hpp"
#include "metrics/store/replication_rows.hpp"
#include "metrics/store/row_log.hpp"

namespace fieldtwin {
namespace {

constexpr std::string_view kFirstLine = "fieldtwin shard";
constexpr std::uint32_t kLastPiece = std::uint32_t{1} << 31;  //!< in a piece's size

/// Puts rows into a shard. The row that makes it whole comes last.
class ShardRows final : public RowSink {
 public:
  ShardRows(const std::filesystem::path& path, const StudyIdentity& identity)
      : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
    file_ << kFirstLine << '\n' << identity_lines(identity) << '\n';
  }

  void add(RowTable table, std::span<const Cell> cells) override {
    if (table == RowTable::kReplication) {
      last_.add(table, cells);
      return;
    }
    log_.add(table, cells);
    constexpr std::size_t kPiece = 1 << 18;
    if (log_.bytes().size() >= kPiece) write_piece(log_, 0);
  }

  void finish() {
    if (!log_.bytes().empty()) write_piece(log_, 0);
    write_piece(last_, kLastPiece);
    file_.close();
    require_written();
  }

 private:
  void write_piece(RowLog& log, std::uint32_t mark) {
    const auto size = static_cast<std::uint32_t>(log.bytes().size()) | mark;
    file_.write(reinterpret_cast<const char*>(&size), sizeof size);
    file_.write(log.bytes().data(), static_cast<std::streamsize>(log.bytes().size()));
    require_written();
    log.clear();
  }

  void require_written() const {
    if (file_) return;
    throw StoreError(fmt::format("cannot write {} ({}). Make room, and run the same command again.",
                                 path_.string(), std::strerror(errno)));
  }

  const std::filesystem::path& path_;
  std::ofstream file_;
  RowLog log_;
  RowLog last_;
};

/// Writes encounters by the thousand, in the order of their ids: a table takes rows in the order of
/// its key in two thirds of the time.
class HeldCases {
 public:
  HeldCases(RowSink& sink, std::uint32_t replication) : writer_(sink, replication) {}

  void add(const EncounterRecord& record) {
    constexpr std::size_t kMost = 4096;
    held_.push_back(record);
    if (held_.size() == kMost) write();
  }

  void write() {
    std::ranges::sort(held_, {}, &EncounterRecord::id);
    for (const EncounterRecord& record : held_) writer_.write(record);
    held_.clear();
  }

 private:
  CaseWriter writer_;
  std::vector<EncounterRecord> held_;
};

/// The row of a replication.
struct ReplicationRow final : RowSink {
  void add(RowTable table, std::span<const Cell> cells) override {
    if (table != RowTable::kReplication || cells.size() != 3) return;
    const auto* number = std::get_if<std::int64_t>(&cells[0]);
    const auto* hex = std::get_if<std::string_view>(&cells[1]);
    const auto* counted = std::get_if<double>(&cells[2]);
    if (number == nullptr || hex == nullptr || counted == nullptr) return;
    found = Found{static_cast<std::uint32_t>(*number), std::string(*hex), *counted};
  }
  struct Found {
    std::uint32_t replication;
    std::string fingerprint;
    double scans;
  };
  std::optional<Found> found;
};

}  // namespace

void write_shard_file(const std::filesystem::path& path, const StudyIdentity& identity,
                      std::uint32_t replication,
                      const std::function<ReplicationResult(const CaseSink&)>& simulate) {
  ShardRows rows(path, identity);
  HeldCases cases(rows, replication);
  const ReplicationResult result =
      simulate([&](const EncounterRecord& record) { cases.add(record); });
  cases.write();
  write_replication(rows, result);
  rows.finish();
}

ShardFile::ShardFile(const std::filesystem::path& path)
    : path_(path), file_(path, std::ios::binary) {
  if (!file_) {
    throw StoreError(fmt::format("there is no {} (a shard that was to be merged). Run the same "
                                 "command again: what is missing will be simulated.",
                                 path.string()));
  }
  size_ = static_cast<std::uint64_t>(std::filesystem::file_size(path));
  std::string line;
  if (!std::getline(file_, line) || line != kFirstLine) refuse("it is no shard");
  std::string lines;
  while (std::getline(file_, line) && !line.empty()) lines += line + '\n';
  identity_ = identity_from_lines(lines, path);
  rows_begin_ = file_.tellg();
  PieceHead piece = piece_head();
  for (; !piece.is_last; piece = piece_head()) file_.seekg(piece.size, std::ios::cur);
  ReplicationRow row;
  play_rows(rows_of(piece), row);
  if (!row.found) refuse("it does not say its replication");
  replication_ = row.found->replication;
  fingerprint_ = std::move(row.found->fingerprint);
  scans_ = row.found->scans;
}

void ShardFile::play(RowSink& sink) {
  file_.seekg(rows_begin_);
  while (true) {
    const PieceHead piece = piece_head();
    play_rows(rows_of(piece), sink);
    if (piece.is_last) return;
  }
}

ShardFile::PieceHead ShardFile::piece_head() {
  std::uint32_t size = 0;
  if (!file_.read(reinterpret_cast<char*>(&size), sizeof size)) refuse("it is cut off");
  const PieceHead head{size & ~kLastPiece, (size & kLastPiece) != 0};
  const auto at = static_cast<std::uint64_t>(file_.tellg());
  if (head.size > size_ - at) refuse("it is cut off");
  return head;
}

std::string ShardFile::rows_of(const PieceHead& head) {
  std::string rows(head.size, '\0');
  if (!file_.read(rows.data(), static_cast<std::streamsize>(rows.size()))) refuse("it is cut off");
  return rows;
}

void ShardFile::refuse(std::string_view why) const {
  throw StoreError(fmt::format("the shard {} is damaged ({}). Remove it, and run the same command "
                               "again.",
                               path_.string(), why));
}

}  // namespace fieldtwin
