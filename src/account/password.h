// Passwords: Argon2id, kept only as a hash.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kenpo::account {

inline constexpr std::size_t password_least_characters = 12;
/// Longer sentences are refused: hashing time must not be in the visitor's hand.
inline constexpr std::size_t password_limit_characters = 128;
/// The same in bytes of UTF-8.
inline constexpr std::size_t password_limit_bytes = 4 * password_limit_characters;
/// Hashes run at once in the whole program: each takes 64 MiB and a processor core.
inline constexpr int hashes_at_once_limit = 2;
/// Former passwords that may not come back.
inline constexpr std::size_t former_passwords_count = 5;

/// Whether a password may be taken: length, not the sign-in name, not one of the most guessed, not
/// one character over and over. Nothing is asked about kinds of characters, and passwords do not
/// run out with time (医療情報システムの安全管理に関するガイドライン 7.0).
base::Result<> check_new_password(std::string_view password, std::string_view sign_in_name);

/// Argon2id, t=2, 64 MiB, with a salt of its own, as text. Waits while others hash.
base::Result<std::string> hash_password(std::string_view password);

enum class Match { yes, no };
/// Whether the password belongs to the hash. A hash that cannot be read matches nothing.
Match match_password(std::string_view password, const std::string& hash);
/// Takes as long as a comparison and matches nothing: for names that do not exist.
void spend_hashing_time(std::string_view password);

}  // namespace kenpo::account
