// The tree on disk: C2SP tlog-tiles. Hash tiles of 256 hashes, bundles of 256 entries, and partial
// ones at the right edge. A file that a checkpoint covers is never written again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "notice/merkle.h"

namespace kenpo::notice {

class LogIo;

inline constexpr std::size_t tile_width = 256;
inline constexpr std::size_t entry_bytes_limit = 8192;  // a leaf has 2048, a rotation below 4096
inline constexpr std::size_t bundle_bytes_limit = tile_width * (entry_bytes_limit + 2);
inline constexpr unsigned tile_levels = 8;  // 256^8 leaves

/// `tile/entries` for bundles (level nullopt) or `tile/<level>`.
using TileLevel = std::optional<unsigned>;

/// `tile/0/x001/234` and, for a width below 256, `tile/0/x001/234.p/17`.
std::string tile_path(TileLevel level, std::uint64_t index, std::size_t width = tile_width);
/// The directory of the partial tiles, `tile/0/x001/234.p`.
std::string partials_path(TileLevel level, std::uint64_t index);

struct TilePlace {
  TileLevel level;
  std::uint64_t index = 0;
  std::size_t width = tile_width;
  friend bool operator==(const TilePlace&, const TilePlace&) = default;
};
/// Nullopt unless `tile_path` makes exactly this path.
std::optional<TilePlace> parse_tile_path(std::string_view path);

/// How many hashes of the level a tree of this size has.
std::uint64_t hashes_at(unsigned level, std::uint64_t size);

/// Appends one entry, prefixed by its length in two bytes, the high one first.
void frame(std::string& bundle, std::string_view entry);
/// The entries of a bundle; nullopt when it is not made of whole entries.
std::optional<std::vector<std::string_view>> entries_of(std::string_view bundle);

/// Reads the hashes of a tree of `size` leaves from its files.
class TileReader final : public SubtreeRoots {
 public:
  TileReader(std::string directory, std::uint64_t size);
  std::optional<TreeHash> subtree_root(unsigned level, std::uint64_t index) const override;
  /// The hashes that the tree has in this tile, also from a wider file than needed.
  std::optional<std::string> hashes(unsigned level, std::uint64_t index) const;
  /// The framed entries that the tree has in this bundle.
  std::optional<std::string> bundle(std::uint64_t index) const;
  std::uint64_t size() const { return size_; }

 private:
  std::optional<std::string> read(TileLevel level, std::uint64_t index, std::size_t width) const;
  std::string directory_;
  std::uint64_t size_;
  mutable std::map<std::pair<unsigned, std::uint64_t>, std::string> cache_;
};

/// The right edge of the tree in memory, and the writing of files.
class TileWriter {
 public:
  TileWriter(std::string directory, LogIo& io);

  /// Takes up the edge of a tree that is on disk. Refuses when its files do not give this root.
  base::Result<> load(std::uint64_t size, const TreeHash& root);
  void append(std::string_view entry, const TreeHash& leaf);
  std::uint64_t size() const { return size_; }
  TreeHash root() const;

  /// Files that are full and wait to be written.
  std::size_t waiting() const { return waiting_.size(); }
  /// Writes the full files that wait. 0 or an errno; what failed waits on.
  int write_full();
  /// Writes everything, also the partial files at the edge; all of it is durable afterwards.
  int write_all();
  /// A sync failed: what was written may be lost, and no later success says otherwise. Nothing may
  /// be published any more.
  bool sync_failed() const { return sync_failed_; }
  /// After a checkpoint: removes the partial files of tiles that are full now.
  void remove_superseded();
  /// After a crash: removes files beyond `covered` that no checkpoint covers. False when files hold
  /// more than `size()` leaves.
  bool clear_beyond(std::uint64_t covered);

 private:
  struct Waiting {
    std::string path;
    std::string bytes;
  };
  int write(const Waiting& file);
  int sync_all();
  bool load_edge(const TileReader& reader, unsigned made_again);
  void mend_edge(const TileReader& reader);
  bool clear_level(TileLevel level, std::uint64_t covered);
  void push(unsigned level, const TreeHash& hash);
  std::string directory_;
  LogIo& io_;
  std::uint64_t size_ = 0;
  std::string bundle_;                         // the entries of the partial bundle
  std::vector<std::vector<TreeHash>> edge_;    // a level each: the hashes of its partial tile
  std::vector<Waiting> waiting_;
  std::set<std::string> known_directories_;
  std::set<std::string> touched_directories_;  // whose names are not durable yet
  bool sync_later_ = false;                    // files were written that are not durable yet
  bool sync_failed_ = false;
  std::set<std::string> full_;                 // partial directories that a full file replaces
  std::uint64_t partials_size_ = 0;            // the size whose partial files are on disk
};

}  // namespace kenpo::notice
