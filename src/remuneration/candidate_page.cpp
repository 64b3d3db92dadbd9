#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "remuneration/basis_page.h"
#include "remuneration/candidate_act.h"
#include "remuneration/regular_round_page.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using Holds = desk::Column::Holds;
using eligibility::Ledger;
using eligibility::NotifiedPayId;

constexpr Field candidate_reason_field{
    .name = "reason", .label = "理由", .length_limit = manual_reason_limit_characters};

std::string candidate_address(const NotifiedPayId& id) {
  return "/revision-candidates/pay/" + std::string(id.text());
}

Cell kind_cell(CandidateKind kind) {
  return kind == CandidateKind::certain ? desk::chip_cell(desk::ChipKind::waiting, "要件を満たす")
                                        : desk::chip_cell(desk::ChipKind::plain, "見込み");
}

std::string grades_words(const Candidate& candidate) {
  return std::to_string(candidate.present_grade) + "級 → " + std::to_string(candidate.grade) + "級";
}

Result<Response> candidates_page(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto text = visit.path_value("year");
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  constexpr int first_year = 2015;
  constexpr int last_year = 2100;
  if (read.ec != std::errc() || year < first_year || last_year < year) {
    return Visit::no_such_page();
  }
  const auto list = KENPO_TRY(list_candidates(ledger, acting, year));
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : list.candidates) {
    const auto& candidate = one.candidate;
    rows.push_back(
        {desk::link_cell(eligibility::insured_words(one.insured), candidate_address(one.pay.id)),
         {one.insured.sheltered == eligibility::Sheltered::yes
              ? eligibility::sheltered_words
              : names.name(one.pay.establishment)},
         {base::era_month(candidate.from)},
         {grades_words(candidate)},
         desk::yen_cell(candidate.present),
         desk::yen_cell(candidate.standard),
         kind_cell(candidate.kind)});
  }
  auto count = desk::grouped(static_cast<std::int64_t>(rows.size())) + "人";
  if (list.cut) count += "(これより多い分は、決定するか外すと表示します)";
  Data data;
  data.section("candidates", desk::table("固定的賃金の変動から見つけた候補",
                                         {{"記号・番号と氏名"},
                                          {"事業所"},
                                          {"改定の月"},
                                          {"等級"},
                                          {"従前(円)", Holds::numbers},
                                          {"改定後(円)", Holds::numbers},
                                          {"判定"}},
                                         rows, count));
  desk::PageHead head;
  head.title = "随時改定の候補(" + std::to_string(year) + "年)";
  head.section = "/regular-determinations";
  head.crumbs = {{"定時決定の照合(" + std::to_string(year) + "年)",
                  "/regular-determinations/" + std::to_string(year)}};
  return desk::page(visit, std::move(head), "candidates_page", std::move(data));
}

Result<Response> candidate_view_page(Ledger ledger, const Visit& visit,
                                     const notice::Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<NotifiedPayId>("pay"));
  const auto found = KENPO_TRY(show_candidate(ledger, acting, id));
  const auto& candidate = found.candidate;
  const bool may =
      ledger.gate.ruling(remuneration_manual_enter, visit.staff()).refusal == notice::Refusal::none;
  const auto kind = kind_cell(candidate.kind);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("insured", eligibility::insured_words(found.insured))
      .section("state", desk::chip(kind.kind, kind.words))
      .section("facts",
               desk::description_list(
                   {{"固定的賃金の変動", base::era_month(candidate.input.changed) +
                                             (found.pay.direction == 1 ? " 昇給" : " 降給")},
                    {"平均", candidate.average.grouped() + "円"},
                    {"等級", grades_words(candidate)},
                    {"従前の標準報酬月額", candidate.present.grouped() + "円"},
                    {"改定後の標準報酬月額", candidate.standard.grouped() + "円"},
                    {"改定の月", base::era_month(candidate.from)}}))
      .list("basis", basis_rows(candidate.lines))
      .when("may", may)
      .when("certain", candidate.kind == CandidateKind::certain)
      .text("form_token", visit.form_token())
      .text("determine_address", candidate_address(id) + "/determination")
      .text("dismiss_address", candidate_address(id) + "/dismissal")
      .section("reason", form.input(candidate_reason_field));
  desk::PageHead head;
  head.title = "随時改定の候補";
  head.section = "/regular-determinations";
  const auto year = std::to_string(found.pay.on.year());
  head.crumbs = {{"随時改定の候補(" + year + "年)", "/revision-candidates/" + year}};
  head.started = {&remuneration_manual_enter, &remuneration_candidate_dismiss};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "candidate_page", std::move(data));
}

Result<Response> determine(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NotifiedPayId>("pay"));
  auto form = visit.form();
  const auto reason = form.text(candidate_reason_field);
  if (form.ok()) {
    const auto made = determine_candidate(ledger, acting, id, *reason);
    if (made.ok()) {
      return visit.redirect_with("/determinations/" + std::string(made->id.text()),
                                 made->state == ManualState::open
                                     ? "登録しました。もう一人の決裁を待ちます。"
                                     : "標準報酬月額を決定しました。");
    }
    form.note(made.faults());
  }
  return candidate_view_page(ledger, visit, acting, form);
}

Result<Response> dismiss(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NotifiedPayId>("pay"));
  auto form = visit.form();
  const auto reason = form.text(candidate_reason_field);
  if (form.ok()) {
    const auto done = dismiss_candidate(ledger, acting, id, *reason);
    if (done.ok()) {
      return visit.redirect_with("/revision-candidates/" + std::to_string(visit.now().day().year()),
                                 "候補から外しました。");
    }
    form.note(done.faults());
  }
  return candidate_view_page(ledger, visit, acting, form);
}

}  // namespace

void add_candidate_routes(desk::Router& router, const Ledger& ledger) {
  using notice::Acting;
  router.get_act<remuneration_candidate_list>("/revision-candidates/{year}",
                                              [ledger](const Visit& visit, const Acting& acting) {
                                                return candidates_page(ledger, visit, acting);
                                              });
  router.get_act<remuneration_candidate_list>(
      "/revision-candidates/pay/{pay}", [ledger](const Visit& visit, const Acting& acting) {
        return candidate_view_page(ledger, visit, acting, Form());
      });
  router.post_act<remuneration_manual_enter>("/revision-candidates/pay/{pay}/determination",
                                             [ledger](const Visit& visit, const Acting& acting) {
                                               return determine(ledger, visit, acting);
                                             });
  router.post_act<remuneration_candidate_dismiss>(
      "/revision-candidates/pay/{pay}/dismissal",
      [ledger](const Visit& visit, const Acting& acting) {
        return dismiss(ledger, visit, acting);
      });
}

}  // namespace kenpo::remuneration
