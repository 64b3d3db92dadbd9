// What the screens of one case's answer share.
#pragma once

#include <string>
#include <utility>

#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "request/request.h"

namespace kenpo::request {

/// The case that the address names.
base::Result<base::CaseId> case_of_visit(const desk::Visit& visit);

/// The head of a page below the case's own.
desk::PageHead answer_head(const base::CaseId& id, std::string title, const desk::Form& form);

/// An act without fields: done, or its fault on the page it came from.
template <typename Act, typename Page>
base::Result<desk::Response> done_or_shown(const desk::Visit& visit, std::string address,
                                           std::string message, Act act, Page page) {
  auto form = visit.form();
  const auto done = act();
  if (done.ok()) return visit.redirect_with(std::move(address), std::move(message));
  form.note(done.faults());
  return page(form);
}

}  // namespace kenpo::request
