// Time travel over rows acquired before, while and after a row of the notice was published (privacy
// property 8).
#include "store/acquired.h"

#include <gtest/gtest.h>

#include <set>

#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;
using notice::AcquisitionGap;

constexpr notice::PairMask administration =
    notice::mask_of({Category::eligibility, Purpose::member_administration});
constexpr notice::PairMask payment =
    notice::mask_of({Category::bank_account, Purpose::benefit_payment});

base::Moment at(int hour) { return {hour * 3'600'000LL}; }

/// Members decided at the hours 1 to 6, named by their hour.
class Acquired : public testing::Test {
 protected:
  Acquired() {
    auto transaction = must(society.data->write());
    for (int hour = 1; hour <= 6; ++hour) {
      auto draft = Draft<member_table>(
          base::PersonId::draw(),
          Times{.valid_from = *base::Date::make(2026, 4, 1), .decided_at = at(hour)});
      draft.set("grade", 1)
          .set("remuneration", base::Yen(1))
          .set("family_name", std::to_string(hour));
      draft.set("born_on", *base::Date::make(1980, 1, 1));
      must(insert<member_table>(transaction, society.members(), draft));
    }
    must(transaction.commit(society.recorder));
  }
  void gaps(std::vector<AcquisitionGap> all) { society.data->acquisition_gaps().set(all); }
  base::Result<std::set<std::string>> seen() {
    const View view = must(society.data->read());
    std::set<std::string> names;
    KENPO_TRY(each<member_table>(view, society.members(), "grade = $1", {1},
                                 [&](const Record<member_table>& record) {
                                   names.insert(record.get<std::string>("family_name"));
                                 }));
    return names;
  }

  Society society;
};

TEST_F(Acquired, WithoutAGapEveryRowIsSeen) {
  EXPECT_EQ(must(seen()), (std::set<std::string>{"1", "2", "3", "4", "5", "6"}));
}

TEST_F(Acquired, RowsOfTheGapAreNotReachedAndNotTouched) {
  gaps({{administration, at(3), at(5)}});
  const auto before = society.recorder.touched_rows;
  EXPECT_EQ(must(seen()), (std::set<std::string>{"1", "2", "5", "6"}));
  EXPECT_EQ(society.recorder.touched_rows - before, 4U);
}

TEST_F(Acquired, AnotherPairsGapChangesNothing) {
  gaps({{payment, at(0), at(9)}});
  EXPECT_EQ(must(seen()).size(), 6U);
}

TEST_F(Acquired, SeveralGapsAddUp) {
  gaps({{administration, at(0), at(2)}, {administration, at(6), at(7)}});
  EXPECT_EQ(must(seen()), (std::set<std::string>{"2", "3", "4", "5"}));
}

TEST_F(Acquired, NothingButEarlyRowsIsARefusalAndNoEmptyAnswer) {
  gaps({{administration, at(0), at(9)}});
  const auto refused = seen();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front(), acquired_before_fault());
  gaps({});
  EXPECT_EQ(must(seen()).size(), 6U);
}

TEST_F(Acquired, WhoConsentedIsReachedAndNobodyElse) {
  gaps({{administration, at(0), at(9)}});
  ASSERT_FALSE(seen().ok());
  std::vector<base::PersonId> everybody;
  gaps({});
  {
    const View view = must(society.data->read());
    must(each<member_table>(view, society.members(), "grade = $1", {1},
                            [&](const Record<member_table>& record) {
                              if (record.get<std::string>("family_name") == "2") {
                                everybody.push_back(record.subject());
                              }
                            }));
  }
  ASSERT_EQ(everybody.size(), 1U);
  gaps({{administration, at(0), at(9)}});
  ConsentTable consents;
  consents.add(everybody.front(), payment);  // to another use
  society.data->acquisition_gaps().set_consents(consents);
  EXPECT_FALSE(seen().ok());
  consents.add(everybody.front(), administration);
  society.data->acquisition_gaps().set_consents(consents);
  EXPECT_EQ(must(seen()), (std::set<std::string>{"2"}));
  const auto counted = [&] {
    const View view = must(society.data->read());
    return count<member_table>(view, society.members(), "grade = $1", {1});
  };
  EXPECT_EQ(must(counted()), 1);
  society.data->acquisition_gaps().set_consents({});  // withdrawn
  EXPECT_FALSE(seen().ok());
  EXPECT_FALSE(counted().ok());
}

TEST_F(Acquired, CountsAndSumsLeaveOutTheRowsOfTheGap) {
  const auto counted = [&] {
    const View view = must(society.data->read());
    return count<member_table>(view, society.members(), "grade = $1", {1});
  };
  const auto summed = [&] {
    const View view = must(society.data->read());
    return sum<member_table>(view, society.members(), "remuneration", "grade = $1", {1});
  };
  EXPECT_EQ(must(counted()), 6);
  EXPECT_EQ(must(summed()), base::Yen(6));
  gaps({{payment, at(0), at(9)}});
  EXPECT_EQ(must(counted()), 6) << "another pair's gap";
  gaps({{administration, at(3), at(5)}});
  const auto before = society.recorder.touched_rows;
  EXPECT_EQ(must(counted()), 4);
  EXPECT_EQ(must(summed()), base::Yen(4));
  EXPECT_EQ(society.recorder.touched_rows, before) << "a count shows nobody";
  gaps({{administration, at(0), at(9)}});
  ASSERT_FALSE(counted().ok());
  EXPECT_EQ(counted().faults().front(), acquired_before_fault());
  EXPECT_FALSE(summed().ok());
}

TEST_F(Acquired, ACountOfNothingIsZeroAndNoRefusal) {
  gaps({{administration, at(0), at(9)}});
  const View view = must(society.data->read());
  EXPECT_EQ(must(count<member_table>(view, society.members(), "grade = $1", {2})), 0);
}

constexpr Table untimed{.name = "test_untimed",
                        .japanese = "試験",
                        .subject = Subject::person,
                        .category = Category::bank_account,
                        .untimed = Untimed::event,
                        .clear = {{"got_on", Kind::date}, {"state", Kind::integer}},
                        .personal = {{"holder", Kind::text}},
                        .acquired = "got_on"};

TEST(AcquiredAt, IsTheDeclaredColumnOrNotKnown) {
  detail::RawRecord record;
  const base::Date got = *base::Date::make(2026, 5, 1);
  record.clear[0] = {Raw::Type::integer, got.serial(), {}};
  EXPECT_EQ(acquired_at(untimed, record), base::start_of(got));
  EXPECT_EQ(acquired_at(account_table, record), std::nullopt);
  const std::vector<AcquisitionGap> gaps = {
      {payment, base::start_of(got), base::start_of(got.plus_days(1))}};
  EXPECT_TRUE(is_out_of_reach(gaps, nullptr, payment, untimed, record));
  record.clear[0].number += 1;
  EXPECT_FALSE(is_out_of_reach(gaps, nullptr, payment, untimed, record));
  // A table that does not say when its rows were acquired is closed to the pair.
  EXPECT_TRUE(is_out_of_reach(gaps, nullptr, payment, account_table, record));
  EXPECT_FALSE(is_out_of_reach(gaps, nullptr, administration, account_table, record));
}

TEST(AcquiredAt, TheDeclarationIsChecked) {
  EXPECT_EQ(flaw_of(untimed), "");
  Table wrong = untimed;
  wrong.acquired = "state";
  EXPECT_NE(flaw_of(wrong), "");
  wrong.acquired = "nothing";
  EXPECT_NE(flaw_of(wrong), "");
  wrong = member_table;
  wrong.acquired = "born_on";
  EXPECT_NE(flaw_of(wrong), "");
}

}  // namespace
}  // namespace kenpo::store
