#include "base/width.h"
#include "desk/desk.h"
#include "desk/encoding.h"
#include "desk/form_token.h"

namespace kenpo::desk {

namespace {

constexpr Field name_field{.name = "sign_in_name",
                           .label = "利用者名",
                           .support = {},
                           .length_limit = 32,
                           .kind = "text",
                           .autocomplete = "username",
                           .mode = {}};
constexpr Field password_field{.name = "password",
                               .label = "パスワード",
                               .support = {},
                               .length_limit = account::password_limit_characters,
                               .kind = "password",
                               .autocomplete = "current-password",
                               .mode = {}};
constexpr Field code_field{.name = "code",
                           .label = "確認コード",
                           .support = "スマートフォンの認証アプリに表示される6桁の数字です。",
                           .length_limit = 10,
                           .kind = "text",
                           .autocomplete = "one-time-code",
                           .mode = "numeric"};

/// Where to go after sign-in: only a path of this site.
std::string wanted_path(const Values& values) {
  const auto path = parse_path(values.text("to"));
  return path && !path->starts_with("//") ? *path : "/";
}

}  // namespace

base::Result<Response> Desk::sign_in_page(const Request& request,
                                          const base::Faults& faults) const {
  auto secret = std::string(request.cookies.text(visit_cookie));
  const bool fresh = secret.empty();
  if (fresh) secret = draw_visit_secret();

  // Only the name is shown again: a password never comes back, a code is spent.
  Values kept;
  kept.add(std::string(name_field.name), std::string(request.form.text(name_field.name)));
  Form form(kept);
  form.note(faults);
  const auto& asked = request.method == Method::post ? request.form : request.query;
  Data data;
  data.section("error_summary", form.error_summary())
      .section("name", form.input(name_field))
      .section("password", form.input(password_field))
      .section("code", form.input(code_field))
      .text("to", wanted_path(asked));
  PageHead head;
  head.title = "サインイン";
  head.status = faults.empty() ? 200 : 422;
  // A session that still runs must not lend its cookie to the sign-in form's token.
  auto response =
      KENPO_TRY(open_page(std::move(head), "sign_in_page", std::move(data), form_token(secret)));
  if (fresh) response.with_header("Set-Cookie", cookie_line(visit_cookie, secret));
  if (request.cookies.has(session_cookie)) {
    response.with_header("Set-Cookie", end_of_cookie(session_cookie));
  }
  return response;
}

base::Result<Response> Desk::show_sign_in(const Request& request) const {
  const auto id = request.cookies.text(session_cookie);
  if (sign_in_.session(id)) return redirect("/");
  return sign_in_page(request, {});
}

base::Result<Response> Desk::sign_in(const Request& request) const {
  const auto name = base::trimmed(request.form.text(name_field.name));
  const auto code = base::normalised(base::Entry::number, request.form.text(code_field.name));
  auto entered = sign_in_.enter(name, request.form.text(password_field.name), code);
  if (!entered.ok()) return sign_in_page(request, entered.faults());
  auto response = redirect(wanted_path(request.form));
  response.with_header("Set-Cookie", cookie_line(session_cookie, *entered));
  response.with_header("Set-Cookie", end_of_cookie(visit_cookie));
  return response;
}

base::Result<Response> Desk::sign_out(const Request& request) const {
  const auto id = request.cookies.text(session_cookie);
  KENPO_TRY(sign_in_.leave(id));
  auto response = redirect("/sign-in");
  response.with_header("Set-Cookie", end_of_cookie(session_cookie));
  response.with_header("Clear-Site-Data", "\"cache\"");
  return response;
}

}  // namespace kenpo::desk
