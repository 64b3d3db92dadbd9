// The key that signs checkpoints, and its change by epochs. Whoever steals the key of an epoch
// cannot alter what was logged before it: the key that vouched for that no longer exists.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notice/checkpoint.h"

namespace kenpo::notice {

class LogIo;

/// Holds the private key of the epoch. Lives in a directory of its own, outside the log.
class Signer {
 public:
  /// Reads the keys of the directory; draws the first key when there are none.
  static base::Result<Signer> open(const std::string& directory, std::string_view origin,
                                   LogIo& io);
  static base::Result<Signer> open(const std::string& directory, std::string_view origin);
  Signer(Signer&&) noexcept = default;
  Signer& operator=(Signer&&) noexcept = default;

  const std::string& origin() const { return current_.public_key().origin(); }
  const PublicKey& public_key() const { return current_.public_key(); }
  /// Every public key since the first, the current one last.
  const std::vector<PublicKey>& public_keys() const { return public_keys_; }
  std::string sign(std::string_view text) const { return current_.sign(text); }

  /// Draws the key of the next epoch and keeps it beside the current one.
  base::Result<PublicKey> draw_next();
  std::optional<PublicKey> next() const;
  /// The next key becomes the current one; the old private key is overwritten and removed.
  base::Result<> promote();

 private:
  Signer(std::string directory, LogIo& io, PrivateKey current);
  base::Result<> save_public_keys();
  std::string directory_;
  LogIo* io_;
  PrivateKey current_;
  std::optional<PrivateKey> next_;
  std::vector<PublicKey> public_keys_;
};

}  // namespace kenpo::notice
