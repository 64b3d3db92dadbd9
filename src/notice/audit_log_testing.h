// What the tests of the log share: a directory of their own, leaves that can be told apart, forged
// logs and a file system that can stop at any call.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "notice/audit_log.h"
#include "notice/audit_log_io.h"
#include "notice/tiles.h"

namespace kenpo::notice::testing_log {

inline constexpr const char* origin = "kenpo.example/audit";

/// A new directory that goes with the test.
class Place {
 public:
  Place();
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  std::string log() const { return path_ + "/log"; }
  std::string keys() const { return path_ + "/keys"; }
  std::string at(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// A leaf that its row count tells apart.
Leaf leaf_of(std::uint64_t number);
/// The row count of an encoded leaf.
std::uint64_t number_of(std::string_view line);

inline AuditLogOptions rare_checkpoints() {
  AuditLogOptions options;
  options.checkpoint_milliseconds = 3'600'000;
  options.journal_segment_bytes = 1 << 21;
  return options;
}

base::Result<std::unique_ptr<AuditLog>> open_log(const Place& place,
                                                 const AuditLogOptions& options = {});
/// The lines under the checkpoint of a log that nobody has open.
std::vector<std::string> lines_of(const std::string& directory);
Remembered checkpoint_of(const std::string& directory);
std::string bytes_of(const std::string& path);
void write_bytes(const std::string& path, std::string_view bytes);
/// The words of the first fault, in English.
template <typename Value>
std::string told(const base::Result<Value>& result) {
  return result.ok() ? "" : tell(result.faults()[0], base::Language::english);
}

/// A log with these lines, signed by this key: what a forger with the key can make.
void forge(const std::string& directory, const std::vector<std::string>& lines,
           const PrivateKey& key);
PrivateKey stolen_key(const Place& place);

enum class Crash { process, power };

/// Stops at the n-th call that changes anything; a write is then half done. Afterwards `recover`
/// leaves the files as a killed process does, or as a power cut can: what was not synced may be
/// gone.
class StoppingIo final : public LogIo {
 public:
  explicit StoppingIo(std::uint64_t stop_at) : stop_at_(stop_at) {}
  std::uint64_t calls() const { return calls_; }
  bool stopped() const { return calls_ >= stop_at_; }
  void recover(Crash crash, std::mt19937& random);

  int open(const std::string& path, int& descriptor) override;
  int write(int descriptor, std::string_view bytes, std::uint64_t offset) override;
  int resize(int descriptor, std::uint64_t bytes) override;
  int sync(int descriptor) override;
  int close(int descriptor) override;
  int sync_directory(const std::string& path) override;
  int sync_file_system(const std::string& path) override;
  int make_directory(const std::string& path) override;
  int rename(const std::string& from, const std::string& to) override;
  int remove(const std::string& path) override;

 private:
  struct Undo {
    enum class Kind { bytes, created, renamed, removed } kind;
    std::string path;
    std::string from;    // renamed: the old name
    std::string bytes;   // bytes: the whole file before; renamed, removed: the file that went
    bool was_there = false;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };
  bool stop();
  void made(const std::string& path);
  void keep(int descriptor, std::uint64_t offset, std::uint64_t length);
  static std::string directory_of(const std::string& path);
  std::mutex mutex_;
  std::uint64_t stop_at_;
  std::uint64_t calls_ = 0;
  std::map<int, std::string> paths_;
  std::vector<Undo> undo_;
};

}  // namespace kenpo::notice::testing_log
