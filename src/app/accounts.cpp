#include "app/accounts.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "account/credential_store.h"
#include "account/sign_in.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "staff/course.h"
#include "staff/duty_act.h"
#include "staff/handler_act.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Role;

/// The first rules of employment of the data directory; the society enters its own by their name.
constexpr std::string_view first_rules_title = "就業規則";
constexpr std::string_view first_secrecy_article = "秘密保持の定め";

std::string draw_password() {
  const auto id = base::draw_id();
  return std::string(id.begin(), id.end());
}

Account account(std::string user, std::string name, std::vector<Role> roles) {
  return {.user = std::move(user),
          .name = std::move(name),
          .password = draw_password(),
          .secret = account::draw_totp_secret(),
          .password_state = account::PasswordState::handed_out,
          .roles = std::move(roles)};
}

std::string path_in(const std::string& directory) { return directory + "/sample-sign-in.tsv"; }

unsigned nibble(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

account::TotpSecret secret_of(std::string_view hex) {
  account::TotpSecret secret{};
  for (std::size_t at = 0; at < secret.size() && 2 * at + 1 < hex.size(); ++at) {
    secret[at] = static_cast<std::uint8_t>(nibble(hex[2 * at]) << 4U | nibble(hex[2 * at + 1]));
  }
  return secret;
}

/// Undertaking and training of a sample user: the same acts as at the desk, all answers right.
Result<> meet_duties(Office& office, const base::StaffId& staff) {
  const staff::DutyOffice duties{office.gate(), office.database()};
  const notice::Acting program{notice::ProgramActor::command_line};
  KENPO_TRY(staff::sign_undertaking(duties, program, staff, 1));
  const auto* course =
      staff::course_on(staff::carried_courses(), office.clock().now().day());
  if (course == nullptr) return base::Done{};  // before the first course: nobody can be trained
  staff::Answers answers;
  for (const auto& question : course->questions) answers.emplace_back(question.right);
  KENPO_TRY(staff::answer_test(duties, program, staff, *course, answers));
  return base::Done{};
}

Result<> enter(Office& office, const Account& given) {
  const auto staff = base::StaffId::draw();
  const auto today = office.clock().now().day();
  staff::NamedHandler named{.handler = {.staff = staff,
                                        .assignments = {},
                                        .undertaking_on = {},
                                        .trained_until = {},
                                        .locked = false,
                                        .establishments = {}},
                            .name = given.name};
  for (const auto role : given.roles) {
    named.handler.assignments.push_back({role, today, std::nullopt});
  }
  KENPO_TRY(staff::appoint_handler(office.gate(), office.database(), named));
  if (given.duties == Account::Duties::met) KENPO_TRY(meet_duties(office, staff));
  account::DatabaseCredentials credentials(office.gate(), office.database());
  account::Sessions sessions;
  account::SignIn sign_in(credentials, sessions, office.clock(),
                          [](auto, auto) -> Result<> { return base::Done{}; });
  auto credential = KENPO_TRY(sign_in.enrol(staff, given.user, given.password));
  credential.totp_secret = given.secret;
  credential.password_state = given.password_state;
  return credentials.keep(credential);
}

}  // namespace

std::vector<Account> sample_accounts() {
  std::vector<Account> accounts{
      account("tekiyo", "健保 花子", {Role::member_clerk, Role::premium_clerk, Role::claim_clerk}),
      account("joumu", "常務 一郎", {Role::executive_director, Role::general_affairs_clerk}),
      account("sekinin", "保護 守", {Role::responsible_person, Role::system_operator}),
      account("shomu", "庶務 直子", {Role::general_affairs_clerk, Role::system_operator}),
      account("bunseki", "分析 理", {Role::analyst}),
      account("kanji", "監査 正", {Role::auditor}),
      account("kyufu", "給付 実", {Role::benefit_clerk, Role::claim_clerk})};
  // `kenpo serve` shows these passwords anew each time: a sample is looked at, not guarded.
  for (auto& each : accounts) each.password_state = account::PasswordState::chosen;
  return accounts;
}

std::vector<Account> first_accounts() {
  return {
      account("sekinin", "個人情報取扱責任者", {Role::responsible_person, Role::system_operator})};
}

Result<> enter_accounts(Office& office, const std::vector<Account>& accounts) {
  KENPO_TRY(staff::register_rules({office.gate(), office.database()},
                                  notice::Acting{notice::ProgramActor::command_line},
                                  {.version = 1,
                                   .title = std::string(first_rules_title),
                                   .in_force_from = office.clock().now().day(),
                                   .secrecy_article = std::string(first_secrecy_article)}));
  for (const auto& each : accounts) KENPO_TRY(enter(office, each));
  return office.refresh_policy();
}

Result<> write_sample_accounts(const std::string& directory, const std::vector<Account>& accounts) {
  const auto path = path_in(directory);
  const auto mask = ::umask(0077);
  std::ofstream file(path, std::ios::binary);
  ::umask(mask);
  for (const auto& each : accounts) {
    file << each.user << '\t' << each.name << '\t' << each.password << '\t'
         << base::hexadecimal(each.secret) << '\n';
  }
  file.close();
  if (file) return base::Done{};
  return base::Fault{.what = {"見本のサインイン情報を書けません。",
                              "The sample's sign-in file cannot be written."},
                     .why = {},
                     .mend = {"データフォルダの権限を確かめてください。", "Check the folder."},
                     .place = {}};
}

std::vector<Account> read_sample_accounts(const std::string& directory) {
  std::ifstream file(path_in(directory), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<Account> accounts;
  for (const auto line : base::lines_of(text)) {
    const auto cells = base::cells_of(line);
    if (cells.size() != 4) continue;
    accounts.push_back({.user = std::string(cells[0]),
                        .name = std::string(cells[1]),
                        .password = std::string(cells[2]),
                        .secret = secret_of(cells[3]),
                        .password_state = account::PasswordState::chosen,
                        .roles = {}});
  }
  return accounts;
}

}  // namespace kenpo::app
