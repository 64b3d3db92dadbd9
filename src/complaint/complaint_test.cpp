// C-1 and C-2 of the notice: the complaint desk on a real society.
#include <gtest/gtest.h>

#include <algorithm>

#include "complaint/complaint_act.h"
#include "complaint/complaint_print.h"
#include "complaint/complaint_rule.h"
#include "complaint/complaint_store.h"
#include "tests/support/sender.h"
#include "tests/support/society.h"

namespace kenpo::complaint {
namespace {

using namespace test_support;

class Complaints : public testing::Test {
 protected:
  Complaints() : society_(tables) {
    society_.change_policy([this](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      const auto until = *base::Date::make(2030, 3, 31);
      policy.handlers.push_back(
          {director_, {{notice::Role::executive_director, from, {}}}, from, until, false, {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
      officer_ = *policy.responsible_person;
    });
  }
  ComplaintOffice office() { return {society_.gate(), society_.database()}; }
  notice::Acting officer() const { return {officer_}; }
  notice::Acting director() const { return {director_}; }
  base::Date today() { return society_.clock().now().day(); }
  ComplaintIntake intake(const char* name) {
    return {.channel = ComplaintChannel::telephone,
            .one = ComplaintClass::wrong_data,
            .received_on = today(),
            .name = name,
            .contact = "03-0000-0000",
            .words = "住所が違います"};
  }
  ComplaintCase take(const ComplaintIntake& given) {
    return must(take_complaint(office(), officer(), given));
  }
  Complaint show(const ComplaintId& id) { return must(show_complaint(office(), officer(), id)); }

  Society society_;
  base::StaffId officer_ = base::StaffId::draw();
  base::StaffId director_ = base::StaffId::draw();
};

const auto sender = test_support::sample_sender();

TEST_F(Complaints, C2_HasReceiptClassAndDueDatesOfBusinessDays) {
  const auto facts = take(intake("試験　花子"));
  EXPECT_EQ(facts.received_on, today());
  EXPECT_EQ(facts.one, ComplaintClass::wrong_data);
  EXPECT_EQ(facts.dates.first_due.iso(), "2026-12-01");  // Tuesday to Tuesday, a weekend between
  EXPECT_LT(facts.dates.first_due, facts.dates.answer_due);
}

TEST_F(Complaints, C2_TheFirstAnswerIsDueWithinFiveBusinessDays) {
  struct Vector {
    const char* received_on;
    const char* first_due;
  };
  // Counted by hand: 2026-11-23 is a holiday, 12-29 to 01-03 are closed.
  for (const auto& [received_on, first_due] :
       {Vector{"2026-11-16", "2026-11-24"}, Vector{"2026-11-21", "2026-11-30"},
        Vector{"2026-12-25", "2027-01-07"}}) {
    const auto dates = complaint_dates(*base::Date::parse(received_on));
    ASSERT_TRUE(dates.ok());
    EXPECT_EQ(dates->first_due.iso(), first_due) << received_on;
  }
}

TEST_F(Complaints, C2_AnsweredWithCauseAndPreventionThenClosed) {
  const auto id = take(intake("試験　花子")).id;
  EXPECT_FALSE(give_answer(office(), officer(), id, "回答", "原因", "防止").ok());  // not first
  must(give_first_answer(office(), officer(), id, "調べます"));
  EXPECT_FALSE(give_answer(office(), officer(), id, "回答", "", "防止").ok());
  must(give_answer(office(), officer(), id, "直しました", "届書の誤り", "確認を二人でする"));
  must(close_complaint(office(), officer(), id));
  const auto [facts, text] = show(id);
  EXPECT_EQ(facts.state, ComplaintState::closed);
  EXPECT_EQ(facts.decided_by, officer_);
  EXPECT_EQ(text.cause, "届書の誤り");
  EXPECT_EQ(text.prevention, "確認を二人でする");
  EXPECT_FALSE(close_complaint(office(), officer(), id).ok());
}

TEST_F(Complaints, C2_TheMemberIsNamedOnceItIsKnownAndNotTwice) {
  const auto id = take(intake("")).id;
  EXPECT_FALSE(show(id).facts.about);
  const auto member = base::PersonId::draw();
  EXPECT_FALSE(name_member(office(), {base::StaffId::draw()}, id, member).ok());
  must(name_member(office(), officer(), id, member));
  EXPECT_EQ(show(id).facts.about, member);
  EXPECT_EQ(show(id).text.words, "住所が違います");
  EXPECT_FALSE(name_member(office(), officer(), id, base::PersonId::draw()).ok());
  EXPECT_EQ(show(id).facts.about, member);

  const auto closed = take(intake("")).id;
  must(give_first_answer(office(), officer(), closed, "調べます"));
  must(give_answer(office(), officer(), closed, "直しました", "届書の誤り", "確認を二人でする"));
  must(close_complaint(office(), officer(), closed));
  EXPECT_FALSE(name_member(office(), officer(), closed, member).ok());
}

TEST_F(Complaints, C2_TheDeciderIsNotTheOneComplainedOf) {
  auto given = intake("試験　花子");
  given.complained_of = officer_;
  const auto id = take(given).id;
  must(give_first_answer(office(), officer(), id, "調べます"));
  EXPECT_FALSE(give_answer(office(), officer(), id, "回答", "原因", "防止").ok());
  must(give_answer(office(), director(), id, "回答", "原因", "防止"));
}

TEST_F(Complaints, C2_AComplaintWithoutANameHasItsAnswerAndItsRecord) {
  const auto id = take(intake("")).id;
  must(give_first_answer(office(), officer(), id, "調べます"));
  const auto letter = print_answer(show(id), sender, society_.clock().now());
  ASSERT_FALSE(letter.ok());
  EXPECT_NE(letter.faults().front().why.ja.text().find("氏名のない"), std::string::npos);
  must(give_answer(office(), officer(), id, "直しました", "原因", "防止"));
  EXPECT_EQ(show(id).text.answer, "直しました");
}

TEST_F(Complaints, C2_ThePublicFormNeedsNoAccountAndHasALimit) {
  auto given = intake("");
  given.channel = ComplaintChannel::web;
  const notice::Acting form{notice::ProgramActor::public_page};
  for (std::int64_t count = 0; count < web_complaints_a_day; ++count) {
    ASSERT_TRUE(take_complaint(office(), form, given).ok());
  }
  EXPECT_FALSE(take_complaint(office(), form, given).ok());
  take(intake("電話は受けます"));  // the telephone is not limited
}

TEST_F(Complaints, C2_WhatIsOverdueIsCounted) {
  const auto id = take(intake("試験　花子")).id;
  const auto board = [&](const char* day) {
    return must(complaint_board(society_.database(), *base::Date::parse(day)));
  };
  EXPECT_EQ(board("2026-12-01").overdue, 0);
  EXPECT_EQ(board("2026-12-02").overdue, 1);
  must(give_first_answer(office(), officer(), id, "調べます"));
  EXPECT_EQ(board("2026-12-02").overdue, 0);
  EXPECT_EQ(board("2027-02-01").overdue, 1);  // the answer itself
  must(give_answer(office(), officer(), id, "回答", "原因", "防止"));
  EXPECT_EQ(board("2027-02-01").open, 0);
}

TEST_F(Complaints, C2_TheYearsReportCountsWhatWasReceived) {
  const auto on_time = take(intake("試験　花子")).id;
  must(give_first_answer(office(), officer(), on_time, "調べます"));
  must(give_answer(office(), officer(), on_time, "回答", "原因", "二人で確認する"));
  take(intake(""));
  society_.clock().set(base::start_of(*base::Date::make(2026, 12, 10)));
  const auto report = must(year_report(office(), officer(), 2026));
  EXPECT_EQ(report.received, 2);
  EXPECT_EQ(report.first_in_time, 1);
  EXPECT_EQ(report.first_late, 1);
  EXPECT_EQ(report.nameless, 1);
  EXPECT_EQ(report.by_class[1], 2);
  EXPECT_EQ(report.preventions, std::vector<std::string>{"二人で確認する"});
  EXPECT_EQ(must(year_report(office(), officer(), 2025)).received, 0);
  const auto paper = must(print_report(report, sender, society_.clock().now()));
  EXPECT_TRUE(paper.pdf.starts_with("%PDF-"));
  EXPECT_EQ(paper.missing_glyphs, 0);
}

TEST_F(Complaints, C1_TheDeskStandsOnTheLetter) {
  const auto id = take(intake("試験　花子")).id;
  EXPECT_FALSE(print_answer(show(id), sender, society_.clock().now()).ok());  // not answered
  must(give_first_answer(office(), officer(), id, "調べます"));
  const auto first = must(print_answer(show(id), sender, society_.clock().now()));
  must(give_answer(office(), officer(), id, "回答", "原因", "防止"));
  const auto final = must(print_answer(show(id), sender, society_.clock().now()));
  EXPECT_TRUE(first.pdf.starts_with("%PDF-"));
  EXPECT_NE(first.pdf, final.pdf);
  EXPECT_EQ(final.missing_glyphs, 0);
}

TEST_F(Complaints, RefusalsHaveTheirReason) {
  auto given = intake("試験　花子");
  given.words.clear();
  EXPECT_FALSE(take_complaint(office(), officer(), given).ok());
  given.words = std::string(2001, 'a');
  EXPECT_FALSE(take_complaint(office(), officer(), given).ok());
  given = intake("試験　花子");
  given.received_on = today().plus_days(1);
  EXPECT_FALSE(take_complaint(office(), officer(), given).ok());
  EXPECT_FALSE(take_complaint(office(), society_.clerk(), intake("試験　花子")).ok());
  EXPECT_FALSE(show_complaints(office(), society_.clerk()).ok());
}

}  // namespace
}  // namespace kenpo::complaint
