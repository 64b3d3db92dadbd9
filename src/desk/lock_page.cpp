// The locked screen: asks for the password alone; what was sent meanwhile is not lost (P-3).
#include "desk/desk.h"
#include "desk/encoding.h"
#include "desk/form_token.h"

namespace kenpo::desk {

namespace {

constexpr Field present_password_field{.name = "password",
                                       .label = "パスワード",
                                       .length_limit = account::password_limit_characters,
                                       .kind = "password",
                                       .autocomplete = "current-password"};

/// Forms that wait; each waits until its session is unlocked or over.
constexpr std::size_t held_forms_limit = 2'000;
/// Of one form: the longest of the office has some hundred fields.
constexpr std::size_t held_bytes_limit = std::size_t{256} << 10U;

/// Where to go on: only a path of this site.
std::string path_to_go_on(const Values& values) {
  const auto path = parse_path(values.text("to"));
  return path && !path->starts_with("//") && *path != "/lock" ? *path : "/";
}

std::size_t size_of(const Values& values) {
  std::size_t bytes = 0;
  for (const auto& [name, value] : values.rows()) bytes += name.size() + value.size();
  return bytes;
}

}  // namespace

std::optional<Response> Desk::locked_answer(const Request& request) const {
  const auto id = request.cookies.text(session_cookie);
  if (!sign_in_.locked_session(id)) return std::nullopt;
  if (request.method != Method::post) return redirect("/lock?to=" + request.path);
  // Only what this site's own page sent is sent on.
  if (judge_form(request, id) == Forgery::none) hold_form(request);
  return redirect("/lock");
}

void Desk::hold_form(const Request& request) const {
  if (!request.uploads.empty() || size_of(request.form) > held_bytes_limit) return;
  const std::scoped_lock held(messages_mutex_);
  if (held_forms_.size() >= held_forms_limit) held_forms_.clear();
  held_forms_.insert_or_assign(account::Sessions::key(request.cookies.text(session_cookie)),
                               HeldForm{request.path, request.form});
}

std::optional<Desk::HeldForm> Desk::take_form(std::string_view session_id) const {
  const std::scoped_lock held(messages_mutex_);
  auto form = held_forms_.extract(account::Sessions::key(session_id));
  if (form.empty()) return std::nullopt;
  return std::move(form.mapped());
}

base::Result<Response> Desk::lock_page(const Request& request, const base::Faults& faults) const {
  const auto id = request.cookies.text(session_cookie);
  const auto session = sign_in_.locked_session(id);
  if (!session) return redirect("/sign-in");
  const auto card = who_is_(session->staff);
  Form form;
  form.note(faults);
  const auto& asked = request.method == Method::post ? request.form : request.query;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("lock_user", card ? card->name : "")
      .section("password", form.input(present_password_field))
      .text("to", path_to_go_on(asked));
  PageHead head;
  head.title = "画面のロック";
  head.status = faults.empty() ? 200 : 422;
  return open_page(std::move(head), "lock_page", std::move(data), form_token(id));
}

base::Result<Response> Desk::show_lock(const Request& request) const {
  sign_in_.lock_screen(request.cookies.text(session_cookie));
  return lock_page(request, {});
}

base::Result<Response> Desk::unlock(const Request& request) const {
  const auto id = request.cookies.text(session_cookie);
  const auto opened = sign_in_.unlock_screen(id, request.form.text(present_password_field.name));
  if (!opened.ok()) return lock_page(request, opened.faults());
  if (const auto form = take_form(id)) return continue_page(*form, id);
  return redirect(path_to_go_on(request.form));
}

base::Result<Response> Desk::continue_page(const HeldForm& form,
                                           std::string_view session_id) const {
  std::vector<Data> rows;
  for (const auto& [name, value] : form.values.rows()) {
    if (name == form_token_field) continue;
    Data row;
    row.text("held_name", name).text("held_value", value);
    rows.push_back(std::move(row));
  }
  Data data;
  data.text("held_path", form.path).list("held", std::move(rows));
  PageHead head;
  head.title = "送信の続き";
  return open_page(std::move(head), "continue_page", std::move(data), form_token(session_id));
}

}  // namespace kenpo::desk
