#include "notice/log_verifier.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"
#include "notice/audit_log_journal.h"
#include "notice/checkpoint_rotation.h"
#include "notice/leaf.h"
#include "notice/tiles.h"

namespace kenpo::notice {

namespace {

constexpr unsigned depth_limit = 10;  // tile/<level>/x…/x…/….p/: deeper is none of ours

std::string_view view(const std::vector<TreeHash>& hashes) {
  return {reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(TreeHash)};
}

std::optional<Checkpoint> checkpoint_in(std::string_view note) {
  const auto gap = note.rfind("\n\n");
  return gap == std::string_view::npos ? std::nullopt : parse_checkpoint(note.substr(0, gap + 1));
}

class Verifier {
 public:
  Verifier(const std::string& directory, const PublicKey& first_key,
           const std::vector<std::string>& older)
      : directory_(directory), older_(older), keys_{{0, first_key}} {}

  base::Result<VerifiedLog> run() {
    const auto note = read_file(directory_ + "/checkpoint", checkpoint_bytes_limit);
    const auto checkpoint = note ? checkpoint_in(*note) : std::nullopt;
    if (!checkpoint || !checkpoint->extension.empty()) return checkpoint_fault();
    checkpoint_ = *checkpoint;
    for (const auto& text : older_) {
      if (const auto kept = checkpoint_in(text)) wanted_[kept->size] = {};
    }
    read_entries();
    compare_edge();
    if (frontier_.size() == checkpoint_.size && frontier_.root() != checkpoint_.root) {
      fault(forked_fault(checkpoint_.size));
    }
    if (!key_at(checkpoint_.size).open(*note) ||
        checkpoint_.origin != keys_.front().key.origin()) {
      fault(checkpoint_fault());
    }
    compare_older();
    count_journal();
    look_at({}, 0);
    if (!faults_.empty()) return std::move(faults_);
    found_.checkpoint = checkpoint_;
    found_.epochs = keys_.size();
    found_.key = keys_.back().key;
    return found_;
  }

 private:
  struct Epoch {
    std::uint64_t from = 0;  // the first size whose checkpoints this key signs
    PublicKey key;
  };

  void fault(base::Fault found) {
    const bool repeated = std::ranges::find(faults_, found) != faults_.end();
    if (!repeated && faults_.size() < base::faults_limit) faults_.push_back(std::move(found));
  }

  const PublicKey& key_at(std::uint64_t size) const {
    const Epoch* found = &keys_.front();
    for (const Epoch& epoch : keys_) {
      if (epoch.from <= size) found = &epoch;
    }
    return found->key;
  }

  void read_entries() {
    remember_root();
    for (std::uint64_t index = 0; frontier_.size() < checkpoint_.size; ++index) {
      const auto left = checkpoint_.size - frontier_.size();
      const auto width = static_cast<std::size_t>(std::min<std::uint64_t>(tile_width, left));
      const auto bytes = read_tile({std::nullopt, index, width});
      const auto entries = bytes ? entries_of(*bytes) : std::nullopt;
      if (!bytes) return fault(truncated_fault(frontier_.size()));
      if (!entries || entries->size() < width) return fault(damaged_fault("tile/entries"));
      for (std::size_t at = 0; at < width; ++at) take((*entries)[at]);
      ++found_.bundles;
    }
  }

  void take(std::string_view entry) {
    const std::uint64_t index = frontier_.size();
    if (is_rotation(entry)) {
      const auto rotation = open_rotation(entry, keys_.back().key);
      const bool fits = rotation && rotation->before.size == index &&
                        rotation->before.root == frontier_.root();
      if (!fits) fault(checkpoint_fault());
      if (fits) keys_.push_back({index + 1, rotation->next});
    } else if (!parse_leaf(entry).ok()) {
      fault(damaged_fault("tile/entries"));
    }
    found_.entry_bytes += entry.size();
    const TreeHash hash = leaf_hash(entry);
    frontier_.append(hash);
    push(0, hash);
    remember_root();
  }

  void remember_root() {
    if (const auto at = wanted_.find(frontier_.size()); at != wanted_.end()) {
      at->second = frontier_.root();
    }
  }

  void push(unsigned level, const TreeHash& hash) {
    if (edge_.size() <= level) edge_.resize(level + 1);
    edge_[level].hashes.push_back(hash);
    if (edge_[level].hashes.size() < tile_width) return;
    compare_tile(level);
    const TreeHash root = root_of(edge_[level].hashes);
    edge_[level].hashes.clear();
    ++edge_[level].index;
    push(level + 1, root);
  }

  void compare_tile(unsigned level) {
    const auto& tile = edge_[level];
    const auto bytes = read_tile({level, tile.index, tile.hashes.size()});
    if (!bytes || !std::string_view(*bytes).starts_with(view(tile.hashes))) {
      fault(damaged_fault(base::Plain("tile/") + level));
    }
    ++found_.tiles;
  }

  void compare_edge() {
    if (frontier_.size() != checkpoint_.size) return;
    for (unsigned level = 0; level < edge_.size(); ++level) {
      if (!edge_[level].hashes.empty()) compare_tile(level);
    }
  }

  // The file of this place, which must have its exact length; or, while the log is being written, a
  // wider one that has taken its place.
  std::optional<std::string> read_tile(const TilePlace& place) {
    const auto path = tile_path(place.level, place.index, place.width);
    if (auto exact = read_file(directory_ + "/" + path, bundle_bytes_limit)) {
      const auto entries = place.level ? std::nullopt : entries_of(*exact);
      const bool whole = place.level ? exact->size() == place.width * sizeof(TreeHash)
                                     : entries && entries->size() == place.width;
      if (!whole) fault(damaged_fault("tile"));
      return exact;
    }
    const TileReader reader(directory_, checkpoint_.size);
    return place.level ? reader.hashes(*place.level, place.index) : reader.bundle(place.index);
  }

  void compare_older() {
    for (const auto& note : older_) {
      const auto kept = checkpoint_in(note);
      if (!kept || !key_at(kept->size).open(note) || kept->origin != checkpoint_.origin) {
        fault(checkpoint_fault());
      } else if (kept->size > checkpoint_.size) {
        fault(rolled_back_fault(checkpoint_.size, kept->size));
      } else if (kept->size <= frontier_.size() && wanted_[kept->size] != kept->root) {
        fault(forked_fault(kept->size));
      } else {
        ++found_.older;
      }
    }
  }

  void count_journal() {
    if (!exists(directory_ + "/journal")) return;
    const auto recovered = recover_journal(directory_, checkpoint_.size);
    if (!recovered) {
      for (const auto& found : recovered.faults()) fault(found);
    } else {
      found_.not_yet_signed = recovered->entries.size();
    }
  }

  // Every file must be one that the log makes.
  void look_at(const std::string& below, unsigned depth) {
    for (const auto& name : names_in(directory_ + "/" + below)) {
      const std::string path = below.empty() ? name : below + "/" + name;
      struct stat status {};
      if (::lstat((directory_ + "/" + path).c_str(), &status) != 0) continue;  // gone meanwhile
      if (S_ISDIR(status.st_mode) && depth < depth_limit) {
        if (path != "journal") look_at(path, depth + 1);
      } else if (path != "checkpoint" && path != "checkpoint.tmp") {
        look_at_tile(parse_tile_path(path));
      }
    }
  }

  void look_at_tile(const std::optional<TilePlace>& place) {
    if (!place) return fault(damaged_fault("?"));
    const auto all = hashes_at(place->level.value_or(0), checkpoint_.size);
    const auto end = place->index * tile_width + place->width;
    if (end > all) {
      const auto durable = checkpoint_.size + found_.not_yet_signed;
      const bool open = exists(directory_ + "/journal");
      if (!open || end > hashes_at(place->level.value_or(0), durable)) {
        fault(beyond_fault(checkpoint_.size));
      }
      return;
    }
    if (place->width == tile_width || end == all) return;  // compared already
    // A partial file of an older checkpoint is the beginning of what stands there now.
    const TileReader reader(directory_, checkpoint_.size);
    const auto now =
        place->level ? reader.hashes(*place->level, place->index) : reader.bundle(place->index);
    const auto old = read_tile(*place);
    if (!now || !old || !now->starts_with(*old)) fault(damaged_fault("tile"));
  }

  struct Edge {
    std::uint64_t index = 0;
    std::vector<TreeHash> hashes;
  };
  const std::string& directory_;
  const std::vector<std::string>& older_;
  std::vector<Epoch> keys_;
  Checkpoint checkpoint_;
  Frontier frontier_;
  std::vector<Edge> edge_;
  std::map<std::uint64_t, TreeHash> wanted_;  // roots at the sizes of older checkpoints
  VerifiedLog found_{.checkpoint = {}, .key = keys_.front().key};
  base::Faults faults_;
};

}  // namespace

base::Result<VerifiedLog> verify_log(const std::string& directory, const PublicKey& first_key,
                                     const std::vector<std::string>& older) {
  return Verifier(directory, first_key, older).run();
}

}  // namespace kenpo::notice
