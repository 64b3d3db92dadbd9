#include "desk/desk.h"

#include <exception>
#include <utility>

#include "base/require.h"
#include "desk/asset.h"
#include "desk/form_token.h"
#include "print/sheet.h"

namespace kenpo::desk {

namespace {

constexpr int status_not_found = 404;
/// The page of one's own password: app/password_page.h.
constexpr std::string_view password_address = "/password";

/// The address to come back to after sign-in: a path of this site and nothing else.
std::string sign_in_address(const Request& request) {
  if (request.method == Method::post || request.path == "/") return "/sign-in";
  return "/sign-in?to=" + request.path;
}

bool is_no_such_page(const base::Faults& faults) {
  return faults.size() == 1 && faults.front() == Visit::no_such_page();
}

base::Fault wrong_method() {
  return {.what = {"この操作はこのページではできません。", "The page has no such act."},
          .why = {"アドレスと操作の組み合わせが違います。", "Address and act do not go together."},
          .mend = {"ホームからたどってください。", "Start from the home page."},
          .place = {}};
}

base::Fault forged_form() {
  return {.what = {"送信を受け付けませんでした。", "The form was not taken."},
          .why = {"画面が古くなったか、このシステムの画面から送られたものではありません。",
                  "The page is too old, or the form did not come from this site."},
          .mend = {"ページを開き直して、もう一度入力してください。", "Open the page again."},
          .place = {}};
}

/// The gate's refusal of a sensitive category away from a registered terminal.
base::Fault no_terminal() {
  return notice::refusal_fault(
      {.refusal = notice::Refusal::no_terminal, .roles = 0, .missing = 0});
}

base::Fault broken_page() {
  return {.what = {"ページを作れませんでした。", "The page could not be made."},
          .why = {"プログラムの誤りです。何も変わっていません。",
                  "This is a fault of the program; nothing was changed."},
          .mend = {"システム担当に連絡してください。", "Please tell the system operator."},
          .place = {}};
}

}  // namespace

Desk::Desk(DeskSettings settings, Router& router, const Templates& templates,
           account::SignIn& sign_in, const base::Clock& clock, WhoIs who_is)
    : settings_(std::move(settings)),
      router_(router),
      templates_(templates),
      sign_in_(sign_in),
      clock_(clock),
      who_is_(std::move(who_is)) {
  router_.get_open("/lock", [this](const Request& request) { return show_lock(request); });
  router_.post_open("/lock", [this](const Request& request) { return unlock(request); });
  router_.get_open("/sign-in", [this](const Request& request) { return show_sign_in(request); });
  router_.post_open("/sign-in", [this](const Request& request) { return this->sign_in(request); });
  router_.post_open("/sign-out", [this](const Request& request) { return sign_out(request); });
  for (const auto& asset : assets()) {
    router_.get_open(asset.address, [&asset](const Request&) -> base::Result<Response> {
      return asset_response(asset);
    });
  }
}

/// The way back to who asked. A handler that ends without an answer, because memory ran out, is a
/// broken page: nobody waits for ever.
class Desk::Reply {
 public:
  explicit Reply(Respond respond) : respond_(std::move(respond)) {}
  ~Reply() {
    if (respond_) respond_(text(500, broken_page().what.ja.text()));
  }
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  void send(Response response) { std::exchange(respond_, nullptr)(std::move(response)); }

 private:
  Respond respond_;
};

void Desk::answer(Request& request, Respond respond) const noexcept {
  try {
    auto reply = std::make_shared<Reply>(std::move(respond));
    answer_found(router_.find(request.method, request.path), request, std::move(reply));
  } catch (const std::exception&) {
    // The standard library's own: memory ran out. Its words may hold data and are dropped; the
    // reply answers as it goes.
  }
}

std::uint64_t Desk::body_limit_bytes(const Request& head) const {
  const auto found = router_.find(head.method, head.path);
  if (found.route == nullptr) return 0;
  const bool multipart = head.headers.text("content-type").starts_with("multipart/form-data");
  if (!multipart) return form_limit_bytes;
  if (found.route->door != Door::signed_in) return 0;
  const auto visitor = visitor_of(head);
  return visitor && !is_held_back(*visitor, *found.route) ? upload_limit_bytes : 0;
}

void Desk::answer_found(const Router::Found& found, Request& request, ReplyPointer reply) const {
  if (found.route == nullptr) {
    return reply->send(found.other_method
                           ? fault_page(405, {wrong_method()}, nullptr)
                           : fault_page(status_not_found, {Visit::no_such_page()}, nullptr));
  }
  request.path_values = found.path_values;
  if (found.route->door == Door::signed_in) {
    return answer_signed_in(*found.route, request, std::move(reply));
  }
  reply->send(answer_open(*found.route, request));
}

Response Desk::answer_open(const Route& route, const Request& request) const {
  const bool is_post = request.method == Method::post;
  const auto session = request.cookies.text(session_cookie);
  const auto secret = session.empty() ? request.cookies.text(visit_cookie) : session;
  if (is_post && judge_form(request, secret) != Forgery::none) {
    return fault_page(403, {forged_form()}, nullptr);
  }
  auto answered = route.answer_open(request);
  if (answered.ok()) return std::move(answered).value();
  const int status = is_no_such_page(answered.faults()) ? status_not_found : fault_status();
  return fault_page(status, answered.faults(), nullptr);
}

std::optional<Visitor> Desk::visitor_of(const Request& request) const {
  const auto id = request.cookies.text(session_cookie);
  const auto session = sign_in_.session(id);
  if (!session) return std::nullopt;
  const auto card = who_is_(session->staff);
  if (!card) return std::nullopt;
  return Visitor{session->staff, card->name, card->roles, account::Sessions::key(id),
                 session->password};
}

bool Desk::is_held_back(const Visitor& visitor, const Route& route) {
  return visitor.password == account::PasswordState::handed_out && route.path != password_address;
}

void Desk::answer_signed_in(const Route& route, const Request& request,
                            ReplyPointer reply) const {
  auto visitor = visitor_of(request);
  if (!visitor) {
    return reply->send(locked_answer(request).value_or(redirect(sign_in_address(request))));
  }
  if (is_held_back(*visitor, route)) return reply->send(redirect(std::string(password_address)));
  const auto session_id = request.cookies.text(session_cookie);
  const auto visit =
      std::make_shared<const Visit>(*this, request, std::move(*visitor), *route.operation,
                                    clock_.now(), form_token(session_id));
  if (request.method == Method::post && judge_form(request, session_id) != Forgery::none) {
    return reply->send(fault_page(403, {forged_form()}, visit.get()));
  }
  const print::Stamp stamp({visit->visitor().name, visit->now()});
  route.answer(*visit, [this, visit, reply = std::move(reply)](base::Result<Response> answered) {
    try {
      reply->send(response_of(std::move(answered), *visit));
    } catch (const std::exception&) {
      // As in `answer`: the reply says so as it goes.
    }
  });
}

Response Desk::response_of(base::Result<Response> answered, const Visit& visit) const {
  if (answered.ok()) return std::move(answered).value();
  if (is_no_such_page(answered.faults())) {
    return fault_page(status_not_found, answered.faults(), &visit);
  }
  const auto ruling = router_.gate().ruling(visit.operation(), visit.staff());
  const bool refused = ruling.refusal != notice::Refusal::none ||
                       answered.faults() == base::Faults{notice::out_of_scope_fault()} ||
                       answered.faults() == base::Faults{no_terminal()};
  return fault_page(refused ? 403 : fault_status(), answered.faults(), &visit);
}

int Desk::fault_status() const { return router_.gate().log().state().healthy ? 422 : 503; }

Response Desk::fault_page(int status, const base::Faults& faults, const Visit* visit) const {
  std::vector<Data> rows;
  for (const auto& fault : faults) {
    Data row;
    row.text("what", fault.what.ja.text())
        .text_if_any("why", fault.why.ja.text())
        .text_if_any("mend", fault.mend.ja.text());
    rows.push_back(std::move(row));
  }
  Data data;
  data.list("refusals", std::move(rows));
  PageHead head;
  head.status = status;
  head.title = status == status_not_found ? "ページがありません" : "受け付けられませんでした";
  auto page = visit != nullptr ? this->page(*visit, head, "fault_page", std::move(data))
                               : open_page(head, "fault_page", std::move(data));
  if (page.ok()) return std::move(page).value();
  return text(500, broken_page().what.ja.text());
}

void Desk::leave_message(const Visitor& visitor, std::string message) const {
  const std::scoped_lock held(messages_mutex_);
  if (messages_.size() >= messages_limit) messages_.clear();
  messages_.insert_or_assign(visitor.session_key, std::move(message));
}

base::Result<> Desk::paper_made(const Visit& visit, std::string_view name, int sheets) const {
  KENPO_REQUIRE(paper_made_);  // no register, no paper
  return paper_made_(visit, name, sheets);
}

std::string Desk::take_message(const Visitor& visitor) const {
  const std::scoped_lock held(messages_mutex_);
  auto message = messages_.extract(visitor.session_key);
  return message.empty() ? std::string() : std::move(message.mapped());
}

}  // namespace kenpo::desk
