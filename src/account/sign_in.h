// Signing in: name, password and one-time code at once; the same words and time for every refusal.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "account/credential.h"
#include "account/password.h"
#include "account/session.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

namespace kenpo::account {

/// What came of an attempt. Only the log learns it; the visitor hears one sentence for all.
enum class Attempt : std::uint8_t {
  signed_in,
  signed_out,
  unlocked,  // a locked screen, opened again by its person
  no_such_name,
  wrong_password,
  wrong_code,
  code_used_before,
  waiting,  // too soon after repeated failures
  locked,
  too_many_sessions,
  not_on_list,       // has left, or is locked on the list of handlers
  password_changed,
  password_unfit,    // the new password is none that may be chosen; nothing was changed
};
/// `sign_in.wrong_password`: the name the log speaks.
std::string_view log_name(Attempt attempt);
AttemptTold::End end_of(Attempt attempt);

/// Told of every attempt before its answer leaves, except where the store of credentials records it
/// by itself. A hook that fails refuses the attempt.
using AttemptHook =
    std::function<base::Result<>(std::optional<base::StaffId> staff, Attempt attempt)>;

/// Whether somebody may be signed in at all: stands on the list of handlers, not locked there.
using MaySignIn = std::function<bool(const base::StaffId&)>;

class SignIn {
 public:
  SignIn(CredentialStore& store, Sessions& sessions, const base::Clock& clock, AttemptHook hook);
  /// Before the first attempt. Without it everybody with a credential may.
  void admit_only(MaySignIn may_sign_in) { may_sign_in_ = std::move(may_sign_in); }

  /// A new session's id. Every refusal has the same words and takes the time of one password hash.
  base::Result<std::string> enter(std::string_view sign_in_name, std::string_view password,
                                  std::string_view code);
  base::Result<> leave(std::string_view session_id);
  std::optional<Session> session(std::string_view session_id);
  /// The session, when it is locked.
  std::optional<Session> locked_session(std::string_view session_id) const;
  /// Locks the screen of a running session.
  void lock_screen(std::string_view session_id);
  /// Opens a locked session by its person's password alone: the second factor was given when it
  /// began. Failures count as those of signing in do.
  base::Result<> unlock_screen(std::string_view session_id, std::string_view password);

  /// A new credential with a handed-out password; the secret of the second factor is inside.
  base::Result<Credential> enrol(const base::StaffId& staff, std::string_view sign_in_name,
                                 std::string_view password);
  /// Replaces the password: the present one and a code prove the person. Ends the person's
  /// sessions. One attempt with one record, whatever comes of it.
  base::Result<> change_password(const base::StaffId& staff, std::string_view present,
                                 std::string_view code, std::string_view chosen);
  /// Locks or opens; a lock ends all sessions at once. Opening clears the failures.
  base::Result<> set_lock(const base::StaffId& staff, Lock lock);

 private:
  struct Verdict;
  /// What the visitor typed.
  struct Typed {
    std::string_view name, password, code;
  };
  /// The attempt itself, through the store that records it; nullopt: refused.
  base::Result<std::optional<std::string>> enter(CredentialStore& store,
                                                 const CredentialStore::TellAttempt& tell,
                                                 const Typed& typed);
  base::Result<> unlock(CredentialStore& store, const CredentialStore::TellAttempt& tell,
                        const base::StaffId& staff, std::string_view password);
  base::Result<> change(CredentialStore& store, const CredentialStore::TellAttempt& tell,
                        const base::StaffId& staff, const Typed& typed, std::string_view chosen);
  /// Says what came of it, to the store that records it or to the hook.
  base::Result<> record(const CredentialStore::TellAttempt& tell,
                        std::optional<base::StaffId> staff, Attempt attempt);
  Verdict judge(const std::optional<Credential>& credential, Match match, std::string_view code,
                base::Moment now) const;
  static base::Result<> settle(CredentialStore& store, std::optional<Credential>& credential,
                               const Verdict& verdict, base::Moment now);

  CredentialStore& store_;
  Sessions& sessions_;
  const base::Clock& clock_;
  AttemptHook hook_;
  MaySignIn may_sign_in_;
  std::mutex one_at_a_time_;  // a used code must not be taken twice by two requests at once
};

}  // namespace kenpo::account
