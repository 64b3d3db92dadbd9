// A request of somebody who has signed in, with what a page needs to answer it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "account/credential.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "desk/form.h"
#include "desk/request.h"
#include "desk/response.h"
#include "notice/operation.h"

namespace kenpo::print {
struct Printed;
}

namespace kenpo::desk {

class Desk;

/// Who has signed in.
struct Visitor {
  base::StaffId staff;
  std::string name;         // 「健保 花子」
  std::string roles;        // 「適用担当・徴収担当」
  std::string session_key;  // what the session is kept under (a hash); never the cookie
  account::PasswordState password = account::PasswordState::chosen;
};

/// One signed-in request on its way through a handler.
class Visit {
 public:
  Visit(const Desk& desk, const Request& request, Visitor visitor,
        const notice::Operation& operation, base::Moment now, std::string form_token);

  const Request& request() const { return request_; }
  const Visitor& visitor() const { return visitor_; }
  base::StaffId staff() const { return visitor_.staff; }
  base::Moment now() const { return now_; }
  /// The operation that the gate opened for this request.
  const notice::Operation& operation() const { return operation_; }

  /// The value of `{name}` in the route's path.
  std::string_view path_value(std::string_view name) const { return request_.path_value(name); }
  std::string_view query(std::string_view name) const { return request_.query.text(name); }
  /// The page of a list that the address asks for as `page=3`; the first when it names none.
  std::int64_t page_number() const;
  /// Whether the visitor may run the operation behind the address now, so that no link or form
  /// leads to a refusal. The page behind it decides again; addresses without operation are open.
  bool may(Method method, std::string_view address) const;
  /// An id out of the path. An address with a malformed id is answered with 404.
  template <typename IdType>
  base::Result<IdType> id(std::string_view name) const {
    if (const auto parsed = IdType::parse(path_value(name))) return *parsed;
    return no_such_page();
  }

  /// The fields of the form that was sent, for typed reading.
  Form form() const { return Form(request_.form); }
  /// The token that every POST form of a page carries; the layout provides it as `form_token`.
  const std::string& form_token() const { return form_token_; }

  /// The case that the address names as `{case_id}`; the gate writes it into the log.
  std::optional<base::CaseId> case_id() const;

  /// Redirects and shows the message once on the page that follows.
  Response redirect_with(std::string path, std::string message) const;

  /// A paper with personal data, to be opened and printed: it stands in the register of papers,
  /// with who had it made and its sheets, before it leaves (notice section 2, P-4). Refused: the
  /// register cannot be written.
  base::Result<Response> paper(std::string name, print::Printed printed) const;

  const Desk& desk() const { return desk_; }
  /// The fault that the desk answers with 404.
  static base::Fault no_such_page();

 private:
  const Desk& desk_;
  const Request& request_;
  Visitor visitor_;
  const notice::Operation& operation_;
  base::Moment now_;
  std::string form_token_;
};

}  // namespace kenpo::desk
