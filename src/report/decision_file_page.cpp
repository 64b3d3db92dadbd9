#include "report/decision_file_page.h"

#include "base/era.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "desk/visit.h"
#include "eligibility/establishment_act.h"
#include "report/decision_file_act.h"
#include "safeguard/export_made_page.h"

namespace kenpo::report {

namespace {

using base::Result;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Establishments = std::vector<eligibility::Establishment>;

constexpr Field employer_field{.name = "establishment", .label = "事業所"};
constexpr Field month_field{.name = "month",
                            .label = "月",
                            .support = "適用年月、賞与は支払月。例：R8.10",
                            .length_limit = 20};
constexpr Field erase_field{.name = "delete_by",
                            .label = "事業主が消去する期限",
                            .support = "例：R9.3.31",
                            .length_limit = 20};

std::vector<Choice> employer_choices(const Establishments& establishments) {
  std::vector<Choice> choices;
  for (const auto& one : establishments) choices.push_back({one.id.text(), one.name});
  return choices;
}

Result<Response> order_page(DecisionFileScreens screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto establishments =
      KENPO_TRY(eligibility::show_establishments(screens.ledger, acting));
  desk::SectionPage page(visit);
  page.faults(form)
      .lead("標準報酬と賞与の決定を、事業主に返すファイルを作ります（健康保険法49条）。"
            "一つのファイルには、一つの事業所の人だけが入ります。")
      .section("作成",
               "様式は当組合の決めです。公表された様式はありません（docs/formats/"
               "notification_decision.md）。")
      .form("/decision-files", "作って決裁に出す",
            desk::FormFields()
                .select(form, employer_field, employer_choices(establishments))
                .input(form, month_field)
                .input(form, erase_field));
  return page.finish({.title = "決定通知データの作成",
                      .section = "/exports",
                      .crumbs = {{"提供台帳", "/exports"}},
                      .submit_label = "作って決裁に出す",
                      .status = form.ok() ? 200 : 422});
}

Result<Response> made_file_page(const Visit& visit, const MadeDecisionFile& file,
                                base::Month month) {
  const auto count = [](std::uint64_t number) {
    return desk::grouped(static_cast<std::int64_t>(number));
  };
  return safeguard::export_made_page(
      visit, file.made,
      {{"月", base::era_month(month)},
       {"人数", count(file.people) + "人"},
       {"決定", count(file.rows) + "件"}},
      {.title = "決定通知データ", .section = "/exports", .crumbs = {{"提供台帳", "/exports"}}});
}

Result<Response> make_file(DecisionFileScreens screens, const Visit& visit,
                           const Acting& acting) {
  const auto establishments =
      KENPO_TRY(eligibility::show_establishments(screens.ledger, acting));
  auto form = visit.form();
  const auto employer = form.choice(employer_field, employer_choices(establishments));
  const auto month = form.month(month_field);
  const auto delete_by = form.date(erase_field);
  if (!form.ok()) return order_page(screens, visit, acting, form);
  const auto made = make_decision_file(screens.office, screens.provisions, acting,
                                       {.establishment = *base::EstablishmentId::parse(*employer),
                                        .month = *month,
                                        .delete_by = *delete_by});
  if (!made.ok()) {
    form.note(made.faults());
    return order_page(screens, visit, acting, form);
  }
  KENPO_TRY(safeguard::propose_release(screens.office, screens.approvals, acting, made->made.id));
  return made_file_page(visit, *made, *month);
}

}  // namespace

void add_decision_file_routes(desk::Router& router, const DecisionFileScreens& screens) {
  router.get_act<decision_file_provide>("/decision-files",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return order_page(screens, visit, acting, Form());
                                        });
  router.post_act<decision_file_provide>("/decision-files",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return make_file(screens, visit, acting);
                                         });
}

}  // namespace kenpo::report
