#include "remuneration/regular_round_page.h"

#include <algorithm>
#include <charconv>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/pay_entry_act.h"
#include "remuneration/bonus_pay_page.h"
#include "remuneration/regular_round_act.h"
#include "remuneration/voluntary_standard_page.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using eligibility::EstablishmentNames;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

constexpr std::int64_t establishments_of_a_page = 100;

std::string round_address(int year) { return "/regular-determinations/" + std::to_string(year); }

/// A year in the address; nullopt for anything else.
std::optional<int> year_of(const Visit& visit) {
  const auto text = visit.path_value("year");
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  constexpr int first = 2015;
  constexpr int last = 2100;
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return first <= year && year <= last ? std::optional(year) : std::nullopt;
}

std::vector<Cell> round_row(Cell name, const RoundRow& row) {
  return {std::move(name),
          {desk::grouped(row.due)},
          {desk::grouped(row.decided)},
          {desk::grouped(row.waiting)},
          {desk::grouped(row.for_people)},
          {desk::grouped(row.missing)},
          {desk::grouped(row.needless)},
          {desk::grouped(row.replaced)}};
}

Result<Response> round_page(Ledger ledger, const Visit& visit, const notice::Acting& acting,
                            std::optional<int> year) {
  if (!year) return Visit::no_such_page();
  const auto round = KENPO_TRY(show_regular_round(ledger, acting, *year));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  const auto page = visit.page_number();
  const auto count = static_cast<std::int64_t>(round.rows.size());
  std::vector<std::vector<Cell>> rows{round_row({"全体"}, round.total)};
  const auto first = std::min(count, (page - 1) * establishments_of_a_page);
  const auto last = std::min(count, first + establishments_of_a_page);
  for (auto at = first; at < last; ++at) {
    const auto& row = round.rows[static_cast<std::size_t>(at)];
    rows.push_back(round_row(
        desk::link_cell(names.name(row.establishment),
                        round_address(*year) + "/" + std::string(row.establishment.text())),
        row));
  }
  Data data;
  data.section("round", desk::table("事業所ごとの進み具合(人)",
                                    {{"事業所"},
                                     {"対象者", Holds::numbers},
                                     {"決定済み", Holds::numbers},
                                     {"決定待ち", Holds::numbers},
                                     {"確認が必要", Holds::numbers},
                                     {"届出なし", Holds::numbers},
                                     {"対象外の届出", Holds::numbers},
                                     {"改定に置換え", Holds::numbers}},
                                    rows, desk::grouped(count) + "事業所"))
      .section("pager", desk::pager(page, count, establishments_of_a_page, round_address(*year)))
      .text("previous_address", round_address(*year - 1))
      .text("previous_year", std::to_string(*year - 1) + "年")
      .when("may_enter", ledger.gate.ruling(eligibility::pay_enter, visit.staff()).refusal ==
                             notice::Refusal::none)
      .when("doubled", round.total.doubled > 0)
      .text("doubled_count", desk::grouped(round.total.doubled))
      .text("candidates_address", "/revision-candidates/" + std::to_string(*year));
  desk::PageHead head;
  head.title = "定時決定の照合(" + std::to_string(*year) + "年)";
  head.section = "/regular-determinations";
  return desk::page(visit, std::move(head), "regular_round_page", std::move(data));
}

Result<Response> missing_page(const desk::Router& router, Ledger ledger, const Visit& visit,
                              const notice::Acting& acting) {
  const auto year = year_of(visit);
  if (!year) return Visit::no_such_page();
  const auto establishment = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto page = visit.page_number();
  const auto found =
      KENPO_TRY(show_missing(ledger, acting, *year, establishment, (page - 1) * missing_of_a_page));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& person : found.people) {
    // A protected person is named on no list of an establishment, not by a link either.
    const bool sheltered = person.insured.sheltered == eligibility::Sheltered::yes;
    const auto address = sheltered
                             ? std::string()
                             : eligibility::open_address(
                                   router, visit, "/members/" + std::string(person.person.text()));
    const auto words = eligibility::insured_words(person.insured);
    rows.push_back(
        {address.empty() ? Cell{words} : desk::link_cell(words, address), {person.acquired.iso()}});
  }
  const auto address = round_address(*year) + "/" + std::string(establishment.text());
  const bool may_ask =
      ledger.gate.ruling(remuneration_round_ask, visit.staff()).refusal == notice::Refusal::none;
  Data data;
  data.section("missing", desk::table("算定基礎届のない人", {{"記号・番号と氏名"}, {"資格取得日"}},
                                      rows, desk::grouped(found.count) + "人"))
      .section("pager", desk::pager(page, found.count, missing_of_a_page, address))
      .when("may_ask", may_ask && found.count > 0)
      .text("form_token", visit.form_token())
      .text("ask_address", address + "/missing-items");
  desk::PageHead head;
  head.title = names.name(establishment);
  head.section = "/regular-determinations";
  head.crumbs = {{"定時決定の照合(" + std::to_string(*year) + "年)", round_address(*year)}};
  if (may_ask && found.count > 0) head.submit_label = "事務処理に登録する";
  head.started = {&remuneration_round_ask};
  return desk::page(visit, std::move(head), "missing_page", std::move(data));
}

Result<Response> ask(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto year = year_of(visit);
  if (!year) return Visit::no_such_page();
  const auto establishment = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto opened = KENPO_TRY(ask_for_missing(ledger, acting, *year, establishment));
  return visit.redirect_with(round_address(*year) + "/" + std::string(establishment.text()),
                             opened == 0 ? "すべて登録済みです。"
                                         : desk::grouped(opened) + "件を事務処理に登録しました。");
}

}  // namespace

void add_regular_round_routes(desk::Router& router, const Ledger& ledger) {
  using notice::Acting;
  router.menu<remuneration_round_show>(desk::MenuGroup::work, "/regular-determinations",
                                       "標準報酬");
  router.get_act<remuneration_round_show>(
      "/regular-determinations", [ledger](const Visit& visit, const Acting& acting) {
        return round_page(ledger, visit, acting, visit.now().day().year());
      });
  router.get_act<remuneration_round_show>(
      "/regular-determinations/{year}", [ledger](const Visit& visit, const Acting& acting) {
        return round_page(ledger, visit, acting, year_of(visit));
      });
  router.get_act<remuneration_round_show>(
      "/regular-determinations/{year}/{establishment}",
      [&router, ledger](const Visit& visit, const Acting& acting) {
        return missing_page(router, ledger, visit, acting);
      });
  router.post_act<remuneration_round_ask>(
      "/regular-determinations/{year}/{establishment}/missing-items",
      [ledger](const Visit& visit, const Acting& acting) { return ask(ledger, visit, acting); });
  add_candidate_routes(router, ledger);
  add_voluntary_standard_routes(router, ledger);
  add_bonus_pay_routes(router, ledger);
}

}  // namespace kenpo::remuneration
