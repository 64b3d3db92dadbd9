// The notice's physical measures P-1, P-4 and P-5 on a real gate, log and store.
#include <gtest/gtest.h>

#include <algorithm>

#include "safeguard/area_act.h"
#include "safeguard/carrying_act.h"
#include "safeguard/paper_act.h"
#include "safeguard/register_act.h"
#include "safeguard/register_board_act.h"
#include "safeguard/register_tables_store.h"
#include "safeguard/terminal_act.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation use_data{
    .name = "test.use_data",
    .japanese = "試験の利用",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

constexpr std::int64_t minute = 60 * 1000;
constexpr std::int64_t hour = 60 * minute;

class RegisterTest : public testing::Test {
 protected:
  RegisterTest() : society_(register_tables) {
    society_.change_policy([](notice::Policy& policy) {
      policy.handlers.front().assignments.push_back(
          {notice::Role::responsible_person, *base::Date::make(2015, 1, 1), {}});
    });
    morning_ = society_.clock().now().plus_milliseconds(9 * hour);
    society_.clock().set(morning_);
  }

  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  Area area(const char* symbol) {
    const Area made{AreaId::draw(), symbol, "業務課", "3階", "業務課の職員"};
    EXPECT_TRUE(register_area(office(), society_.clerk(), made).ok());
    return made;
  }
  Item item(const Area& area, const char* label, ItemKind kind = ItemKind::medium) {
    return {ItemId::draw(),        kind,    label,  "10月分レセプト",
            Protection::encrypted, area.id, "書庫", society_.clerk_id(),
            ItemState::stored};
  }
  Carrying carrying(const Item& item) {
    return {.id = CarryingId::draw(),
            .item = item.id,
            .carrier = society_.clerk_id(),
            .reach = Reach::outside,
            .protection = Protection::encrypted,
            .contents = "10月分レセプト",
            .from = "業務課",
            .to = "支払基金",
            .out_at = morning_,
            .due_at = morning_.plus_milliseconds(hour),
            .in_at = std::nullopt};
  }
  void use() {
    must(society_.gate().perform<use_data>(
        society_.clerk(), [](const notice::Permit<use_data>& permit) -> base::Result<int> {
          permit.recorder().touched(base::PersonId::draw());
          return 0;
        }));
  }
  PassageComparison compare() {
    return must(compare_passages(office(), society_.clerk(), society_.gate().log(),
                                 society_.directory() + "/log", morning_.day()));
  }
  base::Result<> pass(const Area& area, Direction direction, base::Moment at) {
    return record_passage(office(), society_.clerk(),
                          {society_.clerk_id(), area.id, direction, at, PassageSource::by_hand});
  }

  Society society_;
  base::Moment morning_;
};

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

// P-4: a printed paper stands in the register from the moment it is made: who, when, how many
// sheets, for which pair; its way out is told in the carrying log.
TEST_F(RegisterTest, P4APrintedPaperIsRegisteredAndItsPostingIsTold) {
  const auto print = [&](std::int64_t sheets) {
    must(enter_paper(office(), {.operation = use_data,
                                .name = "お知らせ-2026-11.pdf",
                                .made_by = society_.clerk_id(),
                                .sheets = sheets}));
  };
  print(3);
  print(2);
  auto papers = must(show_papers(office(), society_.clerk()));
  ASSERT_EQ(papers.here.size(), 2U);
  const auto first = papers.here.front();
  EXPECT_EQ(first.label, "印刷-2026-11-24-1");
  EXPECT_EQ(first.contents, "試験の利用 お知らせ-2026-11");
  EXPECT_EQ(first.holder, society_.clerk_id());
  EXPECT_EQ(first.print->sheets, 3);
  EXPECT_EQ(purpose_words(*first.print), "資格に関する情報：加入者の管理");
  EXPECT_EQ(must(show_item(office(), society_.clerk(), first.id)).history.front().at, morning_);
  EXPECT_EQ(must(register_board(society_.database(), morning_)).papers_here, 2);

  const auto posting = [&](Protection protection) {
    return record_dispatch(office(), society_.clerk(),
                           {.papers = {first.id, papers.here.back().id},
                            .ending = Ending::posted,
                            .carrier = society_.clerk_id(),
                            .protection = protection,
                            .to = "多摩郵便局"});
  };
  EXPECT_FALSE(posting(Protection::locked).ok()) << "an open letter";
  EXPECT_TRUE(must(show_carryings(office(), society_.clerk())).carryings.empty());
  must(posting(Protection::sealed));
  EXPECT_FALSE(posting(Protection::sealed).ok()) << "twice";
  const auto shown = must(show_carryings(office(), society_.clerk()));
  ASSERT_EQ(shown.carryings.size(), 2U);
  EXPECT_EQ(shown.carryings.front().ending, Ending::posted);
  EXPECT_EQ(shown.carryings.front().in_at, morning_);
  EXPECT_EQ(shown.carryings.front().to, "多摩郵便局");
  papers = must(show_papers(office(), society_.clerk()));
  EXPECT_TRUE(papers.here.empty());
  ASSERT_EQ(papers.gone.size(), 2U);
  EXPECT_EQ(papers.gone.front().state, ItemState::sent_out);
  EXPECT_EQ(papers.gone.back().print->sheets, 3) << "what was known stays";
  EXPECT_EQ(must(register_board(society_.database(), morning_)).papers_here, 0);
  print(1);
  EXPECT_EQ(must(show_papers(office(), society_.clerk())).here.front().label, "印刷-2026-11-24-3")
      << "a number is given once";
}

TEST_F(RegisterTest, P4APaperIsCountedUntilItIsDestroyedAndADeviceLeavesAnotherWay) {
  const auto room = area("A1");
  const auto disk = item(room, "M-001");
  must(enter_item(office(), society_.clerk(), disk));
  must(enter_paper(office(), {.operation = register_show,
                              .name = "accepted.pdf",
                              .made_by = society_.clerk_id(),
                              .sheets = 1}));
  const auto paper = must(show_papers(office(), society_.clerk())).here.front();
  EXPECT_EQ(purpose_words(*paper.print), "法令：個人情報保護法23条");
  EXPECT_FALSE(record_stock_check(office(), society_.clerk(), {{disk.id, Found::in_place}}).ok())
      << "the paper is not counted";
  const auto way = [&](const ItemId& id, Ending ending) {
    return record_dispatch(office(), society_.clerk(),
                           {.papers = {id},
                            .ending = ending,
                            .carrier = society_.clerk_id(),
                            .protection = Protection::locked,
                            .to = "裁断"});
  };
  EXPECT_FALSE(way(disk.id, Ending::handed_over).ok()) << "a medium goes by the export ledger";
  EXPECT_FALSE(way(paper.id, Ending::returned).ok());
  const auto bundle = item(room, "P-001", ItemKind::paper);
  must(enter_item(office(), society_.clerk(), bundle));
  EXPECT_FALSE(way(bundle.id, Ending::not_printed).ok()) << "somebody made this one";

  auto placed = paper;
  placed.area = room.id;
  placed.place = "書庫";
  placed.label = "別の番号";
  placed.print = std::nullopt;
  must(enter_item(office(), society_.clerk(), placed));
  const auto kept = must(show_papers(office(), society_.clerk())).here;
  ASSERT_EQ(kept.size(), 1U) << "a form does not make a printed paper another thing";
  EXPECT_EQ(kept.front().label, paper.label);
  EXPECT_EQ(kept.front().place, "書庫");

  must(way(paper.id, Ending::destroyed));
  EXPECT_TRUE(record_stock_check(office(), society_.clerk(),
                                 {{disk.id, Found::in_place}, {bundle.id, Found::in_place}})
                  .ok());
  EXPECT_FALSE(enter_item(office(), society_.clerk(), placed).ok()) << "it is here no more";
}

// P-5: papers that were carried may be posted on the way; a device comes back.
TEST_F(RegisterTest, P5ACarryingOfPaperMayEndWithAHandOver) {
  const auto room = area("A1");
  const auto disk = item(room, "M-001");
  const auto bundle = item(room, "P-001", ItemKind::paper);
  must(enter_item(office(), society_.clerk(), disk));
  must(enter_item(office(), society_.clerk(), bundle));
  const auto trip = carrying(disk);
  must(record_carrying(office(), society_.clerk(), trip));
  EXPECT_FALSE(record_return(office(), society_.clerk(), trip.id, Ending::destroyed).ok());
  must(record_return(office(), society_.clerk(), trip.id));
  auto letters = carrying(bundle);
  letters.protection = Protection::sealed;
  must(record_carrying(office(), society_.clerk(), letters));
  must(record_return(office(), society_.clerk(), letters.id, Ending::handed_over));
  const auto shown = must(show_carryings(office(), society_.clerk()));
  EXPECT_EQ(shown.items.back().state, ItemState::sent_out);
  EXPECT_EQ(must(register_board(society_.database(), morning_.plus_milliseconds(24 * hour)))
                .carryings_overdue,
            0);
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
