#include "desk/visit.h"

#include "desk/desk.h"

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

Response Visit::redirect_with(std::string path, std::string message) const {
  desk_.leave_message(visitor_, std::move(message));
  return redirect(std::move(path));
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
