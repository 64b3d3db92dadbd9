#include "eligibility/protection_page.h"

#include <charconv>

#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;

constexpr Field ground_field{.name = "ground", .label = "支援措置の区分"};
constexpr Field evidence_field{.name = "evidence",
                               .label = "確認した書類",
                               .support = "住所や相手の名前は書きません。",
                               .length_limit = evidence_limit_characters};
constexpr Field uncover_reason_field{.name = "uncover_reason",
                                     .label = "住所を見る理由",
                                     .length_limit = evidence_limit_characters};
constexpr Field end_reason_field{.name = "ending_reason",
                                 .label = "解除する理由",
                                 .length_limit = evidence_limit_characters};

std::vector<desk::Choice> ground_choices() {
  std::vector<desk::Choice> choices;
  for (int at = 1; at <= static_cast<int>(ProtectionGround::other); ++at) {
    choices.emplace_back(std::to_string(at),
                         wording(static_cast<ProtectionGround>(at)).ja.text());
  }
  return choices;
}

std::string member_address(const base::PersonId& person) {
  return "/members/" + std::string(person.text());
}

struct ProtectionScreen {
  const desk::Router& router;
  const Visit& visit;
  const StaffName& staff_name;
  const MayUncover& may_uncover;
};

Data uncovered_data(const Uncovered& shown, const EstablishmentNames& names) {
  std::vector<desk::Item> items{
      {"郵便番号", shown.person.postal_code.empty() ? "記録なし" : shown.person.postal_code},
      {"住所", shown.person.address.empty() ? "記録なし" : shown.person.address}};
  for (const auto& place : shown.places) {
    items.push_back({"事業所 " + place.from.iso() + "から", names.name(place.establishment)});
  }
  return desk::description_list(items);
}

Result<Response> protection_page(const ProtectionScreen& screen, const ProtectionView& shown,
                                 const Form& form, const std::optional<Data>& uncovered) {
  const auto& visit = screen.visit;
  const bool may_begin = screen.router.gate().ruling(protection_begin, visit.staff()).refusal ==
                         notice::Refusal::none;
  const bool responsible = screen.may_uncover(visit.staff());
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : shown.all) {
    rows.push_back({{wording(each.ground).ja.text()},
                    {each.from.iso()},
                    {each.until ? each.until->iso() : "続いている"},
                    {each.evidence}});
  }
  std::vector<std::vector<desk::Cell>> looks;
  for (const auto& look : shown.looks) {
    looks.push_back({{look.at.short_text()}, {screen.staff_name(look.by)}, {look.reason}});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("address", member_address(shown.person.id) + "/protection")
      .text("name", shown.person.name.empty() ? shown.person.name_kana : shown.person.name)
      .when("stands", shown.standing.has_value())
      .when("may_begin", may_begin)
      .when("responsible", responsible && shown.standing.has_value())
      .section("ground", form.select(ground_field, ground_choices()))
      .section("evidence", form.input(evidence_field))
      .section("uncover_reason", form.input(uncover_reason_field))
      .section("ending_reason", form.input(end_reason_field))
      .when("is_uncovered", uncovered.has_value())
      .section("uncovered", uncovered ? *uncovered : desk::description_list({}))
      .section("records", desk::table("保護の記録",
                                      {{"区分"}, {"始まり"}, {"終わり"}, {"確認した書類"}}, rows))
      .section("looks", desk::table("住所を見た記録・解除の記録",
                                    {{"日時"}, {"だれが"}, {"理由"}}, looks));
  desk::PageHead head;
  head.title = "住所等の保護";
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}, {"加入者台帳", member_address(shown.person.id)}};
  head.submit_label = may_begin ? "保護を始める" : "";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "protection_page", std::move(data));
}

/// The record as the page shows it, for answers to a form.
Result<ProtectionView> record_of(Ledger& ledger, const notice::Acting& acting,
                                 const base::PersonId& person) {
  return ledger.gate.perform<protection_show>(
      acting, [&](const notice::Permit<protection_show>& permit) {
        return show_protection(permit, ledger, person);
      });
}

Result<Response> begin_form(const ProtectionScreen& screen, Ledger ledger,
                            const notice::Acting& acting) {
  const auto person = KENPO_TRY(screen.visit.id<base::PersonId>("id"));
  auto form = screen.visit.form();
  const auto chosen = form.choice(ground_field, ground_choices());
  const auto evidence = form.text(evidence_field);
  if (!form.ok()) {
    const auto shown = KENPO_TRY(record_of(ledger, acting, person));
    return protection_page(screen, shown, form, std::nullopt);
  }
  const auto ground = static_cast<ProtectionGround>(chosen->front() - '0');
  KENPO_TRY(begin_protection(ledger, acting, person, ground, *evidence));
  return screen.visit.redirect_with(member_address(person) + "/protection",
                                    "保護を始めました。住所と事業所は表示しません。");
}

Result<Response> end_form(const ProtectionScreen& screen, Ledger ledger,
                          const notice::Acting& acting) {
  const auto person = KENPO_TRY(screen.visit.id<base::PersonId>("id"));
  auto form = screen.visit.form();
  const auto reason = form.text(end_reason_field);
  if (!form.ok()) {
    const auto shown = KENPO_TRY(record_of(ledger, acting, person));
    return protection_page(screen, shown, form, std::nullopt);
  }
  KENPO_TRY(end_protection(ledger, acting, screen.may_uncover, person, *reason));
  return screen.visit.redirect_with(member_address(person) + "/protection",
                                    "保護を解除しました。");
}

Result<Response> uncover_page(const ProtectionScreen& screen, Ledger ledger,
                              const notice::Acting& acting) {
  const auto person = KENPO_TRY(screen.visit.id<base::PersonId>("id"));
  auto form = screen.visit.form();
  const auto reason = form.text(uncover_reason_field);
  if (!form.ok()) {
    const auto shown = KENPO_TRY(record_of(ledger, acting, person));
    return protection_page(screen, shown, form, std::nullopt);
  }
  const auto seen = KENPO_TRY(uncover(ledger, acting, screen.may_uncover, person, *reason));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  const auto shown = KENPO_TRY(record_of(ledger, acting, person));
  return protection_page(screen, shown, Form(), uncovered_data(seen, names));
}

}  // namespace

void add_protection_routes(desk::Router& router, const Ledger& ledger,
                           const StaffName& staff_name, const MayUncover& may_uncover) {
  router.get<protection_show>(
      "/members/{id}/protection",
      [&router, ledger, staff_name, may_uncover](
          const Visit& visit, const notice::Permit<protection_show>& permit) -> Result<Response> {
        auto opened = ledger;
        const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
        const auto shown = KENPO_TRY(show_protection(permit, opened, person));
        return protection_page({router, visit, staff_name, may_uncover}, shown, Form(),
                               std::nullopt);
      });
  router.post_act<protection_begin>(
      "/members/{id}/protection",
      [&router, ledger, staff_name, may_uncover](const Visit& visit,
                                                 const notice::Acting& acting) {
        return begin_form({router, visit, staff_name, may_uncover}, ledger, acting);
      });
  router.post_act<protection_end>(
      "/members/{id}/protection/end",
      [&router, ledger, staff_name, may_uncover](const Visit& visit,
                                                 const notice::Acting& acting) {
        return end_form({router, visit, staff_name, may_uncover}, ledger, acting);
      });
  router.post_act<protection_reveal>(
      "/members/{id}/protection/address",
      [&router, ledger, staff_name, may_uncover](const Visit& visit,
                                                 const notice::Acting& acting) {
        return uncover_page({router, visit, staff_name, may_uncover}, ledger, acting);
      });
}

}  // namespace kenpo::eligibility
