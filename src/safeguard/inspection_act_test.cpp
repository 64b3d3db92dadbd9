// O-5, O-6 and T-2 of the notice: the self-inspection, the auditor, and the reviews.
#include "safeguard/inspection_act.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "safeguard/alert_board_act.h"
#include "safeguard/inspection_rule.h"
#include "safeguard/log_act.h"
#include "safeguard/watch_tables_store.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;

class Inspections : public testing::Test {
 protected:
  Inspections() : society_(watch_tables) {
    society_.change_policy([this](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      const auto until = *base::Date::make(2030, 3, 31);
      policy.handlers.push_back(
          {auditor_, {{notice::Role::auditor, from, {}}}, from, until, false, {}});
      policy.handlers.push_back(
          {director_, {{notice::Role::executive_director, from, {}}}, from, until, false, {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
      officer_ = *policy.responsible_person;
    });
  }
  Watchtower tower() {
    return {society_.gate(), society_.database(), society_.history(),
            society_.directory() + "/log"};
  }
  notice::Acting officer() const { return {officer_}; }
  notice::Acting auditor() const { return {auditor_}; }
  base::Date today() { return society_.clock().now().day(); }
  void set_day(int year, int month, int day) {
    society_.clock().set(base::start_of(*base::Date::make(year, month, day)));
  }
  WatchBoard board() {
    return must(watch_board(tower().database, tower().log_directory, society_.gate(),
                            society_.clock().now()));
  }
  InspectionLine line(std::string_view id) {
    for (const auto& each : must(show_inspection(tower(), officer())).lines) {
      if (inspection_questions().at(each.question).id == id) return each;
    }
    ADD_FAILURE() << id;
    return {};
  }
  AuditRecord record() {
    return {.held_on = today(),
            .by = auditor_,
            .scope = "監査記録",
            .findings = "指摘なし",
            .measures = {}};
  }

  Society society_;
  base::StaffId officer_ = base::StaffId::draw();
  base::StaffId auditor_ = base::StaffId::draw();
  base::StaffId director_ = base::StaffId::draw();
};

TEST_F(Inspections, O5_HasADueDateAndIsOverdueOnTheBoardAfterIt) {
  must(show_inspection(tower(), officer()));  // the work begins on 2026-11-24
  EXPECT_EQ(must(show_inspection(tower(), officer())).schedule.due_on.iso(), "2027-02-24");
  set_day(2027, 2, 24);
  EXPECT_FALSE(board().inspection_overdue);
  set_day(2027, 2, 25);
  EXPECT_TRUE(board().inspection_overdue);
  EXPECT_TRUE(must(show_inspection(tower(), officer())).schedule.overdue);
  must(sign_inspection(tower(), officer(), "監事の監査を求めます"));
  EXPECT_FALSE(board().inspection_overdue);
  EXPECT_EQ(must(show_inspection(tower(), officer())).schedule.due_on.iso(), "2027-05-25");
}

TEST_F(Inspections, O5_FillsItsEvidenceFromTheLogAndTheLedgers) {
  EXPECT_EQ(must(show_inspection(tower(), officer())).lines.size(), questions_count);
  EXPECT_EQ(line("O-1").answer, InspectionAnswer::sound);
  EXPECT_EQ(line("O-6").answer, InspectionAnswer::finding);  // no audit yet
  must(record_audit(tower(), auditor(), record()));
  EXPECT_EQ(line("O-6").answer, InspectionAnswer::sound);
  EXPECT_EQ(line("T-4").evidence, "拒んだ操作 0件");
  EXPECT_FALSE(show_inspection(tower(), society_.clerk()).ok());
  EXPECT_EQ(line("T-4").evidence, "拒んだ操作 1件");
  society_.change_policy([this](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      if (handler.staff == director_) handler.trained_until = base::Date::make(2026, 11, 1);
    }
  });
  EXPECT_EQ(line("H-2").answer, InspectionAnswer::finding);
}

TEST_F(Inspections, O5_AnActThatWasDoneIsEvidenceAndOneThatWasNotIsLookedAtByHand) {
  InspectionEvidence evidence;
  const auto line_of = [&](std::string_view id) {
    for (auto& each : inspection_lines(evidence)) {
      if (inspection_questions().at(each.question).id == id) return each;
    }
    return InspectionLine{};
  };
  EXPECT_EQ(line_of("P-4").answer, InspectionAnswer::by_hand);
  evidence.acts["stock_check.record"] = 2;
  EXPECT_EQ(line_of("P-4").answer, InspectionAnswer::sound);
  EXPECT_EQ(line_of("P-4").evidence, "棚卸しの記録 2件");
  EXPECT_EQ(line_of("P-3").answer, InspectionAnswer::by_hand);
}

TEST_F(Inspections, O5_IsSignedOffByTheResponsiblePersonWithWordsOnItsFindings) {
  EXPECT_FALSE(sign_inspection(tower(), {director_}, "常務理事").ok());
  EXPECT_FALSE(sign_inspection(tower(), officer(), "").ok());  // there is a finding
  must(sign_inspection(tower(), officer(), "監査を来月に受けます"));
  const auto past = must(show_inspection(tower(), officer())).past;
  ASSERT_EQ(past.size(), 1U);
  EXPECT_EQ(past[0].signed_by, officer_);
  EXPECT_GT(past[0].findings, 0);
  EXPECT_NE(past[0].evidence.find("O-6 "), std::string::npos);
}

TEST_F(Inspections, O6_TheAuditorReadsLedgersOnlyAndIsRecorded) {
  const auto before = society_.leaves();
  must(inspect_ledgers(tower(), auditor()));
  EXPECT_EQ(society_.leaves(), before + 1);
  EXPECT_FALSE(inspect_ledgers(tower(), officer()).ok());
  EXPECT_FALSE(sign_inspection(tower(), auditor(), "監事").ok());
  EXPECT_FALSE(
      enter_review(tower(), auditor(), {.name = "x", .owner = auditor_, .next_due = today()}).ok());
}

TEST_F(Inspections, O6_EachAuditLeavesADatedRecord) {
  must(record_audit(tower(), auditor(), record()));
  auto measures = record();
  measures.measures = "権限を見直す";
  EXPECT_FALSE(record_audit(tower(), auditor(), measures).ok());  // until when?
  measures.measures_due = today().plus_days(30);
  must(record_audit(tower(), auditor(), measures));
  auto later = record();
  later.held_on = today().plus_days(1);
  EXPECT_FALSE(record_audit(tower(), auditor(), later).ok());
  auto empty = record();
  empty.findings.clear();
  EXPECT_FALSE(record_audit(tower(), auditor(), empty).ok());
  const auto records = must(inspect_ledgers(tower(), auditor())).records;
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].held_on, today());
  EXPECT_EQ(records[0].by, auditor_);
}

TEST_F(Inspections, T2_AnOverdueReviewIsVisibleAndAReviewMovesItsDay) {
  ReviewItem item{.subject = ReviewSubject::guideline,
                  .name = "安全管理ガイドライン 第7.0版",
                  .owner = officer_,
                  .next_due = today().plus_days(-1)};
  EXPECT_FALSE(enter_review(tower(), officer(), item).ok());  // a day that has passed
  item.next_due = today();
  EXPECT_EQ(line("T-2").answer, InspectionAnswer::finding);  // nobody has planned a review
  EXPECT_EQ(board().reviews_unplanned.size(), 3U) << "and the home board says so";
  must(enter_review(tower(), officer(), item));
  EXPECT_EQ(board().reviews_unplanned,
            (std::vector{ReviewSubject::setting, ReviewSubject::dependency}));
  EXPECT_EQ(line("T-2").answer, InspectionAnswer::finding);  // settings, dependencies: not yet
  for (const auto subject : {ReviewSubject::setting, ReviewSubject::dependency}) {
    must(enter_review(tower(), officer(),
                      {.subject = subject,
                       .name = "見直しの対象",
                       .owner = officer_,
                       .next_due = today().plus_days(300)}));
  }
  EXPECT_EQ(line("T-2").answer, InspectionAnswer::sound);
  EXPECT_EQ(board().reviews_overdue, 0);
  EXPECT_TRUE(board().reviews_unplanned.empty());
  set_day(2026, 11, 25);
  EXPECT_EQ(board().reviews_overdue, 1);
  EXPECT_EQ(line("T-2").answer, InspectionAnswer::finding);
  const auto id = must(show_reviews(tower(), officer())).front().id;  // the first to be due
  EXPECT_FALSE(record_review(tower(), officer(), id, "").ok());
  EXPECT_FALSE(record_review(tower(), officer(), ReviewId::draw(), "新版なし").ok());
  must(record_review(tower(), officer(), id, "新版なし"));
  EXPECT_EQ(board().reviews_overdue, 0);
  const auto reviewed = must(show_reviews(tower(), officer())).front();
  EXPECT_EQ(reviewed.next_due.iso(), "2027-05-25");
  EXPECT_EQ(reviewed.reviewed_on, today());
  EXPECT_EQ(reviewed.finding, "新版なし");
  EXPECT_FALSE(enter_review(tower(), society_.clerk(), item).ok());
}

}  // namespace
}  // namespace kenpo::safeguard
