#include "remuneration/voluntary_standard_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "remuneration/basis_page.h"
#include "remuneration/voluntary_standard_act.h"

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

constexpr int first_fiscal_year = 2015;
constexpr int last_fiscal_year = 2100;
constexpr int april_of_year = 4;
constexpr std::int64_t average_limit_yen = 10'000'000;  // over every grade

constexpr Field population_field{.name = "population", .label = "だれの平均か"};
constexpr Field origin_field{.name = "origin", .label = "平均の出どころ"};
constexpr Field average_field{.name = "average",
                              .label = "平均額(円)",
                              .need = Field::Need::optional,
                              .support = "資料から入力するときだけ、円未満を切り捨てて入れます。",
                              .mode = "numeric"};
constexpr Field average_basis_field{.name = "basis",
                                    .label = "根拠の資料",
                                    .need = Field::Need::optional,
                                    .support = "資料から入力するときは必ず書きます。",
                                    .length_limit = average_basis_limit_characters};
const std::vector<Choice> population_choices = {
    {"all", "全被保険者(任意継続)"}, {"without_special", "特例退職以外の全被保険者(特例退職)"}};
const std::vector<Choice> origin_choices = {{"ledger", "台帳から計算する"},
                                            {"entered", "資料から入力する"}};

std::optional<int> fiscal_year_of(const Visit& visit) {
  const auto text = visit.path_value("year");
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return first_fiscal_year <= year && year <= last_fiscal_year ? std::optional(year) : std::nullopt;
}

std::string voluntary_address(int year) { return "/voluntary-standards/" + std::to_string(year); }

std::string yen_words(const std::optional<base::Yen>& amount) {
  return amount ? amount->grouped() + "円" : "なし";
}

Data averages_table(const VoluntaryRound& round) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : round.averages) {
    const bool all = one.population == AveragePopulation::all;
    const auto& set = one.registered;
    std::string origin = "未登録";
    if (set && set->origin == AverageOrigin::ledger) {
      origin = "台帳(" + desk::grouped(set->persons) + "人)";
    } else if (set) {
      origin = set->basis;
    }
    rows.push_back({{all ? "全被保険者" : "特例退職以外の全被保険者"},
                    {one.ledger.persons == 0 ? "なし" : one.ledger.amount.grouped()},
                    {desk::grouped(one.ledger.persons)},
                    {desk::grouped(one.ledger.without)},
                    {set ? set->amount.grouped() : "なし"},
                    {origin}});
  }
  return desk::table("9月30日の標準報酬月額の平均",
                     {{"対象"},
                      {"台帳の平均(円)", Holds::numbers},
                      {"台帳の人数", Holds::numbers},
                      {"標準報酬のない人", Holds::numbers},
                      {"登録した平均(円)", Holds::numbers},
                      {"出どころ"}},
                     rows);
}

std::vector<Data> line_rows(const desk::Router& router, const Visit& visit,
                            const VoluntaryRound& round) {
  std::vector<Data> rows;
  for (const auto& line : round.lines) {
    const auto address =
        eligibility::open_address(router, visit, "/members/" + std::string(line.person.text()));
    const bool special = line.status == eligibility::Status::special;
    std::string result = line.standing ? "決定済み " + yen_words(line.standing)
                         : line.grade  ? line.grade->standard.grouped() + "円に決まります"
                                       : line.refusal;
    rows.push_back(Data()
                       .text_if_any("member_address", address)
                       .text("insured", eligibility::insured_words(line.insured))
                       .text("status", special ? "特例退職" : "任意継続")
                       .text("from", base::era_month(line.from) + "から")
                       .text("at_loss", yen_words(line.at_loss))
                       .text("result", result)
                       .when("has_basis", !line.lines.empty())
                       .list("basis", basis_rows(line.lines)));
  }
  return rows;
}

bool may_do(const Ledger& ledger, const Visit& visit, const notice::Operation& operation) {
  return ledger.gate.ruling(operation, visit.staff()).refusal == notice::Refusal::none;
}

Result<Response> voluntary_page(const desk::Router& router, Ledger ledger, const Visit& visit,
                                const notice::Acting& acting, std::optional<int> year, Form form) {
  if (!year) return Visit::no_such_page();
  const auto page = visit.page_number();
  const auto round =
      KENPO_TRY(show_voluntary_round(ledger, acting, *year, (page - 1) * voluntary_of_a_page));
  const bool may_enter = may_do(ledger, visit, voluntary_average_enter);
  const bool may_decide = may_do(ledger, visit, voluntary_standard_decide) && round.pending > 0;
  form.prefill("population", "all");
  form.prefill("origin", "ledger");
  Data data;
  data.section("error_summary", form.error_summary())
      .text("day", base::era_long(average_day(*base::Month::make(*year, april_of_year)))
                       .value_or(std::string()))
      .section("averages", averages_table(round))
      .when("may_enter", may_enter)
      .text("form_token", visit.form_token())
      .text("average_address", voluntary_address(*year) + "/averages")
      .section("population", form.select(population_field, population_choices))
      .section("origin", form.select(origin_field, origin_choices))
      .section("average", form.input(average_field))
      .section("average_basis", form.input(average_basis_field))
      .text("count", desk::grouped(round.count))
      .text("pending", desk::grouped(round.pending))
      .text("left", desk::grouped(round.left))
      .list("lines", line_rows(router, visit, round))
      .when("may_decide", may_decide)
      .text("decide_address", voluntary_address(*year) + "/decisions")
      .section("pager", desk::pager(page, round.count, voluntary_of_a_page,
                                    voluntary_address(*year)));
  desk::PageHead head;
  head.title = "任意継続・特例退職の標準報酬(" + std::to_string(*year) + "年度)";
  head.section = "/regular-determinations";
  head.crumbs = {{"標準報酬", "/regular-determinations"}};
  head.previous_address = voluntary_address(*year - 1);
  head.next_address = voluntary_address(*year + 1);
  head.started = {&voluntary_average_enter, &voluntary_standard_decide};
  if (may_decide) head.submit_label = "決定する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "voluntary_standard_page", std::move(data));
}

Result<Response> put_average(const desk::Router& router, Ledger ledger, const Visit& visit,
                             const notice::Acting& acting) {
  const auto year = fiscal_year_of(visit);
  if (!year) return Visit::no_such_page();
  auto form = visit.form();
  const auto population = form.choice(population_field, population_choices);
  const auto origin = form.choice(origin_field, origin_choices);
  const auto amount = form.yen(average_field, 1, average_limit_yen);
  const auto basis = form.text(average_basis_field);
  if (form.ok() && population && origin) {
    AverageOrder order{.year = *year - 1,
                       .population = *population == "all" ? AveragePopulation::all
                                                          : AveragePopulation::without_special,
                       .basis = basis.value_or(std::string())};
    if (*origin == "entered") order.entered = amount.value_or(base::Yen());
    const auto entered = enter_average(ledger, acting, order);
    if (entered.ok()) {
      return visit.redirect_with(voluntary_address(*year),
                                 "平均を" + entered->amount.grouped() + "円で登録しました。");
    }
    form.note(entered.faults());
  }
  return voluntary_page(router, ledger, visit, acting, year, std::move(form));
}

Result<Response> decide_all(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto year = fiscal_year_of(visit);
  if (!year) return Visit::no_such_page();
  const auto done = KENPO_TRY(decide_voluntary_round(ledger, acting, *year));
  return visit.redirect_with(
      voluntary_address(*year),
      desk::grouped(done.decided) + "人の標準報酬月額を決定しました。" +
          (done.left > 0 ? desk::grouped(done.left) + "人は決定できません。理由を確かめてください。"
                         : ""));
}

}  // namespace

void add_voluntary_standard_routes(desk::Router& router, const Ledger& ledger) {
  using notice::Acting;
  router.get_act<voluntary_standard_show>(
      "/voluntary-standards", [&router, ledger](const Visit& visit, const Acting& acting) {
        return voluntary_page(router, ledger, visit, acting,
                              visit.now().day().in_month().fiscal_year(), Form());
      });
  router.get_act<voluntary_standard_show>(
      "/voluntary-standards/{year}", [&router, ledger](const Visit& visit, const Acting& acting) {
        return voluntary_page(router, ledger, visit, acting, fiscal_year_of(visit), Form());
      });
  router.post_act<voluntary_average_enter>(
      "/voluntary-standards/{year}/averages",
      [&router, ledger](const Visit& visit, const Acting& acting) {
        return put_average(router, ledger, visit, acting);
      });
  router.post_act<voluntary_standard_decide>("/voluntary-standards/{year}/decisions",
                                             [ledger](const Visit& visit, const Acting& acting) {
                                               return decide_all(ledger, visit, acting);
                                             });
}

}  // namespace kenpo::remuneration
