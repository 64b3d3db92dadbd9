#include "safeguard/inspection_page.h"

#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/inspection_act.h"
#include "safeguard/log_words.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field inspection_words_field{
    .name = "words",
    .label = "指摘への対応",
    .need = desk::Field::Need::optional,
    .support = "指摘があるときは、いつまでに何をするかを書きます。",
    .length_limit = inspection_words_limit_characters,
    .mode = {}};

desk::Cell answer_cell(InspectionAnswer answer) {
  switch (answer) {
    case InspectionAnswer::sound:
      return desk::chip_cell(ChipKind::done, "問題なし");
    case InspectionAnswer::finding:
      return desk::chip_cell(ChipKind::problem, "指摘");
    case InspectionAnswer::by_hand:
      return desk::chip_cell(ChipKind::waiting, "人が確認");
  }
  return {};
}

Data lines_table(const std::vector<InspectionLine>& lines) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& line : lines) {
    const auto& question = inspection_questions().at(line.question);
    rows.push_back({{std::string(question.id)},
                    {std::string(question.japanese)},
                    {line.evidence},
                    answer_cell(line.answer)});
  }
  return desk::table("公表事項2の点検", {{"番号"}, {"公表した措置"}, {"記録からの証拠"}, {"結果"}},
                     rows, std::to_string(rows.size()) + "問");
}

Data past_table(const std::vector<Inspection>& past,
                const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : past) {
    rows.push_back({{each.run_at.short_text()},
                    {each.due_on.iso()},
                    {actor_words(each.signed_by, handlers)},
                    {std::to_string(each.findings)},
                    {each.words}});
  }
  return desk::table("これまでの自己点検",
                     {{"署名した日時"},
                      {"期限"},
                      {"署名した人"},
                      {"指摘", desk::Column::Holds::numbers},
                      {"対応"}},
                     rows, std::to_string(rows.size()) + "回");
}

Result<Response> inspection_show(const InspectionScreens& screens, const Visit& visit,
                                 const Acting& acting, const desk::Form& form) {
  const auto found = KENPO_TRY(show_inspection(screens.tower, acting));
  const auto& due = found.schedule;
  Data data;
  data.section("error_summary", form.error_summary())
      .section("state", desk::chip(due.overdue ? ChipKind::problem : ChipKind::done,
                                   (due.overdue ? "期限切れ " : "次の期限 ") + due.due_on.iso()))
      .section("lines", lines_table(found.lines))
      .section("words", form.input(inspection_words_field))
      .section("past", past_table(found.past, screens.handlers()));
  desk::PageHead head;
  head.title = "自己点検";
  head.section = "/inspection";
  head.submit_label = "署名する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "inspection_page", std::move(data));
}

Result<Response> inspection_signed(const InspectionScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  auto form = visit.form();
  const auto words = form.text(inspection_words_field);
  if (form.ok()) {
    const auto done = sign_inspection(screens.tower, acting, words.value_or(""));
    if (done.ok()) return visit.redirect_with("/inspection", "自己点検に署名しました。");
    form.note(done.faults());
  }
  return inspection_show(screens, visit, acting, form);
}

}  // namespace

void add_inspection_routes(desk::Router& router, const InspectionScreens& screens) {
  router.menu<show_inspection_operation>(desk::MenuGroup::publication, "/inspection", "自己点検");
  router.get_act<show_inspection_operation>(
      "/inspection", [screens](const Visit& visit, const Acting& acting) {
        return inspection_show(screens, visit, acting, desk::Form());
      });
  router.post_act<sign_inspection_operation>("/inspection",
                                             [screens](const Visit& visit, const Acting& acting) {
                                               return inspection_signed(screens, visit, acting);
                                             });
  add_review_routes(router, screens);
  add_audit_record_routes(router, screens);
}

}  // namespace kenpo::safeguard
