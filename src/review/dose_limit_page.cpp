// `/dose-limits`: the society's own limits of doses, what they have brought, the entry of a row.
#include "base/decimal.h"
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "review/dose_limit_act.h"
#include "review/review_page.h"

#include "desk/section_page.h"

namespace kenpo::review {

namespace of_dose_limits {

using base::Result;
using desk::Cell;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field drug_field{
    .name = "drug",
    .label = "医薬品",
    .support = "9桁の医薬品コード、または薬価基準コードの先頭7文字から12文字です。7文字なら、同じ成分の"
               "すべての薬に使います。",
    .length_limit = 12};
constexpr Field way_field{.name = "way", .label = "使い方"};
constexpr Field amount_field{
    .name = "amount",
    .label = "量の上限",
    .need = Field::Need::optional,
    .support = "レセプトの使用量です。内服は1日、屯服と注射は1回、外用は1回の処方の量です。例：2.5",
    .length_limit = 12,
    .mode = "decimal"};
constexpr Field times_field{.name = "times",
                            .label = "日数・回数の上限",
                            .need = Field::Need::optional,
                            .support = "内服は日数、ほかは回数です。",
                            .length_limit = 3,
                            .mode = "numeric"};
constexpr Field from_field{.name = "from",
                           .label = "適用を始める診療月",
                           .support = "例：R8.11",
                           .length_limit = 20};
constexpr Field basis_field{.name = "basis",
                            .label = "根拠",
                            .support = "例：添付文書 2026年4月改訂。上限をやめるときは、その理由です。",
                            .length_limit = dose_basis_characters_limit};

std::vector<desk::Choice> way_choices() {
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < dose_ways_count; ++at) {
    choices.emplace_back(std::to_string(at), wording(static_cast<DoseWay>(at)));
  }
  return choices;
}

desk::Data limits_table(const std::vector<DoseLimitLine>& lines) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [limit, name, effect] : lines) {
    const bool decided = effect.no_problem + effect.answered > 0;
    rows.push_back({{limit.drug},
                    {name.empty() ? "マスターになし" : name},
                    {wording(limit.way)},
                    {base::era_month(limit.from)},
                    {limit.ends() ? "やめる"
                     : limit.most_hundred_thousandths
                         ? base::decimal_words(*limit.most_hundred_thousandths, dose_decimals)
                         : ""},
                    {limit.most_times ? std::to_string(*limit.most_times) : ""},
                    {limit.basis},
                    {desk::grouped(effect.found)},
                    {decided ? std::to_string(effect.hit_percent()) + "％" : ""},
                    desk::yen_cell(effect.reduction)});
  }
  return desk::table("用量の上限",
                     {{"コード"},
                      {"名称"},
                      {"使い方"},
                      {"適用"},
                      {"量", Holds::numbers},
                      {"日数・回数", Holds::numbers},
                      {"根拠"},
                      {"件数", Holds::numbers},
                      {"的中", Holds::numbers},
                      {"効果額(円)", Holds::numbers}},
                     rows);
}

Result<Response> limits_page(const ReviewScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const ReviewOffice office{screens.office.gate, screens.office.database};
  const auto lines = KENPO_TRY(list_dose_limit_lines(office, acting));
  SectionPage page(visit);
  page.faults(form)
      .lead("診療報酬のマスターに用量はありません。用量の点検は、ここに登録した当組合の上限で行います。"
            "登録すると、次の点検でレセプトをもう一度点検します。")
      .section("登録した上限",
               "件数、的中、効果額は、その医薬品の上限で見つかったものの合計です。使い方を決めた行を、"
               "「すべて」の行より先に使います。")
      .table(limits_table(lines))
      .section("上限を登録する",
               "同じ医薬品と使い方の行は、新しい診療月の行が前の行に代わります。量と日数をどちらも空に"
               "すると、その診療月から上限をやめます。")
      .form("/dose-limits", "登録する",
            FormFields()
                .input(form, drug_field)
                .select(form, way_field, way_choices())
                .input(form, amount_field)
                .input(form, times_field)
                .input(form, from_field)
                .input(form, basis_field));
  return page.finish({.title = "用量の上限",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"点検の規則と効果", "/content-checks"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> enter(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  const ReviewOffice office{screens.office.gate, screens.office.database};
  auto form = visit.form();
  DoseLimit limit;
  const auto drug = form.text(drug_field);
  const auto way = form.choice(way_field, way_choices());
  limit.most_hundred_thousandths = form.read<std::int64_t>(
      amount_field,
      [](std::string_view text) { return base::scaled_decimal(text, dose_decimals); },
      {"2.5 のような数を入れてください。", "Enter a number like 2.5."});
  const auto times = form.number(times_field, 1, dose_times_limit);
  const auto from = form.month(from_field);
  const auto basis = form.text(basis_field);
  if (form.ok()) {
    limit.drug = *drug;
    limit.way = static_cast<DoseWay>(way->front() - '0');
    if (times) limit.most_times = static_cast<int>(*times);
    limit.from = *from;
    limit.basis = *basis;
    const auto done = enter_dose_limit(office, acting, std::move(limit));
    if (done.ok()) {
      return visit.redirect_with("/dose-limits", "登録しました。次の点検から使います。");
    }
    form.note(done.faults());
  }
  return limits_page(screens, visit, acting, form);
}

}  // namespace of_dose_limits

void add_dose_limit_routes(desk::Router& router, const ReviewScreens& screens) {
  using namespace of_dose_limits;
  router.get_act<dose_limit_list>("/dose-limits",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return limits_page(screens, visit, acting, Form());
                                  });
  router.post_act<dose_limit_enter>("/dose-limits",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return enter(screens, visit, acting);
                                    });
}

}  // namespace kenpo::review
