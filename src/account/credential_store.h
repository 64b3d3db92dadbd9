// Credentials in the society's database, reached through the gate like everything else.
#pragma once

#include <optional>
#include <string_view>

#include "account/credential.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::account {

/// One row a staff member. Rests on the security control of article 23, not on the notice: whoever
/// may do nothing else must still be able to sign in.
inline constexpr store::Table credential_table{
    .name = "credential",
    .japanese = "サインイン情報",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .untimed = store::Untimed::program,
    .clear = {{"sign_in_name_blind", store::Kind::blind},
              {"password_state", store::Kind::integer},
              {"last_totp_step", store::Kind::integer},
              {"failures_in_a_row", store::Kind::integer},
              {"last_failure", store::Kind::moment},
              {"lock", store::Kind::integer}},
    .personal = {{"sign_in_name", store::Kind::text},
                 {"password_hash", store::Kind::text},
                 {"former_password_hashes", store::Kind::text},  // one a line, newest first
                 {"totp_secret", store::Kind::blob}},
    .indexes = {{{"sign_in_name_blind"}, store::Uniqueness::one}},
};

inline constexpr notice::Operation read_credential_operation{
    .name = "credential.read",
    .japanese = "サインイン情報の照合",
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

inline constexpr notice::Operation keep_credential_operation{
    .name = "credential.keep",
    .japanese = "サインイン情報の更新",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// One attempt: its leaf has the name of what came of it (`sign_in.signed_in`) and its person.
inline constexpr notice::Operation attempt_operation{
    .name = "sign_in.attempt",
    .japanese = "サインインの試行",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

class DatabaseCredentials final : public CredentialStore {
 public:
  DatabaseCredentials(notice::Gate& gate, store::Database& database)
      : gate_(gate), database_(database) {}

  base::Result<> attempt(const AttemptWork& work) override;
  bool records_attempts() const override { return true; }
  base::Result<std::optional<Credential>> find_by_name(std::string_view sign_in_name) override;
  base::Result<std::optional<Credential>> find(const base::StaffId& staff) override;
  base::Result<> keep(const Credential& credential) override;

 private:
  notice::Gate& gate_;
  store::Database& database_;
};

}  // namespace kenpo::account
