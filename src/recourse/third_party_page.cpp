// `/third-party-cases`: the papers about acts of third parties, and each case.
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "recourse/recourse_page.h"
#include "recourse/third_party_act.h"

namespace kenpo::recourse {

namespace of_third_party_screens {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field receipt_field{.name = "claim",
                              .label = "レセプト",
                              .support = "レセプトの画面のアドレスの最後の16文字です。",
                              .length_limit = 16};
constexpr Field step_field{.name = "kind", .label = "記録の種類"};
constexpr Field paper_field{.name = "paper",
                            .label = "届いた書類",
                            .need = Field::Need::optional,
                            .support = "「書類の受領」のときに選びます。"};
constexpr Field step_day_field{.name = "on", .label = "日", .length_limit = 20};
constexpr Field step_words_field{
    .name = "words",
    .label = "メモ",
    .need = Field::Need::optional,
    .support = "相手、保険会社、示談の状況など。終了するときは、その理由。",
    .length_limit = case_words_characters_limit};

const std::vector<desk::Choice> step_choices = {
    {"1", "書類の送付"}, {"2", "書類の受領"}, {"3", "督促"}, {"4", "メモ"}, {"5", "終了"}};
const std::vector<desk::Choice> paper_choices = {
    {"0", "（なし）"}, {"1", "第三者行為による傷病届"}, {"2", "事故発生状況報告書"}, {"3", "念書"},
    {"4", "同意書"},   {"5", "誓約書(相手方)"},         {"6", "交通事故証明書"}};

std::string address_of(const ThirdPartyCaseId& id) {
  return "/third-party-cases/" + std::string(id.text());
}

Cell state_cell(const ThirdPartyView& shown) {
  if (shown.of.closed()) return desk::chip_cell(ChipKind::plain, "終了");
  if (shown.late) return desk::chip_cell(ChipKind::problem, "期限後");
  if (!shown.of.asked_on()) return desk::chip_cell(ChipKind::waiting, "書類の送付待ち");
  return shown.of.missing().empty() ? desk::chip_cell(ChipKind::done, "書類がそろった")
                                    : desk::chip_cell(ChipKind::progress, "書類待ち");
}

std::string missing_words(const ThirdPartyCase& of) {
  std::string words;
  for (const auto paper : of.missing()) {
    if (!words.empty()) words += "、";
    words += wording(paper).ja.text();
  }
  return words.empty() ? "なし" : words;
}

Result<Response> list_page(const RecourseScreens& screens, const Visit& visit, const Acting& acting,
                           const Form& form) {
  const auto number = visit.page_number();
  const auto found = KENPO_TRY(
      list_third_party_cases(screens.office, acting, (number - 1) * third_party_cases_of_a_page));
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : found.lines) {
    rows.push_back({desk::link_cell(line.claim.name.empty() ? "氏名の記録なし" : line.claim.name,
                                    address_of(line.of.id)),
                    {base::era_month(line.claim.treated_in)},
                    {line.claim.institution_name},
                    {line.of.opened_on.iso()},
                    {line.due ? line.due->iso() : ""},
                    {missing_words(line.of)},
                    state_cell(line)});
  }
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "第三者の行為によるけがの届出です（健康保険法57条、施行規則65条）。書類を送り、届いたもの"
          "を"
          "記録し、期限を過ぎたら督促します。")
      .section("届出")
      .facts({{"期限を過ぎたもの", desk::grouped(found.late) + "件"}})
      .table(desk::table(
          "第三者行為の届出",
          {{"氏名"}, {"診療年月"}, {"医療機関"}, {"登録"}, {"期限"}, {"足りない書類"}, {"状況"}},
          rows, desk::grouped(found.count) + "件"));
  page.pager(number, found.count, third_party_cases_of_a_page, "/third-party-cases");
  page.section("届出の登録", "負傷原因の照会の回答やレセプトの特記事項から登録します。")
      .form("/third-party-cases", "届出を登録する", FormFields().input(form, receipt_field));
  return page.finish({.title = "第三者行為の届出",
                      .section = "/recoveries",
                      .crumbs = {{"返納金・求償", "/recoveries"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> enter_case(const RecourseScreens& screens, const Visit& visit,
                            const Acting& acting) {
  auto form = visit.form();
  const auto claim = form.read<claim::ClaimId>(
      receipt_field, [](const std::string& text) { return claim::ClaimId::parse(text); },
      {"レセプトの番号ではありません。", "That is no receipt."});
  if (!form.ok()) return list_page(screens, visit, acting, form);
  const auto opened = open_third_party_case(screens.office, acting, *claim);
  if (opened.ok()) return visit.redirect_with(address_of(*opened), "届出を登録しました。");
  form.note(opened.faults());
  return list_page(screens, visit, acting, form);
}

desk::Data steps_table(const RecourseScreens& screens, const ThirdPartyCase& of) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& step : of.steps) {
    rows.push_back({{step.on.iso()},
                    {wording(step.kind).ja.text()},
                    {step.paper ? wording(*step.paper).ja.text() : std::string()},
                    {step.words},
                    {screens.staff_name(step.by)}});
  }
  return desk::table("経過", {{"日"}, {"記録"}, {"書類"}, {"メモ"}, {"担当"}}, rows);
}

Result<Response> case_page(const RecourseScreens& screens, const Visit& visit, const Acting& acting,
                           const Form& form) {
  const auto id = KENPO_TRY(visit.id<ThirdPartyCaseId>("case"));
  const auto shown = KENPO_TRY(show_third_party_case(screens.office, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto& of = shown->of;
  const auto address = address_of(id);
  SectionPage page(visit);
  page.faults(form).section("届出").facts({{"氏名", shown->claim.name},
                                           {"診療年月", base::era_month(shown->claim.treated_in)},
                                           {"医療機関", shown->claim.institution_name},
                                           {"登録の日", of.opened_on.iso()},
                                           {"書類の期限", shown->due ? shown->due->iso() : "なし"},
                                           {"足りない書類", missing_words(of)}});
  page.section("レセプト").link("レセプトを開く", "/claims/" + std::string(shown->claim.id.text()));
  if (!of.closed()) {
    page.section("書類", "送ったら、下の「記録」で送付または督促として記録します。")
        .link("届出の書類のPDFを開く", address + "/papers.pdf");
    if (of.asked_on() && !of.missing().empty()) {
      page.link("督促のPDFを開く", address + "/reminder.pdf");
    }
    page.section("記録").form(address + "/steps", "記録する",
                              FormFields()
                                  .select(form, step_field, step_choices)
                                  .select(form, paper_field, paper_choices)
                                  .input(form, step_day_field)
                                  .input(form, step_words_field));
  }
  page.section("求償").link("求償の債権を登録する",
                            "/recoveries?claim=" + std::string(shown->claim.id.text()));
  page.section("経過").table(steps_table(screens, of));
  return page.finish(
      {.title = "第三者行為の届出の記録",
       .section = "/recoveries",
       .crumbs = {{"返納金・求償", "/recoveries"}, {"第三者行為の届出", "/third-party-cases"}},
       .status = form.ok() ? 200 : 422});
}

Result<Response> record(const RecourseScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ThirdPartyCaseId>("case"));
  auto form = visit.form();
  const auto kind = form.choice(step_field, step_choices);
  const auto paper = form.choice(paper_field, paper_choices);
  const auto on = form.date(step_day_field);
  const auto words = form.text(step_words_field);
  if (!form.ok()) return case_page(screens, visit, acting, form);
  CaseStep step{.kind = static_cast<CaseStepKind>(kind->front() - '0'),
                .on = *on,
                .words = words.value_or("")};
  if (paper && *paper != "0") step.paper = static_cast<Paper>(paper->front() - '0');
  const auto done = record_case_step(screens.office, acting, id, step);
  if (done.ok()) return visit.redirect_with(address_of(id), "記録しました。");
  form.note(done.faults());
  return case_page(screens, visit, acting, form);
}

Result<Response> papers(const RecourseScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ThirdPartyCaseId>("case"));
  const auto letter = KENPO_TRY(third_party_letter(screens.office, acting, id));
  auto printed = KENPO_TRY(print_third_party_papers(letter, screens.sender, visit.now()));
  return visit.paper("第三者行為の届出のお願い.pdf", std::move(printed));
}

Result<Response> reminder(const RecourseScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ThirdPartyCaseId>("case"));
  const auto letter = KENPO_TRY(third_party_letter(screens.office, acting, id));
  auto printed = KENPO_TRY(print_third_party_reminder(letter, screens.sender, visit.now()));
  return visit.paper("第三者行為の届出の督促.pdf", std::move(printed));
}

}  // namespace of_third_party_screens

void add_third_party_routes(desk::Router& router, const RecourseScreens& screens) {
  using namespace of_third_party_screens;
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  router.get_act<third_party_list>("/third-party-cases",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     Form form;
                                     form.prefill("claim", std::string(visit.query("claim")));
                                     return list_page(screens, visit, acting, form);
                                   });
  router.post_act<third_party_open>("/third-party-cases", with(enter_case));
  const std::string one = "/third-party-cases/{case}";
  router.get_act<third_party_show>(one, [screens](const Visit& visit, const Acting& acting) {
    return case_page(screens, visit, acting, Form());
  });
  router.post_act<third_party_record>(one + "/steps", with(record));
  router.get_act<third_party_papers>(one + "/papers.pdf", with(papers));
  router.get_act<third_party_papers>(one + "/reminder.pdf", with(reminder));
}

}  // namespace kenpo::recourse
