// Reads the journal after a crash.
#include <algorithm>
#include <cstring>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"
#include "notice/audit_log_journal.h"
#include "notice/tiles.h"

namespace kenpo::notice {

using namespace journal_format;

namespace {

constexpr std::size_t segment_bytes_limit = std::size_t{1} << 30;

struct Batch {
  Head head;
  TreeHash check{};
  std::vector<std::string_view> entries;
  std::size_t bytes = 0;
};

TreeHash check_after(std::string_view bytes) {
  TreeHash check{};
  std::memcpy(check.data(), bytes.data() + segment_head_bytes - check.size(), check.size());
  return check;
}

// A whole batch whose check holds, at the beginning of the bytes.
std::optional<Batch> read_batch(std::string_view bytes) {
  const auto head = parse_head(bytes, batch_magic);
  if (!head || head->count == 0 || head->payload_bytes > bytes.size() - batch_head_bytes) {
    return std::nullopt;
  }
  auto entries = entries_of(bytes.substr(batch_head_bytes, head->payload_bytes));
  if (!entries || entries->size() != head->count) return std::nullopt;
  std::vector<TreeHash> hashes;
  hashes.reserve(entries->size());
  for (const auto entry : *entries) hashes.push_back(leaf_hash(entry));
  const TreeHash check = check_after(bytes);
  if (check_of(head_bytes(batch_magic, *head), hashes) != check) return std::nullopt;
  return Batch{*head, check, std::move(*entries), batch_head_bytes + head->payload_bytes};
}

// Whether a later batch of this segment stands behind damage: then the damage is no torn end.
bool batch_follows(std::string_view bytes, std::uint64_t segment, std::uint64_t index) {
  for (auto at = bytes.find(batch_magic, 1); at != std::string_view::npos;
       at = bytes.find(batch_magic, at + 1)) {
    const auto batch = read_batch(bytes.substr(at));
    if (batch && batch->head.segment == segment && batch->head.first_index > index) return true;
  }
  return false;
}

struct Segment {
  std::uint64_t number = 0;
  std::string bytes;
  Head head;
};

class Recovery {
 public:
  Recovery(std::string directory, std::uint64_t from) : directory_(std::move(directory)) {
    from_ = from;
  }

  base::Result<Recovered> run() {
    KENPO_TRY(read_heads());
    for (std::size_t at = 0; at < segments_.size(); ++at) KENPO_TRY(read_segment(at));
    return std::move(recovered_);
  }

 private:
  base::Result<> read_heads() {
    for (const auto& name : names_in(directory_)) {
      const auto number = segment_number(name);
      if (!number) continue;  // the spare one
      recovered_.last_segment = std::max(recovered_.last_segment, *number);
      auto bytes = read_file(directory_ + "/" + name, segment_bytes_limit);
      if (!bytes) return damaged_fault("journal");
      segments_.push_back({*number, std::move(*bytes), {}});
    }
    std::ranges::sort(segments_, {}, &Segment::number);
    for (std::size_t at = 0; at < segments_.size(); ++at) {
      auto& segment = segments_[at];
      const auto head = parse_head(segment.bytes, segment_magic);
      const bool right =
          head && head->segment == segment.number && head->count == 0 &&
          head->payload_bytes == 0 &&
          check_of(head_bytes(segment_magic, *head), {}) == check_after(segment.bytes);
      if (right) {
        segment.head = *head;
      } else if (at + 1 == segments_.size()) {
        segments_.pop_back();  // a crash came while it was being made; nothing was in it yet
        break;
      } else {
        return damaged_fault("journal");
      }
      const bool follows = at == 0 || segment.number == segments_[at - 1].number + 1;
      if (!follows) return damaged_fault("journal");
    }
    if (!segments_.empty() && segments_.front().head.first_index > from_) {
      return truncated_fault(from_);
    }
    return base::Done{};
  }

  // Up to where the next segment says that this one ended, or to the torn end of the last one.
  base::Result<> read_segment(std::size_t at) {
    const Segment& segment = segments_[at];
    const Segment* next = at + 1 < segments_.size() ? &segments_[at + 1] : nullptr;
    std::uint64_t index = segment.head.first_index;
    TreeHash chain = check_after(segment.bytes);
    std::string_view rest = std::string_view(segment.bytes).substr(segment_head_bytes);
    while (next == nullptr || index < next->head.first_index) {
      const auto batch = read_batch(rest);
      const bool linked = batch && batch->head.segment == segment.number &&
                          batch->head.first_index == index && batch->head.chain == chain;
      if (!linked) break;
      for (const auto entry : batch->entries) {
        if (index++ >= from_) recovered_.entries.emplace_back(entry);
      }
      chain = batch->check;
      rest.remove_prefix(batch->bytes);
    }
    if (next != nullptr) {
      const bool joined = index == next->head.first_index && chain == next->head.chain;
      if (!joined) return damaged_fault("journal");
    } else if (batch_follows(rest, segment.number, index)) {
      return damaged_fault("journal");
    }
    // The journal as a whole may end before the checkpoint only if it was dropped on purpose.
    return base::Done{};
  }

  std::string directory_;
  std::uint64_t from_ = 0;
  std::vector<Segment> segments_;
  Recovered recovered_;
};

}  // namespace

base::Result<Recovered> recover_journal(const std::string& directory, std::uint64_t from) {
  return Recovery(directory + "/journal", from).run();
}

}  // namespace kenpo::notice
