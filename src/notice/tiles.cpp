#include "notice/tiles.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "base/require.h"
#include "notice/audit_log_io.h"

namespace kenpo::notice {

namespace {

constexpr std::size_t cache_limit = 64;  // tiles of 8 KiB: the edges of a few proofs

std::string level_name(TileLevel level) {
  return "tile/" + (level ? std::to_string(*level) : std::string("entries")) + "/";
}

std::string three(std::uint64_t number) { return std::to_string(1000 + number).substr(1); }

// Decimal without leading zeroes, 1 … limit.
std::optional<std::uint64_t> decimal(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string tile_path(TileLevel level, std::uint64_t index, std::size_t width) {
  KENPO_REQUIRE(width >= 1 && width <= tile_width);
  std::string name = three(index % 1000);
  for (std::uint64_t left = index / 1000; left != 0; left /= 1000) {
    name = "x" + three(left % 1000) + "/" + name;
  }
  name = level_name(level) + name;
  return width == tile_width ? name : name + ".p/" + std::to_string(width);
}

std::string partials_path(TileLevel level, std::uint64_t index) {
  return tile_path(level, index) + ".p";
}

std::optional<TilePlace> parse_tile_path(std::string_view path) {
  const std::string_view whole = path;
  if (!path.starts_with("tile/")) return std::nullopt;
  path.remove_prefix(5);
  const auto level = path.substr(0, path.find('/'));
  TilePlace place;
  if (level != "entries") {
    const auto number = decimal(level);
    if (!number || *number >= tile_levels) return std::nullopt;
    place.level = static_cast<unsigned>(*number);
  }
  path.remove_prefix(std::min(path.size(), level.size() + 1));
  if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
    const auto width = decimal(path.substr(partial + 3));
    if (!width || *width < 1 || *width >= tile_width) return std::nullopt;
    place.width = static_cast<std::size_t>(*width);
    path = path.substr(0, partial);
  }
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    const auto digits = part.starts_with('x') ? part.substr(1) : part;
    const auto number = decimal(digits);
    if (!number || digits.size() != 3 || place.index > (UINT64_MAX - 999) / 1000) {
      return std::nullopt;
    }
    place.index = place.index * 1000 + *number;
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return tile_path(place.level, place.index, place.width) == whole ? std::optional(place)
                                                                   : std::nullopt;
}

std::uint64_t hashes_at(unsigned level, std::uint64_t size) {
  return level >= tile_levels ? 0 : size >> (8 * level);
}

void frame(std::string& bundle, std::string_view entry) {
  KENPO_REQUIRE(entry.size() <= entry_bytes_limit);
  const char head[2] = {static_cast<char>(entry.size() >> 8), static_cast<char>(entry.size())};
  bundle.append(head, 2).append(entry);
}

std::optional<std::vector<std::string_view>> entries_of(std::string_view bundle) {
  std::vector<std::string_view> entries;
  while (!bundle.empty()) {
    if (bundle.size() < 2) return std::nullopt;
    const auto high = static_cast<std::uint8_t>(bundle[0]);
    const auto low = static_cast<std::uint8_t>(bundle[1]);
    const std::size_t length = (std::size_t{high} << 8) | low;
    if (length > entry_bytes_limit || bundle.size() < 2 + length) return std::nullopt;
    entries.push_back(bundle.substr(2, length));
    bundle.remove_prefix(2 + length);
  }
  return entries;
}

TileReader::TileReader(std::string directory, std::uint64_t size)
    : directory_(std::move(directory)), size_(size) {}

// A tile that grew since may stand there under a larger width only: its beginning serves as well.
std::optional<std::string> TileReader::read(TileLevel level, std::uint64_t index,
                                            std::size_t width) const {
  const auto at = [&](std::size_t wide) {
    return read_file(directory_ + "/" + tile_path(level, index, wide), bundle_bytes_limit);
  };
  if (auto exact = at(width)) return exact;
  if (width == tile_width) return std::nullopt;
  if (auto full = at(tile_width)) return full;
  for (const auto& name : names_in(directory_ + "/" + partials_path(level, index))) {
    const auto wide = decimal(name);
    if (wide && *wide > width && *wide < tile_width) {
      if (auto wider = at(static_cast<std::size_t>(*wide))) return wider;
    }
  }
  return std::nullopt;
}

std::optional<std::string> TileReader::hashes(unsigned level, std::uint64_t index) const {
  const auto all = hashes_at(level, size_);
  if (index * tile_width >= all) return std::nullopt;
  const auto width = static_cast<std::size_t>(
      std::min<std::uint64_t>(tile_width, all - index * tile_width));
  if (const auto cached = cache_.find({level, index}); cached != cache_.end()) {
    return cached->second;
  }
  auto bytes = read(level, index, width);
  if (!bytes || bytes->size() < width * sizeof(TreeHash)) return std::nullopt;
  bytes->resize(width * sizeof(TreeHash));
  if (cache_.size() >= cache_limit) cache_.clear();
  cache_[{level, index}] = *bytes;
  return bytes;
}

std::optional<std::string> TileReader::bundle(std::uint64_t index) const {
  if (index * tile_width >= size_) return std::nullopt;
  const auto width = static_cast<std::size_t>(
      std::min<std::uint64_t>(tile_width, size_ - index * tile_width));
  auto bytes = read(std::nullopt, index, width);
  const auto entries = bytes ? entries_of(*bytes) : std::nullopt;
  if (!entries || entries->size() < width) return std::nullopt;
  const auto last = (*entries)[width - 1];
  bytes->resize(static_cast<std::size_t>(last.data() + last.size() - bytes->data()));
  return bytes;
}

std::optional<TreeHash> TileReader::subtree_root(unsigned level, std::uint64_t index) const {
  const unsigned within = level % 8;
  const std::uint64_t first = index << within;
  const auto tile = hashes(level / 8, first / tile_width);
  if (!tile) return std::nullopt;
  const auto offset = static_cast<std::size_t>(first % tile_width) * sizeof(TreeHash);
  const std::size_t count = std::size_t{1} << within;
  if (tile->size() < offset + count * sizeof(TreeHash)) return std::nullopt;
  std::vector<TreeHash> nodes(count);
  std::memcpy(nodes.data(), tile->data() + offset, count * sizeof(TreeHash));
  return root_of(nodes);
}

}  // namespace kenpo::notice
