#include "account/sign_in.h"

#include "account/lockout.h"

namespace kenpo::account {

namespace {

/// The one sentence for every refusal: it must not say which part was wrong.
base::Fault refusal() {
  return {.what = {"サインインできませんでした。", "You could not be signed in."},
          .why = {"利用者名・パスワード・確認コードのどれかが正しくないか、試行が続いたため待ち時間"
                  "中です。",
                  "The name, the password or the code is not right, or you have to wait after "
                  "repeated attempts."},
          .mend = {"確かめてもう一度入力してください。続くときはシステム担当に連絡してください。",
                   "Check and try again; if it goes on, call the system operator."},
          .place = {}};
}

base::Fault still_locked() {
  return {.what = {"ロックを解除できませんでした。", "The screen stays locked."},
          .why = {"パスワードが正しくないか、失敗が続いたため待ち時間中です。",
                  "The password is not right, or you have to wait after repeated attempts."},
          .mend = {"確かめてもう一度入力するか、サインアウトしてください。",
                   "Check and try again, or sign out."},
          .place = {}};
}

base::Fault no_such_credential() {
  return {.what = {"この職員のサインイン情報はありません。", "There is no such credential."},
          .why = {},
          .mend = {"職員の登録を確かめてください。", "Check the staff register."},
          .place = {}};
}

/// Puts the chosen password in, unless it is one of the last ones.
base::Result<> replace_password(Credential& credential, std::string_view chosen) {
  auto former = std::move(credential.former_password_hashes);
  former.insert(former.begin(), credential.password_hash);
  for (const auto& hash : former) {
    if (match_password(chosen, hash) == Match::no) continue;
    return base::Fault{
        .what = {"前に使ったパスワードです。", "This password was used before."},
        .why = {base::Plain("直近") + former_passwords_count + "回分は使えません。",
                base::Plain("The last ") + former_passwords_count + " cannot come back."},
        .mend = {"別のパスワードにしてください。", "Choose another."},
        .place = {}};
  }
  if (former.size() > former_passwords_count) former.resize(former_passwords_count);
  credential.former_password_hashes = std::move(former);
  credential.password_hash = KENPO_TRY(hash_password(chosen));
  credential.password_state = PasswordState::chosen;
  return base::Done{};
}

}  // namespace

std::string_view log_name(Attempt attempt) {
  switch (attempt) {
    case Attempt::signed_in:
      return "sign_in.signed_in";
    case Attempt::signed_out:
      return "sign_in.signed_out";
    case Attempt::unlocked:
      return "sign_in.unlocked";
    case Attempt::no_such_name:
      return "sign_in.no_such_name";
    case Attempt::wrong_password:
      return "sign_in.wrong_password";
    case Attempt::wrong_code:
      return "sign_in.wrong_code";
    case Attempt::code_used_before:
      return "sign_in.code_used_before";
    case Attempt::waiting:
      return "sign_in.waiting";
    case Attempt::locked:
      return "sign_in.locked";
    case Attempt::too_many_sessions:
      return "sign_in.too_many_sessions";
    case Attempt::not_on_list:
      return "sign_in.not_on_list";
    case Attempt::password_changed:
      return "sign_in.password_changed";
    case Attempt::password_unfit:
      return "sign_in.password_unfit";
  }
  KENPO_REQUIRE(false && "an attempt without a name");
  return {};
}

AttemptTold::End end_of(Attempt attempt) {
  switch (attempt) {
    case Attempt::signed_in:
    case Attempt::signed_out:
    case Attempt::unlocked:
    case Attempt::password_changed:
      return AttemptTold::End::granted;
    case Attempt::password_unfit:
      return AttemptTold::End::failed;
    default:
      return AttemptTold::End::refused;
  }
}

struct SignIn::Verdict {
  Attempt attempt = Attempt::no_such_name;
  std::int64_t step = 0;  // the code's time step, when signed in
};

SignIn::SignIn(CredentialStore& store, Sessions& sessions, const base::Clock& clock,
               AttemptHook hook)
    : store_(store), sessions_(sessions), clock_(clock), hook_(std::move(hook)) {}

SignIn::Verdict SignIn::judge(const std::optional<Credential>& credential, Match match,
                              std::string_view code, base::Moment now) const {
  if (!credential) return {Attempt::no_such_name, 0};
  if (may_sign_in_ && !may_sign_in_(credential->staff)) return {Attempt::not_on_list, 0};
  if (credential->lock == Lock::locked) return {Attempt::locked, 0};
  if (now < next_attempt_after(credential->failures_in_a_row, credential->last_failure)) {
    return {Attempt::waiting, 0};
  }
  if (match == Match::no) return {Attempt::wrong_password, 0};
  const auto step = match_totp(credential->totp_secret, code, now, credential->last_totp_step);
  if (step) return {Attempt::signed_in, *step};
  constexpr std::int64_t never_used = -1;
  const bool used = match_totp(credential->totp_secret, code, now, never_used).has_value();
  return {used ? Attempt::code_used_before : Attempt::wrong_code, 0};
}

base::Result<> SignIn::settle(CredentialStore& store, std::optional<Credential>& credential,
                              const Verdict& verdict, base::Moment now) {
  switch (verdict.attempt) {
    case Attempt::signed_in:
      credential->last_totp_step = verdict.step;
      credential->failures_in_a_row = 0;
      return store.keep(*credential);
    case Attempt::wrong_password:
    case Attempt::wrong_code:
    case Attempt::code_used_before:
      ++credential->failures_in_a_row;
      credential->last_failure = now;
      return store.keep(*credential);
    default:
      return base::Done{};
  }
}

base::Result<std::string> SignIn::enter(std::string_view sign_in_name, std::string_view password,
                                        std::string_view code) {
  if (password.size() > password_limit_bytes) password = {};
  std::optional<std::string> session_id;
  auto recorded = store_.attempt(
      [&](CredentialStore& store, const CredentialStore::TellAttempt& tell) -> base::Result<> {
        session_id = KENPO_TRY(enter(store, tell, {sign_in_name, password, code}));
        return base::Done{};
      });
  if (!recorded.ok()) {
    if (session_id) sessions_.end(*session_id);
    return std::move(recorded).faults();
  }
  if (!session_id) return refusal();
  return *session_id;
}

base::Result<std::optional<std::string>> SignIn::enter(CredentialStore& store,
                                                       const CredentialStore::TellAttempt& tell,
                                                       const Typed& typed) {
  const auto now = clock_.now();
  // Hashing comes before the lock and in every case: it takes long, and its time must not tell
  // whether the name exists, is locked or has to wait.
  const auto hashed = KENPO_TRY(store.find_by_name(typed.name));
  auto match = Match::no;
  if (hashed) {
    match = match_password(typed.password, hashed->password_hash);
  } else {
    spend_hashing_time(typed.password);
  }

  const std::scoped_lock held(one_at_a_time_);
  auto credential = KENPO_TRY(store.find_by_name(typed.name));
  // A password changed in the meantime was not the one compared.
  if (credential && hashed && credential->password_hash != hashed->password_hash) match = Match::no;
  auto verdict = judge(credential, match, typed.code, now);
  std::optional<std::string> session_id;
  if (verdict.attempt == Attempt::signed_in) {
    session_id = sessions_.begin(credential->staff, now, credential->password_state);
    if (!session_id) verdict.attempt = Attempt::too_many_sessions;
  }
  auto done = record(tell, credential ? std::optional(credential->staff) : std::nullopt,
                     verdict.attempt);
  if (done.ok()) done = settle(store, credential, verdict, now);
  if (!done.ok()) {
    if (session_id) sessions_.end(*session_id);
    return std::move(done).faults();
  }
  return session_id;
}

base::Result<> SignIn::leave(std::string_view session_id) {
  const auto session = sessions_.use(session_id, clock_.now());
  sessions_.end(session_id);
  if (!session) return base::Done{};
  return hook_(session->staff, Attempt::signed_out);
}

std::optional<Session> SignIn::session(std::string_view session_id) {
  return sessions_.use(session_id, clock_.now());
}

std::optional<Session> SignIn::locked_session(std::string_view session_id) const {
  return sessions_.locked(session_id, clock_.now());
}

void SignIn::lock_screen(std::string_view session_id) { sessions_.lock(session_id); }

base::Result<> SignIn::unlock_screen(std::string_view session_id, std::string_view password) {
  const auto now = clock_.now();
  const auto session = sessions_.locked(session_id, now);
  if (!session) return still_locked();
  if (password.size() > password_limit_bytes) password = {};
  KENPO_TRY(store_.attempt(
      [&](CredentialStore& store, const CredentialStore::TellAttempt& tell) -> base::Result<> {
        return unlock(store, tell, session->staff, password);
      }));
  sessions_.unlock(session_id, now);
  return base::Done{};
}

base::Result<Credential> SignIn::enrol(const base::StaffId& staff, std::string_view sign_in_name,
                                       std::string_view password) {
  const auto name = parse_sign_in_name(sign_in_name);
  if (!name) {
    return base::Fault{.what = {"利用者名に使えない文字か長さです。", "Not a sign-in name."},
                       .why = {"英小文字・数字・「.」「-」「_」の3文字以上32文字以下です。",
                               "3 to 32 of small letters, digits, dot, hyphen, underscore."},
                       .mend = {"別の利用者名にしてください。", "Choose another."},
                       .place = {}};
  }
  KENPO_TRY(check_new_password(password, *name));
  Credential credential{.staff = staff,
                        .sign_in_name = *name,
                        .password_hash = KENPO_TRY(hash_password(password)),
                        .former_password_hashes = {},
                        .password_state = PasswordState::handed_out,
                        .totp_secret = draw_totp_secret(),
                        .last_totp_step = 0,
                        .failures_in_a_row = 0,
                        .last_failure = {},
                        .lock = Lock::open};
  const std::scoped_lock held(one_at_a_time_);
  KENPO_TRY(store_.keep(credential));
  return credential;
}

base::Result<> SignIn::change_password(const base::StaffId& staff, std::string_view present,
                                       std::string_view code, std::string_view chosen) {
  if (present.size() > password_limit_bytes) present = {};
  KENPO_TRY(store_.attempt(
      [&](CredentialStore& store, const CredentialStore::TellAttempt& tell) -> base::Result<> {
        return change(store, tell, staff, {{}, present, code}, chosen);
      }));
  sessions_.end_all_of(staff);
  return base::Done{};
}

base::Result<> SignIn::change(CredentialStore& store, const CredentialStore::TellAttempt& tell,
                              const base::StaffId& staff, const Typed& typed,
                              std::string_view chosen) {
  const auto now = clock_.now();
  const std::scoped_lock held(one_at_a_time_);
  auto credential = KENPO_TRY(store.find(staff));
  if (!credential) {
    KENPO_TRY(record(tell, staff, Attempt::no_such_name));
    return no_such_credential();
  }
  if (auto fit = check_new_password(chosen, credential->sign_in_name); !fit.ok()) {
    KENPO_TRY(record(tell, staff, Attempt::password_unfit));
    return fit;
  }
  const auto match = match_password(typed.password, credential->password_hash);
  const auto verdict = judge(credential, match, typed.code, now);
  if (verdict.attempt != Attempt::signed_in) {
    KENPO_TRY(record(tell, staff, verdict.attempt));
    KENPO_TRY(settle(store, credential, verdict, now));
    return refusal();
  }
  auto replaced = replace_password(*credential, chosen);
  KENPO_TRY(record(tell, staff,
                   replaced.ok() ? Attempt::password_changed : Attempt::password_unfit));
  KENPO_TRY(settle(store, credential, verdict, now));  // keeps the new password, and the code used
  return replaced;
}

base::Result<> SignIn::unlock(CredentialStore& store, const CredentialStore::TellAttempt& tell,
                              const base::StaffId& staff, std::string_view password) {
  const auto now = clock_.now();
  const std::scoped_lock held(one_at_a_time_);
  auto credential = KENPO_TRY(store.find(staff));
  if (!credential) {
    KENPO_TRY(record(tell, staff, Attempt::no_such_name));
    return no_such_credential();
  }
  // The code was given when the session began; all else is judged as signing in is.
  auto verdict = judge(credential, match_password(password, credential->password_hash), {}, now);
  if (verdict.attempt == Attempt::wrong_code) verdict.attempt = Attempt::unlocked;
  KENPO_TRY(record(tell, staff, verdict.attempt));
  if (verdict.attempt == Attempt::unlocked) return base::Done{};
  KENPO_TRY(settle(store, credential, verdict, now));
  return still_locked();
}

base::Result<> SignIn::record(const CredentialStore::TellAttempt& tell,
                              std::optional<base::StaffId> staff, Attempt attempt) {
  tell({.staff = staff, .operation = log_name(attempt), .end = end_of(attempt)});
  return store_.records_attempts() ? base::Result<>(base::Done{}) : hook_(staff, attempt);
}

base::Result<> SignIn::set_lock(const base::StaffId& staff, Lock lock) {
  const std::scoped_lock held(one_at_a_time_);
  auto credential = KENPO_TRY(store_.find(staff));
  if (!credential) return no_such_credential();
  credential->lock = lock;
  credential->failures_in_a_row = 0;
  KENPO_TRY(store_.keep(*credential));
  if (lock == Lock::locked) sessions_.end_all_of(staff);
  return base::Done{};
}

}  // namespace kenpo::account
