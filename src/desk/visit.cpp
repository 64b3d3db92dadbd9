#include "desk/visit.h"

#include <charconv>

#include "desk/desk.h"
#include "print/sheet.h"

namespace kenpo::desk {

Visit::Visit(const Desk& desk, const Request& request, Visitor visitor,
             const notice::Operation& operation, base::Moment now, std::string form_token)
    : desk_(desk),
      request_(request),
      visitor_(std::move(visitor)),
      operation_(operation),
      now_(now),
      form_token_(std::move(form_token)) {}

std::optional<base::CaseId> Visit::case_id() const {
  const auto text = request_.path_values.get("case_id");
  return text ? base::CaseId::parse(*text) : std::nullopt;
}

std::int64_t Visit::page_number() const {
  constexpr std::int64_t last = 1'000'000;  // no list has more pages
  const auto text = query("page");
  std::int64_t number = 1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && number >= 1 && number <= last ? number : 1;
}

bool Visit::may(Method method, std::string_view address) const {
  const auto& router = desk_.router();
  const auto found = router.find(method, address.substr(0, address.find_first_of("?#")));
  if (found.route == nullptr) return false;
  if (found.route->operation == nullptr) return true;
  return router.gate().ruling(*found.route->operation, staff()).refusal == notice::Refusal::none;
}

Response Visit::redirect_with(std::string path, std::string message) const {
  desk_.leave_message(visitor_, std::move(message));
  return redirect(std::move(path));
}

base::Result<Response> Visit::paper(std::string name, print::Printed printed) const {
  KENPO_TRY(desk_.paper_made(*this, name, printed.pages));
  return file(std::move(name), "application/pdf", std::move(printed.pdf));
}

base::Fault Visit::no_such_page() {
  return {.what = {"このページはありません。", "There is no such page."},
          .why = {"アドレスが違うか、対象がなくなりました。",
                  "The address is wrong or its subject is gone."},
          .mend = {"ホームからたどってください。", "Start from the home page."},
          .place = {}};
}

base::Result<Response> page(const Visit& visit, PageHead head, std::string_view template_name,
                            Data data) {
  return visit.desk().page(visit, std::move(head), template_name, std::move(data));
}

}  // namespace kenpo::desk
