#include "premium/society_rate_page.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>

#include "base/era.h"
#include "base/width.h"
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

constexpr Field specific_field{.name = "care_specific", .label = "特定被保険者の介護保険料"};
constexpr Field care_from_field{.name = "care_from",
                                .label = "介護の定めの適用の月",
                                .support = "まだ調定していない月からです。",
                                .length_limit = 20};
constexpr std::size_t band_characters_limit = 1000;
constexpr Field bands_field{
    .name = "bands",
    .label = "特別介護保険料額",
    .need = Field::Need::optional,
    .support = "「下限:月額:うち被保険者」を空白で区切って並べます。例：0:2000:1000 300000:4000:2000。"
               "空欄なら、介護保険料率で計算します。",
    .length_limit = band_characters_limit};
const std::vector<Choice> specific_choices = {{"1", "特定被保険者からは徴収しない"},
                                              {"2", "特定被保険者からも徴収する"}};

std::optional<base::Yen> parse_amount(const std::string& text) {
  constexpr std::size_t digits_limit = 9;
  if (text.empty() || text.size() > digits_limit ||
      text.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return base::Yen(std::stoll(text));
}

/// `0:2000:1000 300000:4000:2000`: the lowest standard, the amount, the insured part of each band.
std::optional<std::vector<CareBand>> parse_bands(const std::string& text) {
  std::vector<CareBand> bands;
  std::istringstream words(base::narrow(text));
  for (std::string word; words >> word;) {
    const auto first = word.find(':');
    const auto second = word.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) return std::nullopt;
    const auto lowest = parse_amount(word.substr(0, first));
    const auto total = parse_amount(word.substr(first + 1, second - first - 1));
    const auto insured = parse_amount(word.substr(second + 1));
    if (!lowest || !total || !insured) return std::nullopt;
    bands.push_back({*lowest, {*total, *insured}});
  }
  return bands;
}

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

std::string bands_text(const CareSetting& setting) {
  if (setting.bands.empty()) return "介護保険料率による";
  std::string text;
  for (const auto& band : setting.bands) {
    if (!text.empty()) text += "、";
    text += band.lowest.grouped() + "円から" + band.amount.total.grouped() + "円（うち被保険者" +
            band.amount.insured.grouped() + "円）";
  }
  return text;
}

Data care_settings_table(const std::vector<CareSetting>& settings) {
  std::vector<std::vector<Cell>> cells;
  for (const auto& one : settings) {
    cells.push_back({{base::era_month(one.from)},
                     {wording(one.specific).ja.text()},
                     {bands_text(one)}});
  }
  if (cells.empty()) {
    cells.push_back({{"はじめから"},
                     {wording(SpecificInsured::not_charged).ja.text()},
                     {bands_text({})}});
  }
  return desk::table("介護保険料の定め", {{"適用の月"}, {"特定被保険者"}, {"額"}}, cells);
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
      .section("rounding_from", form.input(rounding_from_field))
      .section("care_settings",
               care_settings_table(KENPO_TRY(show_care_settings(ledger, acting))))
      .section("specific", form.select(specific_field, specific_choices))
      .section("bands", form.input(bands_field))
      .section("care_from", form.input(care_from_field));
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
  if (may) head.started = {&society_rate_enter, &rounding_enter, &care_setting_enter};
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

Result<Response> set_care(eligibility::Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  CareSetting setting;
  const auto specific = form.choice(specific_field, specific_choices);
  if (!form.sent(bands_field.name).empty()) {
    const auto bands = form.read<std::vector<CareBand>>(
        bands_field, parse_bands,
        {"「下限:月額:うち被保険者」の形で入れてください。例：0:2000:1000",
         "lowest:amount:insured, separated by spaces."});
    if (bands) setting.bands = *bands;
  }
  const auto from = form.month(care_from_field);
  if (form.ok()) {
    setting.from = *from;
    setting.specific = static_cast<SpecificInsured>(specific->front() - '0');
    const auto done = enter_care_setting(ledger, acting, setting);
    if (done.ok()) {
      return visit.redirect_with("/society-rates", "介護保険料の定めを登録しました。");
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
  router.post_act<care_setting_enter>("/society-rates/care",
                                      [ledger](const Visit& visit, const Acting& acting) {
                                        return set_care(ledger, visit, acting);
                                      });
}

}  // namespace kenpo::premium
