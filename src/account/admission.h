// Who may be signed in follows the list of handlers: leaving or a lock ends sessions at once.
#pragma once

#include "account/session.h"
#include "account/sign_in.h"
#include "notice/gate.h"

namespace kenpo::account {

/// Those on the list of the policy in force who are not locked there. The gate outlives it.
MaySignIn those_on_list(const notice::Gate& gate);

/// While it lives, every new policy ends the sessions of those who may no longer sign in: the same
/// minute in which somebody leaves or is locked (公表事項2 技術的安全管理措置, T-4). One at a time
/// for each gate; gate and sessions outlive it.
class SessionsFollowPolicy {
 public:
  SessionsFollowPolicy(notice::Gate& gate, Sessions& sessions);
  ~SessionsFollowPolicy();
  SessionsFollowPolicy(const SessionsFollowPolicy&) = delete;
  SessionsFollowPolicy& operator=(const SessionsFollowPolicy&) = delete;

 private:
  notice::Gate& gate_;
};

}  // namespace kenpo::account
