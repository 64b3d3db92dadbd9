#include "request/answer_layout_page.h"

#include "request/request_words_page.h"

namespace kenpo::request {

base::Result<base::CaseId> case_of_visit(const desk::Visit& visit) {
  return visit.id<base::CaseId>("case_id");
}

desk::PageHead answer_head(const base::CaseId& id, std::string title, const desk::Form& form) {
  desk::PageHead head;
  head.title = std::move(title);
  head.section = "/requests";
  head.crumbs = {{"本人の請求", "/requests"}, {"請求", case_address(id)}};
  head.status = form.ok() ? 200 : 422;
  return head;
}

}  // namespace kenpo::request
