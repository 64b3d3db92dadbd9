// The desk: takes a request through door, form token, gate and handler to its answer.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "account/sign_in.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "desk/page.h"
#include "desk/request.h"
#include "desk/response.h"
#include "desk/router.h"
#include "desk/visit.h"

namespace kenpo::desk {

/// A form without files: the largest table form of the office has some hundred fields.
inline constexpr std::uint64_t form_limit_bytes = std::uint64_t{1} << 20U;
/// A file that comes in by a form of a signed-in visitor: a month's claims of a large society.
inline constexpr std::uint64_t upload_limit_bytes = std::uint64_t{4} << 30U;
/// One-time messages that wait for their page; each lives until its session's next page.
inline constexpr std::size_t messages_limit = 20'000;

struct DeskSettings {
  std::string society_name;    // 「見本健康保険組合」
  std::string complaint_desk;  // 苦情の申出先 as the notice publishes it
  /// Without a key or a request for so long, the screen locks.
  std::int64_t idle_milliseconds = account::session_idle_limit_milliseconds;
};

/// How the layout names a staff member.
struct StaffCard {
  std::string name;
  std::string roles;
};
/// Nullopt: the staff member has left; the session ends.
using WhoIs = std::function<std::optional<StaffCard>(const base::StaffId&)>;

/// Enters a paper that the visitor had made in the register of papers, before it leaves (notice
/// section 2, P-4). A refusal keeps the paper back.
using PaperMade = std::function<base::Result<>(const Visit&, std::string_view name, int sheets)>;

class Desk {
 public:
  /// All references outlive the desk. Adds the routes `/sign-in` and `/sign-out` to the router.
  Desk(DeskSettings settings, Router& router, const Templates& templates, account::SignIn& sign_in,
       const base::Clock& clock, WhoIs who_is);

  /// Answers one request, once: on this thread, or on the audit log's when the answer waits for its
  /// leaf. The request lives until then. May be called from several threads at once; never throws.
  void answer(Request& request, Respond respond) const noexcept;
  /// How long a body the request may have, judged by its head alone.
  std::uint64_t body_limit_bytes(const Request& head) const;

  /// A page of a signed-in visitor.
  base::Result<Response> page(const Visit& visit, PageHead head, std::string_view template_name,
                              Data data) const;
  /// A page without sign-in: the published notice, sign-in.
  base::Result<Response> open_page(PageHead head, std::string_view template_name, Data data,
                                   const std::string& form_token = {}) const;

  void leave_message(const Visitor& visitor, std::string message) const;
  /// Set before the first request; without it no paper leaves.
  void set_paper_register(PaperMade paper_made) { paper_made_ = std::move(paper_made); }
  base::Result<> paper_made(const Visit& visit, std::string_view name, int sheets) const;
  const Router& router() const { return router_; }

 private:
  struct Frame;  // what the layout is filled with
  class Reply;
  using ReplyPointer = std::shared_ptr<Reply>;

  void answer_found(const Router::Found& found, Request& request, ReplyPointer reply) const;
  Response answer_open(const Route& route, const Request& request) const;
  void answer_signed_in(const Route& route, const Request& request, ReplyPointer reply) const;
  Response response_of(base::Result<Response> answered, const Visit& visit) const;
  /// Whether the visitor has to change a handed-out password before this address opens.
  static bool is_held_back(const Visitor& visitor, const Route& route);
  std::optional<Visitor> visitor_of(const Request& request) const;
  /// 422 for what the visitor can mend; 503 while the log takes nothing, so nobody is answered.
  int fault_status() const;
  Response fault_page(int status, const base::Faults& faults, const Visit* visit) const;
  base::Result<Response> framed(const Frame& frame, std::string_view template_name,
                                Data data) const;
  std::string take_message(const Visitor& visitor) const;

  /// A form that came while the screen was locked; it is sent on when its person is back.
  struct HeldForm {
    std::string path;
    Values values;
  };
  /// Where a request of a locked session goes; nullopt when there is no such session.
  std::optional<Response> locked_answer(const Request& request) const;
  void hold_form(const Request& request) const;
  std::optional<HeldForm> take_form(std::string_view session_id) const;
  base::Result<Response> show_lock(const Request& request) const;
  base::Result<Response> unlock(const Request& request) const;
  base::Result<Response> lock_page(const Request& request, const base::Faults& faults) const;
  base::Result<Response> continue_page(const HeldForm& form, std::string_view session_id) const;

  base::Result<Response> show_sign_in(const Request& request) const;
  base::Result<Response> sign_in(const Request& request) const;
  base::Result<Response> sign_out(const Request& request) const;
  base::Result<Response> sign_in_page(const Request& request, const base::Faults& faults) const;

  DeskSettings settings_;
  Router& router_;
  const Templates& templates_;
  account::SignIn& sign_in_;
  const base::Clock& clock_;
  WhoIs who_is_;
  PaperMade paper_made_;
  mutable std::mutex messages_mutex_;
  mutable std::unordered_map<std::string, std::string> messages_;
  mutable std::unordered_map<std::string, HeldForm> held_forms_;  // by session key
};

}  // namespace kenpo::desk
