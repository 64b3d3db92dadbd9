#include "store/master_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/require.h"
#include "store/box.h"
#include "store/fault.h"

namespace kenpo::store {

bool make_private_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0) return true;
  struct stat state{};
  return errno == EEXIST && ::stat(path.c_str(), &state) == 0 && S_ISDIR(state.st_mode);
}

base::Result<SecretKey> create_master_key(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return errno == EEXIST ? master_key_exists_fault() : cannot_open_fault();
  SecretKey key;
  draw_bytes(key.data(), key.size());
  const bool written = ::write(file, key.data(), key.size()) == ssize_t{sizeof key} &&
                       ::fsync(file) == 0;
  ::close(file);
  if (!written) {
    ::unlink(path.c_str());
    return disk_full_fault();
  }
  return key;
}

base::Result<SecretKey> read_master_key(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return master_key_missing_fault();
  struct stat state{};
  SecretKey key;
  const bool safe = ::fstat(file, &state) == 0 && (state.st_mode & 0077U) == 0;
  const bool whole = state.st_size == off_t{sizeof key} &&
                     ::read(file, key.data(), key.size()) == ssize_t{sizeof key};
  ::close(file);
  if (!safe) return master_key_unsafe_fault();
  if (!whole) return master_key_missing_fault();
  return key;
}

SecretKey derive_key(const SecretKey& master, std::string_view use) {
  SecretKey key;
  const int code = crypto_generichash(key.data(), key.size(),
                                      reinterpret_cast<const unsigned char*>(use.data()),
                                      use.size(), master.data(), master.size());
  KENPO_REQUIRE(code == 0);
  return key;
}

}  // namespace kenpo::store
