#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/require.h"
#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"
#include "notice/tiles.h"

namespace kenpo::notice {

namespace {

std::string bytes_of(const std::vector<TreeHash>& hashes) {
  if (hashes.empty()) return {};
  return {reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(TreeHash)};
}

std::vector<TreeHash> hashes_of(std::string_view bytes) {
  std::vector<TreeHash> hashes(bytes.size() / sizeof(TreeHash));
  if (!hashes.empty()) std::memcpy(hashes.data(), bytes.data(), bytes.size());
  return hashes;
}

// More files than this are cheaper to sync all together than one by one.
constexpr std::size_t files_synced_singly = 8;

std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

}  // namespace

TileWriter::TileWriter(std::string directory, LogIo& io)
    : directory_(std::move(directory)), io_(io) {}

void TileWriter::push(unsigned level, const TreeHash& hash) {
  KENPO_REQUIRE(level < tile_levels);
  if (edge_.size() <= level) edge_.resize(level + 1);
  auto& tile = edge_[level];
  tile.push_back(hash);
  if (tile.size() < tile_width) return;
  const auto index = (size_ >> (8 * level)) / tile_width;
  waiting_.push_back({tile_path(level, index), bytes_of(tile)});
  const TreeHash root = root_of(tile);
  tile.clear();
  push(level + 1, root);
}

void TileWriter::append(std::string_view entry, const TreeHash& leaf) {
  frame(bundle_, entry);
  if (size_ % tile_width == tile_width - 1) {
    waiting_.push_back({tile_path(std::nullopt, size_ / tile_width), std::move(bundle_)});
    bundle_.clear();
  }
  push(0, leaf);
  ++size_;
}

TreeHash TileWriter::root() const {
  if (size_ == 0) return empty_root();
  // The hashes at the edge of all levels, from the largest subtrees to the leaves, are the tree.
  std::optional<TreeHash> root;
  for (const auto& tile : edge_) {
    // Within one level the complete subtrees are folded from the right.
    std::size_t end = tile.size();
    for (std::size_t width = 1; end != 0; width *= 2) {
      if ((end & width) == 0) continue;
      const TreeHash part = root_of(std::span(tile).subspan(end - width, width));
      root = root ? node_hash(part, *root) : part;
      end -= width;
    }
  }
  return *root;
}

int TileWriter::write(const Waiting& file) {
  const std::string directory = parent_of(file.path);
  if (!known_directories_.contains(directory)) {
    if (const int code = make_directories(io_, directory_, directory); code != 0) return code;
    known_directories_.insert(directory);
  }
  touched_directories_.insert(directory);
  const int code = write_file(io_, directory_ + "/" + file.path, file.bytes,
                              sync_later_ ? Sync::later : Sync::now);
  // Half a file would stay behind when the tree has grown before the next try.
  if (code != 0) static_cast<void>(io_.remove(directory_ + "/" + file.path));
  return code;
}

int TileWriter::write_full() {
  std::size_t written = 0;
  int code = 0;
  if (waiting_.size() > files_synced_singly) sync_later_ = true;
  for (; written < waiting_.size() && code == 0; ++written) {
    code = write(waiting_[written]);
    if (code != 0) break;
    full_.insert(waiting_[written].path + ".p");
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(written));
  return code;
}

int TileWriter::write_all() {
  if (const int code = write_full(); code != 0) return code;
  const auto partial = [&](TileLevel level, std::uint64_t all, const std::string& bytes) {
    const auto width = static_cast<std::size_t>(all % tile_width);
    // A level whose edge has not moved since the last time has its file already.
    if (width == 0 || all == hashes_at(level.value_or(0), partials_size_)) return 0;
    return write({tile_path(level, all / tile_width, width), bytes});
  };
  int code = partial(std::nullopt, size_, bundle_);
  for (unsigned level = 0; level < edge_.size() && code == 0; ++level) {
    code = partial(level, hashes_at(level, size_), bytes_of(edge_[level]));
  }
  if (code == 0) code = sync_all();
  if (code == 0) partials_size_ = size_;
  return code;
}

int TileWriter::sync_all() {
  int code = 0;
  if (sync_later_) {
    code = io_.sync_file_system(directory_);
  } else {
    for (const auto& directory : touched_directories_) {
      if (code == 0) code = io_.sync_directory(directory_ + "/" + directory);
    }
  }
  if (code != 0) {
    // The files are written and not named any more: nobody would write them a second time.
    sync_failed_ = true;
    return code;
  }
  sync_later_ = false;
  touched_directories_.clear();
  return 0;
}

void TileWriter::remove_superseded() {
  for (const auto& partials : full_) {
    const std::string path = directory_ + "/" + partials;
    for (const auto& name : names_in(path)) static_cast<void>(io_.remove(path + "/" + name));
    if (exists(path)) static_cast<void>(io_.remove(path));
    known_directories_.erase(partials);
  }
  full_.clear();
}

base::Result<> TileWriter::load(std::uint64_t size, const TreeHash& root) {
  KENPO_REQUIRE(size_ == 0);
  size_ = partials_size_ = size;
  if (size == 0) return base::Done{};
  const TileReader reader(directory_, size);
  if (size % tile_width != 0) {
    auto bundle = reader.bundle(size / tile_width);
    if (!bundle) return truncated_fault(size - size % tile_width);
    bundle_ = std::move(*bundle);
  }
  // First from the tiles as they stand; else every tile of the edge is made again from the level
  // below it.
  for (const unsigned made_again : {1U, tile_levels}) {
    if (load_edge(reader, made_again) && this->root() == root) {
      mend_edge(reader);
      return base::Done{};
    }
  }
  return damaged_fault("tile");
}

// The edge of level 0 always comes from the bundle; that of the levels below `made_again` from the
// full tiles one level down, the others from their own file.
bool TileWriter::load_edge(const TileReader& reader, unsigned made_again) {
  edge_.clear();
  for (unsigned level = 0; hashes_at(level, size_) != 0; ++level) {
    auto& tile = edge_.emplace_back();
    const auto all = hashes_at(level, size_);
    const auto first = all - all % tile_width;
    if (first == all) continue;
    if (level == 0) {
      const auto entries = entries_of(bundle_);
      if (!entries) return false;
      for (const auto entry : *entries) tile.push_back(leaf_hash(entry));
    } else if (level < made_again) {
      for (auto at = first; at < all; ++at) {
        const auto below = reader.hashes(level - 1, at);
        if (!below) return false;
        tile.push_back(root_of(hashes_of(*below)));
      }
    } else {
      const auto bytes = reader.hashes(level, first / tile_width);
      if (!bytes) return false;
      tile = hashes_of(*bytes);
    }
  }
  return true;
}

// Hash tiles of the edge that are missing or wrong on disk are written again, and what a crash left
// of superseded files goes. The bundle is never written again: nothing could replace it.
void TileWriter::mend_edge(const TileReader& reader) {
  for (unsigned level = 0; level < edge_.size(); ++level) {
    const auto all = hashes_at(level, size_);
    const auto index = all / tile_width;
    const auto bytes = bytes_of(edge_[level]);
    if (!bytes.empty() && reader.hashes(level, index) != bytes) {
      waiting_.push_back({tile_path(level, index, edge_[level].size()), bytes});
    }
    if (index == 0) continue;
    full_.insert(partials_path(level, index - 1));
    if (level == 0) full_.insert(partials_path(std::nullopt, index - 1));
  }
}

bool TileWriter::clear_beyond(std::uint64_t covered) {
  bool within = clear_level(std::nullopt, covered);
  for (unsigned level = 0; level < tile_levels; ++level) {
    within = clear_level(level, covered) && within;
  }
  return within;
}

bool TileWriter::clear_level(TileLevel level, std::uint64_t covered) {
  const auto there = hashes_at(level.value_or(0), covered);
  const auto all = hashes_at(level.value_or(0), size_);
  std::vector<std::string> uncovered;
  for (auto index = there / tile_width;; ++index) {
    const std::string full = directory_ + "/" + tile_path(level, index);
    const std::string partials = directory_ + "/" + partials_path(level, index);
    const bool is_full = exists(full);
    if (!is_full && !exists(partials)) break;
    if (is_full && (index + 1) * tile_width > all) return false;
    // A full file may be half written; it is written again from the journal.
    if (is_full) uncovered.push_back(full);
    for (const auto& name : names_in(partials)) {
      std::uint64_t width = 0;
      std::from_chars(name.data(), name.data() + name.size(), width);
      if (index * tile_width + width > all) return false;
      if (index * tile_width + width > there) uncovered.push_back(partials + "/" + name);
    }
  }
  for (const auto& path : uncovered) static_cast<void>(io_.remove(path));
  return true;
}

}  // namespace kenpo::notice
