// A file of reported pay is taken whole or not at all, on a real store and gate.
#include "eligibility/pay_report_file_act.h"

#include <gtest/gtest.h>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

inline constexpr notice::Operation look_at_pay{
    .name = "test.look_at_pay",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

const std::string head =
    "記号,番号,生年月日,最初の月,昇降給,区分,基礎日数1,報酬1,基礎日数2,報酬2,基礎日数3,報酬3,"
    "遡及支払の月,遡及支払額\r\n";
const std::string raised = "101,1,1990-05-15,2026-04,昇給,一般,30,360000,31,350000,,,2026-05,20000\r\n";
const std::string alone = "101,2,1990-05-15,2026-05,なし,短時間,20,150000,,,,,,\r\n";

class PayReportFileTest : public testing::Test {
 protected:
  PayReportFileTest() {
    auto ledger = this->ledger();
    must(register_establishments(ledger, society_.clerk(), {works_}));
    auto second = acquisition("2", day(2026, 4, 1), 150'000);
    second.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", day(1990, 5, 15));
    must(take_in_notifications(
        ledger, society_.clerk(),
        file_of(works_, contents_of(acquisition("1", day(2026, 4, 1)), std::move(second))),
        "取得届.csv"));
  }
  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  base::Result<PayReports> take(const std::string& lines) {
    auto ledger = this->ledger();
    return take_in_pay_reports(ledger, society_.clerk(), head + lines, "報酬.csv");
  }
  /// What was told of the pay of the person under the number.
  std::vector<NotifiedPay> told(const char* number) {
    return must(society_.gate().perform<look_at_pay>(
        society_.clerk(),
        [&](const notice::Permit<look_at_pay>& permit) -> base::Result<std::vector<NotifiedPay>> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          const auto view = KENPO_TRY(society_.database().read());
          const auto held =
              KENPO_TRY(periods_of_number(view, access, works_.id, number)).at(0);
          return pay_told_of(view, access, held.person, held.id);
        }));
  }

  Society society_{tables};
  MemberIndex members_;
  Establishment works_ = sample_establishment();
};

TEST_F(PayReportFileTest, AChangeAndPayAloneAreKeptAsTypedIn) {
  const auto taken = must(take(raised + alone));
  EXPECT_EQ(taken.lines, 2);
  EXPECT_EQ(taken.changes, 1);
  EXPECT_FALSE(taken.already);
  const auto change = told("1");
  ASSERT_EQ(change.size(), 1U);
  EXPECT_EQ(change[0].form, PayForm::pay_report);
  EXPECT_EQ(change[0].state, PayState::for_people) << "it decides nothing by itself";
  EXPECT_EQ(change[0].on, day(2026, 4, 1));
  EXPECT_EQ(change[0].direction, 1);
  EXPECT_EQ(change[0].change_month, 4);
  EXPECT_EQ(change[0].months[1], (NotifiedMonth{5, 31, base::Yen(350'000)}));
  EXPECT_EQ(change[0].back_pay, base::Yen(20'000));
  EXPECT_EQ(change[0].back_pay_month, 5);
  const auto pay = told("2");
  ASSERT_EQ(pay.size(), 1U);
  EXPECT_EQ(pay[0].direction, 0);
  EXPECT_FALSE(pay[0].change_month.has_value());
  EXPECT_EQ(pay[0].short_hours, YesNo::yes);
}

TEST_F(PayReportFileTest, TheSameFileTwiceChangesNothing) {
  must(take(raised));
  const auto before = told("1");
  const auto again = must(take(raised));
  EXPECT_TRUE(again.already);
  EXPECT_EQ(told("1"), before);
  // With a month more it takes the place of what was told before.
  must(take("101,1,1990-05-15,2026-04,昇給,一般,30,360000,31,350000,30,355000,2026-05,20000\r\n"));
  ASSERT_EQ(told("1").size(), 1U);
  EXPECT_EQ(told("1")[0].months[2].pay, base::Yen(355'000));
}

TEST_F(PayReportFileTest, OneLineThatDoesNotFitRefusesTheWholeFile) {
  const std::vector<std::string> bad{
      "101,9,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,\r\n",   // nobody has the number
      "101,2,1990-05-16,2026-04,昇給,一般,30,360000,,,,,,\r\n",   // born on another day
      "101,2,1990-05-15,2026-03,昇給,一般,30,360000,,,,,,\r\n",   // not insured yet
      "101,2,1990-05-15,2026-12,昇給,一般,30,360000,,,,,,\r\n"};  // to come
  const auto refused = take(raised + bad[0] + bad[1] + bad[2] + bad[3]);
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.faults().size(), 4U);
  for (std::size_t at = 0; at < bad.size(); ++at) {
    EXPECT_EQ(refused.faults()[at].place.line, at + 3);
    EXPECT_FALSE(refused.faults()[at].mend.ja.text().empty());
  }
  EXPECT_TRUE(told("1").empty()) << "the sound line is not kept either";
  EXPECT_TRUE(must(take(raised)).already == false) << "nor is the file";
  EXPECT_FALSE(take("909,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,\r\n").ok());
}

TEST_F(PayReportFileTest, OnlyWhoHandlesTheEstablishmentTakesItIn) {
  auto ledger = this->ledger();
  EXPECT_FALSE(take_in_pay_reports(ledger, society_.stranger(), head + raised, {}).ok());
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(take(raised).ok());
}

}  // namespace
}  // namespace kenpo::eligibility
