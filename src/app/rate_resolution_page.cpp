#include "app/rate_resolution_page.h"

#include <algorithm>

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

/// Only resolutions about rates and the budget put a rate in force.
Labels resolution_labels(const std::vector<assembly::Resolution>& resolutions) {
  Labels labels;
  for (const auto& each : resolutions) {
    if (each.matter != assembly::Matter::rate && each.matter != assembly::Matter::budget) continue;
    labels.texts.emplace_back(each.number, each.number + " " + each.title);
  }
  return labels;
}

/// A resolution that comes into force later cannot be what an earlier rate stands on.
bool reaches_rate(const assembly::Resolution& resolution, const premium::SocietyRate& rate) {
  return !resolution.in_force_from || resolution.in_force_from->in_month() <= rate.from;
}

base::Fault too_late_fault() {
  return {.what = {"この議決は、料率の適用の月より後に施行されます。",
                   "The resolution comes into force after the rate's month."},
          .why = {},
          .mend = {"料率と議決の組み合わせを確かめてください。", "Check rate and resolution."},
          .place = {}};
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
    const auto done = reaches_rate(*named, *at)
                          ? premium::resolve_rate(ledger, acting, at->kind, at->from, *number)
                          : Result<>(too_late_fault());
    if (done.ok()) return visit.redirect_with("/rate-resolutions", "議決番号を登録しました。");
    form.note(done.faults());
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
}

}  // namespace kenpo::app
