// R-1 … R-4 by rule: states, clocks, answers, periods. Properties 21 and 24.
#include <gtest/gtest.h>

#include "request/clock_rule.h"
#include "request/correction_rule.h"
#include "request/retention_rule.h"
#include "request/step_rule.h"

namespace kenpo::request {
namespace {

using base::Date;

Date day(const char* iso) { return *Date::parse(iso); }

/// Runs the events; the state after the last, or nullopt where one was refused.
std::optional<State> run(Standing standing, std::initializer_list<Event> events) {
  for (const auto event : events) {
    const auto state = after(standing, event);
    if (!state.ok()) return std::nullopt;
    standing.state = *state;
    if (event == Event::ask_opinion) standing.opinion = Opinion::asked;
    if (event == Event::answer_opinion) standing.opinion = Opinion::answered;
  }
  return standing.state;
}

Standing full(Kind kind) { return {.kind = kind, .held = Held::yes, .outcome = Outcome::full}; }

TEST(StepRule, R1ToR4EveryKindGoesFromArrivalToItsEnd) {
  for (std::size_t at = 0; at < kinds_count; ++at) {
    const auto kind = static_cast<Kind>(at);
    EXPECT_EQ(run(full(kind),
                  {Event::accept_form, Event::show_identity, Event::scope, Event::collect,
                   Event::propose, Event::approve, Event::notify, Event::execute, Event::close}),
              State::closed)
        << wording(kind);
    EXPECT_FALSE(identifier(kind).empty());
    EXPECT_FALSE(article(kind).empty());
  }
}

TEST(StepRule, EveryStateButTheLastHasANextStepAndTheLastHaveNone) {
  for (std::size_t at = 0; at < states_count; ++at) {
    auto standing = full(Kind::disclosure);
    standing.state = static_cast<State>(at);
    const bool last = standing.state == State::closed || standing.state == State::withdrawn;
    EXPECT_EQ(next_events(standing).empty(), last) << wording(standing.state);
  }
}

TEST(StepRule, WithdrawnUntilTheDecisionAndNotAfter) {
  for (std::size_t at = 0; at < states_count; ++at) {
    auto standing = full(Kind::erase);
    standing.state = static_cast<State>(at);
    EXPECT_EQ(after(standing, Event::withdraw).ok(), standing.state < State::decided)
        << wording(standing.state);
  }
}

TEST(StepRule, WithoutProofOfIdentityNothingIsScoped) {
  EXPECT_EQ(run(full(Kind::disclosure), {Event::accept_form, Event::scope}), std::nullopt);
  EXPECT_EQ(run(full(Kind::disclosure),
                {Event::accept_form, Event::ask_identity, Event::refuse_unproven}),
            State::decided);
}

TEST(StepRule, AStrangerAndABereavedFamilyAreNotIdentified) {
  for (const auto asker : {Asker::stranger, Asker::bereaved}) {
    auto standing = full(Kind::disclosure);
    standing.asker = asker;
    EXPECT_EQ(run(standing, {Event::accept_form, Event::show_identity}), std::nullopt);
    EXPECT_EQ(run(standing, {Event::accept_form, Event::refuse_unproven}), State::decided);
  }
}

TEST(StepRule, ClaimsAreDisclosedOnlyAfterTheProviderWasAsked) {
  auto standing = full(Kind::disclosure);
  standing.claims = Claims::yes;
  const auto asked = {Event::accept_form, Event::show_identity, Event::scope, Event::collect};
  ASSERT_EQ(run(standing, asked), State::collected);
  standing.state = State::collected;
  EXPECT_EQ(run(standing, {Event::propose}), std::nullopt);
  EXPECT_EQ(run(standing, {Event::ask_opinion, Event::propose}), std::nullopt);
  EXPECT_EQ(run(standing, {Event::answer_opinion}), std::nullopt);
  EXPECT_EQ(run(standing, {Event::ask_opinion, Event::answer_opinion, Event::propose}),
            State::review);
  standing.kind = Kind::correct;  // a correction asks no provider by itself
  EXPECT_EQ(run(standing, {Event::ask_opinion}), std::nullopt);
}

TEST(StepRule, ARefusalNeedsItsArticleAndItsReason) {
  const auto standing = full(Kind::disclosure);
  EXPECT_TRUE(check_answer(standing, Outcome::full, Ground::none, false).ok());
  EXPECT_FALSE(check_answer(standing, Outcome::refuse, Ground::none, true).ok());
  EXPECT_FALSE(check_answer(standing, Outcome::refuse, Ground::harm_to_person, false).ok());
  EXPECT_TRUE(check_answer(standing, Outcome::refuse, Ground::harm_to_person, true).ok());
  // The article of another kind of request is none.
  EXPECT_FALSE(check_answer(standing, Outcome::refuse, Ground::no_breach, true).ok());
  EXPECT_FALSE(check_answer(standing, Outcome::full, Ground::harm_to_person, true).ok());
  EXPECT_FALSE(check_answer(standing, Outcome::none, Ground::none, true).ok());
}

TEST(StepRule, WhatIsNotHeldIsAnsweredAsThat) {
  auto standing = full(Kind::disclosure);
  standing.held = Held::no;
  EXPECT_FALSE(check_answer(standing, Outcome::full, Ground::none, true).ok());
  EXPECT_TRUE(check_answer(standing, Outcome::none_exists, Ground::none, true).ok());
}

TEST(StepRule, EveryGroundHasAnArticleAndAKind) {
  for (std::size_t at = 1; at < grounds_count; ++at) {
    const auto ground = static_cast<Ground>(at);
    EXPECT_FALSE(article(ground).empty()) << wording(ground);
    bool any = false;
    for (std::size_t kind = 0; kind < kinds_count; ++kind) {
      any = any || fits(ground, static_cast<Kind>(kind));
    }
    EXPECT_TRUE(any) << wording(ground);
  }
}

struct ClockRow {
  const char* arrived;
  const char* first_answer;
  const char* decide;
  const char* suable_from;
};

TEST(ClockRule, P21DaysOfARequest) {
  const ClockRow rows[] = {
      // Day 14 is a Monday; 勤労感謝の日 lies between.
      {"2026-11-16", "2026-11-24", "2026-11-30", "2026-12-01"},
      // Day 14 is the Saturday 5 December: decided the day before.
      {"2026-11-21", "2026-11-30", "2026-12-04", "2026-12-06"},
      // Day 14 is New Year's Day: decided on 28 December, suable all the same.
      {"2026-12-18", "2026-12-25", "2026-12-28", "2027-01-02"},
      // Day 14 is 勤労感謝の日.
      {"2026-11-09", "2026-11-16", "2026-11-20", "2026-11-24"},
      // The ten days in a row of 2019: day 14 is 2 May.
      {"2019-04-18", "2019-04-25", "2019-04-26", "2019-05-03"},
      // A leap day counts.
      {"2028-02-16", "2028-02-24", "2028-03-01", "2028-03-02"},
  };
  for (const auto& row : rows) {
    const auto clocks = clocks_of(Kind::disclosure, Claims::no, day(row.arrived));
    ASSERT_TRUE(clocks.ok()) << row.arrived;
    EXPECT_EQ(clocks->value.first_answer.iso(), row.first_answer) << row.arrived;
    EXPECT_EQ(clocks->value.decide.iso(), row.decide) << row.arrived;
    EXPECT_EQ(clocks->value.suable_from.iso(), row.suable_from) << row.arrived;
    EXPECT_EQ(clocks->basis.size(), 3U);
  }
}

TEST(ClockRule, APurposeNoticeIsAnsweredInFiveBusinessDays) {
  const auto clocks = clocks_of(Kind::purpose_notice, Claims::no, day("2026-11-20"));
  EXPECT_EQ(clocks->value.decide.iso(), "2026-11-30");
}

TEST(ClockRule, P21SuableOnTheFirstDayAfterTwoWeeksAndAtOnceOnRefusal) {
  const auto clocks = clocks_of(Kind::disclosure, Claims::no, day("2026-11-16"))->value;
  EXPECT_FALSE(lateness(clocks, day("2026-11-30"), true, false, false).suable);
  EXPECT_TRUE(lateness(clocks, day("2026-12-01"), true, false, false).suable);
  EXPECT_FALSE(lateness(clocks, day("2026-12-01"), true, true, false).suable);
  EXPECT_TRUE(lateness(clocks, day("2026-11-17"), true, true, true).suable);
  EXPECT_FALSE(lateness(clocks, day("2026-11-30"), true, false, false).overdue);
  EXPECT_TRUE(lateness(clocks, day("2026-12-01"), true, false, false).overdue);
  EXPECT_FALSE(lateness(clocks, day("2026-11-24"), false, false, false).silent);
  EXPECT_TRUE(lateness(clocks, day("2026-11-25"), false, false, false).silent);
}

TEST(ClockRule, P21ExtendedWithNoticeUpToDay30) {
  const auto arrived = day("2026-11-16");
  const auto told = [&](const char* today, const char* to) {
    return check_extension(Kind::disclosure, Claims::yes, arrived, day(today), day(to)).ok();
  };
  EXPECT_TRUE(told("2026-11-30", "2026-12-16"));
  EXPECT_FALSE(told("2026-11-30", "2026-12-17"));
  EXPECT_FALSE(told("2026-11-30", "2026-11-30"));
  EXPECT_FALSE(told("2026-12-01", "2026-12-10"));
  const auto clocks = clocks_of(Kind::disclosure, Claims::yes, arrived, day("2026-12-16"));
  EXPECT_EQ(clocks->value.decide.iso(), "2026-12-16");
  EXPECT_EQ(clocks->value.suable_from.iso(), "2026-12-01");  // the statute is not extended
}

TEST(ClockRule, OutsideTheBusinessCalendarThereIsNoClock) {
  EXPECT_FALSE(clocks_of(Kind::disclosure, Claims::no, day("2028-12-27")).ok());
}

TEST(ClockRule, CapacityByAge) {
  const auto today = day("2026-11-24");
  EXPECT_EQ(*capacity(day("2008-11-24"), today), Capacity::full);
  EXPECT_EQ(*capacity(day("2008-11-26"), today), Capacity::minor);
  EXPECT_EQ(*capacity(day("2011-01-01"), today), Capacity::aware_under_16);
}

struct RetentionRow {
  RecordClass record_class;
  const char* made;
  const char* member_until;
  const char* joined_other;
  const char* erasable;
};

TEST(RetentionRule, P24DueDates) {
  using enum RecordClass;
  const RetentionRow rows[] = {
      // 実施基準10条: five years from the year after; shorter when another insurer was joined.
      {health_checkup, "2020-06-10", "", "", "2026-04-01"},
      {health_checkup, "2020-03-31", "", "", "2025-04-01"},
      {health_checkup, "2020-06-10", "", "2022-05-01", "2024-04-01"},
      {health_checkup, "2020-06-10", "", "2025-05-01", "2026-04-01"},
      {health_checkup, "2020-06-10", "", "2023-03-31", "2024-04-01"},
      {medical_claim, "2021-04-30", "", "", "2026-05-01"},
      {medical_claim, "2020-02-29", "", "", "2025-03-01"},
      {benefit, "2024-11-24", "", "", "2026-11-25"},
      // Counted from the end of membership: never for a member.
      {eligibility, "2016-04-01", "", "", ""},
      {eligibility, "2016-04-01", "2016-09-30", "", "2026-10-01"},
      // A record made after the membership is counted from itself.
      {premium, "2017-01-15", "2016-09-30", "", "2027-01-16"},
      {other, "2016-04-01", "2020-03-31", "", "2025-04-01"},
      {provision, "2023-10-01", "", "", "2026-10-02"},
      {request, "2023-10-01", "", "", "2026-10-02"},
      // The longer of three years after the data and seven years.
      {audit_log, "2023-10-01", "", "", "2030-10-02"},
  };
  for (const auto& row : rows) {
    const KeptRecord record{row.record_class, day(row.made), Date::parse(row.member_until),
                            Date::parse(row.joined_other)};
    const auto due = erasable_from(record);
    ASSERT_TRUE(due.ok()) << row.made;
    EXPECT_EQ(due->value ? due->value->iso() : "", row.erasable)
        << wording(row.record_class) << " " << row.made;
    if (due->value) {
      EXPECT_FALSE(due->basis.empty());
    }
  }
}

struct PaperRow {
  const char* what;
  PaperPlace place;
  const char* content;   // of a changed name, sex or birth date
  const char* envelope;  // of a changed address alone
};

TEST(CorrectionRule, R3APaperIsMadeAnewOrItsEnvelopeIs) {
  const eligibility::Person before{.name = "見本 花子", .name_kana = "ﾐﾎﾝ", .address = "東京都"};
  auto named = before;
  named.name = "見本 華子";
  auto sexed = before;
  sexed.sex = before.sex == eligibility::Sex::male ? eligibility::Sex::female
                                                   : eligibility::Sex::male;
  auto moved = before;
  moved.address = "大阪府";
  auto kana_alone = before;
  kana_alone.address_kana = "ｵｵｻｶﾌ";
  const PaperRow rows[] = {
      {"not printed", PaperPlace::to_make, "訂正の後の記載", "宛先は訂正の後"},
      {"in a run", PaperPlace::in_print, "訂正の後に作り直す", "宛先で作り直す"},
      {"in the office", PaperPlace::in_office, "廃棄", "封筒の宛先"},
      {"handed over", PaperPlace::with_person, "回収して差し替える", "前の住所"},
      {"coming back", PaperPlace::to_come_back, "回収を続ける", "依頼を送った住所"},
  };
  for (const auto& row : rows) {
    for (const auto& after : {named, sexed}) {
      EXPECT_NE(action_about(before, after, row.place).find(row.content), std::string::npos)
          << row.what;
    }
    EXPECT_NE(action_about(before, moved, row.place).find(row.envelope), std::string::npos)
        << row.what;
    EXPECT_EQ(action_about(before, kana_alone, row.place), "") << row.what;
  }
}

TEST(CorrectionRule, R3WhoeverWasGivenTheWrongItemIsTold) {
  using enum WrongRecipient::Items;
  const std::vector<ChangedValue> changed = {{"住所", "東京都", "大阪府"}};
  EXPECT_EQ(items_with(changed, "氏名、住所"), hold_it);
  EXPECT_EQ(items_with(changed, "氏名、生年月日"), do_not_say);
  EXPECT_EQ(items_with(changed, ""), do_not_say);
}

}  // namespace
}  // namespace kenpo::request
