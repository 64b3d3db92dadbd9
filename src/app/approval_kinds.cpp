#include "app/approval_kinds.h"

#include "app/notice_life_office.h"
#include "app/rate_requirement.h"
#include "assembly/contact_erasure_act.h"
#include "benefit/payment_act.h"
#include "cost_notice/cost_notice_act.h"
#include "certificate/print_run_act.h"
#include "report/release_act.h"
#include "collection/early_collection_act.h"
#include "collection/pledge_act.h"
#include "collection/refund_act.h"
#include "collection/voluntary_release_act.h"
#include "staff/break_glass_act.h"
#include "staff/course_act.h"
#include "staff/handler_act.h"
#include "staff/log_key_act.h"
#include "staff/welfare_erasure_act.h"
#include "safeguard/export_act.h"

namespace kenpo::app {

void add_approval_kinds(Office& office) {
  const auto people = office.people();
  office.approvals().add(staff::handler_kind(people));
  office.approvals().add(staff::responsible_kind(people));
  office.approvals().add(staff::break_glass_kind(people));
  office.approvals().add(staff::course_kind());
  office.approvals().add(staff::welfare_erasure_kind());
  office.approvals().add(staff::log_key_kind(office.log()));
  safeguard::add_notice_life_kinds(notice_life_office(office));
  office.approvals().add(safeguard::release_kind());
  office.approvals().add(assembly::contact_erasure_kind({office.gate(), office.database()}));
  office.approvals().add(rate_requirement_kind());
  office.approvals().add(collection::refund_kind());
  office.approvals().add(collection::pledge_kind());
  office.approvals().add(collection::slip_release_kind());
  office.approvals().add(collection::early_collection_kind());
  office.approvals().add(benefit::benefit_kind());
  office.approvals().add(cost_notice::notice_run_kind());
  office.approvals().add(report::bill_release_kind());
  office.approvals().add(report::month_closing_kind());
  office.approvals().add(certificate::run_kind());
}

}  // namespace kenpo::app
