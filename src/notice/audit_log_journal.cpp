#include "notice/audit_log_journal.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/require.h"
#include "notice/audit_log_io.h"

namespace kenpo::notice {

namespace journal_format {

namespace {
template <typename Number>
void put(std::string& bytes, Number number) {
  for (std::size_t at = 0; at < sizeof(Number); ++at) {
    bytes += static_cast<char>(number >> (8 * at));
  }
}

template <typename Number>
void take(std::string_view& bytes, Number& number) {
  for (std::size_t at = 0; at < sizeof(Number); ++at) {
    number = static_cast<Number>(number |
                                 (static_cast<Number>(static_cast<std::uint8_t>(bytes[at]))
                                  << (8 * at)));
  }
  bytes.remove_prefix(sizeof(Number));
}

constexpr std::size_t magic_bytes = 8;
}  // namespace

std::string head_bytes(std::string_view magic, const Head& head) {
  std::string bytes(magic);
  bytes.resize(magic_bytes, '\0');
  put(bytes, head.count);
  put(bytes, head.payload_bytes);
  put(bytes, head.first_index);
  put(bytes, head.segment);
  bytes.append(reinterpret_cast<const char*>(head.chain.data()), head.chain.size());
  return bytes;
}

TreeHash check_of(std::string_view head, std::span<const TreeHash> hashes) {
  std::string bytes(head);
  bytes.append(reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes());
  return plain_hash(bytes);
}

std::optional<Head> parse_head(std::string_view bytes, std::string_view magic) {
  if (bytes.size() < segment_head_bytes) return std::nullopt;
  const auto whole = bytes;
  bytes.remove_prefix(magic_bytes);
  Head head;
  take(bytes, head.count);
  take(bytes, head.payload_bytes);
  take(bytes, head.first_index);
  take(bytes, head.segment);
  std::memcpy(head.chain.data(), bytes.data(), head.chain.size());
  const auto made = head_bytes(magic, head);
  return whole.starts_with(made) ? std::optional(head) : std::nullopt;
}

std::string segment_name(std::uint64_t number) {
  const auto digits = std::to_string(number);
  return std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits + ".segment";
}

std::optional<std::uint64_t> segment_number(std::string_view name) {
  std::uint64_t number = 0;
  for (const char c : name.substr(0, name.find('.'))) {
    if (c < '0' || c > '9' || number > UINT64_MAX / 100) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return segment_name(number) == name ? std::optional(number) : std::nullopt;
}

}  // namespace journal_format

using namespace journal_format;

namespace {
constexpr const char* spare_name = "spare";
constexpr std::size_t zeros_bytes = 1 << 16;

std::string_view text_of_hash(const TreeHash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}
}  // namespace

Journal::Journal(std::string directory, std::uint64_t segment_bytes, LogIo& io)
    : directory_(std::move(directory)),
      segment_bytes_(std::max<std::uint64_t>(segment_bytes, 2 * batch_bytes_limit)),
      io_(io) {}

Journal::~Journal() { close(); }

void Journal::close() {
  if (descriptor_ >= 0) static_cast<void>(io_.close(descriptor_));
  descriptor_ = -1;
}

std::string Journal::path_of(std::uint64_t number) const {
  return directory_ + "/journal/" + segment_name(number);
}

void Journal::start(std::uint64_t segment, std::uint64_t index, const TreeHash& chain) {
  number_ = segment;
  index_ = index;
  chain_ = chain;
}

// Zeroes are written, not promised: space that is only promised becomes a change of the file's map
// at each later write, and a sync of that costs twice.
int Journal::make_file(const std::string& path) {
  int descriptor = -1;
  int code = io_.open(path, descriptor);
  const std::string zeros(zeros_bytes, '\0');
  for (std::uint64_t at = 0; at < segment_bytes_ && code == 0; at += zeros_bytes) {
    code = io_.write(descriptor, zeros, at);
  }
  if (code == 0) code = io_.sync(descriptor);
  if (descriptor >= 0) {
    const int closed = io_.close(descriptor);
    if (code == 0) code = closed;
  }
  return code;
}

int Journal::begin_segment() {
  close();
  int code = make_directories(io_, directory_, "journal");
  if (code != 0) return code;
  const std::string path = path_of(number_ + 1);
  bool reuse = false;
  {
    const std::lock_guard lock(segments_mutex_);
    reuse = std::exchange(spare_, false);
  }
  code = reuse ? io_.rename(directory_ + "/journal/" + spare_name, path) : make_file(path);
  if (code == 0) code = io_.open(path, descriptor_);
  const Head head{.first_index = index_, .segment = number_ + 1, .chain = chain_};
  const auto bytes = head_bytes(segment_magic, head);
  const TreeHash check = check_of(bytes, {});
  if (code == 0) code = io_.write(descriptor_, bytes + std::string(text_of_hash(check)), 0);
  if (code == 0) code = io_.sync(descriptor_);
  if (code == 0) code = io_.sync_directory(directory_ + "/journal");
  if (code != 0) {
    close();
    static_cast<void>(io_.remove(path));
    return code;
  }
  ++number_;
  chain_ = check;
  offset_ = segment_head_bytes;
  const std::lock_guard lock(segments_mutex_);
  segments_.push_back({number_, index_});
  return 0;
}

int Journal::write(std::string& batch, std::span<const TreeHash> hashes) {
  if (sync_failed_) return EIO;
  KENPO_REQUIRE(!hashes.empty() && batch.size() > batch_head_bytes);
  KENPO_REQUIRE(batch.size() <= segment_bytes_ - segment_head_bytes);
  if (descriptor_ < 0 || offset_ + batch.size() > segment_bytes_) {
    if (const int code = begin_segment(); code != 0) return code;
  }
  const Head head{.count = static_cast<std::uint32_t>(hashes.size()),
                  .payload_bytes = static_cast<std::uint32_t>(batch.size() - batch_head_bytes),
                  .first_index = index_,
                  .segment = number_,
                  .chain = chain_};
  const auto bytes = head_bytes(batch_magic, head);
  const TreeHash check = check_of(bytes, hashes);
  batch.replace(0, batch_head_bytes, bytes + std::string(text_of_hash(check)));
  if (const int code = io_.write(descriptor_, batch, offset_); code != 0) {
    close();  // the next batch begins a segment that says where this one ended
    return code;
  }
  if (const int code = io_.sync(descriptor_); code != 0) {
    // After a failed sync the system may have dropped the bytes and forgotten that it failed.
    sync_failed_ = true;
    return code;
  }
  offset_ += batch.size();
  index_ += hashes.size();
  chain_ = check;
  return 0;
}

void Journal::drop_below(std::uint64_t index) {
  const std::lock_guard lock(segments_mutex_);
  while (segments_.size() > 1 && segments_[1].first_index <= index) {
    const std::string path = path_of(segments_.front().number);
    if (!spare_ && io_.rename(path, directory_ + "/journal/" + spare_name) == 0) {
      spare_ = true;
    } else {
      static_cast<void>(io_.remove(path));
    }
    segments_.pop_front();
  }
}

int Journal::remove_all() {
  close();
  const std::string path = directory_ + "/journal";
  if (!exists(path)) return 0;
  // The oldest first: what is left after a crash in between is still one chain.
  int code = io_.remove(path + "/" + spare_name);
  for (const auto& name : names_in(path)) {
    if (code == 0) code = io_.remove(path + "/" + name);
  }
  if (code == 0) code = io_.sync_directory(path);
  if (code == 0) code = io_.remove(path);
  if (code == 0) code = io_.sync_directory(directory_);
  const std::lock_guard lock(segments_mutex_);
  segments_.clear();
  spare_ = false;
  return code;
}

}  // namespace kenpo::notice
