// The journal: leaves are durable here first, many with one write and one sync. Segments are zeroed
// beforehand and used again, so that a sync need not bring a file's new length to the disk. Batches
// are chained: what a failed write or an older use of the segment left behind is never taken for a
// batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notice/merkle.h"

namespace kenpo::notice {

class LogIo;

/// Room that a batch's bytes begin with; `write` fills it.
inline constexpr std::size_t batch_head_bytes = 96;
/// A batch that has this many bytes takes no more leaves.
inline constexpr std::size_t batch_bytes_limit = 1 << 20;

class Journal {
 public:
  Journal(std::string directory, std::uint64_t segment_bytes, LogIo& io);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// Where the next batch begins, after `recover_journal`.
  void start(std::uint64_t segment, std::uint64_t index, const TreeHash& chain);
  /// Makes the batch durable: head room, then framed entries with these leaf hashes. 0 or an errno.
  /// After a failed write the next one begins a new segment; after a failed sync nothing helps.
  int write(std::string& batch, std::span<const TreeHash> hashes);
  bool sync_failed() const { return sync_failed_; }
  /// Leaves below this index are in tiles under a checkpoint: their segments may go.
  void drop_below(std::uint64_t index);
  /// The same for all segments, and the directory with them.
  int remove_all();

 private:
  struct Segment {
    std::uint64_t number = 0;
    std::uint64_t first_index = 0;
  };
  int begin_segment();
  int make_file(const std::string& path);
  std::string path_of(std::uint64_t number) const;
  void close();

  const std::string directory_;
  const std::uint64_t segment_bytes_;
  LogIo& io_;
  int descriptor_ = -1;
  std::uint64_t offset_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t index_ = 0;
  TreeHash chain_{};
  bool sync_failed_ = false;
  std::mutex segments_mutex_;  // the two below are shared by the writing and the publishing thread
  std::deque<Segment> segments_;
  bool spare_ = false;
};

/// What a journal holds from leaf `from` on.
struct Recovered {
  std::vector<std::string> entries;
  std::uint64_t last_segment = 0;
};

/// Reads the journal in `directory`/journal. A torn end is cut off; damage before the end, a gap or
/// a missing segment is a fault.
base::Result<Recovered> recover_journal(const std::string& directory, std::uint64_t from);

/// The batch formats, shared with the reader: see docs/formats/audit_log.md.
namespace journal_format {
inline constexpr std::string_view segment_magic = "KENPOJ1\n";
inline constexpr std::string_view batch_magic = "KBAT";
inline constexpr std::size_t segment_head_bytes = 96;
struct Head {
  std::uint32_t count = 0;          // leaves; 0 in a segment's head
  std::uint32_t payload_bytes = 0;  // 0 in a segment's head
  std::uint64_t first_index = 0;
  std::uint64_t segment = 0;
  TreeHash chain{};  // the check of the batch before
};
/// 64 bytes that a check over the head and the leaf hashes follows.
std::string head_bytes(std::string_view magic, const Head& head);
TreeHash check_of(std::string_view head, std::span<const TreeHash> hashes);
std::optional<Head> parse_head(std::string_view bytes, std::string_view magic);
/// Eight digits and `.segment`.
std::string segment_name(std::uint64_t number);
std::optional<std::uint64_t> segment_number(std::string_view name);
}  // namespace journal_format

}  // namespace kenpo::notice
