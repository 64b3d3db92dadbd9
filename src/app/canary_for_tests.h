// A real data directory with a person whose values stand nowhere else, and a desk that every user
// can enter: for tests of what is shown where.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "account/credential_store.h"
#include "account/sign_in.h"
#include "account/totp.h"
#include "app/accounts.h"
#include "app/office.h"
#include "app/routes.h"
#include "desk/desk.h"
#include "desk/form_token.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_search_act.h"
#include "eligibility/person_store.h"
#include "tests/support/desk.h"
#include "tests/support/paper_text.h"

namespace kenpo::app::canary_tests {

namespace files = std::filesystem;
using base::Result;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation plant{
    .name = "test.plant",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration},
              notice::Pair{Category::eligibility, Purpose::number_act_information_linkage}},
    .runner = notice::Runner::staff_or_program};

inline constexpr std::string_view name = "金糸雀　鳴子";
inline constexpr std::string_view kana = "ｶﾅﾘﾔ ﾅﾙｺ";
inline constexpr std::string_view address = "架空県金糸雀町七丁目";
inline constexpr std::string_view symbol = "90817263";
inline constexpr std::string_view number = "7766554";
inline constexpr std::string_view wanted = "翡翠色の相談について";
inline constexpr std::string_view individual_number = "123456789018";

class Canary : public testing::Test {
 protected:
  Canary() : folder_(files::temp_directory_path() / folder_name()) {
    auto made = Office::create(folder_.string(), sample_society(), clock_);
    EXPECT_TRUE(made.ok());
    if (!made.ok()) return;
    office_ = std::move(made).value();
    accounts_ = sample_accounts();
    for (auto& account : accounts_) {
      account.password_state = account::PasswordState::chosen;
      account.duties = Account::Duties::met;
    }
    EXPECT_TRUE(enter_accounts(*office_, accounts_).ok());
    EXPECT_TRUE(office_->refresh_policy().ok());
    EXPECT_TRUE(plant_person().ok());
    open_desk();
  }
  ~Canary() override {
    desk_.reset();
    router_.reset();
    office_.reset();
    files::remove_all(folder_);
  }

  static std::string folder_name() {
    const auto drawn = base::draw_id();
    return "kenpo-canary-" + std::string(drawn.begin(), drawn.end());
  }

  Result<> plant_person() {
    const notice::Acting program{notice::ProgramActor::command_line};
    auto ledger = office_->ledger();
    const auto from = *base::Date::make(2020, 4, 1);
    const auto work = [&](const notice::Permit<plant>& permit) -> Result<> {
      const eligibility::MemberAccess access(permit.grant<Purpose::member_administration>());
      const auto now = clock_.now();
      {
        auto transaction = KENPO_TRY(office_->database().write());
        KENPO_TRY(eligibility::put(transaction, access,
                                   eligibility::Person{.id = person_,
                                                       .name = std::string(name),
                                                       .name_kana = std::string(kana),
                                                       .born = from,
                                                       .address = std::string(address)},
                                   from, now));
        KENPO_TRY(eligibility::put(transaction, access,
                                   eligibility::InsuredPeriod{.person = person_,
                                                              .establishment = establishment_,
                                                              .acquired = from,
                                                              .symbol = std::string(symbol),
                                                              .number = std::string(number)},
                                   now));
        KENPO_TRY(transaction.commit(permit.recorder()));
      }
      return ledger.numbers.put(permit.grant<Purpose::number_act_information_linkage>(), person_,
                                *base::IndividualNumber::parse(individual_number));
    };
    KENPO_TRY(eligibility::register_establishments(ledger, program,
                                                   {{.id = establishment_,
                                                     .prefecture = "13",
                                                     .county = "01",
                                                     .office_symbol = "ｱｲｳ",
                                                     .symbol = "555",
                                                     .name = "見本工業",
                                                     .postal_code = "",
                                                     .address = "",
                                                     .from = from,
                                                     .until = {}}}));
    KENPO_TRY(office_->gate().perform<plant>(program, work));
    return eligibility::build_member_index(ledger, program);
  }

  void open_desk() {
    credentials_ =
        std::make_unique<account::DatabaseCredentials>(office_->gate(), office_->database());
    sign_in_ = std::make_unique<account::SignIn>(
        *credentials_, sessions_, clock_, [](auto, auto) -> Result<> { return base::Done{}; });
    router_ = std::make_unique<desk::Router>(office_->gate());
    add_routes(*router_, *office_);
    desk_ = std::make_unique<desk::Desk>(
        desk::DeskSettings{"見本健康保険組合", "総務課"}, *router_, desk::Templates::carried(),
        *sign_in_, clock_,
        [](const base::StaffId&) { return std::optional(desk::StaffCard{"健保 花子", "担当"}); });
    register_papers(*desk_, *office_);
  }

  /// Who signed in before goes on in their session: a code counts once.
  void enter(std::string_view user) {
    for (const auto& account : accounts_) {
      if (account.user != user) continue;
      auto& session = sessions_of_users_[account.user];
      if (session.empty()) {
        const auto id = sign_in_->enter(account.user, account.password,
                                        account::totp_code(account.secret, clock_.now()));
        ASSERT_TRUE(id.ok()) << user;
        session = *id;
      }
      session_ = session;
    }
  }
  desk::Request request(desk::Method method, std::string path) const {
    desk::Request made;
    made.method = method;
    made.path = std::move(path);
    made.headers.add("host", "localhost:8443");
    made.cookies.add(std::string(desk::session_cookie), session_);
    return made;
  }
  desk::Response get(std::string path, std::string_view query = {}) {
    auto asked = request(desk::Method::get, std::move(path));
    if (!query.empty()) asked.query.add("q", std::string(query));
    return test_support::answer_of(*desk_, asked);
  }
  desk::Response post(std::string path,
                      const std::vector<std::pair<std::string, std::string>>& fields) {
    auto made = request(desk::Method::post, std::move(path));
    made.form.add("form_token", desk::form_token(session_));
    for (const auto& [field, value] : fields) made.form.add(field, value);
    return test_support::answer_of(*desk_, made);
  }
  /// Where the answer sends the visitor.
  static std::string goal_of(const desk::Response& answer) {
    for (const auto& [header, value] : answer.headers) {
      if (header == "location" || header == "Location") return value;
    }
    return {};
  }
  /// A request of the canary, of the kind as its form sends it; the address of its case.
  std::string receive(const char* kind) {
    return goal_of(post("/request-intake", {{"kind", kind},
                                            {"arrived", clock_.now().day().iso()},
                                            {"channel", "0"},
                                            {"asker", "0"},
                                            {"claims", "0"},
                                            {"name", std::string(name)},
                                            {"name_kana", std::string(kana)},
                                            {"born", "2020-04-01"},
                                            {"address", std::string(address)},
                                            {"wanted", std::string(wanted)},
                                            {"reason", "不要になった"}}));
  }
  /// The first address of the page that begins so and goes on.
  static std::string link_in(const std::string& body, std::string_view begin) {
    const auto at = body.find("href=\"" + std::string(begin));
    if (at == std::string::npos) return {};
    const auto from = at + 6;
    return body.substr(from, body.find('"', from) - from);
  }
  void hides_until_asked(const std::string& page, const std::string& revealed,
                         const std::vector<std::string_view>& hidden) {
    const auto shown = get(page);
    ASSERT_EQ(shown.status, 200) << page;
    for (const auto value : hidden) {
      EXPECT_EQ(shown.body.find(value), std::string::npos) << page << " " << value;
    }
    const auto before = office_->log().state().durable;
    const auto open = get(revealed).body;
    EXPECT_GT(office_->log().state().durable, before) << "asking leaves a leaf";
    for (const auto value : hidden) {
      EXPECT_NE(open.find(value), std::string::npos) << revealed << " " << value;
    }
  }
  /// The paper's text without its breaks, as a reader's program takes it.
  static std::string text_of(const std::string& pdf) { return test_support::text_of_paper(pdf); }
  /// The addresses of the page that a GET route answers.
  std::vector<std::string> addresses_in(const std::string& body) const {
    std::vector<std::string> found;
    constexpr std::string_view begin = "href=\"/";
    for (auto at = body.find(begin); at != std::string::npos; at = body.find(begin, at + 1)) {
      const auto from = at + begin.size() - 1;
      auto linked = body.substr(from, body.find_first_of("\"?#", from) - from);
      const auto* route = router_->find(desk::Method::get, linked).route;
      if (route != nullptr && route->door == desk::Door::signed_in) {
        found.push_back(std::move(linked));
      }
    }
    return found;
  }
  /// Opens what whoever is signed in reaches from page to page, the shallow pages first; hands
  /// each answer to `look(address, answer)`. How many were opened.
  template <typename Look>
  std::size_t walk(std::size_t most, Look&& look) {
    std::deque<std::string> ahead;
    for (const auto& route : router_->routes()) {
      if (route.method != desk::Method::get || route.door == desk::Door::open) continue;
      if (route.path.find('{') == std::string::npos) ahead.push_back(route.path);
    }
    ahead.push_back(member_address());
    std::set<std::string> seen(ahead.begin(), ahead.end());
    std::size_t opened = 0;
    for (; !ahead.empty() && opened < most; ++opened) {
      const auto goal = ahead.front();
      ahead.pop_front();
      const auto answer = get(goal);
      look(goal, answer);
      for (auto& each : addresses_in(answer.body)) {
        if (seen.insert(each).second) ahead.push_back(std::move(each));
      }
    }
    return opened;
  }
  std::string member_address() const { return "/members/" + std::string(person_.text()); }

  /// Every byte of every file of the data directory, after everything is closed.
  std::vector<std::string> files_with(std::string_view sought) const {
    std::vector<std::string> found;
    for (const auto& entry : files::recursive_directory_iterator(folder_)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(file)), {});
      if (bytes.find(sought) != std::string::npos) found.push_back(entry.path().filename());
    }
    return found;
  }

  base::SystemClock clock_;
  files::path folder_;
  std::unique_ptr<Office> office_;
  std::vector<Account> accounts_;
  base::PersonId person_ = base::PersonId::draw();
  base::PersonId other_person_ = base::PersonId::draw();
  base::EstablishmentId establishment_ = base::EstablishmentId::draw();
  std::unique_ptr<account::DatabaseCredentials> credentials_;
  account::Sessions sessions_;
  std::unique_ptr<account::SignIn> sign_in_;
  std::unique_ptr<desk::Router> router_;
  std::unique_ptr<desk::Desk> desk_;
  std::map<std::string, std::string, std::less<>> sessions_of_users_;
  std::string session_;
};

}  // namespace kenpo::app::canary_tests
