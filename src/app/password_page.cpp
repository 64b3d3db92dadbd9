#include "app/password_page.h"

#include "account/password.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Permit;

constexpr Field password(std::string_view name, std::string_view label, std::string_view support,
                         std::string_view autocomplete) {
  return {.name = name,
          .label = label,
          .support = support,
          .length_limit = account::password_limit_characters,
          .kind = "password",
          .autocomplete = autocomplete,
          .mode = {}};
}

constexpr Field present_field = password("present", "いまのパスワード", "", "current-password");
constexpr Field chosen_field = password("chosen", "新しいパスワード",
                                        "12文字以上。よくある言葉は使えません。", "new-password");
constexpr Field again_field = password("again", "新しいパスワード(もう一度)", "", "new-password");
constexpr Field code_field{.name = "code",
                           .label = "確認コード",
                           .support = "認証アプリに表示される6桁の数字です。",
                           .length_limit = 10,
                           .kind = "text",
                           .autocomplete = "one-time-code",
                           .mode = "numeric"};

Result<Response> show(const Visit& visit, const Form& form) {
  desk::Data data;
  data.when("handed_out", visit.visitor().password == account::PasswordState::handed_out)
      .section("error_summary", form.error_summary())
      .section("present", form.input(present_field))
      .section("chosen", form.input(chosen_field))
      .section("again", form.input(again_field))
      .section("code", form.input(code_field));
  desk::PageHead head;
  head.title = "パスワードの変更";
  head.submit_label = "変更する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "password_page", std::move(data));
}

Result<Response> change(account::SignIn& sign_in, const Visit& visit) {
  auto form = visit.form();
  const auto present = form.text(present_field);
  const auto chosen = form.text(chosen_field);
  const auto again = form.text(again_field);
  const auto code = form.text(code_field);
  if (chosen && again && *chosen != *again) {
    form.note(again_field, {"新しいパスワードと同じではありません。", "It is not the same."});
  }
  if (!form.ok()) return show(visit, form);
  const auto changed = sign_in.change_password(visit.staff(), *present, *code, *chosen);
  if (!changed.ok()) {
    form.note(changed.faults());
    return show(visit, form);
  }
  // Every session of the person has ended, this one, too.
  return desk::redirect("/sign-in");
}

}  // namespace

void add_password_routes(desk::Router& router, account::SignIn& sign_in) {
  router.get<change_password_operation>(
      "/password", [](const Visit& visit, const Permit<change_password_operation>&) {
        return show(visit, Form());
      });
  // The attempt writes the one leaf: what came of it, and whose it was.
  router.post_act<change_password_operation>(
      "/password",
      [&sign_in](const Visit& visit, const notice::Acting&) { return change(sign_in, visit); });
}

}  // namespace kenpo::app
