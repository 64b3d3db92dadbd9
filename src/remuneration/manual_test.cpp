// Determinations that a clerk enters, candidates and missing people, letters: on a real store, gate
// and law book.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/protection_act.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/candidate_act.h"
#include "remuneration/decision_letter_act.h"
#include "remuneration/decision_letter_print.h"
#include "remuneration/determination_job.h"
#include "remuneration/manual_act.h"
#include "remuneration/member_letter_act.h"
#include "remuneration/regular_round_act.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/sender.h"

namespace kenpo::remuneration {
namespace {

using namespace test_support;
using base::Month;
using base::Yen;

inline constexpr notice::Operation look_at_standards{
    .name = "test.look_at_standards",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

Month month_at(int year, int month) { return *Month::make(year, month); }

csv::MonthlyPay spring_pay(std::array<int, 3> days, std::array<int, 3> pay) {
  csv::MonthlyPay made;
  made.insured = acquisition().insured;
  made.applies_from = month_at(2026, 9);
  std::int64_t sum = 0;
  std::int64_t counted = 0;
  for (std::size_t at = 0; at < 3; ++at) {
    auto& month = made.months[at];
    month.month = 4 + static_cast<int>(at);
    month.base_days = days[at];
    month.in_cash = month.total = Yen(pay[at]);
    if (days[at] >= 17) sum += pay[at], ++counted;
  }
  made.total = Yen(sum);
  made.average = Yen(counted == 0 ? 0 : sum / counted);
  made.previous_health = Yen(300'000);
  return made;
}

class ManualTest : public testing::Test {
 protected:
  ManualTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(eligibility::register_establishments(ledger, society_.clerk(), {works_}).ok());
    colleague_ = base::StaffId::draw();
    society_.change_policy([&](notice::Policy& policy) {
      auto second = policy.handlers.front();
      for (const auto& handler : policy.handlers) {
        if (handler.staff == society_.clerk_id()) second = handler;
      }
      second.staff = colleague_;
      policy.handlers.push_back(second);
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  notice::Acting colleague() const { return notice::Acting{colleague_}; }
  template <typename... Notifications>
  void take(Notifications... given) {
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(std::move(given)...)), "届書.csv"));
    must(determine_all(ledger, society_.clerk(), {}));
  }
  template <typename How>
  auto read(How how) {
    return must(society_.gate().perform<look_at_standards>(
        society_.clerk(), [&](const notice::Permit<look_at_standards>& permit) {
          const auto view = must(society_.database().read());
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          return how(view, access);
        }));
  }
  eligibility::InsuredPeriod period() {
    return read([&](const store::View& view,
                    const RemunerationAccess& access) -> base::Result<eligibility::InsuredPeriod> {
      return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, "1")).at(0);
    });
  }
  std::vector<StandardRemuneration> standards() {
    const auto person = period().person;
    return read([&](const store::View& view, const RemunerationAccess& access) {
      return remunerations_of(view, access, person, society_.clock().now());
    });
  }
  ManualOrder order(ManualKind kind, ManualInput input) {
    const auto held = period();
    return {.person = held.person,
            .period = held.id,
            .kind = kind,
            .input = std::move(input),
            .reason = "申出書による"};
  }
  static LeaveEndInput leave_end() {
    LeaveEndInput input;
    input.ended_on = day(2026, 4, 30);
    input.months = {RevisionMonth{31, Yen(260'000)}, RevisionMonth{30, Yen(260'000)},
                    RevisionMonth{31, Yen(260'000)}};
    return input;
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  Society society_{eligibility::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  base::StaffId colleague_ = base::StaffId::draw();
};

TEST_F(ManualTest, ASecondPersonDecidesOnTheEndOfALeave) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  auto ledger = this->ledger();
  const auto wanted = order(ManualKind::childcare_end, leave_end());
  const auto shown = must(preview_manual(ledger, society_.clerk(), wanted));
  EXPECT_EQ(shown.standard, Yen(260'000));
  EXPECT_EQ(shown.previous_standard, Yen(300'000));
  EXPECT_EQ(shown.from, month_at(2026, 8));
  for (const auto& line : shown.lines) EXPECT_FALSE(line.article.empty());
  EXPECT_EQ(standards().size(), 1U);

  const auto entered = must(enter_manual(ledger, society_.clerk(), wanted));
  EXPECT_EQ(entered.state, ManualState::open);
  EXPECT_EQ(standards().size(), 1U);
  EXPECT_EQ(what(enter_manual(ledger, society_.clerk(), wanted).faults()),
            "同じ月の決定が決裁を待っています");
  EXPECT_EQ(
      what(decide_on_manual(ledger, society_.clerk(), entered.id, ManualAnswer::confirm).faults()),
      "入力した人は決裁できません");
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].kind, DeterminationKind::childcare_end);
  EXPECT_EQ(found[1].standard, Yen(260'000));
  EXPECT_EQ(what(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::refuse).faults()),
            "この決定は決裁済みです");
}

TEST_F(ManualTest, RefusedIsNotDecidedAndConditionsAreNamed) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  auto ledger = this->ledger();
  const auto entered =
      must(enter_manual(ledger, society_.clerk(), order(ManualKind::childcare_end, leave_end())));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::refuse));
  EXPECT_EQ(standards().size(), 1U);
  auto same = leave_end();
  for (auto& month : same.months) month.pay = Yen(300'000);
  EXPECT_EQ(what(preview_manual(ledger, society_.clerk(), order(ManualKind::childcare_end, same))
                     .faults()),
            "休業終了時改定の要件を満たしません");
  EXPECT_EQ(
      what(preview_manual(ledger, society_.clerk(),
                          order(ManualKind::insurer, InsurerInput{month_at(2025, 8), Yen(300'000)}))
               .faults()),
      "適用する月に資格がありません");
  auto wanted = order(ManualKind::insurer, InsurerInput{month_at(2026, 9), Yen(410'000)});
  wanted.reason.clear();
  EXPECT_EQ(what(enter_manual(ledger, society_.clerk(), wanted).faults()), "理由が必要です");
  EXPECT_FALSE(enter_manual(ledger, society_.stranger(), wanted).ok());
}

/// 健康保険法43条1項: without a revision there is none by the average of a year.
TEST_F(ManualTest, TheAverageOfAYearNeedsTheRevisionItself) {
  take(acquisition("1", day(2025, 10, 1), 360'000));
  auto ledger = this->ledger();
  AnnualRevisionInput input;
  input.changed = month_at(2026, 4);
  input.fixed_pay = FixedPay::up;
  input.base_days = {30, 31, 30};
  input.fixed.fill(Yen(290'000));
  input.variable.fill(Yen(10'000));
  for (std::size_t at = 9; at < input.variable.size(); ++at) input.variable[at] = Yen(90'000);
  input.conditions = {Recurs::every_year, Consent::given};
  // 380,000 in three months is one grade above 360,000: no revision, though the year gives 320,000.
  EXPECT_EQ(what(preview_manual(ledger, society_.clerk(),
                                order(ManualKind::annual_revision, input))
                     .faults()),
            "随時改定の要件を満たしません");
  for (std::size_t at = 9; at < input.variable.size(); ++at) input.variable[at] = Yen(120'000);
  EXPECT_EQ(must(preview_manual(ledger, society_.clerk(),
                                order(ManualKind::annual_revision, input)))
                .standard,
            Yen(320'000));
}

TEST_F(ManualTest, AStandardThatChangedSinceIsNotDecidedUpon) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  auto ledger = this->ledger();
  const auto first =
      must(enter_manual(ledger, society_.clerk(),
                        order(ManualKind::insurer, InsurerInput{month_at(2026, 9), Yen(410'000)})));
  auto other = sample_establishment();
  other.office_symbol = "ｳｴ";
  other.symbol = "102";
  must(eligibility::register_establishments(ledger, society_.clerk(), {other}));
  const auto before = must(enter_manual(
      ledger, society_.clerk(),
      order(ManualKind::workplaces,
            WorkplacesInput{month_at(2026, 8), Yen(200'000), {{"102", Yen(150'000)}}})));
  must(decide_on_manual(ledger, colleague(), before.id, ManualAnswer::confirm));
  EXPECT_EQ(what(decide_on_manual(ledger, colleague(), first.id, ManualAnswer::confirm).faults()),
            "従前の標準報酬月額が変わりました");
  EXPECT_EQ(standards().back().standard, Yen(360'000));
}

TEST_F(ManualTest, ARaiseInAprilIsACandidateAndARevisionInJulyEndsTheRegularOne) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {360'000, 360'000, 360'000});
  regular.pay.change = csv::PayDirection::raised;
  regular.pay.change_month = 4;
  take(std::move(regular));
  ASSERT_EQ(standards().size(), 2U);  // decided from September
  auto ledger = this->ledger();
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026));
  ASSERT_EQ(list.candidates.size(), 1U);
  const auto& candidate = list.candidates.front().candidate;
  EXPECT_EQ(candidate.kind, CandidateKind::certain);
  EXPECT_EQ(candidate.from, month_at(2026, 7));
  EXPECT_EQ(candidate.standard, Yen(360'000));
  const auto entered = must(determine_candidate(
      ledger, society_.clerk(), list.candidates.front().pay.id, "算定基礎届による"));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].from, month_at(2026, 7));
  EXPECT_EQ(found[1].kind, DeterminationKind::revision);
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
  const auto round = must(show_regular_round(ledger, society_.clerk(), 2026));
  EXPECT_EQ(round.total.due, 0);  // art 41(3)
}

TEST_F(ManualTest, ADismissedCandidateIsNone) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {300'000, 360'000, 360'000});
  regular.pay.change = csv::PayDirection::raised;
  regular.pay.change_month = 5;
  take(std::move(regular));
  auto ledger = this->ledger();
  const auto list = must(list_candidates(ledger, society_.clerk(), 2026));
  ASSERT_EQ(list.candidates.size(), 1U);
  const auto& one = list.candidates.front();
  EXPECT_EQ(one.candidate.kind, CandidateKind::expected);
  EXPECT_EQ(one.candidate.from, month_at(2026, 8));
  EXPECT_EQ(what(determine_candidate(ledger, society_.clerk(), one.pay.id, "見込み").faults()),
            "3か月の報酬がそろっていません");
  EXPECT_FALSE(dismiss_candidate(ledger, society_.clerk(), one.pay.id, "").ok());
  must(dismiss_candidate(ledger, society_.clerk(), one.pay.id, "月額変更届を受け付けた"));
  EXPECT_TRUE(must(list_candidates(ledger, society_.clerk(), 2026)).candidates.empty());
}

TEST_F(ManualTest, WhoHasNoNotificationIsMissingOnce) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  auto ledger = this->ledger();
  const auto round = must(show_regular_round(ledger, society_.clerk(), 2026));
  ASSERT_EQ(round.rows.size(), 1U);
  EXPECT_EQ(round.total.due, 1);
  EXPECT_EQ(round.total.missing, 1);
  EXPECT_EQ(must(show_missing(ledger, society_.clerk(), 2026, works_.id, 0)).count, 1);
  EXPECT_EQ(must(ask_for_missing(ledger, society_.clerk(), 2026, works_.id)), 1);
  EXPECT_EQ(must(ask_for_missing(ledger, society_.clerk(), 2026, works_.id)), 0);
  EXPECT_FALSE(show_missing(ledger, society_.stranger(), 2026, works_.id, 0).ok());
  csv::RegularDetermination regular;
  regular.pay = spring_pay({30, 31, 30}, {300'000, 300'000, 300'000});
  take(std::move(regular));
  const auto after = must(show_regular_round(ledger, society_.clerk(), 2026));
  EXPECT_EQ(after.total.missing, 0);
  EXPECT_EQ(after.total.decided, 1);
}

TEST_F(ManualTest, ALetterIsCountedAndStaysAsItWentOut) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  auto ledger = this->ledger();
  const LetterOrder wanted{works_.id, LetterKind::acquisition, month_at(2026, 4)};
  const auto draft = must(show_letter(ledger, society_.clerk(), wanted));
  ASSERT_EQ(draft.lines.size(), 1U);
  EXPECT_EQ(draft.lines[0].after, Yen(300'000));
  const auto issued = must(issue_letter(ledger, society_.clerk(), wanted));
  EXPECT_EQ(issued.number, 1);
  EXPECT_EQ(issued.persons, 1);
  EXPECT_FALSE(
      issue_letter(ledger, society_.clerk(), {works_.id, LetterKind::bonus, month_at(2026, 4)})
          .ok());
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  const auto entered =
      must(enter_manual(ledger, society_.clerk(),
                        order(ManualKind::insurer, InsurerInput{month_at(2026, 4), Yen(410'000)})));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto again = must(show_issued_letter(ledger, society_.clerk(), issued.id));
  ASSERT_EQ(again.lines.size(), 1U);
  EXPECT_EQ(again.lines[0].after, Yen(300'000));
  const auto printed = must(
      print_decision_letter(again, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(printed.missing_glyphs, 0);
}

TEST_F(ManualTest, EachDecisionNamesTheLetterItWentOutOn) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  auto ledger = this->ledger();
  const auto letters = [&] {
    return must(letters_of_member(ledger, society_.clerk(), period().person)).letters;
  };
  ASSERT_EQ(letters().size(), 1U);
  EXPECT_FALSE(letters()[0].letter.has_value());
  const auto issued = must(issue_letter(
      ledger, society_.clerk(), {works_.id, LetterKind::acquisition, month_at(2026, 4)}));
  EXPECT_EQ(letters()[0].letter->id, issued.id);
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  const auto entered =
      must(enter_manual(ledger, society_.clerk(),
                        order(ManualKind::insurer, InsurerInput{month_at(2026, 6), Yen(410'000)})));
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  ASSERT_EQ(letters().size(), 2U);
  EXPECT_FALSE(letters()[0].letter.has_value());  // decided after the letter
  EXPECT_EQ(letters()[1].letter->id, issued.id);

  must(eligibility::begin_protection(ledger, society_.clerk(), period().person,
                                     eligibility::ProtectionGround::domestic_violence, "申出書"));
  for (const auto& line : letters()) EXPECT_FALSE(line.letter.has_value());
  EXPECT_FALSE(letters_of_member(ledger, society_.stranger(), period().person).ok());
}

}  // namespace
}  // namespace kenpo::remuneration
