// Determinations that a clerk enters, missing people, letters: on a real store, gate
// and law book.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/protection_act.h"
#include "eligibility/work_item_store.h"
#include "remuneration/decision_letter_act.h"
#include "remuneration/decision_letter_print.h"
#include "remuneration/member_letter_act.h"
#include "remuneration/regular_round_act.h"
#include "remuneration/manual_for_tests.h"
#include "tests/support/sender.h"

namespace kenpo::remuneration {
namespace {

using namespace manual_tests;

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

TEST_F(ManualTest, ALetterGoesOutWhenASecondPersonHasCountedIt) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  auto ledger = this->ledger();
  const LetterOrder wanted{works_.id, LetterKind::acquisition, month_at(2026, 4)};
  const auto issued = must(issue_letter(ledger, society_.clerk(), wanted));
  const auto answered = [&](const notice::Acting& acting, std::int64_t persons) {
    return answer_letter(ledger, acting, issued.id, persons, LetterAnswer::release);
  };
  EXPECT_EQ(what(show_released_letter(ledger, society_.clerk(), issued.id).faults()),
            "この通知書は承認されていません");
  EXPECT_EQ(what(answered(society_.clerk(), 1).faults()), "発行した人は承認できません");
  EXPECT_EQ(what(answered(colleague(), 2).faults()), "確かめた人数が通知書の人数と違います");
  EXPECT_FALSE(answered(society_.stranger(), 1).ok());
  EXPECT_FALSE(answer_letter(ledger, colleague(), LetterId::draw(), 1, LetterAnswer::release).ok());
  EXPECT_EQ(must(show_issued_letter(ledger, society_.clerk(), issued.id)).issued->state,
            LetterState::open);
  const auto released = must(answered(colleague(), 1));
  EXPECT_EQ(released.state, LetterState::released);
  const auto shown = must(show_released_letter(ledger, society_.clerk(), issued.id));
  EXPECT_EQ(shown.issued->decided_by, colleague_);
  EXPECT_FALSE(answered(colleague(), 1).ok()) << "once";

  const auto other = must(issue_letter(ledger, colleague(), wanted));
  must(answer_letter(ledger, society_.clerk(), other.id, 1, LetterAnswer::refuse));
  EXPECT_FALSE(show_released_letter(ledger, society_.clerk(), other.id).ok());
  const auto listed = must(show_letters(ledger, society_.clerk(), 0)).letters;
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].state, LetterState::refused);
  EXPECT_EQ(listed[1].state, LetterState::released);
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
  EXPECT_FALSE(letters()[0].letter.has_value()) << "it waits for a second person";
  must(answer_letter(ledger, colleague(), issued.id, 1, LetterAnswer::release));
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
