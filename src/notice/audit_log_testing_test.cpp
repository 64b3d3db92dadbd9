#include "notice/audit_log_testing.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace kenpo::notice::testing_log {

Place::Place() {
  // In memory where that is possible: these tests ask what is written when, not how fast.
  std::error_code missing;
  const std::filesystem::path memory = "/dev/shm";
  const bool in_memory = std::filesystem::is_directory(memory, missing) &&
                         ::access(memory.c_str(), W_OK) == 0;
  std::string made = ((in_memory ? memory : std::filesystem::temp_directory_path()) /
                      "audit_log_XXXXXX").string();
  if (::mkdtemp(made.data()) == nullptr) std::abort();
  path_ = made;
}

Place::~Place() { std::filesystem::remove_all(path_); }

Leaf leaf_of(std::uint64_t number) {
  Leaf leaf;
  leaf.time = {1'795'426'860'000 + static_cast<std::int64_t>(number)};
  leaf.actor = ProgramActor::scheduler;
  leaf.operation = "member.show";
  leaf.pairs = 1;
  leaf.rows = number;
  return leaf;
}

std::uint64_t number_of(std::string_view line) {
  const auto leaf = parse_leaf(line);
  return leaf.ok() ? leaf->rows : UINT64_MAX;
}

base::Result<std::unique_ptr<AuditLog>> open_log(const Place& place,
                                                 const AuditLogOptions& options) {
  LogIo& io = options.io != nullptr ? *options.io : real_io();
  auto signer = KENPO_TRY(Signer::open(place.keys(), origin, io));
  return AuditLog::open(place.log(), std::move(signer), options);
}

std::string bytes_of(const std::string& path) {
  return read_file(path, std::size_t{1} << 30).value_or("");
}

void write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Remembered checkpoint_of(const std::string& directory) {
  const auto note = bytes_of(directory + "/checkpoint");
  const auto checkpoint = parse_checkpoint(note.substr(0, note.rfind("\n\n") + 1));
  return checkpoint ? Remembered{checkpoint->size, checkpoint->root, note} : Remembered{};
}

std::vector<std::string> lines_of(const std::string& directory) {
  const auto size = checkpoint_of(directory).size;
  const TileReader reader(directory, size);
  std::vector<std::string> lines;
  for (std::uint64_t index = 0; index * tile_width < size; ++index) {
    const auto bundle = reader.bundle(index);
    const auto entries = bundle ? entries_of(*bundle) : std::nullopt;
    if (!entries) break;
    for (const auto entry : *entries) lines.emplace_back(entry);
  }
  return lines;
}

void forge(const std::string& directory, const std::vector<std::string>& lines,
           const PrivateKey& key) {
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  TileWriter tiles(directory, real_io());
  for (const auto& line : lines) tiles.append(line, leaf_hash(line));
  ASSERT_EQ(tiles.write_all(), 0);
  const Checkpoint checkpoint{origin, tiles.size(), tiles.root(), {}};
  write_bytes(directory + "/checkpoint", key.sign(text_of(checkpoint)));
}

PrivateKey stolen_key(const Place& place) {
  std::array<std::uint8_t, 32> seed{};
  const auto bytes = bytes_of(place.keys() + "/current.key");
  std::memcpy(seed.data(), bytes.data(), std::min(seed.size(), bytes.size()));
  return PrivateKey::from_seed(origin, seed);
}

std::string StoppingIo::directory_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

bool StoppingIo::stop() {
  if (calls_ < stop_at_) ++calls_;
  return calls_ >= stop_at_;
}

// Remembers what a write is about to cover.
void StoppingIo::keep(int descriptor, std::uint64_t offset, std::uint64_t length) {
  Undo undo{.kind = Undo::Kind::bytes, .path = paths_[descriptor], .from = {}, .bytes = {}};
  undo.offset = offset;
  undo.size = static_cast<std::uint64_t>(::lseek(descriptor, 0, SEEK_END));
  undo.bytes.resize(length);
  const auto got = ::pread(descriptor, undo.bytes.data(), length, static_cast<off_t>(offset));
  undo.bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  undo_.push_back(std::move(undo));
}

void StoppingIo::made(const std::string& path) {
  undo_.push_back({.kind = Undo::Kind::created, .path = path, .from = {}, .bytes = {}});
}

int StoppingIo::open(const std::string& path, int& descriptor) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  const bool was_there = exists(path);
  const int code = LogIo::open(path, descriptor);
  if (code != 0) return code;
  paths_[descriptor] = path;
  if (!was_there) made(path);
  return 0;
}

int StoppingIo::write(int descriptor, std::string_view bytes, std::uint64_t offset) {
  const std::lock_guard lock(mutex_);
  const bool already = stopped();
  const bool now = stop();
  if (already) return EIO;
  keep(descriptor, offset, bytes.size());
  const auto written = now ? bytes.substr(0, bytes.size() / 2) : bytes;
  static_cast<void>(LogIo::write(descriptor, written, offset));
  return now ? EIO : 0;
}

int StoppingIo::resize(int descriptor, std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  keep(descriptor, 0, static_cast<std::uint64_t>(::lseek(descriptor, 0, SEEK_END)));
  return LogIo::resize(descriptor, bytes);
}

int StoppingIo::sync(int descriptor) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  std::erase_if(undo_, [&](const Undo& undo) {
    return undo.kind == Undo::Kind::bytes && undo.path == paths_[descriptor];
  });
  return 0;
}

int StoppingIo::close(int descriptor) {
  const std::lock_guard lock(mutex_);
  paths_.erase(descriptor);
  return LogIo::close(descriptor);
}

int StoppingIo::sync_directory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  const auto wanted = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  std::erase_if(undo_, [&](const Undo& undo) {
    return undo.kind != Undo::Kind::bytes && directory_of(undo.path) == wanted;
  });
  return 0;
}

int StoppingIo::sync_file_system(const std::string&) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  undo_.clear();
  return 0;
}

int StoppingIo::make_directory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  if (!exists(path)) made(path);
  return LogIo::make_directory(path);
}

int StoppingIo::rename(const std::string& from, const std::string& to) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  for (auto& undo : undo_) {
    if (undo.kind == Undo::Kind::bytes && undo.path == from) undo.path = to;
  }
  undo_.push_back({.kind = Undo::Kind::renamed,
                   .path = to,
                   .from = from,
                   .bytes = bytes_of(to),
                   .was_there = exists(to)});
  for (auto& [descriptor, path] : paths_) {
    if (path == from) path = to;
  }
  return LogIo::rename(from, to);
}

int StoppingIo::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (stop()) return EIO;
  if (!exists(path)) return 0;
  const bool directory = std::filesystem::is_directory(path);
  undo_.push_back({.kind = Undo::Kind::removed,
                   .path = path,
                   .from = {},
                   .bytes = directory ? "" : bytes_of(path),
                   .was_there = directory});
  return LogIo::remove(path);
}

void StoppingIo::recover(Crash crash, std::mt19937& random) {
  if (crash == Crash::process) return;
  // Names come back all or none, as in a journalling file system; bytes each as chance has it.
  const bool names = random() % 2 == 0;
  for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) {
    switch (undo->kind) {
      case Undo::Kind::bytes: {
        if (!exists(undo->path) || random() % 2 == 0) break;
        auto bytes = bytes_of(undo->path);
        if (bytes.size() < undo->offset + undo->bytes.size()) {
          bytes.resize(undo->offset + undo->bytes.size());
        }
        bytes.replace(undo->offset, undo->bytes.size(), undo->bytes);
        bytes.resize(std::max<std::size_t>(undo->size, undo->offset));
        write_bytes(undo->path, bytes);
        break;
      }
      case Undo::Kind::created:
        if (names) std::filesystem::remove_all(undo->path);
        break;
      case Undo::Kind::renamed:
        if (!names || !exists(undo->path)) break;
        std::filesystem::rename(undo->path, undo->from);
        if (undo->was_there) write_bytes(undo->path, undo->bytes);
        break;
      case Undo::Kind::removed:
        if (!names) break;
        if (undo->was_there) {
          std::filesystem::create_directories(undo->path);
        } else {
          write_bytes(undo->path, undo->bytes);
        }
        break;
    }
  }
}

}  // namespace kenpo::notice::testing_log
