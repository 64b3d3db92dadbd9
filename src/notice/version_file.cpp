#include "notice/version_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/whole_file.h"

namespace kenpo::notice {

namespace {

using base::Plain;

// Our own file names hold no personal data; the folder is left out.
base::Fault file_fault(const std::string& path, base::Words what) {
  return {std::move(what),
          {},
          {"ディスクの空きと、フォルダーの権限を確かめてください。",
           "Check the free space and the folder's permissions."},
          {Plain::file(path), 0, 0, {}}};
}

class OpenedFile {
 public:
  explicit OpenedFile(int file) : file_(file) {}
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;
  ~OpenedFile() {
    if (file_ >= 0) ::close(file_);
  }
  int number() const { return file_; }

 private:
  int file_;
};

}  // namespace

base::Result<NoticeFolderLock> NoticeFolderLock::take(const std::string& directory) {
  if (::mkdir(directory.c_str(), 0700) == 0) {
    if (!base::sync_folder_of(directory)) {
      return file_fault(directory, {"フォルダーを作れません。", "The folder cannot be made."});
    }
  } else if (errno != EEXIST) {
    return file_fault(directory, {"フォルダーを作れません。", "The folder cannot be made."});
  }
  const int file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0)
    return file_fault(directory, {"フォルダーを開けません。", "Cannot open the folder."});
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return file_fault(directory, {"ほかのプログラムが公表事項を書き換えている最中です。",
                                  "Another program is writing the notice."});
  }
  return NoticeFolderLock(file);
}

NoticeFolderLock::NoticeFolderLock(NoticeFolderLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)) {}

NoticeFolderLock::~NoticeFolderLock() {
  if (file_ >= 0) ::close(file_);  // closing lets the lock go
}

base::Result<std::optional<std::string>> read_notice_file(const std::string& path,
                                                          std::size_t bytes_limit) {
  const OpenedFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<std::string>();
    return file_fault(path, {"ファイルを開けません。", "The file cannot be opened."});
  }
  std::string bytes;
  char buffer[16 * 1024];
  for (;;) {
    const auto got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_fault(path, {"ファイルを読めません。", "The file cannot be read."});
    if (got == 0) return std::optional(std::move(bytes));
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > bytes_limit) {
      return file_fault(path, {"ファイルが長すぎます。", "The file is too long."});
    }
  }
}

base::Result<> write_notice_file(const std::string& path, std::string_view bytes) {
  if (base::write_whole(path, bytes)) return base::Done{};
  return file_fault(path, {"ファイルを書けません。", "The file cannot be written."});
}

}  // namespace kenpo::notice
