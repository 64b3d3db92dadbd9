// Screen of the letters on which a member's decisions went out: `/members/{id}/decision-letters`.
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "remuneration/decision_letter_page.h"
#include "remuneration/member_letter_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using Holds = desk::Column::Holds;

Cell letter_cell(const MemberLetter& line, bool sheltered) {
  if (sheltered) return {eligibility::sheltered_words};
  if (!line.letter) return desk::chip_cell(desk::ChipKind::waiting, "未発行");
  return desk::link_cell("第" + std::to_string(line.letter->number) + "号 " +
                             wording(line.letter->kind).ja.text(),
                         "/decision-letters/" + std::string(line.letter->id.text()));
}

Result<Response> member_letters_page(const desk::Router& router, eligibility::Ledger ledger,
                                     const Visit& visit, const notice::Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto found = KENPO_TRY(letters_of_member(ledger, acting, person));
  const bool sheltered = found.person.sheltered == eligibility::Sheltered::yes;
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : found.letters) {
    rows.push_back({{base::era_month(line.from)},
                    {line.decision.ja.text()},
                    desk::yen_cell(line.standard),
                    letter_cell(line, sheltered),
                    {line.letter ? line.letter->issued_at.short_text() : ""}});
  }
  Data data;
  data.text("insured", found.person.name)
      .text_if_any("sheltered", sheltered ? eligibility::sheltered_words : "")
      .section("letters", desk::table("決定と通知書",
                                      {{"適用"},
                                       {"決定"},
                                       {"標準報酬月額・標準賞与額", Holds::numbers},
                                       {"通知書"},
                                       {"発行した日時"}},
                                      rows, std::to_string(rows.size()) + "件"));
  desk::PageHead head;
  head.title = "決定通知書の発行状況";
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  const auto member =
      eligibility::open_address(router, visit, "/members/" + std::string(person.text()));
  if (!member.empty()) head.crumbs.push_back({"加入者台帳", member});
  return desk::page(visit, std::move(head), "member_letter_page", std::move(data));
}

}  // namespace

void add_member_letter_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  router.get_act<decision_letter_show>(
      "/members/{id}/decision-letters",
      [&router, ledger](const Visit& visit, const notice::Acting& acting) {
        return member_letters_page(router, ledger, visit, acting);
      });
}

}  // namespace kenpo::remuneration
