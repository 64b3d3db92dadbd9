#include "account/credential_store.h"

#include <algorithm>
#include <string>

#include "store/seal.h"

namespace kenpo::account {

namespace {

using base::Result;
using Found = std::optional<Credential>;
using Basis = store::Basis<notice::Statute::security_control>;

constexpr store::Clause of_name("sign_in_name_blind = $1");
constexpr store::Clause of_staff("subject_id = $1");

/// Nobody has signed in yet: the program itself looks.
notice::Acting sign_in_page() { return {notice::ProgramActor::public_page}; }

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

Credential credential_of(const store::Record<credential_table>& record) {
  Credential credential{
      .staff = record.subject(),
      .sign_in_name = record.get<std::string>("sign_in_name"),
      .password_hash = record.get<std::string>("password_hash"),
      .former_password_hashes = lines_of(record.get<std::string>("former_password_hashes")),
      .password_state = record.get<PasswordState>("password_state"),
      .totp_secret = {},
      .last_totp_step = record.get<std::int64_t>("last_totp_step"),
      .failures_in_a_row = record.get<int>("failures_in_a_row"),
      .last_failure = record.get<base::Moment>("last_failure"),
      .lock = record.get<Lock>("lock")};
  const auto secret = record.get<store::Bytes>("totp_secret").bytes;
  KENPO_REQUIRE(secret.size() == credential.totp_secret.size());
  std::ranges::transform(secret, credential.totp_secret.begin(),
                         [](char byte) { return static_cast<std::uint8_t>(byte); });
  return credential;
}

store::Draft<credential_table> draft_of(const Credential& credential) {
  store::Draft<credential_table> draft(credential.staff);
  const auto& secret = credential.totp_secret;
  draft.set_blind("sign_in_name_blind", credential.sign_in_name)
      .set("password_state", credential.password_state)
      .set("last_totp_step", credential.last_totp_step)
      .set("failures_in_a_row", credential.failures_in_a_row)
      .set("last_failure", credential.last_failure)
      .set("lock", credential.lock)
      .set("sign_in_name", credential.sign_in_name)
      .set("password_hash", credential.password_hash)
      .set("former_password_hashes", text_of(credential.former_password_hashes))
      .set("totp_secret", store::Bytes{std::string(secret.begin(), secret.end())});
  return draft;
}

base::Fault name_is_taken() {
  return {.what = {"この利用者名は使われています。", "The sign-in name is taken."},
          .why = {"利用者名は一人に一つです。", "Each name belongs to one person."},
          .mend = {"別の利用者名にしてください。", "Choose another."},
          .place = {}};
}

Result<Found> read_by_name(store::Database& database, const Basis& basis,
                           std::string_view sign_in_name) {
  const auto view = KENPO_TRY(database.read());
  return store::find<credential_table>(view, basis, of_name,
                                       {store::blind<credential_table>(view, sign_in_name)},
                                       credential_of);
}

Result<Found> read_of(store::Database& database, const Basis& basis, const base::StaffId& staff) {
  const auto view = KENPO_TRY(database.read());
  return store::find<credential_table>(view, basis, of_staff, {staff}, credential_of);
}

Result<> write(store::Database& database, const Basis& basis, notice::Recorder& recorder,
               const Credential& credential) {
  auto transaction = KENPO_TRY(database.write());
  const auto staff_of = [](const store::Record<credential_table>& record) {
    return record.subject();
  };
  const auto owner = KENPO_TRY(store::find<credential_table>(
      transaction, basis, of_name,
      {store::blind<credential_table>(transaction, credential.sign_in_name)}, staff_of));
  if (owner && *owner != credential.staff) return name_is_taken();
  const auto row = KENPO_TRY(store::find<credential_table>(
      transaction, basis, of_staff, {credential.staff},
      [](const store::Record<credential_table>& record) { return record.row(); }));
  if (row) {
    KENPO_TRY(store::replace<credential_table>(transaction, basis, *row, draft_of(credential)));
  } else {
    KENPO_TRY(store::insert<credential_table>(transaction, basis, draft_of(credential)));
  }
  return transaction.commit(recorder);
}

/// The store within one attempt, under the permit of that attempt.
class Attempting final : public CredentialStore {
 public:
  Attempting(store::Database& database, const notice::Permit<attempt_operation>& permit)
      : database_(database), basis_(permit), recorder_(permit.recorder()) {}
  Result<Found> find_by_name(std::string_view sign_in_name) override {
    return read_by_name(database_, basis_, sign_in_name);
  }
  Result<Found> find(const base::StaffId& staff) override {
    return read_of(database_, basis_, staff);
  }
  Result<> keep(const Credential& credential) override {
    return write(database_, basis_, recorder_, credential);
  }

 private:
  store::Database& database_;
  Basis basis_;
  notice::Recorder& recorder_;
};

/// Passes on to the gate what the attempt told.
void pass_on(const AttemptTold& told, notice::Gate::Attempted& attempted) {
  using enum AttemptTold::End;
  attempted = {.staff = told.staff,
               .operation = told.operation,
               .outcome = told.end == granted  ? notice::Outcome::answered
                          : told.end == failed ? notice::Outcome::failed
                                               : notice::Outcome::refused};
}

}  // namespace

Result<> DatabaseCredentials::attempt(const AttemptWork& work) {
  return gate_.attempt<attempt_operation>(
      [&](const notice::Permit<attempt_operation>& permit,
          notice::Gate::Attempted& attempted) -> Result<> {
        Attempting store(database_, permit);
        return work(store, [&](const AttemptTold& told) { pass_on(told, attempted); });
      });
}

Result<Found> DatabaseCredentials::find_by_name(std::string_view sign_in_name) {
  return gate_.perform<read_credential_operation>(
      sign_in_page(), [&](const notice::Permit<read_credential_operation>& permit) {
        return read_by_name(database_, Basis(permit), sign_in_name);
      });
}

Result<Found> DatabaseCredentials::find(const base::StaffId& staff) {
  return gate_.perform<read_credential_operation>(
      sign_in_page(), [&](const notice::Permit<read_credential_operation>& permit) {
        return read_of(database_, Basis(permit), staff);
      });
}

Result<> DatabaseCredentials::keep(const Credential& credential) {
  return gate_.perform<keep_credential_operation>(
      sign_in_page(), [&](const notice::Permit<keep_credential_operation>& permit) {
        return write(database_, Basis(permit), permit.recorder(), credential);
      });
}

}  // namespace kenpo::account
