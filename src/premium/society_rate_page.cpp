#include "premium/society_rate_page.h"

#include <algorithm>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "premium/rate_form_page.h"
#include "premium/society_rate_act.h"

namespace kenpo::premium {

namespace of_society_rates {

using base::Month;
using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field from_field{
    .name = "from", .label = "適用の月", .support = "例：R9.3", .length_limit = 20};
constexpr Field rounding_field{.name = "rounding", .label = "支援金の端数処理"};
constexpr Field rounding_from_field{.name = "rounding_from",
                                    .label = "定めの適用の月",
                                    .support = "まだ調定していない月からです。",
                                    .length_limit = 20};
const std::vector<Choice> rounding_choices = {{"1", "一般保険料・介護保険料と合わせて端数処理する"},
                                              {"2", "支援金を別に端数処理する"}};

/// The rates that hold in the month; zeros where none is entered.
SocietyRates rates_in(const std::vector<SocietyRate>& rows, Month month) {
  SocietyRates held;
  const auto all = all_of(held);
  for (const auto& row : rows) {
    if (row.from > month) continue;
    *all.at(static_cast<std::size_t>(row.kind) - 1) = {row.total, row.insured};
  }
  return held;
}

/// What the form changes, as rows of the month.
std::vector<SocietyRate> changed(SocietyRates before, SocietyRates now, Month from) {
  std::vector<SocietyRate> rows;
  const auto old = all_of(before);
  const auto fresh = all_of(now);
  for (std::size_t at = 0; at < fresh.size(); ++at) {
    const bool same = old.at(at)->total == fresh.at(at)->total &&
                      old.at(at)->insured == fresh.at(at)->insured;
    if (same) continue;
    rows.push_back({static_cast<RateKind>(at + 1), from, fresh.at(at)->total,
                    fresh.at(at)->insured});
  }
  return rows;
}

Data rates_table(const std::vector<SocietyRate>& rows) {
  std::vector<std::vector<Cell>> cells;
  for (const auto& row : rows) {
    cells.push_back({{wording(row.kind).ja.text()},
                     {base::era_month(row.from)},
                     {row.total.permille()},
                     {row.insured.permille()},
                     {row.resolution}});
  }
  return desk::table("登録した料率",
                     {{"料率"},
                      {"適用の月"},
                      {"率(‰)", Holds::numbers},
                      {"うち被保険者(‰)", Holds::numbers},
                      {"議決番号"}},
                     cells, std::to_string(cells.size()) + "件");
}

Data changes_table(SocietyRates before, const std::vector<SocietyRate>& rows) {
  const auto old = all_of(before);
  std::vector<std::vector<Cell>> cells;
  for (const auto& row : rows) {
    const auto* held = old.at(static_cast<std::size_t>(row.kind) - 1);
    cells.push_back({{wording(row.kind).ja.text()},
                     {base::era_month(row.from)},
                     {held->total.permille()},
                     {row.total.permille()},
                     {held->insured.permille()},
                     {row.insured.permille()}});
  }
  return desk::table("変わる料率",
                     {{"料率"},
                      {"適用の月"},
                      {"いまの率(‰)", Holds::numbers},
                      {"新しい率(‰)", Holds::numbers},
                      {"いまの被保険者(‰)", Holds::numbers},
                      {"新しい被保険者(‰)", Holds::numbers}},
                     cells, std::to_string(cells.size()) + "件");
}

Data roundings_table(const std::vector<RoundingRule>& rules) {
  std::vector<std::vector<Cell>> cells;
  for (const auto& rule : rules) {
    cells.push_back({{base::era_month(rule.from)}, {wording(rule.child).ja.text()}});
  }
  if (cells.empty()) {
    cells.push_back({{"はじめから"}, {wording(ChildRounding::together).ja.text()}});
  }
  return desk::table("端数処理の定め", {{"適用の月"}, {"定め"}}, cells);
}

/// What was checked and waits to be sent again.
struct Checked {
  SocietyRates before;
  std::vector<SocietyRate> rows;
};

Data check_data(const Form& form, const Checked& checked, const std::string& token) {
  std::vector<Data> hidden;
  const auto add = [&](std::string_view name) {
    Data field;
    field.text("hidden_name", std::string(name)).text("hidden_value", form.sent(name));
    hidden.push_back(std::move(field));
  };
  add(from_field.name);
  for (const auto& field : total_rate_fields) add(field.name);
  for (const auto& field : insured_rate_fields) add(field.name);
  Data data;
  data.section("changes", changes_table(checked.before, checked.rows))
      .list("hidden", std::move(hidden))
      .text("form_token", token);
  return data;
}

Result<Response> rates_page(eligibility::Ledger ledger, const Visit& visit, const Acting& acting,
                            Form& form, const Checked* checked) {
  const auto rows = KENPO_TRY(show_rates(ledger, acting));
  const auto month = visit.now().day().in_month();
  prefill_rates(form, rates_in(rows, month));
  const bool may = ledger.gate.ruling(society_rate_enter, visit.staff()).refusal ==
                   notice::Refusal::none;
  std::vector<Data> fields;
  for (std::size_t at = 0; at < total_rate_fields.size(); ++at) {
    Data row;
    row.section("total", form.input(total_rate_fields.at(at)))
        .section("insured", form.input(insured_rate_fields.at(at)));
    fields.push_back(std::move(row));
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("rates", rates_table(rows))
      .when("may", may)
      .section("from", form.input(from_field))
      .list("rows", std::move(fields))
      .section("roundings", roundings_table(KENPO_TRY(show_roundings(ledger, acting))))
      .section("rounding", form.select(rounding_field, rounding_choices))
      .section("rounding_from", form.input(rounding_from_field));
  if (checked != nullptr) {
    data.section("check", check_data(form, *checked, visit.form_token()));
  } else {
    data.nothing("check");
  }
  desk::PageHead head;
  head.title = "保険料率";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"}};
  head.status = form.ok() ? 200 : 422;
  if (may) head.started = {&society_rate_enter, &rounding_enter};
  return desk::page(visit, std::move(head), "society_rate_page", std::move(data));
}

/// Reads what was sent; notes when nothing differs.
Result<std::optional<Checked>> read_form(eligibility::Ledger ledger, const Acting& acting,
                                         Form& form) {
  const auto from = form.month(from_field);
  const auto rates = read_rates(form);
  if (!from || !rates) return std::optional<Checked>();
  const auto before = rates_in(KENPO_TRY(show_rates(ledger, acting)), *from);
  Checked checked{before, changed(before, *rates, *from)};
  if (checked.rows.empty()) {
    form.note(from_field, {"その月の料率と同じです。変える率を入れてください。", "Nothing differs."});
    return std::optional<Checked>();
  }
  return std::optional(std::move(checked));
}

Result<Response> check(eligibility::Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto checked = KENPO_TRY(read_form(ledger, acting, form));
  return rates_page(ledger, visit, acting, form, checked ? &*checked : nullptr);
}

Result<Response> enter(eligibility::Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto checked = KENPO_TRY(read_form(ledger, acting, form));
  if (checked) {
    const auto done = enter_rates(ledger, acting, checked->rows);
    if (done.ok()) {
      return visit.redirect_with("/society-rates", std::to_string(checked->rows.size()) +
                                                       "件の料率を登録しました。");
    }
    form.note(done.faults());
  }
  return rates_page(ledger, visit, acting, form, nullptr);
}

Result<Response> round(eligibility::Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto rule = form.choice(rounding_field, rounding_choices);
  const auto from = form.month(rounding_from_field);
  if (form.ok()) {
    const auto done = enter_rounding(
        ledger, acting, {*from, static_cast<ChildRounding>(rule->front() - '0')});
    if (done.ok()) {
      return visit.redirect_with("/society-rates", "端数処理の定めを登録しました。");
    }
    form.note(done.faults());
  }
  return rates_page(ledger, visit, acting, form, nullptr);
}

}  // namespace of_society_rates

void add_society_rate_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  using namespace of_society_rates;
  router.get_act<society_rate_list>("/society-rates",
                                    [ledger](const Visit& visit, const Acting& acting) {
                                      Form form;
                                      return rates_page(ledger, visit, acting, form, nullptr);
                                    });
  router.post_act<society_rate_list>("/society-rates/checks",
                                     [ledger](const Visit& visit, const Acting& acting) {
                                       return check(ledger, visit, acting);
                                     });
  router.post_act<society_rate_enter>("/society-rates",
                                      [ledger](const Visit& visit, const Acting& acting) {
                                        return enter(ledger, visit, acting);
                                      });
  router.post_act<rounding_enter>("/society-rates/rounding",
                                  [ledger](const Visit& visit, const Acting& acting) {
                                    return round(ledger, visit, acting);
                                  });
}

}  // namespace kenpo::premium
