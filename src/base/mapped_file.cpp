#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/hash.h"

namespace kenpo::base {

namespace {

Fault file_fault(const std::string& path, Words what) {
  return {.what = std::move(what),
          .why = {},
          .mend = {"ファイルの名前と権限を確かめてください。", "Check its name and permissions."},
          .place = {.file = Plain::file(path), .line = 0, .column = 0, .field = {}}};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_fault(path, {"ファイルを開けません。", "The file cannot be opened."});
  struct stat facts{};
  const bool plain = ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (!plain || size > mapped_bytes_limit) {
    ::close(file);
    return file_fault(path, {"読めるファイルではないか、大きすぎます。",
                             "Not a plain file, or larger than 8 GiB."});
  }
  // An empty file cannot be mapped.
  void* begin = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (begin == MAP_FAILED) {
    return file_fault(path, {"ファイルを読めません。", "The file cannot be read."});
  }
  if (size != 0) ::madvise(begin, size, MADV_SEQUENTIAL);
  return MappedFile(static_cast<const char*>(begin), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : begin_(std::exchange(other.begin_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(begin_, other.begin_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (begin_ != nullptr) ::munmap(const_cast<char*>(begin_), size_);
}

namespace {
constexpr std::size_t piece_bytes = std::size_t{16} << 20U;
}  // namespace

void LargeBytes::passed(const char* end) const {
  if (!mapped_) return;
  // A mapping begins at a page; the page that `end` stands in is still being read.
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const auto whole = static_cast<std::size_t>(end - bytes_.data()) / page * page;
  if (whole != 0) ::madvise(const_cast<char*>(bytes_.data()), whole, MADV_DONTNEED);
}

std::array<std::uint8_t, 32> sha256(const LargeBytes& bytes) {
  Sha256 hash;
  for (auto left = bytes.all(); !left.empty();) {
    const auto piece = left.substr(0, piece_bytes);
    hash.update(piece);
    left.remove_prefix(piece.size());
    bytes.passed(left.data());
  }
  return hash.finish();
}

}  // namespace kenpo::base
