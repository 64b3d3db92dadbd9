// Property 27 on everything that can be opened from page to page: the individual number is nowhere,
// and symbol, number, address and contact of anybody stand on no page that was not asked for them.
#include "app/canary_for_tests.h"
#include "certificate/certificate_store.h"

namespace kenpo::app::canary_tests {
namespace {

constexpr std::string_view telephone = "090-2468-1357";
constexpr std::string_view home = "架空県議員町八丁目";
constexpr std::string_view relative = "架空　緊急子";
constexpr std::size_t pages_of_a_user = 260;  // what a test may take

inline constexpr notice::Operation plant_papers{
    .name = "test.plant_papers",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::certificate_issuance}},
    .runner = notice::Runner::staff_or_program};

/// Pages that somebody opens to be shown what the page before hides: each leaves a leaf of its own.
constexpr std::string_view asked_tails[] = {"/identifiers", "/contact-details", "/held-values"};
/// Papers on which the law wants symbol and number, each to its own person or employer
/// (src/FILES_OUT: one, each, employer).
constexpr std::string_view own_papers[] = {"/certificate-runs/", "/certificates/",
                                           "/decision-letters", "/decision-files"};

bool asks(std::string_view goal) {
  return std::ranges::any_of(asked_tails,
                             [&](std::string_view tail) { return goal.ends_with(tail); });
}
/// 療養の給付等の通知: the number stands on it, and it goes to that person alone.
constexpr std::string_view own_notice = "/cost-notice/notice.pdf";
bool is_own_paper(std::string_view goal, const desk::Response& answer) {
  return !answer.body.starts_with("<!DOCTYPE") &&
         (goal.find(own_notice) != std::string_view::npos ||
          std::ranges::any_of(own_papers,
                              [&](std::string_view begin) { return goal.starts_with(begin); }));
}

class CanaryWalk : public Canary {
 protected:
  void plant_certificates() {
    const auto work = [&](const notice::Permit<plant_papers>& permit) -> Result<> {
      const certificate::CertificateAccess access(permit.grant<Purpose::certificate_issuance>());
      auto transaction = KENPO_TRY(office_->database().write());
      for (const auto state : {certificate::State::to_issue, certificate::State::delivered,
                               certificate::State::to_collect}) {
        KENPO_TRY(certificate::put(transaction, access,
                                   {.person = person_,
                                    .insured = person_,
                                    .establishment = establishment_,
                                    .kind = certificate::Kind::confirmation,
                                    .state = state,
                                    .from = clock_.now().day(),
                                    .state_on = clock_.now().day(),
                                    .contents = {.symbol = std::string(symbol),
                                                 .number = std::string(number),
                                                 .name = std::string(name)}},
                                   clock_.now()));
      }
      return transaction.commit(permit.recorder());
    };
    const notice::Acting program{notice::ProgramActor::command_line};
    ASSERT_TRUE(office_->gate().perform<plant_papers>(program, work).ok());
  }
  /// A member of the assembly with address, telephone and mail; the address of their page.
  std::string enter_member() {
    enter("shomu");
    post("/assembly-charters", {{"charter_from", clock_.now().day().plus_days(-400).iso()},
                                {"fixed_number", "20"},
                                {"term_years", "3"},
                                {"written_vote", "1"}});
    return goal_of(post("/assembly-members", {{"kind", "1"},
                                              {"from", clock_.now().day().iso()},
                                              {"name", "議員　一子"},
                                              {"name_kana", "ｷﾞｲﾝ ｲﾁｺ"},
                                              {"address", std::string(home)},
                                              {"telephone", std::string(telephone)},
                                              {"mail", "giin@example.jp"}}));
  }
  /// An employee with somebody to be called; the address of their page.
  std::string hire() {
    enter("shomu");
    return goal_of(post("/hirings", {{"name", "職員　二子"},
                                     {"kana", "ｼｮｸｲﾝ ﾌﾀｺ"},
                                     {"born_on", "1990-04-01"},
                                     {"joined_on", clock_.now().day().iso()},
                                     {"address", std::string(home)},
                                     {"telephone", std::string(telephone)},
                                     {"contact", std::string(relative)},
                                     {"relation", "父"},
                                     {"contact_telephone", "090-1111-0000"},
                                     {"post", "総務課"},
                                     {"contract", "1"}}));
  }
  /// What waits for a second person: a roster that may be handed over.
  void propose_roster() {
    enter("tekiyo");
    const auto roster = post("/rosters", {{"establishment", std::string(establishment_.text())},
                                          {"recipient_class", "2"},
                                          {"recipient", "見本工業"},
                                          {"basis", "3"},
                                          {"delete_by", clock_.now().day().plus_days(30).iso()}});
    ASSERT_EQ(roster.status, 200) << roster.body.substr(0, 400);
  }
};

TEST_F(CanaryWalk, Property27TheAssemblyHidesContactsUntilSomebodyAsks) {
  const auto page = enter_member();
  ASSERT_TRUE(page.starts_with("/assembly-members")) << page;
  const auto list = get("/assembly-members").body;
  for (const auto hidden : {home, telephone}) {
    EXPECT_EQ(list.find(hidden), std::string::npos) << hidden;
  }
  const auto own = page == "/assembly-members" ? link_in(list, "/assembly-members/") : page;
  ASSERT_FALSE(own.empty());
  hides_until_asked(own, own + "/contact-details", {home, telephone, "giin@example.jp"});
}

TEST_F(CanaryWalk, Property27TheStaffHidesContactsUntilSomebodyAsks) {
  const auto page = hire();
  ASSERT_TRUE(page.starts_with("/employees/")) << page;
  const auto list = get("/employees").body;
  for (const auto hidden : {home, telephone, relative}) {
    EXPECT_EQ(list.find(hidden), std::string::npos) << hidden;
  }
  hides_until_asked(page, page + "/contact-details", {home, telephone, relative});
  const auto change = get(page + "/details").body;
  EXPECT_EQ(change.find(home), std::string::npos) << "the form to change them does not send them";
}

TEST_F(CanaryWalk, Property27NothingThatIsReachedShowsWhatNobodyAskedFor) {
  plant_certificates();
  enter_member();
  hire();
  propose_roster();
  enter("sekinin");
  for (const auto* kind : {"1", "2", "4"}) ASSERT_TRUE(receive(kind).starts_with("/requests/"));
  post("/complaints", {{"channel", "1"},
                       {"class", "1"},
                       {"received_on", clock_.now().day().iso()},
                       {"name", std::string(name)},
                       {"contact", std::string(telephone)},
                       {"words", "説明を求める"}});
  post("/incidents", {{"known_on", clock_.now().day().iso()}, {"outline", "名簿の誤送付の疑い"}});
  const bool reads_paper = test_support::reads_papers();
  std::size_t papers = 0;
  for (const auto& account : accounts_) {
    enter(account.user);
    const auto opened = walk(pages_of_a_user, [&](const std::string& goal,
                                                  const desk::Response& answer) {
      const bool paper = answer.body.starts_with("%PDF-");
      if (paper && !reads_paper) return;
      const auto text = paper ? text_of(answer.body) : answer.body;
      if (paper) ++papers;
      // 公表事項4 C-1: the desk stands on every notice to a person.
      if (paper && text.find("金糸雀") != std::string::npos) {
        EXPECT_NE(text.find("窓口"), std::string::npos) << goal;
      }
      EXPECT_EQ(text.find(individual_number), std::string::npos) << account.user << " " << goal;
      if (asks(goal) || is_own_paper(goal, answer)) return;
      for (const auto hidden : {symbol, number, home, telephone, relative}) {
        EXPECT_EQ(text.find(hidden), std::string::npos) << account.user << " " << goal;
      }
      // A letter to the person has the address in its window, and nothing else does.
      if (!paper) {
        EXPECT_EQ(text.find(address), std::string::npos) << account.user << " " << goal;
      }
    });
    EXPECT_GT(opened, 20U) << account.user;
  }
  EXPECT_TRUE(papers > 0 || !reads_paper) << "papers are among what is reached";
}

// 公表事項2 T-3「厳格なアクセス制御を実施」: whoever is shown leaves a durable record of it.
TEST_F(CanaryWalk, T3NobodyIsShownWithoutADurableRecord) {
  plant_certificates();
  enter("sekinin");
  ASSERT_TRUE(receive("1").starts_with("/requests/"));
  constexpr std::size_t most = 100'000;
  const auto records = [&] {
    const auto found = office_->history().leaves_of(person_, most);
    return found.ok() ? found->size() : 0;
  };
  std::size_t shown = 0;
  for (const auto& account : accounts_) {
    enter(account.user);
    walk(pages_of_a_user, [&](const std::string& goal, const desk::Response& answer) {
      if (answer.body.find(name) == std::string::npos) return;
      ++shown;
      const auto before = records();
      get(goal);
      EXPECT_GT(records(), before) << account.user << " " << goal;
    });
  }
  EXPECT_GT(shown, 3U);
}

}  // namespace
}  // namespace kenpo::app::canary_tests
