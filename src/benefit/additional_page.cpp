// `/additional-rules`: the society's rules of additional benefits, by their first month.
#include "base/era.h"
#include "benefit/additional_act.h"
#include "benefit/benefit_page.h"
#include "desk/components.h"
#include "desk/visit.h"

#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_additional_pages {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field from_field{.name = "from",
                           .label = "適用を始める診療月",
                           .support = "例：R8.4。この月の診療分から、次の行の前の月まで適用します。",
                           .length_limit = 20};
constexpr Field given_field{.name = "given", .label = "付加給付"};
constexpr Field threshold_field{.name = "threshold",
                                .label = "控除額(円)",
                                .support = "1か月・1件で、本人の負担として残す額です。",
                                .length_limit = 12,
                                .mode = "numeric"};
constexpr Field unit_field{.name = "unit",
                           .label = "端数の単位(円)",
                           .support = "この単位に満たない額を切り捨てます。",
                           .length_limit = 8,
                           .mode = "numeric"};
constexpr Field minimum_field{.name = "minimum",
                              .label = "支給する最低額(円)",
                              .support = "この額に満たないときは支給しません。",
                              .length_limit = 8,
                              .mode = "numeric"};
constexpr Field combined_field{.name = "combined",
                               .label = "合算高額療養費付加金の控除",
                               .support = "控除額を何ごとに差し引くか。"};
constexpr Field kind_field{
    .name = "kind", .label = "付加給付の種類", .support = "種類ごとに決めるときに選びます。"};
constexpr Field class_field{
    .name = "class", .label = "適用区分", .support = "区分ごとに決めるときに選びます。"};
constexpr Field percent_field{.name = "percent",
                              .label = "給付する割合(%)",
                              .support = "控除額を超えた額のうち支給する割合です。",
                              .length_limit = 3,
                              .mode = "numeric"};
constexpr Field resolution_field{.name = "resolution",
                                 .label = "根拠の議決",
                                 .support = "例：組合会 令和8年2月20日議決 第3号",
                                 .length_limit = additional_resolution_characters_limit};

const std::vector<Choice> given_choices = {
    {"yes", "支給する"}, {"no", "支給しない（廃止）"}, {"common", "共通の規程に戻す"}};
constexpr std::string_view every = "every";

std::vector<Choice> kind_choices() {
  std::vector<Choice> choices = {{every, "すべての種類"}};
  for (std::size_t at = 1; at <= additions_count; ++at) {
    choices.emplace_back(std::to_string(at), wording(static_cast<Addition>(at)));
  }
  return choices;
}

std::vector<Choice> class_choices() {
  std::vector<Choice> choices = {{every, "すべての区分"}};
  for (int at = 0; at <= static_cast<int>(certificate::LimitClass::low_1); ++at) {
    choices.emplace_back(std::to_string(at),
                         certificate::label(static_cast<certificate::LimitClass>(at)));
  }
  return choices;
}

/// What a choice that was sent names; none: every one.
template <typename Named>
std::optional<Named> named(const std::string& sent) {
  if (sent == every) return std::nullopt;
  int number = 0;
  for (const char digit : sent) number = number * 10 + (digit - '0');
  return static_cast<Named>(number);
}

AdditionalTermsRow::Given given_of(const std::string& sent) {
  if (sent == "yes") return AdditionalTermsRow::Given::yes;
  return sent == "common" ? AdditionalTermsRow::Given::common : AdditionalTermsRow::Given::no;
}

const char* given_words(AdditionalTermsRow::Given given) {
  switch (given) {
    case AdditionalTermsRow::Given::yes:
      return "支給する";
    case AdditionalTermsRow::Given::common:
      return "共通の規程による";
    case AdditionalTermsRow::Given::no:
      break;
  }
  return "支給しない";
}
const std::vector<Choice> combined_choices = {
    {"person", "合算した人ごと"}, {"unit", "合算した単位ごと"}, {"household", "世帯で1回"}};

const char* wording(CountedBy by) {
  switch (by) {
    case CountedBy::person:
      return "合算した人ごと";
    case CountedBy::unit:
      return "合算した単位ごと";
    case CountedBy::household:
      break;
  }
  return "世帯で1回";
}

CountedBy counted_by(const std::string& sent) {
  if (sent == "unit") return CountedBy::unit;
  return sent == "household" ? CountedBy::household : CountedBy::person;
}

desk::Data rows_table(const std::vector<AdditionalTermsRow>& rows) {
  std::vector<std::vector<Cell>> cells;
  for (auto at = rows.rbegin(); at != rows.rend(); ++at) {
    const bool given = at->given == AdditionalTermsRow::Given::yes;
    cells.push_back({{base::era_month(at->from)},
                     {at->key.kind ? std::string(wording(*at->key.kind)) : "すべて"},
                     {at->key.of ? std::string(certificate::label(*at->key.of)) : "すべて"},
                     {given_words(at->given)},
                     given ? desk::yen_cell(at->rules.threshold) : Cell{""},
                     given ? desk::yen_cell(at->rules.unit) : Cell{""},
                     given ? desk::yen_cell(at->rules.minimum) : Cell{""},
                     {given ? std::to_string(at->rules.percent) : ""},
                     {given ? wording(at->rules.combined_by) : ""},
                     {at->resolution},
                     {at->decided_at.short_text()}});
  }
  return desk::table("登録した規程（新しい順）",
                     {{"診療月から"},
                      {"種類"},
                      {"適用区分"},
                      {"付加給付"},
                      {"控除額(円)", Holds::numbers},
                      {"端数(円)", Holds::numbers},
                      {"最低額(円)", Holds::numbers},
                      {"割合(%)", Holds::numbers},
                      {"合算の控除"},
                      {"根拠の議決"},
                      {"登録の日時"}},
                     cells, std::to_string(cells.size()) + "件");
}

Result<Response> rules_page(const BenefitScreens& screens, const Visit& visit,
                            const Acting& acting, Form& form) {
  auto ledger = screens.ledger;
  const auto rows = KENPO_TRY(list_additional_rules(ledger, acting));
  form.prefill("given", "yes");
  form.prefill("kind", std::string(every));
  form.prefill("class", std::string(every));
  form.prefill("percent", "100");
  form.prefill("combined", "person");
  auto page = benefit_page(visit);
  page.faults(form).lead(
      "一部負担還元金、家族療養付加金、合算高額療養費付加金、訪問看護療養費付加金の額を決める規約の"
      "値です"
      "（健康保険法53条）。種類や適用区分を選んだ行は、すべての種類・区分の行より先に使います。"
      "登録すると、その診療月からの支給を計算し直し、差額を案にします。");
  page.section("規程を登録する")
      .form("/additional-rules", "登録する",
            FormFields()
                .input(form, from_field)
                .select(form, given_field, given_choices)
                .next_row()
                .select(form, kind_field, kind_choices())
                .select(form, class_field, class_choices())
                .next_row()
                .input(form, threshold_field)
                .input(form, unit_field)
                .input(form, minimum_field)
                .next_row()
                .select(form, combined_field, combined_choices)
                .input(form, percent_field)
                .next_row()
                .input(form, resolution_field));
  page.section("登録した規程").table(rows_table(rows));
  desk::PageHead head;
  head.title = "付加給付の規程";
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}};
  head.started = {&additional_rule_enter};
  return page.finish(std::move(head));
}

Result<Response> enter(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto from = form.month(from_field);
  const auto given = form.choice(given_field, given_choices);
  constexpr std::int64_t unit_limit_yen = 10'000;
  const auto threshold = form.yen(threshold_field, 0, additional_threshold_limit_yen);
  const auto unit = form.yen(unit_field, 1, unit_limit_yen);
  const auto minimum = form.yen(minimum_field, 0, unit_limit_yen);
  const auto combined = form.choice(combined_field, combined_choices);
  constexpr std::int64_t whole_percent = 100;
  const auto percent = form.number(percent_field, 1, whole_percent);
  const auto kind = form.choice(kind_field, kind_choices());
  const auto limit_class = form.choice(class_field, class_choices());
  const auto resolution = form.text(resolution_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_additional_rule(
        ledger, acting,
        {.from = *from,
         .key = {.kind = named<Addition>(*kind),
                 .of = named<certificate::LimitClass>(*limit_class)},
         .given = given_of(*given),
         .rules = {*threshold, *unit, *minimum, counted_by(*combined), static_cast<int>(*percent)},
         .resolution = *resolution});
    if (done.ok()) {
      return visit.redirect_with("/additional-rules",
                                 "規程を登録しました。次の計算から使います。");
    }
    form.note(done.faults());
  }
  return rules_page(screens, visit, acting, form);
}

}  // namespace of_additional_pages

void add_additional_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_additional_pages;
  router.get_act<additional_rule_list>("/additional-rules",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         Form form;
                                         return rules_page(screens, visit, acting, form);
                                       });
  router.post_act<additional_rule_enter>("/additional-rules",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return enter(screens, visit, acting);
                                         });
}

}  // namespace kenpo::benefit
