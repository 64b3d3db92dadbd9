// Sessions: who is signed in. Held in memory; a restart of the program signs everybody out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "account/credential.h"
#include "base/clock.h"
#include "base/id.h"

namespace kenpo::account {

/// Without a request for so long, the session locks: a screen left alone (notice 2, P-3).
inline constexpr std::int64_t session_idle_limit_milliseconds = 15 * 60 * 1000;
/// A society may set a shorter time, down to this: nobody can work under less.
inline constexpr std::int64_t session_idle_least_milliseconds = 60 * 1000;
/// A locked session waits so long for its password; then it ends.
inline constexpr std::int64_t session_locked_limit_milliseconds = 2 * 60 * 60 * 1000;
/// A session never lives longer than a day of work.
inline constexpr std::int64_t session_limit_milliseconds = 10 * 60 * 60 * 1000;
/// All sessions at once, and those of one staff member (the oldest gives way).
inline constexpr std::size_t sessions_limit = 20'000;
inline constexpr std::size_t sessions_of_one_limit = 4;

struct Session {
  base::StaffId staff;
  base::Moment began;
  base::Moment last_used;
  /// A password that was handed out opens nothing but the page on which it is changed.
  PasswordState password = PasswordState::chosen;
  /// Locked by its own person before it was idle for long.
  enum class Screen : std::uint8_t { open, locked } screen = Screen::open;
};

/// All running sessions. May be called from several threads at once.
class Sessions {
 public:
  /// `idle_limit_milliseconds`: session_idle_least_milliseconds to session_idle_limit_milliseconds.
  explicit Sessions(std::int64_t idle_limit_milliseconds = session_idle_limit_milliseconds);

  /// Begins a session and hands back its id: 256 random bits as 43 characters. Only a hash of it
  /// is kept. Nullopt when there are too many sessions.
  std::optional<std::string> begin(const base::StaffId& staff, base::Moment now,
                                   PasswordState password = PasswordState::chosen);
  /// The session, when it lives and is not locked; counts as use.
  std::optional<Session> use(std::string_view id, base::Moment now);
  /// The session, when it lives and is locked: by its person, or because it was idle.
  std::optional<Session> locked(std::string_view id, base::Moment now) const;
  void lock(std::string_view id);
  /// Opens a locked session again; its person has proved to be there.
  void unlock(std::string_view id, base::Moment now);
  void end(std::string_view id);
  /// Ends all sessions of a staff member: lock, change of role or password, leaving.
  void end_all_of(const base::StaffId& staff);
  /// Ends every session of whom `may_stay` is false: those who left the list of handlers.
  void keep_only(const std::function<bool(const base::StaffId&)>& may_stay);
  std::size_t count() const;

  /// The hash under which the session is kept, as 64 hexadecimal digits.
  static std::string key(std::string_view id);

 private:
  bool idle(const Session& session, base::Moment now) const;
  static bool over(const Session& session, base::Moment now);
  void drop_ended(base::Moment now);

  std::int64_t idle_limit_milliseconds_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Session> by_key_;
};

}  // namespace kenpo::account
