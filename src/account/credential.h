// What a staff member signs in with. Belongs to 当組合の従業員に関する情報.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "account/totp.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

namespace kenpo::account {

enum class Lock : std::uint8_t { open, locked };
/// A new credential has to replace its first password before anything else.
enum class PasswordState : std::uint8_t { chosen, handed_out };

struct Credential {
  base::StaffId staff;
  std::string sign_in_name;  // 3 to 32 of a-z 0-9 . - _
  std::string password_hash;
  std::vector<std::string> former_password_hashes;  // newest first
  PasswordState password_state = PasswordState::handed_out;
  TotpSecret totp_secret{};
  std::int64_t last_totp_step = 0;
  int failures_in_a_row = 0;
  base::Moment last_failure;
  Lock lock = Lock::open;

  friend bool operator==(const Credential&, const Credential&) = default;
};

/// What an attempt to sign in came to, for the record of it.
struct AttemptTold {
  std::optional<base::StaffId> staff = {};  // none: nobody known by the name
  std::string_view operation = {};          // `sign_in.wrong_password`: a literal
  enum class End : std::uint8_t { refused, granted, failed } end = End::refused;
};

/// Where credentials are kept. Implementations may be called from several threads at once.
class CredentialStore {
 public:
  virtual ~CredentialStore() = default;
  using TellAttempt = std::function<void(const AttemptTold&)>;
  using AttemptWork = std::function<base::Result<>(CredentialStore&, const TellAttempt&)>;
  /// One attempt to sign in: all that `work` reads and keeps through the store it is handed is one
  /// act with one record. `work` tells what came of it before it keeps anything.
  virtual base::Result<> attempt(const AttemptWork& work) {
    return work(*this, [](const AttemptTold&) {});
  }
  /// Whether `attempt` writes the record of the attempt by itself.
  virtual bool records_attempts() const { return false; }
  /// Nullopt: no such name.
  virtual base::Result<std::optional<Credential>> find_by_name(std::string_view sign_in_name) = 0;
  virtual base::Result<std::optional<Credential>> find(const base::StaffId& staff) = 0;
  /// Keeps the credential, in place of the one of the same staff member. Refused: a sign-in name
  /// that another staff member has.
  virtual base::Result<> keep(const Credential& credential) = 0;
};

/// Whether the text may be a sign-in name.
std::optional<std::string> parse_sign_in_name(std::string_view text);

}  // namespace kenpo::account
