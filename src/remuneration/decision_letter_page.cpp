#include "remuneration/decision_letter_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/establishment_act.h"
#include "eligibility/link_page.h"
#include "remuneration/decision_letter_act.h"
#include "remuneration/decision_letter_print.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

constexpr Field symbol_field{.name = "symbol",
                             .label = "事業所の記号",
                             .support = "適用事業所の一覧にある記号。例：101",
                             .length_limit = 20};
constexpr Field letter_kind_field{.name = "kind", .label = "通知書の種類"};
constexpr Field letter_month_field{
    .name = "month", .label = "月", .support = "適用の月、賞与は支払の月。例：R8.9"};
const std::vector<Choice> letter_kinds = {{"acquisition", "資格取得時の決定"},
                                          {"regular", "定時決定"},
                                          {"revision", "改定・訂正"},
                                          {"bonus", "標準賞与額"}};

constexpr Field persons_field{.name = "persons",
                              .label = "載っている人数",
                              .support = "用紙に載る人を確かめて、人数を入れます。",
                              .length_limit = 6,
                              .mode = "numeric"};

/// Lines of a draft on the screen; the paper has them all.
constexpr std::size_t letter_rows_limit = 100;

LetterKind letter_kind_of(const std::string& word) {
  const auto at = std::ranges::find(letter_kinds, word, &Choice::value) - letter_kinds.begin();
  return static_cast<LetterKind>(at + 1);
}

std::string letter_address(const LetterId& id) {
  return "/decision-letters/" + std::string(id.text());
}

struct Letters {
  Ledger ledger;
  LetterSender sender;
};

/// What the fields ask for; nullopt: faults are noted.
Result<std::optional<LetterOrder>> read_order(Ledger& ledger, const notice::Acting& acting,
                                              Form& form) {
  const auto symbol = form.text(symbol_field);
  const auto kind = form.choice(letter_kind_field, letter_kinds);
  const auto month = form.month(letter_month_field);
  if (!symbol || !kind || !month) return std::optional<LetterOrder>();
  const auto all = KENPO_TRY(eligibility::establishments_beside(ledger, acting));
  const auto found = std::ranges::find(all, *symbol, &eligibility::Establishment::symbol);
  if (found == all.end()) {
    form.note(symbol_field, {"この記号の事業所はありません", "No establishment has this symbol"});
    return std::optional<LetterOrder>();
  }
  return std::optional(LetterOrder{found->id, letter_kind_of(*kind), *month});
}

Cell state_cell(LetterState state) {
  const auto words = wording(state).ja.text();
  return state == LetterState::open ? desk::chip_cell(desk::ChipKind::waiting, words)
                                    : desk::chip_cell(desk::ChipKind::plain, words);
}

Result<Response> letters_page(const Letters& letters, const Visit& visit,
                              const notice::Acting& acting, const Form& form) {
  auto ledger = letters.ledger;
  const auto page = visit.page_number();
  const auto found = KENPO_TRY(show_letters(ledger, acting, (page - 1) * letters_of_a_page));
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& letter : found.letters) {
    rows.push_back({{std::to_string(letter.number)},
                    desk::link_cell(wording(letter.kind).ja.text(), letter_address(letter.id)),
                    {names.name(letter.establishment)},
                    {base::era_month(letter.month)},
                    {desk::grouped(letter.persons)},
                    {letter.issued_at.short_text()},
                    state_cell(letter.state)});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("symbol", form.input(symbol_field))
      .section("kind", form.select(letter_kind_field, letter_kinds))
      .section("month", form.input(letter_month_field))
      .section("letters", desk::table("発行した決定通知書",
                                      {{"番号", Holds::numbers},
                                       {"通知書"},
                                       {"事業所"},
                                       {"月"},
                                       {"人数(人)", Holds::numbers},
                                       {"発行した日時"},
                                       {"承認"}},
                                      rows, desk::grouped(found.count) + "通"))
      .section("pager", desk::pager(page, found.count, letters_of_a_page, "/decision-letters"))
      .text("form_token", visit.form_token());
  desk::PageHead head;
  head.title = "決定通知書";
  head.section = "/regular-determinations";
  head.submit_label = "内容を確かめる";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "decision_letters_page", std::move(data));
}

Data lines_table(const DecisionLetter& letter) {
  const bool bonus = letter.kind == LetterKind::bonus;
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : letter.lines) {
    if (rows.size() == letter_rows_limit) break;
    const bool sheltered = line.sheltered == eligibility::Sheltered::yes;
    const auto number =
        eligibility::masked_insured_number(letter.establishment.symbol, line.number);
    const std::string name = line.name.empty() ? "消去済み" : line.name;
    rows.push_back({{sheltered ? "" : number},
                    {sheltered ? eligibility::sheltered_name : name},
                    {line.decision.ja.text()},
                    desk::yen_cell(line.before),
                    desk::yen_cell(line.after),
                    {line.grade == 0 ? "" : std::to_string(line.grade)}});
  }
  auto count = desk::grouped(static_cast<std::int64_t>(letter.lines.size())) + "人";
  if (letter.lines.size() > letter_rows_limit) {
    count += "のうち、はじめの" + std::to_string(letter_rows_limit) + "人。全員は用紙にあります";
  }
  return desk::table("通知書に載る人",
                     {{"記号・番号"},
                      {"氏名"},
                      {"決定"},
                      {bonus ? "賞与の合計(円)" : "従前(円)", Holds::numbers},
                      {bonus ? "標準賞与額(円)" : "決定額(円)", Holds::numbers},
                      {"等級", Holds::numbers}},
                     rows, count);
}

Result<Response> draft_page(const Letters& letters, const Visit& visit,
                            const notice::Acting& acting) {
  auto ledger = letters.ledger;
  auto form = visit.form();
  const auto order = KENPO_TRY(read_order(ledger, acting, form));
  if (!order) return letters_page(letters, visit, acting, form);
  const auto letter = KENPO_TRY(show_letter(ledger, acting, *order));
  const bool may_issue =
      ledger.gate.ruling(decision_letter_issue, visit.staff()).refusal == notice::Refusal::none;
  Data data;
  data.section("facts",
               desk::description_list({{"事業所", letter.establishment.name},
                                       {"月", base::era_month(letter.month)},
                                       {"根拠", remuneration::article(letter.kind).text()}}))
      .section("lines", lines_table(letter))
      .when("may_issue", may_issue && !letter.lines.empty())
      .text("form_token", visit.form_token())
      .text("symbol", letter.establishment.symbol)
      .text("kind", std::string(letter_kinds[static_cast<std::size_t>(letter.kind) - 1].value))
      .text("month", letter.month.iso());
  desk::PageHead head;
  head.title = wording(letter.kind).ja.text() + "の内容";
  head.section = "/regular-determinations";
  head.crumbs = {{"決定通知書", "/decision-letters"}};
  if (may_issue && !letter.lines.empty()) head.submit_label = "発行する";
  head.started = {&decision_letter_issue};
  return desk::page(visit, std::move(head), "decision_letter_draft_page", std::move(data));
}

Result<Response> issue(const Letters& letters, const Visit& visit, const notice::Acting& acting) {
  auto ledger = letters.ledger;
  auto form = visit.form();
  const auto order = KENPO_TRY(read_order(ledger, acting, form));
  if (!order) return letters_page(letters, visit, acting, form);
  const auto issued = issue_letter(ledger, acting, *order);
  if (!issued.ok()) {
    form.note(issued.faults());
    return letters_page(letters, visit, acting, form);
  }
  return visit.redirect_with(
      letter_address(issued->id),
      "決定通知書を発行しました。" + desk::grouped(issued->persons) +
          "人を載せています。別の人の承認を待ちます。");
}

Result<Response> issued_page(const Letters& letters, const Visit& visit,
                             const notice::Acting& acting, const Form& form) {
  auto ledger = letters.ledger;
  const auto id = KENPO_TRY(visit.id<LetterId>("letter"));
  const auto letter = KENPO_TRY(show_issued_letter(ledger, acting, id));
  const bool open = letter.issued->state == LetterState::open;
  const bool may_answer =
      open && letter.issued->issued_by != visit.staff() &&
      ledger.gate.ruling(decision_letter_release, visit.staff()).refusal == notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .when("released", letter.issued->state == LetterState::released)
      .when("open", open)
      .when("may_answer", may_answer)
      .section("persons", form.input(persons_field))
      .text("form_token", visit.form_token())
      .text("release_address", letter_address(id) + "/release")
      .text("refuse_address", letter_address(id) + "/refusal")
      .section("facts",
               desk::description_list({{"通知書番号", std::to_string(letter.issued->number)},
                                       {"事業所", letter.establishment.name},
                                       {"月", base::era_month(letter.month)},
                                       {"人数", desk::grouped(letter.issued->persons) + "人"},
                                       {"発行した日時", letter.issued->issued_at.short_text()},
                                       {"承認", wording(letter.issued->state).ja.text()}}))
      .section("lines", lines_table(letter))
      .text("pdf_address", letter_address(id) + "/letter.pdf");
  desk::PageHead head;
  head.title = wording(letter.kind).ja.text();
  head.section = "/regular-determinations";
  head.crumbs = {{"決定通知書", "/decision-letters"}};
  head.started = {&decision_letter_release};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "decision_letter_page", std::move(data));
}

Result<Response> answer(const Letters& letters, const Visit& visit, const notice::Acting& acting,
                        LetterAnswer said) {
  auto ledger = letters.ledger;
  const auto id = KENPO_TRY(visit.id<LetterId>("letter"));
  auto form = visit.form();
  constexpr std::int64_t persons_limit = letter_lines_limit;
  const auto persons = form.number(persons_field, 1, persons_limit);
  if (form.ok()) {
    const auto done = answer_letter(ledger, acting, id, *persons, said);
    if (done.ok()) {
      return visit.redirect_with(letter_address(id), said == LetterAnswer::release
                                                         ? "承認しました。用紙を出せます。"
                                                         : "取りやめました。");
    }
    form.note(done.faults());
  }
  return issued_page(letters, visit, acting, form);
}

Result<Response> letter_pdf(const Letters& letters, const Visit& visit,
                            const notice::Acting& acting) {
  auto ledger = letters.ledger;
  const auto id = KENPO_TRY(visit.id<LetterId>("letter"));
  const auto letter = KENPO_TRY(show_released_letter(ledger, acting, id));
  auto printed = KENPO_TRY(print_decision_letter(letter, letters.sender, visit.now()));
  return visit.paper("決定通知書-" + std::to_string(letter.issued->number) + ".pdf", std::move(printed));
}

}  // namespace

void add_decision_letter_routes(desk::Router& router, const Ledger& ledger,
                                const LetterSender& sender) {
  const Letters letters{ledger, sender};
  using notice::Acting;
  router.get_act<decision_letter_show>("/decision-letters",
                                       [letters](const Visit& visit, const Acting& acting) {
                                         return letters_page(letters, visit, acting, Form());
                                       });
  router.post_act<decision_letter_show>("/decision-letters/draft",
                                        [letters](const Visit& visit, const Acting& acting) {
                                          return draft_page(letters, visit, acting);
                                        });
  router.post_act<decision_letter_issue>("/decision-letters",
                                         [letters](const Visit& visit, const Acting& acting) {
                                           return issue(letters, visit, acting);
                                         });
  router.get_act<decision_letter_show>("/decision-letters/{letter}",
                                       [letters](const Visit& visit, const Acting& acting) {
                                         return issued_page(letters, visit, acting, Form());
                                       });
  router.post_act<decision_letter_release>(
      "/decision-letters/{letter}/release", [letters](const Visit& visit, const Acting& acting) {
        return answer(letters, visit, acting, LetterAnswer::release);
      });
  router.post_act<decision_letter_release>(
      "/decision-letters/{letter}/refusal", [letters](const Visit& visit, const Acting& acting) {
        return answer(letters, visit, acting, LetterAnswer::refuse);
      });
  router.get_act<decision_letter_show>("/decision-letters/{letter}/letter.pdf",
                                       [letters](const Visit& visit, const Acting& acting) {
                                         return letter_pdf(letters, visit, acting);
                                       });
  add_member_letter_routes(router, ledger);
}

}  // namespace kenpo::remuneration
