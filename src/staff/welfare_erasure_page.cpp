// `/benefit-erasures`: benefits whose period of keeping is over, and the certificates.
#include "desk/page.h"
#include "desk/visit.h"
#include "staff/people_page.h"
#include "staff/welfare_erasure_act.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field erasure_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};
/// More than a person reads at one sitting; all are erased together.
constexpr std::size_t due_shown_limit = 200;

Data due_table(const WelfareDue& found) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : found.due) {
    if (rows.size() == due_shown_limit) break;
    rows.push_back({{each.name},
                    {each.benefit.on.iso()},
                    {std::string(wording(each.benefit.kind))},
                    desk::yen_cell(each.benefit.amount),
                    {each.kept_until.iso()}});
  }
  return desk::table(
      "期限の過ぎた記録",
      {{"氏名"}, {"日付"}, {"種類"}, {"金額(円)", Holds::numbers}, {"保存の最後の日"}}, rows,
      std::to_string(found.due.size()) + "件");
}

Data certificates_table(const WelfareDue& found, const std::vector<NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : found.certificates) {
    rows.push_back({{each.at.short_text()},
                    {desk::grouped(each.items)},
                    {name_of(handlers, each.proposed_by)},
                    {name_of(handlers, each.approved_by)},
                    {std::string(each.approval.text())}});
  }
  return desk::table(
      "消去の証明",
      {{"日時"}, {"件数", Holds::numbers}, {"提案した人"}, {"承認した人"}, {"決裁の番号"}}, rows);
}

Result<Response> erasures_page(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting, const desk::Form& form) {
  const auto found = KENPO_TRY(show_welfare_due(screens.office, acting));
  Data data;
  data.section("error_summary", form.error_summary())
      .section("due", due_table(found))
      .when("any_due", !found.due.empty())
      .number("kept", found.kept)
      .section("certificates", certificates_table(found, screens.handlers()))
      .section("reason", form.input(erasure_reason_field));
  desk::PageHead head;
  head.title = "福利厚生の記録の消去";
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "benefit_erasures_page", std::move(data));
}

Result<Response> propose_erasure(const PeopleScreens& screens, const Visit& visit,
                                 const Acting& acting) {
  auto form = visit.form();
  const auto reason = form.text(erasure_reason_field);
  if (form.ok()) {
    const auto id = propose_welfare_erasure(screens.office, acting, *reason);
    if (id.ok()) {
      return visit.redirect_with("/approvals/" + std::string(id->text()),
                                 "提案しました。別の人が決めます。");
    }
    form.note(id.faults());
  }
  return erasures_page(screens, visit, acting, form);
}

}  // namespace

void add_welfare_erasure_routes(desk::Router& router, const PeopleScreens& screens) {
  router.get_act<show_welfare_due_operation>(
      "/benefit-erasures", [screens](const Visit& visit, const Acting& acting) {
        return erasures_page(screens, visit, acting, desk::Form());
      });
  router.post_act<propose_operation>("/benefit-erasures",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return propose_erasure(screens, visit, acting);
                                     });
}

}  // namespace kenpo::staff
