#include "app/rate_resolution_page.h"

#include <algorithm>

#include "app/rate_requirement.h"
#include "assembly/meeting_act.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "premium/society_rate_act.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field rate_field{.name = "rate", .label = "料率"};
constexpr Field resolution_field{.name = "resolution", .label = "議決"};
constexpr Field demand_field{.name = "demand", .label = "調定での扱い"};
constexpr Field demand_from_field{
    .name = "demand_from", .label = "適用の月", .support = "例：2027-03"};
constexpr Field reason_field{.name = "reason", .label = "理由", .length_limit = 500};
const std::vector<Choice> demand_choices = {{"needed", "議決番号のない料率では調定しない"},
                                     {"not_needed", "議決番号がなくても調定する"}};

/// Texts that the choices of a form point into.
struct Labels {
  std::vector<std::pair<std::string, std::string>> texts;

  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

std::string rate_key(const premium::SocietyRate& rate) {
  return std::to_string(static_cast<int>(rate.kind)) + "." + rate.from.iso();
}

Labels rate_labels(const std::vector<premium::SocietyRate>& rates) {
  Labels labels;
  for (const auto& rate : rates) {
    labels.texts.emplace_back(rate_key(rate),
                              wording(rate.kind).ja.text() + "(" + rate.from.iso() + "から)");
  }
  return labels;
}

/// Only resolutions about rates and the budget put a rate in force, once their minutes are closed.
Labels resolution_labels(const std::vector<assembly::Resolution>& resolutions) {
  Labels labels;
  for (const auto& each : resolutions) {
    if (each.matter != assembly::Matter::rate && each.matter != assembly::Matter::budget) continue;
    if (each.minutes != assembly::Resolution::Minutes::closed) continue;
    labels.texts.emplace_back(each.number, each.number + " " + each.title);
  }
  return labels;
}

std::string rate_percent(base::Rate rate) {
  // Millionths to per mille with three decimals.
  constexpr std::int64_t thousand = 1000;
  const auto part = std::to_string(thousand + rate.millionths % thousand).substr(1);
  return std::to_string(rate.millionths / thousand) + "." + part;
}

/// The resolutions that the visitor may see; without the right to the minutes there are none.
std::vector<assembly::Resolution> resolutions_for(Office& office, const Acting& acting) {
  const auto found = assembly::show_resolutions({office.gate(), office.database()}, acting);
  return found.ok() ? *found : std::vector<assembly::Resolution>{};
}

bool may_propose(Office& office, const Visit& visit) {
  const auto kind = rate_requirement_kind();
  return (staff::roles_now(office.gate(), visit.staff()) & kind.proposers) != 0;
}

desk::Data requirement_table(const std::vector<premium::RateRequirement>& requirements) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : requirements) {
    const bool needed = each.resolution == premium::RateRequirement::Resolution::needed;
    rows.push_back({{each.from.iso()}, {std::string(demand_choices[needed ? 0 : 1].label)}});
  }
  if (rows.empty()) rows.push_back({{"はじめから"}, {std::string(demand_choices[1].label)}});
  return desk::table("調定での議決の扱い", {{"適用の月"}, {"扱い"}}, rows);
}

Result<Response> rates_page(Office& office, const Visit& visit, const Acting& acting,
                            const Form& form) {
  auto ledger = office.ledger();
  const auto rates = KENPO_TRY(premium::show_rates(ledger, acting));
  const auto resolutions = resolutions_for(office, acting);
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& rate : rates) {
    const bool stands = !rate.resolution.empty();
    rows.push_back({{wording(rate.kind).ja.text()},
                    {rate.from.iso()},
                    {rate_percent(rate.total)},
                    stands ? desk::chip_cell(desk::ChipKind::done, rate.resolution)
                           : desk::chip_cell(desk::ChipKind::waiting, "議決の記録なし")});
  }
  const auto rate_texts = rate_labels(rates);
  const auto resolution_texts = resolution_labels(resolutions);
  const bool may = office.gate().ruling(premium::society_rate_resolve, visit.staff()).refusal ==
                   notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section(
          "rates",
          desk::table(
              "料率と議決",
              {{"料率"}, {"適用の月"}, {"率(千分率)", desk::Column::Holds::numbers}, {"議決番号"}},
              rows, std::to_string(rows.size()) + "件"))
      .when("may", may && !resolution_texts.texts.empty())
      .section("requirements",
               requirement_table(KENPO_TRY(premium::show_requirements(ledger, acting))))
      .when("demand_opened", !form.ok())
      .when("may_demand", may_propose(office, visit))
      .section("demand", form.select(demand_field, demand_choices))
      .section("demand_from", form.input(demand_from_field))
      .section("reason", form.input(reason_field))
      .section("rate", form.select(rate_field, rate_texts.choices()))
      .section("resolution", form.select(resolution_field, resolution_texts.choices()));
  desk::PageHead head;
  head.title = "料率と議決";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "rate_resolution_page", std::move(data));
}

Result<Response> resolve(Office& office, const Visit& visit, const Acting& acting) {
  auto ledger = office.ledger();
  const auto rates = KENPO_TRY(premium::show_rates(ledger, acting));
  auto form = visit.form();
  const auto rate = form.choice(rate_field, rate_labels(rates).choices());
  const auto resolutions = resolutions_for(office, acting);
  const auto number = form.choice(resolution_field, resolution_labels(resolutions).choices());
  if (form.ok()) {
    const auto at = std::ranges::find(rates, *rate, rate_key);
    const auto named = std::ranges::find(resolutions, *number, &assembly::Resolution::number);
    if (at == rates.end() || named == resolutions.end()) return Visit::no_such_page();
    const auto done = premium::resolve_rate(ledger, acting, at->kind, at->from,
                                            {*number, named->in_force()});
    if (done.ok()) return visit.redirect_with("/rate-resolutions", "議決番号を登録しました。");
    form.note(done.faults());
  }
  return rates_page(office, visit, acting, form);
}

/// The setting goes before a second person.
Result<Response> demand(Office& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto word = form.choice(demand_field, demand_choices);
  const auto from = form.month(demand_from_field);
  const auto reason = form.text(reason_field);
  if (form.ok()) {
    const premium::RateRequirement wanted{
        .from = *from,
        .resolution = *word == demand_choices[0].value
                          ? premium::RateRequirement::Resolution::needed
                          : premium::RateRequirement::Resolution::not_needed};
    const auto proposed = propose_rate_requirement(office.approvals(), acting, wanted, *reason);
    if (proposed.ok()) {
      return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                                 "設定を提案しました。もう一人の承認を待ちます。");
    }
    form.note(proposed.faults());
  }
  return rates_page(office, visit, acting, form);
}

}  // namespace

void add_rate_resolution_routes(desk::Router& router, Office& office) {
  router.get_act<premium::society_rate_list>("/rate-resolutions",
                                             [&office](const Visit& visit, const Acting& acting) {
                                               return rates_page(office, visit, acting, Form());
                                             });
  router.post_act<premium::society_rate_resolve>(
      "/rate-resolutions", [&office](const Visit& visit, const Acting& acting) {
        return resolve(office, visit, acting);
      });
  router.post_act<staff::propose_operation>(
      "/rate-resolutions/requirement", [&office](const Visit& visit, const Acting& acting) {
        return demand(office, visit, acting);
      });
}

}  // namespace kenpo::app
