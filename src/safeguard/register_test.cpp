// The notice's physical measures P-1, P-4 and P-5 on a real gate, log and store.
#include <algorithm>

#include "safeguard/register_board_act.h"
#include "safeguard/register_for_tests.h"
#include "safeguard/terminal_act.h"

namespace kenpo::safeguard {
namespace {

// P-1: entry and exit records can be compared with accesses.
TEST_F(RegisterTest, P1UseBySomebodyOutsideEveryAreaIsASign) {
  const auto room = area("A1");
  use();  // before coming in
  society_.clock().set(morning_.plus_milliseconds(10 * minute));
  ASSERT_TRUE(pass(room, Direction::in, society_.clock().now()).ok());
  society_.clock().set(morning_.plus_milliseconds(20 * minute));
  use();  // inside
  ASSERT_TRUE(pass(room, Direction::out, morning_.plus_milliseconds(15 * minute)).ok());
  const auto left_before = compare();
  EXPECT_EQ(left_before.uses, 2U);
  ASSERT_EQ(left_before.absent.size(), 1U);
  EXPECT_EQ(left_before.absent.front().count, 2U) << "left five minutes before the second use";
  EXPECT_EQ(left_before.absent.front().first, morning_);
  ASSERT_TRUE(pass(room, Direction::in, morning_.plus_milliseconds(16 * minute)).ok());
  EXPECT_EQ(compare().absent.front().count, 1U) << "came back before it";
}

TEST_F(RegisterTest, P1YesterdaysPassageLetsNobodyInToday) {
  const auto room = area("A1");
  ASSERT_TRUE(pass(room, Direction::in, morning_.plus_milliseconds(-24 * hour)).ok());
  use();
  EXPECT_EQ(compare().absent.size(), 1U);
}

TEST_F(RegisterTest, P1ADoorFileIsTakenInWholeAndOnce) {
  const auto room = area("A1");
  must(give_card(office(), society_.clerk(), {society_.clerk_id(), "0001"}));
  const std::string good =
      "日時,扉,カード,入出\n2026-11-24 08:00:00,A1,0001,入\n2026-11-24 08:30:00,A1,0001,出\n";
  const auto taken = must(take_in_passages(office(), society_.clerk(), good));
  EXPECT_EQ(taken.taken, 2U);
  const auto again = must(take_in_passages(office(), society_.clerk(), good));
  EXPECT_EQ(again.taken, 0U);
  EXPECT_EQ(again.known, 2U);
  const auto bad = take_in_passages(
      office(), society_.clerk(),
      "日時,扉,カード,入出\n2026-11-24 08:40:00,A1,0001,入\n2026-11-24 08:50:00,A2,0001,入\n"
      "2026-11-24 08:55:00,A1,0002,入\n");
  ASSERT_FALSE(bad.ok());
  ASSERT_EQ(bad.faults().size(), 2U);
  EXPECT_EQ(bad.faults()[0].place.line, 3U);
  EXPECT_EQ(bad.faults()[1].place.line, 4U);
  const auto shown = must(show_areas(office(), society_.clerk(), morning_.day()));
  EXPECT_EQ(shown.passages.size(), 2U) << "nothing of the refused file";
}

TEST_F(RegisterTest, P1RefusesWhatCannotBe) {
  const auto room = area("A1");
  EXPECT_FALSE(pass(room, Direction::in, morning_.plus_milliseconds(hour)).ok()) << "to come";
  EXPECT_FALSE(pass({AreaId::draw(), "Z", "", "", ""}, Direction::in, morning_).ok());
  ASSERT_TRUE(pass(room, Direction::in, morning_).ok());
  EXPECT_FALSE(pass(room, Direction::in, morning_).ok()) << "twice";
  EXPECT_FALSE(register_area(office(), society_.clerk(), {AreaId::draw(), "A1", "", "", ""}).ok());
  must(give_card(office(), society_.clerk(), {society_.clerk_id(), "0001"}));
  EXPECT_FALSE(give_card(office(), society_.clerk(), {base::StaffId::draw(), "0001"}).ok());
  EXPECT_FALSE(show_areas(office(), society_.stranger(), morning_.day()).ok());
}

// P-4: everything is in a register with holder and place; stock checks are recorded.
TEST_F(RegisterTest, P4EveryItemHasHolderPlaceAndHistory) {
  const auto room = area("A1");
  auto disk = item(room, "M-001");
  must(enter_item(office(), society_.clerk(), disk));
  disk.place = "書庫2番";
  must(enter_item(office(), society_.clerk(), disk));
  const auto shown = must(show_item(office(), society_.clerk(), disk.id));
  EXPECT_EQ(shown.item.place, "書庫2番");
  ASSERT_EQ(shown.history.size(), 2U);
  EXPECT_EQ(shown.history.back().item.place, "書庫");
  EXPECT_FALSE(enter_item(office(), society_.clerk(), item(room, "M-001")).ok()) << "same label";
  auto elsewhere = item(room, "M-002");
  elsewhere.area = AreaId::draw();
  EXPECT_FALSE(enter_item(office(), society_.clerk(), elsewhere).ok()) << "no such area";
  disk.state = ItemState::disposed;
  must(enter_item(office(), society_.clerk(), disk));
  disk.state = ItemState::stored;
  EXPECT_FALSE(enter_item(office(), society_.clerk(), disk).ok()) << "disposed of for good";
}

TEST_F(RegisterTest, P4AStockCheckCountsAllAndMakesTheMissingLost) {
  const auto room = area("A1");
  const auto disk = item(room, "M-001");
  const auto bundle = item(room, "P-001", ItemKind::paper);
  must(enter_item(office(), society_.clerk(), disk));
  must(enter_item(office(), society_.clerk(), bundle));
  EXPECT_FALSE(record_stock_check(office(), society_.clerk(), {{disk.id, Found::in_place}}).ok());
  const auto check = must(record_stock_check(
      office(), society_.clerk(), {{disk.id, Found::missing}, {bundle.id, Found::elsewhere}}));
  EXPECT_EQ(check.count(Found::missing), 1U);
  auto shown = must(show_register(office(), society_.clerk()));
  ASSERT_EQ(shown.checks.size(), 1U);
  EXPECT_EQ(shown.checks.front().lines.size(), 2U);
  EXPECT_EQ(shown.items.front().state, ItemState::lost);
  must(record_stock_check(office(), society_.clerk(),
                          {{disk.id, Found::in_place}, {bundle.id, Found::in_place}}));
  shown = must(show_register(office(), society_.clerk()));
  EXPECT_EQ(shown.items.front().state, ItemState::stored) << "it turned up";
  EXPECT_EQ(shown.checks.size(), 2U);
}

// P-5: each carrying, also inside the office, is logged with contents, carrier, time out and in.
TEST_F(RegisterTest, P5ACarryingIsOutUntilItIsBackAndOverdueShows) {
  const auto room = area("A1");
  const auto disk = item(room, "M-001");
  must(enter_item(office(), society_.clerk(), disk));
  auto trip = carrying(disk);
  trip.reach = Reach::inside;
  must(record_carrying(office(), society_.clerk(), trip));
  EXPECT_FALSE(record_carrying(office(), society_.clerk(), carrying(disk)).ok()) << "under way";
  auto shown = must(show_carryings(office(), society_.clerk()));
  ASSERT_EQ(shown.carryings.size(), 1U);
  EXPECT_EQ(shown.items.front().state, ItemState::carried);
  EXPECT_FALSE(shown.carryings.front().overdue(trip.due_at));
  EXPECT_TRUE(shown.carryings.front().overdue(trip.due_at.plus_milliseconds(1)));
  society_.clock().set(morning_.plus_milliseconds(2 * hour));
  must(record_return(office(), society_.clerk(), trip.id));
  EXPECT_FALSE(record_return(office(), society_.clerk(), trip.id).ok()) << "back already";
  shown = must(show_carryings(office(), society_.clerk()));
  EXPECT_EQ(shown.carryings.front().in_at, society_.clock().now());
  EXPECT_FALSE(shown.carryings.front().overdue(society_.clock().now()));
  EXPECT_EQ(shown.items.front().state, ItemState::stored);
}

TEST_F(RegisterTest, P5NothingReadableLeavesTheOffice) {
  const auto room = area("A1");
  const auto disk = item(room, "M-001");
  must(enter_item(office(), society_.clerk(), disk));
  auto trip = carrying(disk);
  trip.protection = Protection::sealed;
  EXPECT_FALSE(record_carrying(office(), society_.clerk(), trip).ok()) << "a sealed disk is a disk";
  trip.reach = Reach::inside;
  EXPECT_TRUE(record_carrying(office(), society_.clerk(), trip).ok());
  const auto bundle = item(room, "P-001", ItemKind::paper);
  must(enter_item(office(), society_.clerk(), bundle));
  auto letters = carrying(bundle);
  letters.protection = Protection::sealed;
  letters.due_at = letters.out_at;
  EXPECT_FALSE(record_carrying(office(), society_.clerk(), letters).ok()) << "no time to return";
  letters.due_at = letters.out_at.plus_milliseconds(32 * 24 * hour);
  EXPECT_FALSE(record_carrying(office(), society_.clerk(), letters).ok()) << "too long";
  letters.due_at = letters.out_at.plus_milliseconds(hour);
  EXPECT_TRUE(record_carrying(office(), society_.clerk(), letters).ok());
}

// P-5: what is open in the registers stands on the home board.
TEST_F(RegisterTest, P5OverdueCarryingsAndStockChecksAreCountedForTheBoard) {
  const auto board = [&] {
    return must(register_board(society_.database(), society_.clock().now()));
  };
  EXPECT_FALSE(board().stock_due.has_value()) << "nothing to count";
  const auto thing = item(area("A1"), "M-1");
  must(enter_item(office(), society_.clerk(), thing));
  EXPECT_EQ(board().stock_due, morning_.day()) << "never counted";
  const auto out = carrying(thing);
  must(record_carrying(office(), society_.clerk(), out));
  EXPECT_EQ(board().carryings_overdue, 0);
  society_.clock().set(morning_.plus_milliseconds(2 * hour));
  EXPECT_EQ(board().carryings_overdue, 1);
  must(record_return(office(), society_.clerk(), out.id));
  EXPECT_EQ(board().carryings_overdue, 0);
}

// 健康保険法22条4項: the auditor reads the registers and writes nothing.
TEST_F(RegisterTest, P5TheAuditorReadsTheRegistersAndChangesNothing) {
  const auto room = area("A1");
  const auto auditor = base::StaffId::draw();
  society_.change_policy([&](notice::Policy& policy) {
    const auto from = *base::Date::make(2015, 1, 1);
    const auto until = *base::Date::make(2030, 3, 31);
    policy.handlers.push_back(
        {auditor, {{notice::Role::auditor, from, {}}}, from, until, false, {}});
    std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
  });
  const notice::Acting acting{auditor};
  const auto before = society_.leaves();
  EXPECT_TRUE(show_areas(office(), acting, morning_.day()).ok());
  EXPECT_TRUE(show_register(office(), acting).ok());
  EXPECT_TRUE(show_carryings(office(), acting).ok());
  EXPECT_GE(society_.leaves(), before + 3) << "each look is on record";
  EXPECT_FALSE(register_area(office(), acting, {AreaId::draw(), "B1", "", "", ""}).ok());
  EXPECT_FALSE(record_passage(office(), acting,
                              {auditor, room.id, Direction::in, morning_, PassageSource::by_hand})
                   .ok());
  EXPECT_FALSE(enter_item(office(), acting, item(room, "M-2")).ok());
}

// 庶務担当 keeps the registers of the physical measures; the log, the credentials and the terminals
// stay with those who control the security as a whole (個人情報保護法23条).
TEST_F(RegisterTest, P4GeneralAffairsKeepsTheRegistersAndSupervisesNobody) {
  const auto clerk = base::StaffId::draw();
  const auto other = base::StaffId::draw();
  society_.change_policy([&](notice::Policy& policy) {
    const auto from = *base::Date::make(2015, 1, 1);
    const auto until = *base::Date::make(2030, 3, 31);
    policy.handlers.push_back(
        {clerk, {{notice::Role::general_affairs_clerk, from, {}}}, from, until, false, {}});
    policy.handlers.push_back(
        {other, {{notice::Role::member_clerk, from, {}}}, from, until, false, {}});
    std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
  });
  const notice::Acting acting{clerk};
  const Area room{AreaId::draw(), "B1", "書庫", "地下1階", "庶務課の職員"};
  EXPECT_TRUE(register_area(office(), acting, room).ok());
  EXPECT_TRUE(give_card(office(), acting, {clerk, "0002"}).ok());
  EXPECT_TRUE(record_passage(office(), acting,
                             {clerk, room.id, Direction::in, morning_, PassageSource::by_hand})
                  .ok());
  const auto bundle = item(room, "P-7", ItemKind::paper);
  EXPECT_TRUE(enter_item(office(), acting, bundle).ok());
  auto trip = carrying(bundle);
  trip.protection = Protection::sealed;
  EXPECT_TRUE(record_carrying(office(), acting, trip).ok());
  EXPECT_TRUE(record_return(office(), acting, trip.id).ok());
  EXPECT_TRUE(record_stock_check(office(), acting, {{bundle.id, Found::in_place}}).ok());
  EXPECT_EQ(must(show_areas(office(), acting, morning_.day())).passages.size(), 1U);

  EXPECT_FALSE(compare_passages(office(), acting, society_.gate().log(),
                                society_.directory() + "/log", morning_.day())
                   .ok());
  const auto refused = [&](const notice::Operation& operation) {
    return society_.gate().ruling(operation, clerk).refusal;
  };
  EXPECT_EQ(refused(terminal_register), notice::Refusal::statute_not_for_role);
  EXPECT_EQ(refused(passage_compare), notice::Refusal::statute_not_for_role);
  EXPECT_FALSE(register_area(office(), {other}, room).ok()) << "適用担当 keeps no register";
  EXPECT_FALSE(show_register(office(), {other}).ok());
}
// What the compiler already refuses: a register's permit opens no table of security control.
static_assert(std::is_constructible_v<RegisterBasis, const notice::Permit<passage_compare>&>);
static_assert(!std::is_constructible_v<store::Basis<notice::Statute::security_control>,
                                       const notice::Permit<area_register>&>);

}  // namespace
}  // namespace kenpo::safeguard
