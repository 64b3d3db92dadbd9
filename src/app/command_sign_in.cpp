#include "app/command_sign_in.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "account/admission.h"
#include "account/credential_store.h"
#include "account/sign_in.h"

namespace kenpo::app {

namespace {

using base::Result;

constexpr std::size_t typed_characters_limit = 200;  // as a field of the desk

/// What is typed is not shown as long as it lives.
class HiddenTyping {
 public:
  HiddenTyping() : terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    auto hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
  }
  ~HiddenTyping() {
    if (terminal_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

 private:
  termios before_{};
  bool terminal_ = false;
};

std::string ask(const std::string& words) {
  std::fprintf(stderr, "%s：", words.c_str());
  std::string line;
  {
    const HiddenTyping hidden;
    std::getline(std::cin, line);
  }
  std::fputc('\n', stderr);
  if (line.size() > typed_characters_limit) line.clear();
  return line;
}

}  // namespace

Result<base::StaffId> sign_in_at_terminal(Office& office, const std::string& user) {
  account::DatabaseCredentials credentials(office.gate(), office.database());
  account::Sessions sessions;
  account::SignIn sign_in(
      credentials, sessions, office.clock(),
      [&office](std::optional<base::StaffId> staff, account::Attempt attempt) {
        const bool left = attempt == account::Attempt::signed_out;
        return office.gate().record_sign_in(
            staff, account::log_name(attempt),
            left ? notice::Outcome::answered : notice::Outcome::refused);
      });
  sign_in.admit_only(account::those_on_list(office.gate()));
  const auto password = ask(user + " のパスワード");
  const auto code = ask(user + " の確認コード");
  const auto id = KENPO_TRY(sign_in.enter(user, password, code));
  const auto session = sign_in.session(id);
  if (!session || session->password != account::PasswordState::chosen) {
    return base::Fault{.what = {"最初のパスワードのままです。", "The first password still stands."},
                       .why = {},
                       .mend = {"画面でサインインし、パスワードを変えてください。",
                                "Sign in at the desk and change it."},
                       .place = {}};
  }
  KENPO_TRY(sign_in.leave(id));
  return session->staff;
}

}  // namespace kenpo::app
