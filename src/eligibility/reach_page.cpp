#include "eligibility/reach_page.h"


#include "base/era.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "eligibility/reach_act.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;

constexpr desk::Field age_field{.name = "age", .label = "年齢"};
constexpr desk::Field reach_month_field{.name = "month", .label = "効果の始まる月"};

const std::vector<desk::Choice>& age_choices() {
  static const std::vector<desk::Choice> choices{
      {"1", "40歳（介護保険料が始まる）"},
      {"2", "65歳（介護保険料が終わる）"},
      {"3", "70歳（高齢受給者）"},
      {"4", "75歳（資格喪失）"}};
  return choices;
}

std::vector<std::vector<desk::Cell>> reach_rows(const ReachPage& page,
                                                const EstablishmentNames& names) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& one : page.members) {
    const auto& member = one.member;
    rows.push_back(
        {{masked_insured_number(member.symbol, member.number, member.branch)},
         desk::link_cell(member.name.empty() ? "氏名の記録なし" : member.name,
                         "/members/" + std::string(member.person.text())),
         {member.branch == 0 ? "本人" : "家族"},
         {member.sheltered == Sheltered::yes ? sheltered_words
                                             : names.name(member.establishment)},
         {base::era_short(member.born).value_or(member.born.iso())},
         {one.reached.iso()},
         {one.effect.iso()}});
  }
  return rows;
}

Result<Response> reach_page(Ledger ledger, const Visit& visit,
                            const notice::Permit<reach_list>& permit) {
  Form form(visit.request().query);
  form.prefill("age", "3");
  form.prefill("month", visit.now().day().in_month().plus(1).iso());
  const bool asked = visit.request().query.has("age");
  const auto chosen =
      asked ? form.choice(age_field, age_choices()) : std::optional<std::string>("3");
  const auto month = asked ? form.month(reach_month_field)
                           : std::optional(visit.now().day().in_month().plus(1));
  const auto number = visit.page_number();
  ReachPage page;
  const auto reach = static_cast<Reach>(chosen ? chosen->front() - '0' : 3);
  if (form.ok()) page = KENPO_TRY(list_reaches(permit, ledger, reach, *month,
                                                     static_cast<std::size_t>(number)));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, notice::Acting{visit.staff()}));
  const auto count = static_cast<std::int64_t>(page.count);
  Data data;
  data.section("error_summary", form.error_summary())
      .section("age", form.select(age_field, age_choices()))
      .section("month", form.input(reach_month_field))
      .text("effect", effect_words(reach).ja.text())
      .section("table",
               desk::table(month ? base::era_month(*month) + "に" + wording(reach).ja.text() +
                                       "の効果が始まる人"
                                 : std::string("年齢に到達する人"),
                           {{"記号・番号・枝番"},
                            {"氏名"},
                            {"本人・家族"},
                            {"事業所"},
                            {"生年月日"},
                            {"達する日"},
                            {"効果の日"}},
                           reach_rows(page, names),
                           desk::grouped(count) + "人"))
      .when("many", page.count > reaches_of_a_page)
      .section("pages",
               desk::pager(number, count, reaches_of_a_page,
                           "/reaches?age=" + std::to_string(static_cast<int>(reach)) +
                               "&month=" + (month ? month->iso() : std::string())));
  desk::PageHead head;
  head.title = "年齢到達者";
  head.section = "/reaches";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "reach_page", std::move(data));
}

}  // namespace

void add_reach_routes(desk::Router& router, const Ledger& ledger) {
  router.menu<reach_list>(desk::MenuGroup::work, "/reaches", "年齢到達");
  router.get<reach_list>("/reaches",
                         [ledger](const Visit& visit, const notice::Permit<reach_list>& permit) {
                           return reach_page(ledger, visit, permit);
                         });
}

}  // namespace kenpo::eligibility
