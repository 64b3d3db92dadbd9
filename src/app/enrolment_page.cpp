#include "app/enrolment_page.h"

#include "account/credential_store.h"
#include "base/id.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/two_dimensional_code.h"
#include "desk/visit.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::Response;
using desk::Visit;

constexpr desk::Field sign_in_name_field{
    .name = "sign_in_name",
    .label = "利用者名",
    .support = "英小文字・数字・「.」「-」「_」の3文字以上32文字以下です。",
    .length_limit = 32,
    .mode = {}};

/// The entry of the list that the address names.
Result<staff::NamedHandler> handler_of(Office& office, const Visit& visit) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  for (const auto& named : office.handlers()) {
    if (named.handler.staff == staff && !named.handler.locked) return named;
  }
  return Visit::no_such_page();
}

desk::PageHead head_of(const staff::NamedHandler& named, const desk::Form& form) {
  desk::PageHead head;
  head.title = "サインインの用意：" + named.name;
  head.section = "/handlers";
  head.crumbs = {{"取扱者と範囲", "/handlers"}};
  head.status = form.ok() ? 200 : 422;
  return head;
}

Result<Response> show_form(Office& office, account::CredentialStore& store, const Visit& visit,
                           const desk::Form& form) {
  const auto named = KENPO_TRY(handler_of(office, visit));
  const auto held = KENPO_TRY(store.find(named.handler.staff));
  desk::Data data;
  data.section("error_summary", form.error_summary())
      .when("enrolled", held.has_value())
      .text("address", visit.request().path)
      .section("sign_in_name", form.input(sign_in_name_field));
  return desk::page(visit, head_of(named, form), "enrolment_page", std::move(data));
}

Result<Response> enrol(Office& office, account::CredentialStore& store, account::SignIn& sign_in,
                       const Visit& visit) {
  const auto named = KENPO_TRY(handler_of(office, visit));
  auto form = visit.form();
  const auto name = form.text(sign_in_name_field);
  if (!form.ok()) return show_form(office, store, visit, form);
  if (KENPO_TRY(store.find(named.handler.staff))) {
    form.note(sign_in_name_field,
              {"この人のサインインは、もう用意されています。", "Enrolled already."});
    return show_form(office, store, visit, form);
  }
  const auto drawn = base::draw_id();
  const std::string password(drawn.begin(), drawn.end());
  const auto credential = sign_in.enrol(named.handler.staff, *name, password);
  if (!credential.ok()) {
    form.note(credential.faults());
    return show_form(office, store, visit, form);
  }
  const auto address =
      account::enrolment_address(credential->totp_secret, office.society().society.name, *name);
  desk::Data data;
  data.section("facts", desk::description_list({{"利用者名", *name},
                                                {"最初のパスワード", password},
                                                {"認証アプリの秘密",
                                                 account::base32_groups(credential->totp_secret)}}))
      .text("code", KENPO_TRY(desk::two_dimensional_code(address)));
  return desk::page(visit, head_of(named, form), "enrolled_page", std::move(data));
}

}  // namespace

void add_enrolment_routes(desk::Router& router, Office& office, account::CredentialStore& store,
                          account::SignIn& sign_in) {
  using Read = notice::Permit<account::read_credential_operation>;
  using Keep = notice::Permit<account::keep_credential_operation>;
  router.get<account::read_credential_operation>(
      "/handlers/{staff}/enrolment", [&office, &store](const Visit& visit, const Read&) {
        return show_form(office, store, visit, desk::Form());
      });
  router.post<account::keep_credential_operation>(
      "/handlers/{staff}/enrolment", [&office, &store, &sign_in](const Visit& visit, const Keep&) {
        return enrol(office, store, sign_in, visit);
      });
}

}  // namespace kenpo::app
