#include "notice/log_reader.h"

#include <algorithm>

#include "notice/tiles.h"

namespace kenpo::notice {

namespace {

base::Fault unreadable(std::uint64_t bundle) {
  return {.what = {"監査記録を読めません。", "The audit log cannot be read."},
          .why = {"束 " + base::Plain(bundle) + " のファイルがないか、壊れています。",
                  "The file of bundle " + base::Plain(bundle) + " is missing or damaged."},
          .mend = {"kenpo audit verify で確かめ、個人情報取扱責任者に知らせてください。",
                   "Check with kenpo audit verify and tell the responsible person."},
          .place = {}};
}

}  // namespace

base::Result<std::vector<NumberedLeaf>> read_leaves(const std::string& directory,
                                                    std::uint64_t size, std::uint64_t first,
                                                    std::uint64_t count) {
  const auto end = std::min(size, first + std::min(count, leaves_read_limit));
  const TileReader tiles(directory, size);
  std::vector<NumberedLeaf> leaves;
  for (auto bundle = first / tile_width; bundle * tile_width < end; ++bundle) {
    const auto bytes = tiles.bundle(bundle);
    const auto entries = bytes ? entries_of(*bytes) : std::nullopt;
    if (!entries) return unreadable(bundle);
    for (std::size_t at = 0; at < entries->size(); ++at) {
      const auto index = bundle * tile_width + at;
      if (index < first || index >= end) continue;
      auto leaf = parse_leaf((*entries)[at]);
      if (leaf.ok()) leaves.push_back({index, std::move(leaf).value()});
    }
  }
  return leaves;
}

}  // namespace kenpo::notice
