#include "metrics/store/shard_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/interprocess/exceptions.hpp>
#include <boost/interprocess/file_mapping.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
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
  HeldCases(RowSink& sink, std::uint32_t replication) : sink_(sink), replication_(replication) {}

  void add(const EncounterRecord& record) {
    constexpr std::size_t kMost = 4096;
    held_.push_back(record);
    if (held_.size() == kMost) write();
  }

  void write() {
    std::ranges::sort(held_, {}, &EncounterRecord::id);
    for (const EncounterRecord& record : held_) write_case(sink_, replication_, record);
    held_.clear();
  }

 private:
  RowSink& sink_;
  std::uint32_t replication_;
  std::vector<EncounterRecord> held_;
};

/// A line off the front of a text, without its end; nothing where no line ends.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

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

ShardFile::ShardFile(const std::filesystem::path& path) : path_(path) {
  namespace ipc = boost::interprocess;
  std::error_code none;
  const auto size = std::filesystem::file_size(path, none);
  if (none) {
    throw StoreError(fmt::format("there is no {} (a shard that was to be merged). Run the same "
                                 "command again: what is missing will be simulated.",
                                 path.string()));
  }
  if (size == 0) refuse("it is empty");
  try {
    bytes_ = ipc::mapped_region(ipc::file_mapping(path.c_str(), ipc::read_only), ipc::read_only);
  } catch (const ipc::interprocess_exception& error) {
    throw StoreError(fmt::format("cannot read {} ({})", path.string(), error.what()));
  }
  std::string_view rest(static_cast<const char*>(bytes_.get_address()), bytes_.get_size());
  if (take_line(rest) != kFirstLine) refuse("it is no shard");
  std::string lines;
  for (auto line = take_line(rest); line && !line->empty(); line = take_line(rest)) {
    lines.append(*line) += '\n';
  }
  identity_ = identity_from_lines(lines, path);
  pieces_ = rest;
  Piece piece = take_piece(rest);
  while (!piece.is_last) piece = take_piece(rest);
  ReplicationRow row;
  play_rows(piece.rows, row);
  if (!row.found) refuse("it does not say its replication");
  replication_ = row.found->replication;
  fingerprint_ = std::move(row.found->fingerprint);
  scans_ = row.found->scans;
}

void ShardFile::play(RowSink& sink) {
  std::string_view rest = pieces_;
  while (true) {
    const Piece piece = take_piece(rest);
    play_rows(piece.rows, sink);
    if (piece.is_last) return;
  }
}

ShardFile::Piece ShardFile::take_piece(std::string_view& pieces) const {
  std::uint32_t size = 0;
  if (pieces.size() < sizeof size) refuse("it is cut off");
  std::memcpy(&size, pieces.data(), sizeof size);
  pieces.remove_prefix(sizeof size);
  const bool is_last = (size & kLastPiece) != 0;
  size &= ~kLastPiece;
  if (pieces.size() < size) refuse("it is cut off");
  const Piece piece{pieces.substr(0, size), is_last};
  pieces.remove_prefix(size);
  return piece;
}

void ShardFile::refuse(std::string_view why) const {
  throw StoreError(fmt::format("the shard {} is damaged ({}). Remove it, and run the same command "
                               "again.",
                               path_.string(), why));
}

}  // namespace fieldtwin
