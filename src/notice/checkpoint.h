// A checkpoint says how large the log is and what its root is, signed: C2SP tlog-checkpoint in a
// C2SP signed-note with Ed25519. The keys change by epochs; the old private key is destroyed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notice/merkle.h"

namespace kenpo::notice {

inline constexpr std::size_t checkpoint_bytes_limit = 4096;  // three lines and a few signatures
inline constexpr std::size_t origin_limit = 128;

/// Visible ASCII without `+` and spaces, 1 … 128 characters, as signed-note wants key names.
bool is_origin(std::string_view origin);

/// Size and root with the extension lines that follow them in the note's text.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  TreeHash root{};
  std::string extension;  // empty, or whole lines with their line ends

  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The note's text, without the empty line and the signatures.
std::string text_of(const Checkpoint& checkpoint);
/// Nullopt unless `text_of` would make exactly this text.
std::optional<Checkpoint> parse_checkpoint(std::string_view text);

/// A public key of a signed-note: `origin+hash+base64`, the line that is handed to auditors.
class PublicKey {
 public:
  static std::optional<PublicKey> parse(std::string_view line);
  PublicKey(std::string_view origin, const std::array<std::uint8_t, 32>& key);

  std::string line() const;
  const std::string& origin() const { return origin_; }
  std::array<std::uint8_t, 4> id() const;
  /// Whether the note carries a signature by this key, and its text.
  std::optional<std::string_view> open(std::string_view note) const;

  friend bool operator==(const PublicKey&, const PublicKey&) = default;

 private:
  std::string origin_;
  std::array<std::uint8_t, 32> key_{};
};

/// A private key; its memory is wiped when it goes.
class PrivateKey {
 public:
  static PrivateKey draw(std::string_view origin);
  static PrivateKey from_seed(std::string_view origin, const std::array<std::uint8_t, 32>& seed);
  PrivateKey(PrivateKey&& other) noexcept;
  PrivateKey& operator=(PrivateKey&& other) noexcept;
  ~PrivateKey();

  const PublicKey& public_key() const { return public_; }
  /// The signed note of the text. The text ends with a line end.
  std::string sign(std::string_view text) const;
  const std::array<std::uint8_t, 32>& seed() const { return seed_; }

 private:
  PrivateKey(PublicKey public_key, const std::array<std::uint8_t, 32>& seed);
  PublicKey public_;
  std::array<std::uint8_t, 32> seed_{};
};

/// The checkpoint of a note that one of the keys has signed.
std::optional<Checkpoint> open_checkpoint(std::string_view note,
                                          const std::vector<PublicKey>& keys);

}  // namespace kenpo::notice
