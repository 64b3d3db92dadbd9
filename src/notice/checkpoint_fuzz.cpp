// Notes, checkpoints, keys, key changes: what is taken is written the same way again.
#include <cstddef>
#include <cstdint>

#include "base/require.h"
#include "notice/checkpoint_rotation.h"

using namespace kenpo::notice;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PrivateKey key = PrivateKey::from_seed("kenpo.example/audit", {});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto checkpoint = parse_checkpoint(text);
  if (checkpoint) KENPO_REQUIRE(text_of(*checkpoint) == text);
  const auto read = PublicKey::parse(text);
  if (read) KENPO_REQUIRE(read->line() == text);
  static_cast<void>(open_checkpoint(text, {key.public_key()}));
  static_cast<void>(open_rotation(text, key.public_key()));
  // The same bytes under a right signature.
  if (text.ends_with('\n') && size < checkpoint_bytes_limit / 2) {
    const auto note = key.sign(text);
    static_cast<void>(open_checkpoint(note, {key.public_key()}));
    static_cast<void>(open_rotation(rotation_line(note), key.public_key()));
  }
  return 0;
}
