#include "safeguard/incident_letters_page.h"

#include "desk/section_page.h"
#include "safeguard/export_made_page.h"
#include "safeguard/incident_letters_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_letters {

using base::Result;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr Field printer_field{.name = "printer", .label = "印刷する人"};
constexpr Field recipient_field{.name = "recipient",
                                .label = "受け取る担当・委託先の名称",
                                .support = "例：総務課 封入の担当",
                                .length_limit = 60};
constexpr Field contract_field{.name = "contract",
                               .label = "委託契約の番号",
                               .need = Field::Need::optional,
                               .support = "委託先に出すときだけ、委託先台帳の番号を入れます。",
                               .length_limit = 40};
constexpr Field delete_field{.name = "delete_by",
                             .label = "ファイルを消去する期限",
                             .support = "発送が済んだら消去します。例：R9.3.31",
                             .length_limit = 20};
const std::vector<Choice> printers = {{"9", "組合内で印刷・封入する"},
                                      {"3", "委託先で印刷・発送する"}};

std::string persons_address(const IncidentId& id) {
  return "/incidents/" + std::string(id.text()) + "/persons";
}

std::string people_words(std::uint64_t count) {
  return desk::grouped(static_cast<std::int64_t>(count)) + "人";
}

Result<Response> persons_page(const IncidentScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  const auto persons = KENPO_TRY(show_incident_persons(screens.office, acting, id));
  SectionPage page(visit);
  page.faults(form).lead(
      "個人情報取扱責任者が確定した範囲から、本人を加入者台帳で探し、通知を作ります"
      "(個人情報保護法26条2項)。利用の停止を申し出た人にも知らせます。");
  page.section("本人", "範囲を変えたときは、もう一度探します。")
      .facts({{"知った日", persons.incident.known_on.iso()},
              {"監査記録による本人の数",
               desk::grouped(persons.incident.extent->persons) + "人"},
              {"台帳で見つかった本人", people_words(persons.found)}})
      .form(persons_address(id), "本人を確定する", FormFields());
  if (persons.found > 0) {
    page.section("通知の作成",
                 "氏名と住所の入った通知は、暗号化して提供台帳に載せ、二人目が決裁してから"
                 "受け取ります。印刷が済んだら、消去を台帳に記録します。")
        .form("/incidents/" + std::string(id.text()) + "/letters", "作って決裁に出す",
              FormFields()
                  .select(form, printer_field, printers)
                  .input(form, recipient_field)
                  .input(form, contract_field)
                  .input(form, delete_field));
  }
  desk::PageHead head;
  head.title = "漏えい等の本人への通知";
  head.section = "/incidents";
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> find_persons(const IncidentScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  KENPO_TRY(find_incident_persons(screens.tower, acting, id));
  return visit.redirect_with(persons_address(id), "本人を確定しました。");
}

Result<Response> make_letters(const IncidentScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  auto form = visit.form();
  const auto printer = form.choice(printer_field, printers);
  const auto recipient = form.text(recipient_field);
  const auto contract = form.text(contract_field);
  const auto delete_by = form.date(delete_field);
  if (!form.ok()) return persons_page(screens, visit, acting, form);
  const bool own = *printer == "9";
  const LetterOrder order{
      .terms = {.recipient_class = own ? RecipientClass::own_office : RecipientClass::processor,
                .recipient = *recipient,
                .basis = own ? ExportBasis::notice_to_person : ExportBasis::entrust,
                .processor = std::nullopt,
                .delete_by = *delete_by},
      .contract = contract.value_or("")};
  const auto letters = make_incident_letters(screens.office, screens.provisions, acting, id, order,
                                             screens.sender);
  if (!letters.ok()) {
    form.note(letters.faults());
    return persons_page(screens, visit, acting, form);
  }
  KENPO_TRY(propose_release(screens.office, screens.approvals, acting, letters->made.id));
  return export_made_page(visit, letters->made,
                          {{"通知を作った人", people_words(letters->people)},
                           {"通知を作れなかった人", people_words(letters->left_out)},
                           {"作れなかった人への知らせ方",
                            letters->left_out == 0
                                ? std::string("該当する人はいません")
                                : std::string("住所が分かりません。電話や事業主を通じて知らせるか、"
                                              "公表を代わりの措置として記録します")}},
                          {.title = "漏えい等の本人への通知",
                           .section = "/incidents",
                           .crumbs = {{"本人への通知", persons_address(id)}}});
}

}  // namespace of_letters

void add_incident_letter_routes(desk::Router& router, const IncidentScreens& screens) {
  using namespace of_letters;
  const std::string base = "/incidents/{incident}";
  router.get_act<show_incident_persons_operation>(
      base + "/persons", [screens](const Visit& visit, const Acting& acting) {
        return persons_page(screens, visit, acting, Form());
      });
  router.post_act<list_incident_persons_operation>(
      base + "/persons", [screens](const Visit& visit, const Acting& acting) {
        return find_persons(screens, visit, acting);
      });
  router.post_act<write_incident_letters_operation>(
      base + "/letters", [screens](const Visit& visit, const Acting& acting) {
        return make_letters(screens, visit, acting);
      });
}

}  // namespace kenpo::safeguard
