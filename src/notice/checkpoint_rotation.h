// The leaf that changes the key: a checkpoint of the log before this leaf, signed by the old key,
// that names the next key. It fixes all that was logged under the old key, which is then destroyed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notice/checkpoint.h"

namespace kenpo::notice {

struct Rotation {
  Checkpoint before;  // size = the index of this leaf
  PublicKey next;
  std::string note;   // the signed note as it stands in the leaf
};

/// The note that names the next key, not yet signed.
std::string rotation_text(const Checkpoint& before, const PublicKey& next);
/// The leaf's line, `{"rotation":"…"}`, with the signed note inside.
std::string rotation_line(std::string_view signed_note);

bool is_rotation(std::string_view line);
/// Nullopt unless the line is a rotation that `old_key` has signed.
std::optional<Rotation> open_rotation(std::string_view line, const PublicKey& old_key);

}  // namespace kenpo::notice
