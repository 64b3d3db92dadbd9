// 被扶養者（異動）届 of a file: cases for the review, and what is refused.
#include <gtest/gtest.h>

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/intake_words.h"
#include "eligibility/member_index.h"
#include "eligibility/notification_act.h"
#include "eligibility/notification_store.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "tests/support/notification.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

inline constexpr notice::Operation look{
    .name = "test.look_dependents",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

csv::Dependents spouse_added() {
  csv::Dependents made;
  made.insured = insured("1", "ﾔﾏﾀﾞ ﾊﾅｺ", "山田　花子", day(1990, 5, 15));
  made.spouse.name_kana = "ﾔﾏﾀﾞ ｲﾁﾛｳ";
  made.spouse.name = "山田　一郎";
  made.spouse.born = day(1988, 2, 3);
  made.spouse.relation = csv::SpouseRelation::husband;
  made.spouse.began_on = day(2026, 11, 1);
  made.spouse.began_for = 3;
  made.spouse.income = base::Yen(500'000);
  return made;
}

csv::Dependents child_ended(const char* kana) {
  csv::Dependents made;
  made.insured = insured("1", "ﾔﾏﾀﾞ ﾊﾅｺ", "山田　花子", day(1990, 5, 15));
  made.change = csv::DependentsChange::ended;
  auto& other = made.others[0];
  other.name_kana = kana;
  other.born = day(2008, 6, 1);
  other.ended_on = day(2026, 11, 10);
  other.ended_for = 2;
  return made;
}

class DependentIntakeTest : public testing::Test {
 protected:
  DependentIntakeTest() {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
    auto ledger = this->ledger();
    must(register_establishments(ledger, society_.clerk(), {works_}));
    must(take_of(acquisition()));
  }
  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename... Notifications>
  base::Result<Intake> take_of(Notifications... given) {
    auto ledger = this->ledger();
    return take_in_notifications(ledger, society_.clerk(),
                                 file_of(works_, contents_of(std::move(given)...)), "届書.csv");
  }
  std::vector<WorkItem> cases() {
    const auto view = must(society_.database().read());
    return must(list_work_items(view, {.kind = WorkKind::notification}));
  }
  Notification notification_of(const WorkItem& item) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<Notification> {
          const auto view = KENPO_TRY(society_.database().read());
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          return *KENPO_TRY(notification_of_item(view, access, item.id));
        }));
  }
  std::size_t links() {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<std::size_t> {
          const auto view = KENPO_TRY(society_.database().read());
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          const auto periods = KENPO_TRY(periods_of_number(view, access, works_.id, "1"));
          const auto now = society_.clock().now();
          return KENPO_TRY(dependents_of(view, access, periods.front().person, now)).size();
        }));
  }
  static std::string why(const base::Result<Intake>& taken) {
    return taken.ok() ? "taken" : taken.faults().front().what.ja.text();
  }
  static std::string words(Misfit misfit) { return misfit_fault(misfit, {}, 0).what.ja.text(); }

  void recognise_spouse();

  Society society_{tables};
  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  MemberIndex index_;
  Establishment works_ = sample_establishment();
};

TEST_F(DependentIntakeTest, BecomesACaseAndChangesNothingByItself) {
  const auto taken = must(take_of(spouse_added()));
  EXPECT_EQ(taken.dependents, 1);
  EXPECT_EQ(links(), 0u);
  const auto items = cases();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].state, WorkState::waiting);
  EXPECT_EQ(items[0].due, day(2026, 11, 29));
  const auto notification = notification_of(items[0]);
  EXPECT_EQ(notification.kind, NotificationKind::dependent_added);
  EXPECT_EQ(notification.name, "山田　一郎");
  EXPECT_EQ(notification.sex, Sex::male);
  EXPECT_EQ(notification.relation, Relation::husband);
  EXPECT_EQ(notification.on, day(2026, 11, 1));
}

TEST_F(DependentIntakeTest, TheSameFileTwiceOpensNothingNew) {
  must(take_of(spouse_added()));
  EXPECT_EQ(must(take_of(spouse_added())).outcome, IntakeOutcome::already_taken);
  EXPECT_EQ(cases().size(), 1u);
}

TEST_F(DependentIntakeTest, TheReviewShowsWhatItChanges) {
  must(take_of(spouse_added()));
  auto ledger = this->ledger();
  const auto id = notification_of(cases()[0]).id;
  const auto shown = must(society_.gate().perform<notification_show>(
      society_.clerk(), [&](const notice::Permit<notification_show>& permit) {
        return show_notification(permit, ledger, id);
      }));
  ASSERT_TRUE(shown);
  ASSERT_TRUE(shown->effect);
  EXPECT_EQ(shown->effect->links.size(), 1u);
}

TEST_F(DependentIntakeTest, RefusesWhoIsNoDependent) {
  EXPECT_EQ(why(take_of(child_ended("ﾔﾏﾀﾞ ﾐﾗｲ"))), words(Misfit::unknown_dependent));
  EXPECT_TRUE(cases().empty());
}

TEST_F(DependentIntakeTest, RefusesAnInsuredPersonWhoIsNotThere) {
  auto other = spouse_added();
  other.insured.number = "999";
  EXPECT_EQ(why(take_of(std::move(other))), words(Misfit::other_establishment));
  auto born = spouse_added();
  born.insured.born = day(1990, 5, 16);
  EXPECT_EQ(why(take_of(std::move(born))), words(Misfit::birth_differs));
}

/// The husband of spouse_added, in the ledger.
void DependentIntakeTest::recognise_spouse() {
  auto made = spouse_added();
  made.spouse.individual_number = base::IndividualNumber::parse("123456789018");
  must(take_of(std::move(made)));
  auto ledger = this->ledger();
  const auto item = cases()[0];
  must(move_work_item(ledger, society_.clerk(), item.id,
                      {.from = WorkState::waiting, .to = WorkState::under_review}));
  must(move_work_item(ledger, society_.clerk(), item.id,
                      {.from = WorkState::under_review, .to = WorkState::awaiting_approval}));
  must(decide_notification(ledger, director_, notification_of(item).id, ""));
  ASSERT_EQ(links(), 1u);
}

csv::Dependents spouse_changed() {
  auto made = spouse_added();
  made.change = csv::DependentsChange::changed;
  made.spouse.notified_on = day(2026, 11, 20);
  made.spouse.began_on = std::nullopt;
  made.spouse.began_for = std::nullopt;
  return made;
}

TEST_F(DependentIntakeTest, AChangeBecomesACaseAndChangesNothingByItself) {
  recognise_spouse();
  auto change = spouse_changed();
  change.spouse.name = "佐藤　一郎";
  change.spouse.name_kana = "ｻﾄｳ ｲﾁﾛｳ";
  change.spouse.dwelling = csv::Dwelling::apart;
  EXPECT_EQ(must(take_of(std::move(change))).dependents, 1);
  const auto items = cases();
  ASSERT_EQ(items.size(), 1u);
  const auto notification = notification_of(items[0]);
  EXPECT_EQ(notification.kind, NotificationKind::dependent_changed);
  EXPECT_EQ(notification.on, day(2026, 11, 20));
  EXPECT_EQ(notification.detail, "別居　収入 500000円");
  auto ledger = this->ledger();
  const auto shown = must(society_.gate().perform<notification_show>(
      society_.clerk(), [&](const notice::Permit<notification_show>& permit) {
        return show_notification(permit, ledger, notification.id);
      }));
  ASSERT_TRUE(shown && shown->effect);
  EXPECT_EQ(shown->effect->dependent->name, "佐藤　一郎");
  EXPECT_EQ(shown->facts.dependent->name, "山田　一郎");
}

TEST_F(DependentIntakeTest, AChangedNumberIsACaseOfItsOwn) {
  recognise_spouse();
  auto change = spouse_changed();
  change.spouse.individual_number = base::IndividualNumber::parse("234567890121");
  must(take_of(std::move(change)));
  std::vector<NotificationKind> kinds;
  for (const auto& item : cases()) kinds.push_back(notification_of(item).kind);
  std::ranges::sort(kinds);
  EXPECT_EQ(kinds, (std::vector{NotificationKind::individual_number_change,
                                NotificationKind::dependent_changed}));
  // The number that waits leads to the same person: it is taken for nobody else's, nor twice.
  auto again = spouse_changed();
  again.spouse.individual_number = base::IndividualNumber::parse("234567890121");
  again.spouse.notified_on = day(2026, 11, 21);
  must(take_of(std::move(again)));
  EXPECT_EQ(cases().size(), 3u);
}

TEST_F(DependentIntakeTest, RefusesAChangeOfNobodyAndKeepsNothingOfTheFile) {
  EXPECT_EQ(why(take_of(spouse_added(), spouse_changed())), words(Misfit::unknown_dependent));
  EXPECT_TRUE(cases().empty());
  recognise_spouse();
  auto other = spouse_changed();
  other.spouse.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
  other.spouse.born = day(1988, 2, 4);
  EXPECT_EQ(why(take_of(std::move(other))), words(Misfit::unknown_dependent));
}

}  // namespace
}  // namespace kenpo::eligibility
