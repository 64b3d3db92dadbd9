// Screen of one application: `/members/{id}/certificate-applications/{kind}`.
#include "certificate/application_act.h"

#include "certificate/paper_screen_page.h"

namespace kenpo::certificate {

namespace of_application_screens {

using base::Result;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field applied_field{.name = "applied_on",
                              .label = "申請を受け付けた日",
                              .support = "例：R8.11.24",
                              .length_limit = 20};
constexpr Field reason_field{.name = "reason",
                             .label = "申請の理由",
                             .need = Field::Need::optional,
                             .length_limit = reason_limit_characters};
constexpr Field use_field{.name = "use", .label = "カードを使えない理由"};
constexpr Field tax_field{.name = "tax", .label = "市町村民税"};
constexpr Field tax_evidence_field{.name = "evidence",
                                   .label = "非課税の証明",
                                   .need = Field::Need::optional,
                                   .support = "添付がないときは空のままにします。認定できません。",
                                   .length_limit = reason_limit_characters};
constexpr Field days_field{.name = "hospital_days",
                           .label = "過去12か月の入院日数",
                           .support = "長期入院に該当するかどうかを判定します。",
                           .length_limit = 3,
                           .mode = "numeric"};
constexpr Field disease_field{.name = "disease", .label = "疾病"};
constexpr Field doctor_field{
    .name = "evidence",
    .label = "医師の意見",
    .need = Field::Need::optional,
    .support = "意見書の日付と医療機関。添付がないときは空のままにします。",
    .length_limit = reason_limit_characters};
constexpr Field year_field{
    .name = "income_year",
    .label = "収入の年(西暦)",
    .support = "9月から翌年8月までの診療は、前年の収入でみます(健康保険法施行規則55条)。",
    .length_limit = 4,
    .mode = "numeric"};
constexpr Field income_field{.name = "income",
                             .label = "収入の合計(円)",
                             .support = "70歳以上の人全員の、必要経費を引く前の収入です。",
                             .length_limit = 15,
                             .mode = "numeric"};
constexpr Field members_field{
    .name = "members",
    .label = "合計した人数",
    .support = "被保険者を含みます。75歳で後期高齢者医療に移って5年以内の元被扶養者も数えます。",
    .length_limit = 1,
    .mode = "numeric"};

const std::vector<Choice> uses = {{"2", "利用登録なし"},
                                  {"3", "カードでの受診が困難"},
                                  {"4", "カードの紛失"},
                                  {"5", "カードの更新中"},
                                  {"6", "電子証明書の期限切れ"}};
const std::vector<Choice> taxes = {{"1", "被保険者が非課税"}, {"2", "世帯全員が非課税で所得なし"}};
const std::vector<Choice> diseases = {{"1", "人工腎臓を実施している慢性腎不全"},
                                      {"2", "血友病(第VIII因子・第IX因子障害)"},
                                      {"3", "血液製剤によるHIV感染症"}};

constexpr std::int64_t first_income_year = 2015;
constexpr std::int64_t last_income_year = 2100;

std::optional<Application> parse_application(std::string_view name) {
  if (name == "confirmation") return Application::confirmation;
  if (name == "limit") return Application::limit;
  if (name == "reduction") return Application::reduction;
  if (name == "disease") return Application::disease;
  if (name == "relief") return Application::relief;
  return std::nullopt;
}

PaperFields fields_of(Application kind, const Form& form) {
  PaperFields fields;
  fields.input(form, applied_field);
  switch (kind) {
    case Application::confirmation:
      fields.select(form, use_field, uses);
      break;
    case Application::limit:
      break;
    case Application::reduction:
      fields.select(form, tax_field, taxes).input(form, tax_evidence_field).input(form, days_field);
      break;
    case Application::disease:
      fields.select(form, disease_field, diseases).input(form, doctor_field);
      break;
    case Application::relief:
      fields.input(form, year_field).input(form, income_field).input(form, members_field);
      break;
  }
  fields.input(form, reason_field);
  return fields;
}

/// What was typed in; the entry is to be used only when the form is ok.
ApplicationEntry entry_of(const base::PersonId& person, Application kind, Form& form) {
  ApplicationEntry entry{.person = person, .kind = kind};
  entry.applied_on = form.date(applied_field).value_or(base::Date());
  entry.reason = form.text(reason_field).value_or("");
  const auto digit = [](const std::optional<std::string>& chosen) {
    return chosen ? chosen->front() - '0' : 1;
  };
  switch (kind) {
    case Application::confirmation:
      entry.card_use = static_cast<CardUse>(digit(form.choice(use_field, uses)));
      break;
    case Application::limit:
      break;
    case Application::reduction:
      entry.tax = static_cast<TaxStatus>(digit(form.choice(tax_field, taxes)));
      entry.evidence = form.text(tax_evidence_field).value_or("");
      entry.hospital_days =
          static_cast<int>(form.number(days_field, 0, hospital_days_limit).value_or(0));
      break;
    case Application::disease:
      entry.disease = static_cast<Disease>(digit(form.choice(disease_field, diseases)));
      entry.evidence = form.text(doctor_field).value_or("");
      break;
    case Application::relief:
      entry.income_year = static_cast<int>(
          form.number(year_field, first_income_year, last_income_year).value_or(0));
      entry.income = form.yen(income_field, 0, income_limit_yen).value_or(base::Yen());
      entry.members =
          static_cast<int>(form.number(members_field, 1, relief_members_limit).value_or(1));
      break;
  }
  return entry;
}

Result<Response> entry_page(const desk::Router& router, const Visit& visit, const Form& form) {
  const auto kind = parse_application(visit.path_value("kind"));
  if (!kind) return Visit::no_such_page();
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto member = "/members/" + std::string(person.text());
  PaperScreen screen(router, visit);
  screen.faults(form)
      .lead("登録すると、その場で判定します。認定できないときも、不認定として記録します。")
      .section("申請の内容")
      .form(member + "/certificate-applications/" + std::string(visit.path_value("kind")),
            "判定して登録する", fields_of(*kind, form));
  return screen.finish(
      {.title = std::string(wording(*kind)),
       .section = "/members",
       .crumbs = {{"加入者", "/members"}, {"証の状況", member + "/certificates"}}});
}

Result<Response> enter(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                       const Acting& acting) {
  const auto kind = parse_application(visit.path_value("kind"));
  if (!kind) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  auto form = visit.form();
  const auto entry = entry_of(person, *kind, form);
  if (!form.ok()) return entry_page(router, visit, form);
  const auto decided = enter_application(ledger, acting, entry);
  if (decided.ok()) {
    return visit.redirect_with("/members/" + std::string(person.text()) + "/certificates",
                               decided->outcome == ApplicationOutcome::accepted
                                   ? "認定しました。"
                                   : "認定できません。" + failed_test(decided->basis));
  }
  form.note(decided.faults());
  return entry_page(router, visit, form);
}

}  // namespace of_application_screens

void add_application_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_application_screens;
  const std::string path = "/members/{id}/certificate-applications/{kind}";
  // The empty form shows nothing about the person; what is sent is judged under the act's own
  // pairs.
  router.get<certificate_apply_form>(
      path, [&router](const Visit& visit, const notice::Permit<certificate_apply_form>&) {
        return entry_page(router, visit, Form());
      });
  router.post_act<certificate_apply>(path,
                                     [&router, screens](const Visit& visit, const Acting& acting) {
                                       return enter(router, screens, visit, acting);
                                     });
}

}  // namespace kenpo::certificate
