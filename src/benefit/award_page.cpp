// `/high-cost`: the awards of a month of treatment, what waits, what is clear.
#include <charconv>

#include "base/era.h"
#include "benefit/award_act.h"
#include "benefit/benefit_page.h"
#include "desk/components.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_award_pages {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::ChipKind;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::array states = {AwardState::proposed, AwardState::decided, AwardState::paid,
                               AwardState::refused, AwardState::replaced};

constexpr desk::Field month_field{.name = "month", .label = "診療月", .length_limit = 20};

ChipKind kind_of(AwardState state) {
  switch (state) {
    case AwardState::proposed:
      return ChipKind::waiting;
    case AwardState::decided:
    case AwardState::paid:
      return ChipKind::done;
    case AwardState::refused:
    case AwardState::replaced:
      break;
  }
  return ChipKind::plain;
}

std::string list_address(base::Month month, std::optional<AwardState> state) {
  std::string address = "/high-cost?month=" + month.iso();
  if (state) address += "&state=" + std::to_string(static_cast<int>(*state));
  return address;
}

std::optional<AwardState> parse_state(std::string_view text) {
  std::size_t number = award_states_count;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || number >= award_states_count) return std::nullopt;
  return static_cast<AwardState>(number);
}

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::vector<Cell>> rows_of(const AwardList& list) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : list.lines) {
    const auto& award = line.award;
    const auto& name = line.insured.name;
    rows.push_back({{eligibility::masked_insured_number(line.insured.symbol, line.insured.number)},
                    desk::link_cell(name.empty() ? "氏名の記録なし" : name, award_place(award)),
                    desk::yen_cell(award.amounts.high_cost + award.amounts.outpatient_year),
                    desk::yen_cell(award.amounts.addition()),
                    desk::yen_cell(award.amounts.total()),
                    {line.doubts == 0 ? "" : std::to_string(words_of(line.doubts).size()) + "件"},
                    state_cell(award.state())});
  }
  return rows;
}

desk::Data states_table(const AwardList& list) {
  std::vector<std::vector<Cell>> rows;
  for (const auto state : states) {
    const auto at = static_cast<std::size_t>(state);
    rows.push_back({desk::link_cell(std::string(wording(state)), list_address(*list.month, state)),
                    {desk::grouped(list.by_state.at(at))},
                    desk::yen_cell(list.sums.at(at))});
  }
  return desk::table("支給の状態",
                     {{"状態"}, {"件数", Holds::numbers}, {"金額(円)", Holds::numbers}}, rows);
}

void add_list(desk::SectionPage& page, const AwardList& list,
              std::optional<AwardState> state, std::int64_t number) {
  const auto month = *list.month;
  page.section(base::era_month(month) + "診療分")
      .table(states_table(list))
      .link("前の診療月", list_address(month.plus(-1), {}))
      .link("次の診療月", list_address(month.plus(1), {}));
  if (list.clear > 0) {
    page.section("確認することのない案をまとめて決裁する",
                 "返還になるもの、確認することがあるものは含みません。1件ずつ決裁してください。")
        .form("/high-cost-decisions", desk::grouped(list.clear) + "件を支給決定する",
              FormFields()
                  .hidden("month", month.iso())
                  .hidden("seen", std::to_string(list.clear)));
  }
  page.section(state ? "支給の一覧（" + std::string(wording(*state)) + "）" : "支給の一覧");
  if (state) page.link("すべての状態を見る", list_address(month, {}));
  page.table(desk::table("高額療養費・付加給付の支給",
                         {{"記号・番号"},
                          {"被保険者"},
                          {"高額療養費(円)", Holds::numbers},
                          {"付加給付(円)", Holds::numbers},
                          {"合計(円)", Holds::numbers},
                          {"確認すること"},
                          {"状態"}},
                         rows_of(list), desk::grouped(list.count) + "件"))
      .pager(number, list.count, collection::rows_of_a_page, list_address(month, state));
}

Result<Response> list_page(const BenefitScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto ledger = screens.ledger;
  Form form(visit.request().query);
  std::optional<base::Month> month;
  if (!visit.query("month").empty()) month = form.month(month_field);
  const auto state = parse_state(visit.query("state"));
  const auto number = visit.page_number();
  const auto slice = collection::slice_of(number);
  const auto list =
      KENPO_TRY(list_awards(ledger, acting, month, state, slice.skipped, slice.count));
  auto page = benefit_page(visit);
  page.faults(form).lead(
      "レセプトから計算した支給の案を決裁します。資格や標準報酬、証、レセプトが変わると計算し直し、"
      "決定済みの額との差額を新しい案にします。");
  if (list.month) {
    add_list(page, list, state, number);
  } else {
    page.notification(desk::NotificationKind::information, "支給の案はまだありません。",
                      "レセプトを取り込み、月次処理を実行すると計算します。");
  }
  page.section("いま計算する", "前回から後に変わったものだけを計算します。")
      .form("/high-cost", "計算する", FormFields());
  desk::PageHead head;
  head.title = "高額療養費・付加給付";
  head.section = "/high-cost";
  head.started = {&high_cost_compute, &high_cost_decide};
  return page.finish(std::move(head));
}

Result<Response> compute(const BenefitScreens& screens, const Visit& visit,
                         const Acting& acting) {
  auto ledger = screens.ledger;
  const auto done = KENPO_TRY(keep_high_cost(ledger, acting));
  return visit.redirect_with("/high-cost",
                             "計算しました。世帯と月 " + desk::grouped(done.households) +
                                 "件、変わったもの " + desk::grouped(done.changed) +
                                 "件、新しい案 " + desk::grouped(done.proposed) + "件。");
}

Result<Response> decide_clear(const BenefitScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto ledger = screens.ledger;
  const auto form = visit.form();
  const auto month = base::Month::parse(form.sent("month"));
  const auto seen = number_in(form.sent("seen"));
  if (!month || !seen) return Visit::no_such_page();
  const auto done = KENPO_TRY(decide_clear_awards(ledger, acting, *month, *seen));
  return visit.redirect_with(list_address(*month, AwardState::decided),
                             desk::grouped(done) + "件を支給決定しました。");
}

}  // namespace of_award_pages

desk::Cell state_cell(AwardState state) {
  return desk::chip_cell(of_award_pages::kind_of(state), std::string(wording(state)));
}

std::string household_address(const base::PersonId& insured, base::Month month) {
  return "/high-cost/" + std::string(insured.text()) + "/" + month.iso();
}

void add_award_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_award_pages;
  router.menu<high_cost_list>(desk::MenuGroup::claims, "/high-cost", "給付");
  router.get_act<high_cost_list>("/high-cost", [screens](const Visit& visit, const Acting& acting) {
    return list_page(screens, visit, acting);
  });
  router.post_act<high_cost_compute>("/high-cost",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return compute(screens, visit, acting);
                                     });
  router.post_act<high_cost_decide>("/high-cost-decisions",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return decide_clear(screens, visit, acting);
                                    });
}

void add_benefit_routes(desk::Router& router, const BenefitScreens& screens) {
  add_award_routes(router, screens);
  add_household_routes(router, screens);
  add_additional_routes(router, screens);
  add_payment_routes(router, screens);
  add_outpatient_year_routes(router, screens);
  add_expense_routes(router, screens);
}

}  // namespace kenpo::benefit
