// Item 6 of the privacy office: the life of the notice, by two people, with evidence; privacy
// properties 8 and 9 through the real gate and store.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/resource.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "notice/wording.h"
#include "safeguard/notice_life_act.h"
#include "safeguard/notice_life_store.h"
#include "staff/people_for_tests.h"
#include "store/acquired.h"

namespace kenpo::safeguard {
namespace {

using notice::Acting;
using notice::Role;
using test_support::must;

constexpr notice::Operation administer{
    .name = "test.administer",
    .japanese = "試験",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
constexpr notice::Operation collect{
    .name = "test.collect",
    .japanese = "試験",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

const notice::Pair first_row = notice::published_pairs[0];  // 資格／加入者の管理

std::string whole() { return std::string(base::resource("notice/notice.txt")); }
std::string without_first() {
  auto text = whole();
  const std::string words = "加入者の管理、";
  return text.erase(text.find(words), words.size());
}

class NoticeLifeTest : public testing::Test {
 protected:
  NoticeLifeTest() {
    hire(executive_, Role::executive_director);
    hire(responsible_, Role::responsible_person);
    hire(clerk_, Role::member_clerk);
    auto book = must(notice::NoticeBook::open(office_.directory));
    const auto now = society_.clock().now();
    must(book.propose({whole(), now, "理事会", now, {}}));
    must(book.publish(
        1, {notice::PublicationMeans::page, now, "/notice", notice::fingerprint("page"), "総務"}));
    must(office_.refresh());
    add_notice_life_kinds(office_);
  }

  void hire(const base::StaffId& staff, Role role) {
    society_.change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back(staff::trained_handler(staff, {role}));
    });
  }
  base::Result<> refresh() {
    const auto book = KENPO_TRY(notice::NoticeBook::open(society_.directory() + "/notice"));
    const auto now = society_.clock().now();
    society_.database().acquisition_gaps().set(book.acquisition_gaps(now));
    society_.change_policy([&](notice::Policy& policy) { policy.notice = book.in_force(now); });
    return base::Done{};
  }
  void days_later(int days) {
    society_.clock().set(society_.clock().now().plus_milliseconds(days * 86'400'000LL));
    must(refresh());
  }
  notice::NoticeBook book() { return must(notice::NoticeBook::open(office_.directory)); }
  base::Result<base::CaseId> propose(const std::string& text, std::vector<AddedRow> added = {}) {
    return propose_notice(office_, Acting{executive_}, {text, {}, std::move(added), "見直し"});
  }
  void adopt(const std::string& text, std::vector<AddedRow> added = {}) {
    const auto id = must(propose(text, std::move(added)));
    must(approvals_.approve(Acting{responsible_}, id));
  }
  void publish(std::uint32_t version) {
    must(publish_notice(office_, Acting{responsible_}, version, notice::PublicationMeans::page,
                        "/notice"));
  }

  template <const notice::Operation& operation, notice::Purpose purpose>
  void enter(const char* name) {
    const auto work = [&](const notice::Permit<operation>& permit) -> base::Result<> {
      auto transaction = KENPO_TRY(society_.database().write());
      const eligibility::Person person{.name = name, .born = *base::Date::make(1980, 1, 1)};
      KENPO_TRY(eligibility::put(transaction, permit.template grant<purpose>(), person,
                                 *base::Date::make(2020, 1, 1), society_.clock().now()));
      return transaction.commit(permit.recorder());
    };
    must(society_.gate().perform<operation>(society_.clerk(), work));
  }
  template <const notice::Operation& operation, notice::Purpose purpose>
  base::Result<std::vector<std::string>> names() {
    return society_.gate().perform<operation>(
        society_.clerk(),
        [&](const notice::Permit<operation>& permit) -> base::Result<std::vector<std::string>> {
          const auto view = KENPO_TRY(society_.database().read());
          std::vector<std::string> found;
          KENPO_TRY(eligibility::each_person(
              view, permit.template grant<purpose>(),
              [&](const eligibility::Person& person) { found.push_back(person.name); }));
          return found;
        });
  }
  auto administered() { return names<administer, notice::Purpose::member_administration>(); }
  auto collected() { return names<collect, notice::Purpose::premium_collection>(); }

  test_support::Society society_{staff::tables, notice_life_tables, eligibility::tables};
  base::StaffId executive_ = base::StaffId::draw();
  base::StaffId responsible_ = base::StaffId::draw();
  base::StaffId clerk_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
  NoticeOffice office_{society_.gate(), society_.database(), approvals_,
                       society_.directory() + "/notice", [this] { return refresh(); }};
};

TEST_F(NoticeLifeTest, AChangeIsDecidedByAnotherPersonAndStopsTheRowAtOnce) {
  const auto id = must(propose(without_first()));
  EXPECT_EQ(book().history().size(), 1U) << "a proposal changes nothing";
  EXPECT_FALSE(approvals_.approve(Acting{executive_}, id).ok()) << "the proposer";
  EXPECT_FALSE(approvals_.approve(Acting{clerk_}, id).ok()) << "no role for it";
  EXPECT_EQ(book().history().size(), 1U);
  ASSERT_TRUE(administered().ok());
  must(approvals_.approve(Acting{responsible_}, id));
  ASSERT_EQ(book().history().size(), 2U);
  EXPECT_EQ(book().version(2)->approved_by,
            std::string(executive_.text()) + " " + std::string(responsible_.text()))
      << "who proposed and who approved";
  EXPECT_FALSE(administered().ok()) << "withdrawn at once";
  EXPECT_TRUE(collected().ok());
}

TEST_F(NoticeLifeTest, WhatIsNoChangeOrNoNoticeIsNotProposed) {
  EXPECT_FALSE(propose(whole()).ok());
  EXPECT_FALSE(propose("公表事項ではない文").ok());
  EXPECT_FALSE(propose(std::string(notice_draft_bytes_limit + 1, 'a')).ok());
  auto past = propose_notice(office_, Acting{executive_},
                             {without_first(), *base::Date::make(2020, 1, 1), {}, "見直し"});
  EXPECT_FALSE(past.ok());
  EXPECT_FALSE(propose_notice(office_, Acting{clerk_}, {without_first(), {}, {}, "見直し"}).ok());
  EXPECT_FALSE(propose_notice(office_, society_.scheduler(), {without_first(), {}, {}, "x"}).ok());
  EXPECT_EQ(book().history().size(), 1U);
}

TEST_F(NoticeLifeTest, AnAddedRowNeedsItsStatementAndItsPublication) {
  adopt(without_first());
  days_later(1);
  EXPECT_FALSE(propose(whole()).ok()) << "without a statement of relatedness";
  adopt(whole(), {{first_row, RowReach::related, "加入者の管理は資格の管理と関連する"}});
  EXPECT_FALSE(administered().ok()) << "no use before publication (property 9)";
  publish(3);
  EXPECT_TRUE(administered().ok());
  const auto version = *book().version(3);
  ASSERT_TRUE(version.publication.has_value());
  EXPECT_EQ(version.publication->recorded_by, responsible_.text());
  // The page as it went out is kept, and it is what the hash is of.
  std::ifstream file(office_.directory + "/0003.evidence", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(notice::fingerprint(page), version.publication->page_sha256);
  EXPECT_FALSE(
      publish_notice(office_, Acting{responsible_}, 3, notice::PublicationMeans::page, "/notice")
          .ok())
      << "once";
}

TEST_F(NoticeLifeTest, DataAcquiredInBetweenIsNotWidenedUntilAGroundIsRecorded) {
  enter<administer, notice::Purpose::member_administration>("初めの人");
  days_later(1);
  adopt(without_first());
  days_later(1);
  enter<collect, notice::Purpose::premium_collection>("間の人");
  days_later(1);
  adopt(whole(), {{first_row, RowReach::new_only, "新しい管理に限る"}});
  publish(3);
  days_later(1);
  enter<administer, notice::Purpose::member_administration>("後の人");
  EXPECT_EQ(must(administered()), (std::vector<std::string>{"初めの人", "後の人"}));
  EXPECT_EQ(must(collected()), (std::vector<std::string>{"初めの人", "間の人", "後の人"}));

  const auto id = must(propose_extension(office_, Acting{responsible_}, 3, first_row,
                                         notice::ExtensionGround::law, "健康保険法の届出による"));
  EXPECT_EQ(must(administered()).size(), 2U) << "a proposal widens nothing";
  EXPECT_FALSE(approvals_.approve(Acting{responsible_}, id).ok());
  must(approvals_.approve(Acting{executive_}, id));
  EXPECT_EQ(must(administered()).size(), 3U);
  EXPECT_EQ(book().version(3)->extensions.at(0).approved_by, executive_.text());
}

TEST_F(NoticeLifeTest, AGroundOfArticle21IsRecordedByTwoPeopleAndNeverAssumed) {
  adopt(without_first());
  days_later(1);
  adopt(whole(), {{first_row, RowReach::related, "関連する"}});
  EXPECT_FALSE(administered().ok());
  for (std::size_t ground = 0; ground < 4; ++ground) {
    const auto id =
        must(propose_exemption(office_, Acting{executive_}, 3, first_row,
                               static_cast<notice::UnpublishedGround>(ground), "書面に記した"));
    EXPECT_EQ(administered().ok(), ground != 0) << "proposed, not approved";
    must(approvals_.approve(Acting{responsible_}, id));
    EXPECT_TRUE(administered().ok());
  }
  ASSERT_EQ(book().version(3)->exemptions.size(), 4U);
  EXPECT_EQ(book().version(3)->exemptions[2].ground,
            notice::UnpublishedGround::cooperation_with_public_body);
  EXPECT_EQ(book().version(3)->exemptions[0].approved_by, responsible_.text());
  EXPECT_FALSE(propose_exemption(office_, Acting{executive_}, 2, first_row,
                                 notice::UnpublishedGround::harm_to_society_rights, "ない行")
                   .ok());
}

TEST_F(NoticeLifeTest, MembersToldStandBesideTheVersion) {
  const auto today = society_.clock().now().day();
  NoticeTold told{.version = 1,
                  .means = ToldBy::magazine,
                  .told_on = today,
                  .to = "被保険者全員",
                  .evidence = "機関誌 秋号 3ページ"};
  must(record_told(office_, Acting{responsible_}, told));
  const auto life = must(show_notice_life(office_, Acting{executive_}, 1));
  ASSERT_EQ(life.told.size(), 1U);
  EXPECT_EQ(life.told[0].to, "被保険者全員");
  EXPECT_EQ(life.told[0].recorded_by, responsible_);
  auto wrong = told;
  wrong.told_on = today.plus_days(1);
  EXPECT_FALSE(record_told(office_, Acting{responsible_}, wrong).ok());
  wrong = told;
  wrong.told_on = today.plus_days(-1);
  EXPECT_FALSE(record_told(office_, Acting{responsible_}, wrong).ok());
  wrong = told;
  wrong.version = 7;
  EXPECT_FALSE(record_told(office_, Acting{responsible_}, wrong).ok());
  wrong = told;
  wrong.evidence = "";
  EXPECT_FALSE(record_told(office_, Acting{responsible_}, wrong).ok());
  EXPECT_FALSE(record_told(office_, Acting{clerk_}, told).ok());
}

TEST_F(NoticeLifeTest, FindingsOfTheSampleNoticeAreAnswered) {
  auto view = must(show_findings(office_, Acting{responsible_}));
  ASSERT_FALSE(view.findings.empty());
  const std::string id(view.findings.front().finding.id);
  EXPECT_FALSE(view.findings.front().answer.has_value());
  const auto today = society_.clock().now().day();
  FindingAnswer answer{.finding = id,
                       .notice_sha256 = {},
                       .disposition = Disposition::to_mend,
                       .reason = "次の版で直す",
                       .mend_by = today.plus_days(30)};
  must(answer_finding(office_, Acting{responsible_}, answer));
  view = must(show_findings(office_, Acting{responsible_}));
  EXPECT_EQ(view.findings.front().answer->mend_by, today.plus_days(30));
  // A second answer takes the place of the first, which stays on record as withdrawn.
  answer.disposition = Disposition::accepted;
  answer.mend_by = std::nullopt;
  must(answer_finding(office_, Acting{responsible_}, answer));
  view = must(show_findings(office_, Acting{responsible_}));
  EXPECT_EQ(view.findings.front().answer->disposition, Disposition::accepted);

  auto wrong = answer;
  wrong.finding = "no_such";
  EXPECT_FALSE(answer_finding(office_, Acting{responsible_}, wrong).ok());
  wrong = answer;
  wrong.mend_by = today;
  EXPECT_FALSE(answer_finding(office_, Acting{responsible_}, wrong).ok());
  wrong.disposition = Disposition::to_mend;
  wrong.mend_by = today.plus_days(-1);
  EXPECT_FALSE(answer_finding(office_, Acting{responsible_}, wrong).ok());
  wrong = answer;
  wrong.reason = "";
  EXPECT_FALSE(answer_finding(office_, Acting{responsible_}, wrong).ok());
}

// 健康保険法22条4項: the auditor sees what was published and when, and who decided it.
TEST_F(NoticeLifeTest, TheAuditorReadsAndChangesNothing) {
  const auto auditor = base::StaffId::draw();
  hire(auditor, Role::auditor);
  EXPECT_EQ(must(show_notice_life(office_, Acting{auditor}, 1)).book.history().size(), 1U);
  EXPECT_TRUE(show_findings(office_, Acting{auditor}).ok());
  EXPECT_FALSE(
      propose_notice(office_, Acting{auditor}, {without_first(), {}, {}, "見直し"}).ok());
  EXPECT_FALSE(publish_notice(office_, Acting{auditor}, 1, notice::PublicationMeans::page, "/x")
                   .ok());
  EXPECT_FALSE(show_notice_life(office_, Acting{clerk_}, 1).ok()) << "nobody else";
}

TEST(AddedRows, AreReadAsTheyAreWritten) {
  const std::vector<AddedRow> rows = {{first_row, RowReach::related, "説明"},
                                      {notice::published_pairs[42], RowReach::new_only, "限る"}};
  EXPECT_EQ(parse_rows(written_rows(rows)), rows);
  EXPECT_EQ(parse_rows(""), std::vector<AddedRow>{});
  for (const char* wrong : {"related", "related\tno.such\tx\n", "maybe\tx\ty\n", "related\tx"}) {
    EXPECT_FALSE(parse_rows(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace kenpo::safeguard
