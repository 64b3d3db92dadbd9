#include "safeguard/paper_act.h"

#include "safeguard/log_words.h"

namespace kenpo::safeguard {

using base::Result;

namespace {

/// 「督促状の表示 督促状-2026-10」
std::string contents_of(const MadePaper& paper) {
  constexpr std::string_view ending = ".pdf";
  auto name = paper.name;
  if (name.ends_with(ending)) name.remove_suffix(ending.size());
  return std::string(paper.operation.japanese) + " " + std::string(name);
}

}  // namespace

Result<> enter_paper(const RegisterOffice& office, const MadePaper& paper) {
  auto transaction = KENPO_TRY(office.database.write());
  const auto now = office.gate.clock().now();
  const auto number = KENPO_TRY(next_print_number(transaction, now.day()));
  KENPO_TRY(put(transaction,
                {.id = ItemId::draw(),
                 .kind = ItemKind::paper,
                 .label = print_label(now.day(), number),
                 .contents = contents_of(paper),
                 .protection = Protection::locked,
                 .area = no_area,
                 .place = "印刷した席",
                 .holder = paper.made_by,
                 .state = ItemState::in_use,
                 .print = Print{.sheets = paper.sheets,
                                .pairs = paper.operation.pairs.mask(),
                                .basis = paper.operation.statute}},
                now));
  return transaction.commit_without_personal_data();
}

Result<PapersView> show_papers(const RegisterOffice& office, const notice::Acting& acting) {
  return read_under<register_show>(
      office, acting,
      [](const notice::Permit<register_show>&, const store::View& view) -> Result<PapersView> {
        PapersView papers{.here = KENPO_TRY(list_items(view)),
                          .gone = KENPO_TRY(list_gone_papers(view))};
        std::erase_if(papers.here, [](const Item& item) { return !item.print; });
        return papers;
      });
}

std::string purpose_words(const Print& print) { return pairs_words(print.pairs, print.basis); }

}  // namespace kenpo::safeguard
