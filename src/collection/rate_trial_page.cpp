// `/rate-trials`: what other rates would bring, over the whole society.
#include "base/era.h"
#include "collection/collection_page.h"
#include "collection/rate_trial_act.h"
#include "collection/rate_trial_print.h"
#include "premium/rate_form_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_trials {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::size_t employers_shown_limit = 200;  // what one looks through; the paper has all

constexpr Field months_field{.name = "months",
                             .label = "月数",
                             .support = "調定した月を新しい順に、12か月まで。",
                             .length_limit = 2,
                             .mode = "numeric"};

struct Asked {
  premium::SocietyRates rates;
  int months = 1;
};

std::optional<Asked> read_trial(Form& form) {
  const auto rates = premium::read_rates(form);
  const auto months = form.number(months_field, 1, trial_months_limit);
  if (!form.ok()) return std::nullopt;
  return Asked{*rates, static_cast<int>(*months)};
}

Cell signed_cell(Yen amount) {
  return {(amount > Yen() ? "+" : "") + amount.grouped()};
}

desk::Data kinds_table(const TrialLine& all) {
  std::vector<std::vector<Cell>> rows;
  const auto add = [&](const char* name, Yen now, Yen then) {
    rows.push_back({{name}, desk::yen_cell(now), desk::yen_cell(then), signed_cell(then - now)});
  };
  add("基本保険料", all.now.basic, all.then.basic);
  add("特定保険料", all.now.specific, all.then.specific);
  add("調整保険料", all.now.adjustment, all.then.adjustment);
  add("介護保険料", all.now.care, all.then.care);
  add("子ども・子育て支援金", all.now.child, all.then.child);
  add("合計", all.now.total(), all.then.total());
  add("うち被保険者の負担", all.insured_now, all.insured_then);
  add("うち事業主の負担", all.now.total() - all.insured_now,
      all.then.total() - all.insured_then);
  return desk::table("種別ごと",
                     {{"種別"},
                      {"当時の料率(円)", Holds::numbers},
                      {"試算(円)", Holds::numbers},
                      {"差(円)", Holds::numbers}},
                     rows);
}

desk::Data employers_table(const RateTrial& trial) {
  std::vector<std::vector<Cell>> rows;
  const auto add = [&](const TrialLine& one) {
    const auto employer_now = one.now.total() - one.insured_now;
    const auto employer_then = one.then.total() - one.insured_then;
    rows.push_back({{one.name},
                    {desk::grouped(one.persons)},
                    desk::yen_cell(one.then.total()),
                    signed_cell(one.then.total() - one.now.total()),
                    desk::yen_cell(one.insured_then),
                    signed_cell(one.insured_then - one.insured_now),
                    desk::yen_cell(employer_then),
                    signed_cell(employer_then - employer_now)});
  };
  for (const auto& one : trial.employers) {
    if (rows.size() == employers_shown_limit) break;
    add(one);
  }
  if (trial.voluntary.persons > 0) add(trial.voluntary);
  return desk::table("事業所ごと",
                     {{"事業所、任意継続・特例退職"},
                      {"延べ人数(人)", Holds::numbers},
                      {"試算(円)", Holds::numbers},
                      {"差(円)", Holds::numbers},
                      {"被保険者(円)", Holds::numbers},
                      {"差(円)", Holds::numbers},
                      {"事業主(円)", Holds::numbers},
                      {"差(円)", Holds::numbers}},
                     rows, std::to_string(trial.employers.size()) + "事業所");
}

void add_result(SectionPage& page, const Form& form, const RateTrial& trial) {
  FormFields sent;
  for (std::size_t at = 0; at < premium::total_rate_fields.size(); ++at) {
    for (const auto& field :
         {premium::total_rate_fields.at(at), premium::insured_rate_fields.at(at)}) {
      sent.hidden(std::string(field.name), form.sent(field.name));
    }
  }
  sent.hidden("months", form.sent("months"));
  auto words = base::era_month(trial.first) + "から" + base::era_month(trial.last) +
               "まで。差は、当時の料率の調定との差です。調定の記録は変わりません。";
  if (trial.employers.size() > employers_shown_limit) {
    words += "画面には初めの" + std::to_string(employers_shown_limit) +
             "事業所を示します。全部の事業所はPDFにあります。";
  }
  page.section("試算の結果", std::move(words))
      .table(kinds_table(trial.all))
      .table(employers_table(trial))
      .form("/rate-trial-papers", "試算をPDFにする", std::move(sent));
}

Result<Response> trial_page(const CollectionScreens& screens, const Visit& visit,
                            const Acting& acting, Form& form, const RateTrial* result) {
  auto ledger = screens.ledger;
  const auto start = KENPO_TRY(start_trial(ledger, acting));
  premium::prefill_rates(form, start.rates);
  FormFields fields;
  for (std::size_t at = 0; at < premium::total_rate_fields.size(); ++at) {
    fields.input(form, premium::total_rate_fields.at(at))
        .input(form, premium::insured_rate_fields.at(at))
        .next_row();
  }
  form.prefill("months", "1");
  fields.input(form, months_field);
  SectionPage page(visit, "collection_page");
  page.faults(form).lead("調定と同じ計算を、入れた料率で行います。はじめの値は" +
                         base::era_month(start.last) + "の料率です。");
  page.section("料率を入れる").form("/rate-trials", "試算する", std::move(fields));
  if (result != nullptr) add_result(page, form, *result);
  desk::PageHead head;
  head.title = "保険料率の試算";
  head.section = "/receipts";
  return page.finish(std::move(head));
}

Result<Response> run(const CollectionScreens& screens, const Visit& visit,
                     const Acting& acting) {
  auto form = visit.form();
  const auto asked = read_trial(form);
  if (asked) {
    auto ledger = screens.ledger;
    const auto trial = try_rates(ledger, acting, asked->rates, asked->months);
    if (trial.ok()) return trial_page(screens, visit, acting, form, &*trial);
    form.note(trial.faults());
  }
  return trial_page(screens, visit, acting, form, nullptr);
}

Result<Response> paper(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  auto form = visit.form();
  const auto asked = read_trial(form);
  if (!asked) return trial_page(screens, visit, acting, form, nullptr);
  auto ledger = screens.ledger;
  const auto trial = KENPO_TRY(try_rates(ledger, acting, asked->rates, asked->months));
  auto printed = KENPO_TRY(print_rate_trial(trial, screens.sender, visit.now()));
  return desk::file("料率の試算.pdf", "application/pdf", std::move(printed.pdf));
}

}  // namespace of_trials

void add_rate_trial_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_trials;
  router.get_act<rate_trial>("/rate-trials", [screens](const Visit& visit, const Acting& acting) {
    Form form;
    return trial_page(screens, visit, acting, form, nullptr);
  });
  router.post_act<rate_trial>("/rate-trials", [screens](const Visit& visit, const Acting& acting) {
    return run(screens, visit, acting);
  });
  router.post_act<rate_trial>("/rate-trial-papers",
                              [screens](const Visit& visit, const Acting& acting) {
                                return paper(screens, visit, acting);
                              });
}

}  // namespace kenpo::collection
