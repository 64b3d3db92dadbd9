// The intake of notification files on a real store, gate and log.
#include "eligibility/intake_act.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "eligibility/establishment_act.h"
#include "eligibility/intake_words.h"
#include "eligibility/member_search_act.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

/// Reads everything back, as a test may.
inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の閲覧",
    .pairs = {
        notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
        notice::Pair{notice::Category::eligibility,
                     notice::Purpose::number_act_information_linkage}}};

class IntakeTest : public testing::Test {
 protected:
  IntakeTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(register_establishments(ledger, society_.clerk(), {works_, shop_}).ok());
  }

  /// Fresh after every reopening.
  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  base::Result<Intake> take(const std::string& bytes) {
    auto ledger = this->ledger();
    return take_in_notifications(ledger, society_.clerk(), bytes, "届書.csv");
  }
  template <typename... Notifications>
  base::Result<Intake> take_of(const Establishment& establishment, Notifications... given) {
    return take(file_of(establishment, contents_of(std::move(given)...)));
  }
  template <typename Answer>
  Answer read(std::function<base::Result<Answer>(const store::View&, const MemberAccess&)> how) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<Answer> {
          const auto view = KENPO_TRY(society_.database().read());
          return how(view, MemberAccess(permit.grant<notice::Purpose::member_administration>()));
        }));
  }
  std::vector<InsuredPeriod> periods(const Establishment& at, const char* number) {
    return read<std::vector<InsuredPeriod>>(
        [&](const store::View& view, const MemberAccess& access) {
          return periods_of_number(view, access, at.id, number);
        });
  }
  std::vector<WorkKind> work() {
    std::vector<WorkKind> kinds;
    const auto view = must(society_.database().read());
    for (const auto& item : must(open_work_items(view))) kinds.push_back(item.kind);
    return kinds;
  }
  /// Which misfit refused the file.
  static std::string why(const base::Result<Intake>& taken) {
    if (taken.ok()) return "taken";
    return taken.faults().front().what.ja.text();
  }
  static std::string words(Misfit misfit) {
    return misfit_fault(misfit, {}, 0).what.ja.text();
  }

  static Establishment shop() {
    auto made = sample_establishment();
    made.office_symbol = "ｳｴ";
    made.symbol = "102";
    made.name = "見本商店";
    return made;
  }

  Society society_{tables};
  MemberIndex index_;
  Establishment works_ = sample_establishment();
  Establishment shop_ = shop();
};

TEST_F(IntakeTest, AnAcquisitionBecomesAPersonAndAPeriod) {
  const auto taken = take_of(works_, acquisition());
  ASSERT_TRUE(taken.ok()) << why(taken);
  EXPECT_EQ(taken->outcome, IntakeOutcome::taken);
  EXPECT_EQ(taken->acquisitions, 1);

  society_.reopen();
  const auto found = periods(works_, "0001");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].acquired, day(2026, 4, 1));
  EXPECT_FALSE(found[0].lost.has_value());
  EXPECT_EQ(found[0].symbol, "101");
  const auto person = read<std::optional<Person>>(
      [&](const store::View& view, const MemberAccess& access) {
        return find_person(view, access, found[0].person, society_.clock().now());
      });
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->name, "山田　花子");
  EXPECT_EQ(person->sex, Sex::female);
  EXPECT_EQ(person->born, day(1990, 5, 15));
}

TEST_F(IntakeTest, TheSameBytesTwiceChangeNothing) {
  const auto bytes = file_of(works_, contents_of(acquisition()));
  const auto first = take(bytes);
  ASSERT_TRUE(first.ok());
  const auto second = take(bytes);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(second->outcome, IntakeOutcome::already_taken);
  EXPECT_EQ(second->case_id, first->case_id);
  EXPECT_EQ(second->acquisitions, 0);
  EXPECT_EQ(periods(works_, "1").size(), 1U);
}

TEST_F(IntakeTest, ALossIsANewDecisionAboutThePeriod) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  const auto before = society_.clock().now();
  society_.clock().set(before.plus_milliseconds(1000));
  const auto taken = take_of(works_, loss("1", day(2026, 7, 1)));
  ASSERT_TRUE(taken.ok()) << why(taken);
  const auto found = periods(works_, "1");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].lost, day(2026, 7, 1));
  EXPECT_EQ(found[0].end_reason, EndReason::retirement);
  // As known before, the period has no end.
  const auto known_before = read<std::vector<InsuredPeriod>>(
      [&](const store::View& view, const MemberAccess& access) {
        return periods_of(view, access, found[0].person, before);
      });
  ASSERT_EQ(known_before.size(), 1U);
  EXPECT_FALSE(known_before[0].lost.has_value());
}

TEST_F(IntakeTest, ALateAcquisitionAndShortHoursOfAFileAreLeftForPeople) {
  // The files of the first day hand the members over.
  ASSERT_TRUE(take_of(works_, acquisition("1", day(2020, 4, 1))).ok());
  EXPECT_THAT(work(), testing::Not(testing::Contains(WorkKind::retroactive_limit)));
  const auto next = [&](const char* number, const char* kana, base::Date on, bool short_hours) {
    auto made = acquisition(number, on);
    made.insured.name_kana = kana;
    made.short_time_worker = short_hours;
    ASSERT_TRUE(take_of(works_, std::move(made)).ok());
  };
  society_.clock().set(base::start_of(day(2026, 12, 1)));
  const auto times = [&](WorkKind kind) {
    const auto all = work();
    return std::ranges::count(all, kind);
  };
  next("2", "ｽｽﾞｷ ﾊﾅｺ", day(2026, 10, 3), false);
  EXPECT_EQ(times(WorkKind::acquisition_late), 0) << "59 days";
  next("3", "ﾀﾅｶ ﾊﾅｺ", day(2026, 10, 2), false);
  EXPECT_EQ(times(WorkKind::acquisition_late), 1) << "60 days";
  next("4", "ｻﾄｳ ﾊﾅｺ", day(2024, 12, 1), false);
  EXPECT_EQ(times(WorkKind::acquisition_late), 2) << "two years to the day";
  EXPECT_EQ(times(WorkKind::retroactive_limit), 0);
  next("5", "ｲﾄｳ ﾊﾅｺ", day(2024, 11, 30), false);
  EXPECT_EQ(times(WorkKind::retroactive_limit), 1);
  EXPECT_EQ(times(WorkKind::short_hours_check), 0);
  next("6", "ｶﾄｳ ﾊﾅｺ", day(2026, 11, 20), true);
  EXPECT_EQ(times(WorkKind::short_hours_check), 1);
}

TEST_F(IntakeTest, ALossSentTwiceIsUnchangedAndAnotherDayIsLeftForPeople) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  ASSERT_TRUE(take_of(works_, loss("1", day(2026, 7, 1))).ok());
  const auto again = take_of(works_, loss("0001", day(2026, 7, 1)));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->unchanged, 1);
  EXPECT_EQ(again->losses, 0);
  const auto corrected = take_of(works_, loss("1", day(2026, 8, 1)));
  ASSERT_TRUE(corrected.ok());
  EXPECT_EQ(corrected->losses, 1);
  EXPECT_THAT(work(), testing::Contains(WorkKind::loss_corrected));
}

TEST_F(IntakeTest, ARecordThatDoesNotFitRefusesTheWholeFile) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  auto other = acquisition("2");
  other.insured = insured("2", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1985, 1, 2));
  auto wrong_birth = loss("1", day(2026, 7, 1));
  wrong_birth.insured.born = day(1990, 5, 16);
  auto too_early = acquisition("3", day(2010, 3, 31));
  too_early.insured = insured("3", "ﾀﾅｶ ｼﾞﾛｳ", "田中　次郎", day(1980, 1, 2));
  auto nameless = loss("", day(2026, 7, 1));
  nameless.insured.name_kana = "ｻﾄｳ ﾊﾅｺ";
  struct Row {
    Misfit misfit;
    csv::Content bad;
  };
  std::vector<Row> rows;
  rows.push_back({Misfit::unknown_person, [] {
                    auto made = loss("99", day(2026, 7, 1));
                    made.insured.name_kana = "ﾀｶﾊｼ ﾊﾅｺ";
                    return made;
                  }()});
  rows.push_back({Misfit::birth_differs, std::move(wrong_birth)});
  rows.push_back({Misfit::loss_before_acquisition, loss("1", day(2026, 4, 1))});
  rows.push_back({Misfit::already_insured, acquisition("1", day(2026, 5, 1))});
  auto taken_number = acquisition("1", day(2026, 5, 1));
  taken_number.insured = insured("1", "ﾀﾅｶ ｼﾞﾛｳ", "田中　次郎", day(1980, 1, 2));
  rows.push_back({Misfit::number_taken, std::move(taken_number)});
  rows.push_back({Misfit::establishment_ended, std::move(too_early)});
  rows.push_back({Misfit::number_missing, std::move(nameless)});
  for (auto& row : rows) {
    std::vector<csv::Content> contents;
    auto good = acquisition("2");
    good.insured = other.insured;
    contents.emplace_back(std::move(good));
    contents.push_back(std::move(row.bad));
    const auto taken = take(file_of(works_, contents));
    EXPECT_EQ(why(taken), words(row.misfit));
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.faults().front().place.line, 7U);
    EXPECT_TRUE(periods(works_, "2").empty()) << "nothing of a refused file is kept";
  }
}

TEST_F(IntakeTest, SomeoneElsesEstablishmentAndAnUnknownOneAreRefused) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  EXPECT_EQ(why(take_of(shop_, loss("1", day(2026, 7, 1)))), words(Misfit::other_establishment));
  auto unknown = works_;
  unknown.office_symbol = "ｻｼ";
  EXPECT_EQ(why(take_of(unknown, acquisition("5"))), words(Misfit::unknown_establishment));
}

TEST_F(IntakeTest, OutsideTheScopeOrWithoutARoleIsRefusedAndRecorded) {
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      if (handler.staff == society_.clerk_id()) handler.establishments = {shop_.id};
    }
  });
  EXPECT_FALSE(take_of(works_, acquisition()).ok());
  EXPECT_TRUE(take_of(shop_, acquisition()).ok());
  const auto leaves = society_.leaves();
  auto ledger = this->ledger();
  EXPECT_FALSE(take_in_notifications(ledger, society_.stranger(),
                                     file_of(shop_, contents_of(acquisition("2"))), "届書.csv")
                   .ok());
  EXPECT_EQ(society_.leaves(), leaves + 1);
}

/// 健康保険法45条: what the keyboard refuses, a file does not bring in.
TEST_F(IntakeTest, ABonusForSomebodyNotInsuredOnTheDayRefusesTheFile) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  ASSERT_TRUE(take_of(works_, loss("1", day(2026, 7, 10))).ok());
  const auto bonus = [](base::Date on) {
    csv::BonusPayment made;
    made.insured = acquisition().insured;
    made.paid_on = on;
    made.in_cash = made.total = base::Yen(500'000);
    return made;
  };
  EXPECT_TRUE(take_of(works_, bonus(day(2026, 7, 9))).ok());  // in the month of the loss, before it
  for (const auto on : {day(2026, 3, 31), day(2026, 7, 10)}) {
    const auto refused = take_of(works_, bonus(on));
    EXPECT_EQ(why(refused), words(Misfit::pay_without_status));
    EXPECT_FALSE(refused.faults().front().mend.ja.text().empty());
  }
}

// 健康保険法3条1項7号
TEST_F(IntakeTest, NobodyOf75IsAcquiredByAFile) {
  auto old = acquisition("1", day(2026, 4, 1));
  old.insured.born = day(1951, 4, 1);
  EXPECT_EQ(why(take_of(works_, std::move(old))), words(Misfit::reached_end_age));
  auto one_day_younger = acquisition("1", day(2026, 4, 1));
  one_day_younger.insured.born = day(1951, 4, 2);
  EXPECT_TRUE(take_of(works_, std::move(one_day_younger)).ok());
}

// 健康保険法40条・42条: no figure is invented, and the reason is not another one.
TEST_F(IntakeTest, ADayWithoutGradesRefusesTheFileByItsOwnReason) {
  const auto refused = take_of(works_, acquisition("2", day(2026, 4, 1)),
                               acquisition("1", day(2010, 4, 1)));
  EXPECT_EQ(why(refused), words(Misfit::no_figures));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front().place.line, 7U);
  EXPECT_THAT(refused.faults().front().mend.ja.text(), testing::HasSubstr("law/grades.tsv"));
  EXPECT_TRUE(periods(works_, "2").empty()) << "nothing of a refused file is kept";
}

TEST_F(IntakeTest, LookAlikesAndDoubleCoverAreLeftForPeople) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  EXPECT_THAT(work(), testing::ElementsAre(WorkKind::number_missing));
  const auto taken = take_of(shop_, acquisition("1", day(2026, 6, 1)));
  ASSERT_TRUE(taken.ok()) << why(taken);
  EXPECT_THAT(work(), testing::Contains(WorkKind::look_alike));
  EXPECT_NE(periods(works_, "1")[0].person, periods(shop_, "1")[0].person);
}

TEST_F(IntakeTest, TheIndividualNumberTellsThePersonAndStaysInItsStore) {
  const auto with_number = [](const char* number, base::Date on) {
    auto made = acquisition(number, on);
    made.individual_number = base::IndividualNumber::parse("123456789018");
    made.postal_parent = made.postal_child = made.address = made.address_kana = "";
    return made;
  };
  ASSERT_TRUE(base::IndividualNumber::parse("123456789018").has_value());
  ASSERT_TRUE(take_of(works_, with_number("1", day(2026, 4, 1))).ok());
  EXPECT_TRUE(work().empty());
  const auto person = periods(works_, "1")[0].person;
  ASSERT_TRUE(take_of(shop_, with_number("7", day(2026, 6, 1))).ok());
  EXPECT_EQ(periods(shop_, "7")[0].person, person);
  EXPECT_THAT(work(), testing::ElementsAre(WorkKind::double_cover));
  const bool kept = must(society_.gate().perform<look>(
      society_.clerk(), [&](const notice::Permit<look>& permit) {
        return society_.numbers().has(
            permit.grant<notice::Purpose::number_act_information_linkage>(), person);
      }));
  EXPECT_TRUE(kept);
}

TEST_F(IntakeTest, WithoutANumberTheNextFreeOneIsGiven) {
  ASSERT_TRUE(take_of(works_, acquisition("41")).ok());
  auto second = acquisition("");
  second.insured = insured("", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1985, 1, 2));
  const auto taken = take_of(works_, std::move(second));
  ASSERT_TRUE(taken.ok()) << why(taken);
  EXPECT_EQ(periods(works_, "42").size(), 1U);
}

TEST_F(IntakeTest, SearchFindsByKanaNameAndNumberWithinTheScope) {
  ASSERT_TRUE(take_of(works_, acquisition("12")).ok());
  auto fresh = this->ledger();
  ASSERT_TRUE(build_member_index(fresh, society_.clerk()).ok());
  for (const char* query : {"ﾔﾏﾀﾞ", "ヤマダ　ハナ", "やまだはなこ", "山田", "山田　花", "12", "101-1"}) {
    const auto hits = search_members(fresh, society_.clerk(), query);
    ASSERT_TRUE(hits.ok());
    ASSERT_EQ(hits->members.size(), 1U) << query;
    EXPECT_EQ(hits->members[0].name, "山田　花子");
  }
  for (const char* query : {"", " ", "ｽｽﾞｷ", "花子", "13", "102-1"}) {
    EXPECT_EQ(must(search_members(fresh, society_.clerk(), query)).count, 0U) << query;
  }
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) handler.establishments = {shop_.id};
  });
  EXPECT_EQ(must(search_members(fresh, society_.clerk(), "ﾔﾏﾀﾞ")).count, 0U);
}

TEST_F(IntakeTest, AWithdrawnRowOfTheNoticeStopsSearchAndIntake) {
  ASSERT_TRUE(take_of(works_, acquisition()).ok());
  society_.change_policy([](notice::Policy& policy) {
    policy.notice.pairs &= ~notice::mask_of(
        {notice::Category::eligibility, notice::Purpose::member_administration});
  });
  auto fresh = this->ledger();
  EXPECT_FALSE(search_members(fresh, society_.clerk(), "ﾔﾏﾀﾞ").ok());
  EXPECT_FALSE(take_of(works_, loss("1", day(2026, 7, 1))).ok());
}

}  // namespace
}  // namespace kenpo::eligibility
