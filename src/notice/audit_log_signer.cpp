#include "notice/audit_log_signer.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"

namespace kenpo::notice {

namespace {

// Files of the key directory. A private key file holds the 32 bytes of the seed.
constexpr const char* current_name = "current.key";
constexpr const char* next_name = "next.key";
constexpr const char* old_name = "old.key";
constexpr const char* public_name = "public.keys";  // one line a key, the oldest first
constexpr std::size_t public_bytes_limit = 1 << 20;  // several thousand epochs

std::optional<PrivateKey> read_key(const std::string& path, std::string_view origin) {
  auto bytes = read_file(path, 32);
  if (!bytes || bytes->size() != 32) return std::nullopt;
  std::array<std::uint8_t, 32> seed{};
  std::memcpy(seed.data(), bytes->data(), seed.size());
  sodium_memzero(bytes->data(), bytes->size());
  auto key = PrivateKey::from_seed(origin, seed);
  sodium_memzero(seed.data(), seed.size());
  return key;
}

int write_key(LogIo& io, const std::string& directory, const char* name, const PrivateKey& key) {
  return replace_file(io, directory, name,
                      {reinterpret_cast<const char*>(key.seed().data()), key.seed().size()});
}

// The bytes are overwritten before the name goes. On a file system that writes copies elsewhere,
// and inside a flash disk, an older copy may outlive this; docs/decisions/0002-audit-log.md says
// so.
int destroy_key(LogIo& io, const std::string& directory, const char* name) {
  const std::string path = directory + "/" + name;
  if (!exists(path)) return 0;
  int descriptor = -1;
  int code = io.open(path, descriptor);
  if (code != 0) return code;
  code = io.write(descriptor, std::string(32, '\0'), 0);
  if (code == 0) code = io.sync(descriptor);
  const int closed = io.close(descriptor);
  if (code == 0) code = closed;
  if (code == 0) code = io.remove(path);
  if (code == 0) code = io.sync_directory(directory);
  return code;
}

std::optional<std::vector<PublicKey>> read_public_keys(const std::string& directory) {
  std::vector<PublicKey> keys;
  const auto bytes = read_file(directory + "/" + public_name, public_bytes_limit);
  std::string_view rest = bytes ? std::string_view(*bytes) : std::string_view();
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto key = PublicKey::parse(rest.substr(0, end));
    if (!key) return std::nullopt;
    keys.push_back(*key);
    rest.remove_prefix(end + 1);
  }
  return keys;
}

}  // namespace

Signer::Signer(std::string directory, LogIo& io, PrivateKey current)
    : directory_(std::move(directory)), io_(&io), current_(std::move(current)) {}

base::Result<Signer> Signer::open(const std::string& directory, std::string_view origin) {
  return open(directory, origin, real_io());
}

base::Result<Signer> Signer::open(const std::string& directory, std::string_view origin,
                                  LogIo& io) {
  if (sodium_init() < 0 || !is_origin(origin)) return keys_fault();
  if (const int code = io.make_directory(directory); code != 0) return storage_fault(code);
  auto public_keys = read_public_keys(directory);
  if (!public_keys) return keys_fault();
  const auto path = [&](const char* name) { return directory + "/" + name; };
  // A promotion that a crash interrupted between its two renames is finished.
  if (!exists(path(current_name)) && exists(path(old_name)) && exists(path(next_name))) {
    int code = io.rename(path(next_name), path(current_name));
    if (code == 0) code = io.sync_directory(directory);
    if (code != 0) return storage_fault(code);
  }
  if (exists(path(current_name))) {
    if (const int code = destroy_key(io, directory, old_name); code != 0) {
      return storage_fault(code);
    }
  }
  auto current = read_key(path(current_name), origin);
  if (!current) {
    // Only an empty directory gets a first key; a lost key must not be replaced in silence.
    if (exists(path(current_name)) || !public_keys->empty()) return keys_fault();
    current = PrivateKey::draw(origin);
    const int code = write_key(io, directory, current_name, *current);
    if (code != 0) return storage_fault(code);
  }
  Signer signer(directory, io, std::move(*current));
  signer.next_ = read_key(path(next_name), origin);
  signer.public_keys_ = std::move(*public_keys);
  if (std::ranges::find(signer.public_keys_, signer.public_key()) == signer.public_keys_.end()) {
    if (!signer.public_keys_.empty()) return keys_fault();
    signer.public_keys_.push_back(signer.public_key());
    KENPO_TRY(signer.save_public_keys());
  }
  return signer;
}

base::Result<> Signer::save_public_keys() {
  std::string lines;
  for (const PublicKey& key : public_keys_) lines += key.line() + '\n';
  const int code = replace_file(*io_, directory_, public_name, lines);
  if (code != 0) return storage_fault(code);
  return base::Done{};
}

base::Result<PublicKey> Signer::draw_next() {
  auto next = PrivateKey::draw(origin());
  if (const int code = write_key(*io_, directory_, next_name, next); code != 0) {
    return storage_fault(code);
  }
  next_ = std::move(next);
  return next_->public_key();
}

std::optional<PublicKey> Signer::next() const {
  return next_ ? std::optional(next_->public_key()) : std::nullopt;
}

base::Result<> Signer::promote() {
  KENPO_REQUIRE(next_.has_value());
  if (public_keys_.back() != next_->public_key()) {
    public_keys_.push_back(next_->public_key());
    KENPO_TRY(save_public_keys());
  }
  const auto path = [&](const char* name) { return directory_ + "/" + name; };
  // Each step may have been done by an earlier try.
  int code = 0;
  if (exists(path(next_name))) {
    if (exists(path(current_name))) code = io_->rename(path(current_name), path(old_name));
    if (code == 0) code = io_->rename(path(next_name), path(current_name));
  }
  if (code == 0) code = io_->sync_directory(directory_);
  if (code == 0) code = destroy_key(*io_, directory_, old_name);
  if (code != 0) return storage_fault(code);
  current_ = std::move(*next_);
  next_.reset();
  return base::Done{};
}

}  // namespace kenpo::notice
