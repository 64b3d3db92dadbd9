#include "app/watch_routes.h"

#include "app/notice_sender.h"
#include "app/provision_ledger.h"
#include "complaint/complaint_page.h"
#include "request/request_act.h"
#include "safeguard/alert_act.h"
#include "safeguard/alert_board_page.h"
#include "safeguard/alert_page.h"
#include "safeguard/carrying_act.h"
#include "safeguard/export_act.h"
#include "safeguard/incident_act.h"
#include "safeguard/incident_page.h"
#include "safeguard/inspection_act.h"
#include "safeguard/inspection_page.h"
#include "safeguard/register_act.h"
#include "safeguard/register_board_page.h"

namespace kenpo::app {

namespace {

/// The operation behind an address of the board.
const notice::Operation* operation_of(std::string_view address) {
  if (address == "/alerts") return &safeguard::show_alerts_operation;
  if (address == "/incidents") return &safeguard::show_incidents_operation;
  if (address == "/inspection") return &safeguard::show_inspection_operation;
  if (address == "/reviews") return &safeguard::show_reviews_operation;
  if (address == "/complaints") return &complaint::show_complaints_operation;
  if (address == "/carryings") return &safeguard::carrying_show;
  if (address == "/stock-checks") return &safeguard::register_show;
  if (address == "/exports") return &safeguard::export_show;
  return nullptr;
}

}  // namespace

void add_watch_routes(desk::Router& router, Office& office) {
  const auto handlers = [&office] { return office.handlers(); };
  safeguard::add_alert_routes(router, {.database = office.database(), .handlers = handlers});
  safeguard::add_incident_routes(
      router,
      {.tower = {office.gate(), office.database(), office.history(), office.log_directory()},
       .sender = sender_of(office.society()),
       .handlers = handlers,
       .office = {office.gate(), office.database(), office.directory()},
       .approvals = office.approvals(),
       .provisions = provision_ledger()});
  safeguard::add_inspection_routes(router, {.tower = {office.gate(), office.database(),
                                                      office.history(), office.log_directory()},
                                            .handlers = handlers});
  complaint::add_complaint_routes(router,
                                  {.database = office.database(),
                                   .sender = sender_of(office.society()),
                                   .handlers = handlers,
                                   .find_member = [&office](const notice::Acting& acting,
                                                            const complaint::AboutMember& about) {
                                     return request::find_person(
                                         office.requests(), acting,
                                         {about.name_kana, about.born, about.number});
                                   }});
}

base::Result<std::vector<desk::Task>> watch_board_tasks(Office& office, base::Moment now,
                                                        const base::StaffId& staff) {
  auto tasks = KENPO_TRY(
      safeguard::watch_tasks(office.database(), office.log_directory(), office.gate(), now));
  const auto complaints = KENPO_TRY(complaint::complaint_tasks(office.database(), now.day()));
  tasks.insert(tasks.end(), complaints.begin(), complaints.end());
  const auto registers = KENPO_TRY(safeguard::register_tasks(office.database(), now));
  tasks.insert(tasks.end(), registers.begin(), registers.end());
  for (auto& task : tasks) {
    const auto* operation = operation_of(task.address);
    const bool open = operation != nullptr &&
                      office.gate().ruling(*operation, staff).refusal == notice::Refusal::none;
    if (!open) task.address.clear();
  }
  return tasks;
}

}  // namespace kenpo::app
