// A typed notification that is decided and taken back leaves every levy, past and to come, as that
// of somebody with the same facts who was never notified of.
#include <algorithm>

#include "eligibility/notification_act.h"
#include "eligibility/work_item_act.h"
#include "premium/change_society_for_tests.h"
#include "premium/payment_notice_act.h"

namespace kenpo::premium::change_tests {
namespace {

using eligibility::NotificationKind;

class NotificationUndoTest : public ChangeTest {
 protected:
  NotificationUndoTest() {
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
    take(acquisition("1", day(2025, 3, 1), 300'000));
    auto twin = acquisition("2", day(2025, 3, 1), 300'000);
    twin.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", day(1990, 5, 15));
    take(std::move(twin));
    one_ = period("1").person;
    two_ = period("2").person;
  }
  static eligibility::NotificationEntry entry(NotificationKind kind, base::Date on) {
    eligibility::NotificationEntry made;
    made.content.kind = kind;
    made.content.on = on;
    made.content.received_on = on;
    made.symbol = "101";
    made.number = "1";
    made.known_born = day(1990, 5, 15);
    return made;
  }
  eligibility::Notification decide(eligibility::NotificationEntry entry) {
    tick();
    auto ledger = this->ledger();
    const auto entered = must(eligibility::enter_notification(
        ledger, society_.clerk(), std::move(entry), eligibility::Entering::for_review));
    must(eligibility::move_work_item(ledger, society_.clerk(), entered.item,
                                     {.from = eligibility::WorkState::under_review,
                                      .to = eligibility::WorkState::awaiting_approval}));
    return must(eligibility::decide_notification(ledger, notice::Acting{director_id_},
                                                 entered.id, ""));
  }
  void take_back(const eligibility::Notification& one) {
    tick();
    auto ledger = this->ledger();
    must(eligibility::reverse_notification(ledger, notice::Acting{director_id_}, one.id, "誤り"));
  }

  base::StaffId director_id_ = base::StaffId::draw();
  base::PersonId one_ = base::PersonId::draw();
  base::PersonId two_ = base::PersonId::draw();
};

struct NotifiedRow {
  const char* kind;
  eligibility::NotificationEntry entry;
  bool of_money;  // the levy of a month that was levied becomes another one
};

// 健康保険法158条: insured since before through a transfer, the month of the detention is free.
TEST_F(NotificationUndoTest, ADetentionAfterATransferWithinTheSocietyFreesItsMonth) {
  levy_all(month_of(2025, 3), month_of(2025, 5));
  auto move = entry(NotificationKind::transfer, day(2025, 6, 5));
  move.to_symbol = "102";
  move.content.number = "9";
  decide(move);
  auto prison = entry(NotificationKind::detention, day(2025, 6, 20));
  prison.symbol = "102";
  prison.number = "9";
  decide(prison);
  levy_all(month_of(2025, 6), month_of(2025, 7));
  for (const auto& [key, parts] : posted(one_)) EXPECT_LT(std::get<Month>(key), month_of(2025, 6));
  EXPECT_EQ(posted(one_).size(), 3U);
}

TEST_F(NotificationUndoTest, EveryKindTakenBackLeavesAllLeviesPastAndLaterAsTheTwins) {
  levy_all(month_of(2025, 3), month_of(2025, 8));
  const auto on = day(2025, 6, 10);
  auto loss = entry(NotificationKind::loss, on);
  loss.content.end_reason = eligibility::EndReason::retirement;
  loss.content.ended_on = on.plus_days(-1);
  auto move = entry(NotificationKind::transfer, on);
  move.to_symbol = "102";
  move.content.number = "9";
  auto again = entry(NotificationKind::rehire, on);
  again.content.pay = Yen(410'000);
  again.content.number = "8";
  again.content.end_reason = eligibility::EndReason::retirement;
  auto name = entry(NotificationKind::name_change, on);
  name.content.name = "佐藤　花子";
  name.content.name_kana = "ｻﾄｳ ﾊﾅｺ";
  auto address = entry(NotificationKind::address_change, on);
  address.content.postal_code = "5300001";
  address.content.address = "大阪府大阪市見本町１";
  auto number = entry(NotificationKind::number_change, on);
  number.content.number = "77";
  auto both = entry(NotificationKind::two_workplaces, on);
  both.content.detail = "別の会社";
  auto prison = entry(NotificationKind::detention, on);
  auto absent = entry(NotificationKind::absence, on);
  absent.content.detail = "私傷病";
  const std::vector<NotifiedRow> rows{
      {"loss", loss, true},          {"transfer", move, true},    {"rehire", again, true},
      {"name", name, false},         {"address", address, false}, {"number", number, false},
      {"two workplaces", both, false}, {"detention", prison, true}, {"absence", absent, false}};
  auto month = month_of(2025, 8);
  for (const auto& row : rows) {
    SCOPED_TRACE(row.kind);
    const auto decided = decide(row.entry);
    // A month levied between the decision and its reversal, where the calendar leaves room.
    if (row.of_money) {
      month = month.plus(1);
      levy(month);
      EXPECT_NE(posted(one_), posted(two_)) << "the notification did nothing";
    }
    take_back(decided);
    month = month.plus(1);
    levy(month);
    EXPECT_EQ(posted(one_), posted(two_));
  }
  levy(month.plus(1));
  EXPECT_EQ(posted(one_), posted(two_));
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

}  // namespace
}  // namespace kenpo::premium::change_tests
