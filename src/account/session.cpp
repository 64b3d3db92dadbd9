#include "account/session.h"

#include <sodium.h>

#include <algorithm>

#include "base/require.h"

namespace kenpo::account {

namespace {

constexpr std::size_t id_bytes = 32;
constexpr std::size_t id_characters = 43;

}  // namespace

Sessions::Sessions(std::int64_t idle_limit_milliseconds)
    : idle_limit_milliseconds_(idle_limit_milliseconds) {
  KENPO_REQUIRE(idle_limit_milliseconds >= session_idle_least_milliseconds &&
                idle_limit_milliseconds <= session_idle_limit_milliseconds);
}

std::string Sessions::key(std::string_view id) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(id.data()),
                     id.size(), nullptr, 0);
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

bool Sessions::idle(const Session& session, base::Moment now) const {
  return session.screen == Session::Screen::locked ||
         now.milliseconds - session.last_used.milliseconds > idle_limit_milliseconds_;
}

bool Sessions::over(const Session& session, base::Moment now) {
  return now.milliseconds - session.last_used.milliseconds > session_locked_limit_milliseconds ||
         now.milliseconds - session.began.milliseconds > session_limit_milliseconds ||
         now < session.last_used;  // a clock set back must not lengthen a session
}

void Sessions::drop_ended(base::Moment now) {
  std::erase_if(by_key_, [now](const auto& row) { return over(row.second, now); });
}

std::optional<std::string> Sessions::begin(const base::StaffId& staff, base::Moment now,
                                           PasswordState password) {
  KENPO_REQUIRE(sodium_init() >= 0);
  std::array<unsigned char, id_bytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string id(id_characters + 1, '\0');
  sodium_bin2base64(id.data(), id.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  id.resize(id_characters);

  const std::scoped_lock held(mutex_);
  drop_ended(now);
  std::size_t own = 0;
  auto oldest = by_key_.end();
  for (auto row = by_key_.begin(); row != by_key_.end(); ++row) {
    if (row->second.staff != staff) continue;
    ++own;
    if (oldest == by_key_.end() || row->second.began < oldest->second.began) oldest = row;
  }
  if (own >= sessions_of_one_limit) by_key_.erase(oldest);
  if (by_key_.size() >= sessions_limit) return std::nullopt;
  by_key_.emplace(key(id), Session{staff, now, now, password});
  return id;
}

std::optional<Session> Sessions::use(std::string_view id, base::Moment now) {
  if (id.size() != id_characters) return std::nullopt;
  const auto sought = key(id);
  const std::scoped_lock held(mutex_);
  const auto row = by_key_.find(sought);
  if (row == by_key_.end()) return std::nullopt;
  if (over(row->second, now)) {
    by_key_.erase(row);
    return std::nullopt;
  }
  if (idle(row->second, now)) return std::nullopt;
  row->second.last_used = now;
  return row->second;
}

std::optional<Session> Sessions::locked(std::string_view id, base::Moment now) const {
  if (id.size() != id_characters) return std::nullopt;
  const auto sought = key(id);
  const std::scoped_lock held(mutex_);
  const auto row = by_key_.find(sought);
  if (row == by_key_.end() || over(row->second, now) || !idle(row->second, now)) {
    return std::nullopt;
  }
  return row->second;
}

void Sessions::lock(std::string_view id) {
  const auto sought = key(id);
  const std::scoped_lock held(mutex_);
  const auto row = by_key_.find(sought);
  if (row != by_key_.end()) row->second.screen = Session::Screen::locked;
}

void Sessions::unlock(std::string_view id, base::Moment now) {
  const auto sought = key(id);
  const std::scoped_lock held(mutex_);
  const auto row = by_key_.find(sought);
  if (row == by_key_.end() || over(row->second, now)) return;
  row->second.screen = Session::Screen::open;
  row->second.last_used = now;
}

void Sessions::end(std::string_view id) {
  const auto sought = key(id);
  const std::scoped_lock held(mutex_);
  by_key_.erase(sought);
}

void Sessions::end_all_of(const base::StaffId& staff) {
  const std::scoped_lock held(mutex_);
  std::erase_if(by_key_, [&staff](const auto& row) { return row.second.staff == staff; });
}

void Sessions::keep_only(const std::function<bool(const base::StaffId&)>& may_stay) {
  const std::scoped_lock held(mutex_);
  std::erase_if(by_key_, [&may_stay](const auto& row) { return !may_stay(row.second.staff); });
}

std::size_t Sessions::count() const {
  const std::scoped_lock held(mutex_);
  return by_key_.size();
}

}  // namespace kenpo::account
