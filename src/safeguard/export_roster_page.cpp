#include "safeguard/export_roster_page.h"

#include "desk/section_page.h"
#include "eligibility/establishment_act.h"
#include "safeguard/export_made_page.h"
#include "safeguard/export_roster_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_rosters {

using base::Result;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Establishments = std::vector<eligibility::Establishment>;

/// What making a roster takes.
struct Making {
  const RegisterScreens& screens;
  staff::Approvals& approvals;
  eligibility::Ledger ledger;
  const ProvisionLedger& provisions;
};

constexpr Field establishment_field{.name = "establishment", .label = "事業所"};
constexpr Field class_field{.name = "recipient_class", .label = "渡す相手の区分"};
constexpr Field recipient_field{.name = "recipient", .label = "渡す相手の名称", .length_limit = 60};
constexpr Field basis_field{.name = "basis",
                            .label = "渡す根拠(個人情報保護法)",
                            .support = "同意を根拠とするときは、停止を申し出た人を外します。"};
constexpr Field contract_field{.name = "contract",
                               .label = "委託契約の番号",
                               .need = Field::Need::optional,
                               .support = "委託のときだけ、委託先台帳にある契約の番号を入れます。",
                               .length_limit = 40};
constexpr Field delete_field{.name = "delete_by",
                             .label = "相手が消去する期限",
                             .support = "例：R9.3.31",
                             .length_limit = 20};

const std::vector<Choice> classes = {
    {"2", "事業主"},           {"3", "委託先"},   {"4", "審査支払機関"}, {"5", "他の保険者"},
    {"6", "国・地方公共団体"}, {"7", "金融機関"}, {"8", "その他"}};
const std::vector<Choice> bases = {
    {"1", "本人の同意(27条1項)"},    {"2", "公表による同意(27条1項、申出で止まる)"},
    {"3", "法令(27条1項1号)"},       {"4", "委託(27条5項1号)"},
    {"5", "事業の承継(27条5項2号)"}, {"6", "共同利用(27条5項3号)"}};

std::vector<Choice> choices_of(const Establishments& establishments) {
  std::vector<Choice> choices;
  for (const auto& one : establishments) choices.push_back({one.id.text(), one.name});
  return choices;
}

Result<Response> roster_page(const Making& making, const Visit& visit, const Acting& acting,
                             const Form& form) {
  auto ledger = making.ledger;
  const auto establishments = KENPO_TRY(eligibility::show_establishments(ledger, acting));
  SectionPage page(visit);
  page.faults(form)
      .lead("いま資格のある被保険者の名簿を、事業所ごとに作ります。ほかの事業所の人は入りません。")
      .section("作成")
      .form("/rosters", "作って決裁に出す",
            FormFields()
                .select(form, establishment_field, choices_of(establishments))
                .select(form, class_field, classes)
                .input(form, recipient_field)
                .select(form, basis_field, bases)
                .input(form, contract_field)
                .input(form, delete_field));
  return page.finish({.title = "被保険者名簿の作成",
                      .section = "/exports",
                      .crumbs = {{"提供台帳", "/exports"}},
                      .submit_label = "作って決裁に出す"});
}

Result<Response> made_page(const Visit& visit, const MadeRoster& roster) {
  const auto people = [](std::uint64_t count) {
    return desk::grouped(static_cast<std::int64_t>(count)) + "人";
  };
  return export_made_page(
      visit, roster.made,
      {{"人数", people(roster.people)}, {"申出により外した人", people(roster.objected)}},
      {.title = "被保険者名簿", .section = "/exports", .crumbs = {{"提供台帳", "/exports"}}});
}

Result<Response> make(const Making& making, const Visit& visit, const Acting& acting) {
  auto ledger = making.ledger;
  const auto establishments = KENPO_TRY(eligibility::show_establishments(ledger, acting));
  auto form = visit.form();
  const auto establishment = form.choice(establishment_field, choices_of(establishments));
  const auto recipient_class = form.choice(class_field, classes);
  const auto recipient = form.text(recipient_field);
  const auto basis = form.choice(basis_field, bases);
  const auto contract = form.text(contract_field);
  const auto delete_by = form.date(delete_field);
  if (!form.ok()) return roster_page(making, visit, acting, form);
  const ExportTerms terms{
      .recipient_class = static_cast<RecipientClass>(recipient_class->front() - '0'),
      .recipient = *recipient,
      .country = "JP",
      .basis = static_cast<ExportBasis>(basis->front() - '0'),
      .processor = std::nullopt,
      .delete_by = *delete_by};
  const auto made =
      make_roster(making.screens.office, making.provisions, acting,
                  *base::EstablishmentId::parse(*establishment), terms, contract.value_or(""));
  if (!made.ok()) {
    form.note(made.faults());
    return roster_page(making, visit, acting, form);
  }
  KENPO_TRY(propose_release(making.screens.office, making.approvals, acting, made->made.id));
  return made_page(visit, *made);
}

}  // namespace of_rosters

void add_roster_routes(desk::Router& router, const RegisterScreens& screens,
                       staff::Approvals& approvals, const eligibility::Ledger& ledger,
                       const ProvisionLedger& provisions) {
  using namespace of_rosters;
  router.get_act<roster_provide>("/rosters", [screens, &approvals, ledger, provisions](
                                                 const Visit& visit, const Acting& acting) {
    return roster_page({screens, approvals, ledger, provisions}, visit, acting, Form());
  });
  router.post_act<roster_provide>("/rosters", [screens, &approvals, ledger, provisions](
                                                  const Visit& visit, const Acting& acting) {
    return make({screens, approvals, ledger, provisions}, visit, acting);
  });
}

}  // namespace kenpo::safeguard
