// Printed papers: in the register from the moment they are made, out of it by the carrying log
// (notice section 2, P-4, P-5), on a real gate, log and store.
#include "safeguard/paper_act.h"

#include "safeguard/register_board_act.h"
#include "safeguard/register_for_tests.h"

namespace kenpo::safeguard {
namespace {

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

}  // namespace
}  // namespace kenpo::safeguard
