// kenpo init, kenpo sign-in-code
#include <filesystem>

#include "app/accounts.h"
#include "app/command.h"
#include "app/office.h"
#include "base/clock.h"
#include "desk/certificate.h"

namespace kenpo::app {

namespace {

using base::Result;

struct NewOffice {
  std::vector<Account> accounts;
  bool sample = false;
};

Result<NewOffice> create(const InitRequest& request, const base::Clock& clock) {
  NewOffice made;
  made.sample = request.society_file.empty();
  auto society = sample_society();
  if (!made.sample) {
    const auto folder = std::filesystem::path(request.society_file).parent_path();
    society = KENPO_TRY(read_society_file(folder.empty() ? "." : folder.string()));
  }
  const auto office = KENPO_TRY(Office::create(request.directory, society, clock));
  KENPO_TRY(desk::make_certificate(request.directory, {"localhost", "127.0.0.1"}, clock.now()));
  made.accounts = made.sample ? sample_accounts() : first_accounts();
  if (made.sample) {
    for (auto& each : made.accounts) each.duties = Account::Duties::met;
  }
  KENPO_TRY(enter_accounts(*office, made.accounts));
  if (made.sample) KENPO_TRY(write_sample_accounts(request.directory, made.accounts));
  return made;
}

}  // namespace

int run_init(const Common& common, const InitRequest& request) {
  const base::SystemClock clock;
  const auto made = create(request, clock);
  if (!made.ok()) return refuse(made.faults(), common);
  say({"データフォルダを作りました。", "The data directory is made."}, common);
  for (const auto& account : made->accounts) {
    say("  " + account.user + "  " + account.name + "  " + account.password + "  " +
        account::base32_groups(account.secret));
  }
  say({"上は、利用者名、氏名、最初のパスワード、確認コードの秘密です。一度だけ表示します。",
       "User, name, first password and secret of the one-time code; shown once."},
      common);
  return exit_done;
}

int run_sign_in_code(const Common& common, const std::string& user) {
  for (const auto& account : read_sample_accounts(common.data)) {
    if (account.user != user) continue;
    say(account::totp_code(account.secret, base::SystemClock().now()));
    return exit_done;
  }
  return refuse({{.what = {"見本の組合の利用者ではありません。", "No user of a sample society."},
                  .why = {"確認コードを出せるのは、見本の組合だけです。",
                          "Only the sample society tells its codes."},
                  .mend = {"認証アプリをお使いください。", "Use your authenticator."},
                  .place = {}}},
                common);
}

}  // namespace kenpo::app
