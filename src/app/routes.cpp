#include "app/routes.h"

#include "app/approval_kinds.h"
#include "app/change_neighbours.h"
#include "app/home_page.h"
#include "app/intake_page.h"
#include "app/notice_life_office.h"
#include "app/notice_sender.h"
#include "app/rate_resolution_page.h"
#include "app/watch_routes.h"
#include "app/provision_ledger.h"
#include "analysis/analysis_page.h"
#include "assembly/assembly_page.h"
#include "benefit/benefit_page.h"
#include "cost_notice/notice_page.h"
#include "certificate/paper_screen_page.h"
#include "claim/claim_page.h"
#include "collection/collection_page.h"
#include "eligibility/comparison_page.h"
#include "eligibility/establishment_page.h"
#include "complaint/complaint_page.h"
#include "eligibility/member_search_page.h"
#include "eligibility/notification_page.h"
#include "eligibility/protection_page.h"
#include "eligibility/reach_page.h"
#include "federation/grant_page.h"
#include "premium/change_page.h"
#include "premium/notification_preview_page.h"
#include "premium/levy_page.h"
#include "premium/member_ledger_page.h"
#include "premium/premium_page.h"
#include "remuneration/decision_letter_page.h"
#include "remuneration/determination_page.h"
#include "remuneration/manual_page.h"
#include "remuneration/pay_entry_page.h"
#include "remuneration/regular_round_page.h"
#include "recourse/recourse_page.h"
#include "report/attachment_page.h"
#include "report/closing_page.h"
#include "report/decision_file_page.h"
#include "report/statistics_page.h"
#include "request/request_page.h"
#include "review/review_page.h"
#include "safeguard/area_page.h"
#include "safeguard/carrying_page.h"
#include "safeguard/export_page.h"
#include "safeguard/processor_page.h"
#include "safeguard/log_page.h"
#include "safeguard/paper_act.h"
#include "safeguard/paper_page.h"
#include "eligibility/establishment_act.h"
#include "staff/people_page.h"
#include "safeguard/notice_life_page.h"
#include "safeguard/register_page.h"
#include "safeguard/terminal_page.h"

namespace kenpo::app {

namespace {

/// What leaves, leaves by the ledger of exports.
safeguard::RegisterOffice way_out(Office& office) {
  return {office.gate(), office.database(), office.directory()};
}

void add_register_routes(desk::Router& router, Office& office) {
  const safeguard::RegisterScreens screens{
      .office = way_out(office),
      .handlers = [&office] { return office.handlers(); }};
  safeguard::add_register_routes(router, screens);
  safeguard::add_area_routes(router, screens, office.log(), office.log_directory());
  safeguard::add_carrying_routes(router, screens);
  safeguard::add_paper_routes(router, screens);
  safeguard::add_terminal_routes(router, screens, office.terminals(),
                                 [&office] { return office.refresh_terminals(); });
  safeguard::add_processor_routes(router, screens);
  safeguard::add_export_routes(router, screens, office.approvals(), office.ledger(),
                               provision_ledger());
}

/// The name as the list of handlers has it now; who has left it is named by the id.
eligibility::StaffName staff_names(Office& office) {
  return [&office](const base::StaffId& staff) {
    for (const auto& named : office.handlers()) {
      if (named.handler.staff == staff) return named.name;
    }
    return "名簿にない職員 " + std::string(staff.text());
  };
}

/// Whether the handler is 常務理事 today: responsible for protected people.
bool directs(Office& office, const base::StaffId& staff) {
  const auto today = office.clock().now().day();
  for (const auto& named : office.handlers()) {
    if (named.handler.staff != staff) continue;
    for (const auto& held : named.handler.assignments) {
      const bool director = held.role == notice::Role::executive_director;
      if (director && held.holds_on(today)) return true;
    }
  }
  return false;
}

assembly::AssemblyScreens assembly_screens(Office& office) {
  return {.office = {office.gate(), office.database()},
          .sender = sender_of(office.society()),
          .handlers = [&office] { return office.handlers(); },
          .approvals = office.approvals()};
}

}  // namespace

namespace {

base::Result<std::vector<staff::Place>> places_of(Office& office, const notice::Acting& acting) {
  auto ledger = office.ledger();
  std::vector<staff::Place> places;
  for (const auto& each : KENPO_TRY(eligibility::establishments_beside(ledger, acting))) {
    places.push_back({each.id, each.symbol + " " + each.name});
  }
  return places;
}

staff::PeopleScreens people_screens(Office& office) {
  return {.office = office.people(),
          .handlers = [&office] { return office.handlers(); },
          .staffing = [&office] { return office.staffing(); },
          .log = office.log(),
          .log_directory = office.log_directory(),
          .places = [&office](const notice::Acting& acting) { return places_of(office, acting); },
          .sender = sender_of(office.society())};
}

/// Receipts, their content checks, what is owed back.
void add_claim_folders(desk::Router& router, Office& office) {
  claim::add_claim_routes(router, office.database());
  review::add_review_routes(
      router, {.office = way_out(office),
               .approvals = office.approvals(),
               .staff_name = staff_names(office),
               .sender = sender_of(office.society())});
  recourse::add_recourse_routes(router, {.office = {office.gate(), office.database()},
                                         .staff_name = staff_names(office),
                                         .sender = sender_of(office.society())});
}

certificate::PaperScreens paper_screens(Office& office) {
  return {.ledger = office.ledger(),
          .approvals = office.approvals(),
          .sender = sender_of(office.society()),
          .staff_name = staff_names(office)};
}

/// What is counted over claims, and what is applied for because of them.
void add_claim_works(desk::Router& router, Office& office) {
  const auto ledger = office.ledger();
  analysis::add_analysis_routes(
      router, ledger,
      std::make_shared<analysis::Analysis>(office.gate(), office.database(), office.directory()));
  federation::add_grant_routes(
      router, {.ledger = ledger,
               .office = way_out(office),
               .approvals = office.approvals(),
               .provisions = provision_ledger()});
}

void add_benefits(desk::Router& router, Office& office) {
  const auto ledger = office.ledger();
  benefit::add_benefit_routes(router, {.ledger = ledger,
                                       .sender = sender_of(office.society()),
                                       .approvals = office.approvals(),
                                       .staff_name = staff_names(office),
                                       .office = way_out(office)});
  cost_notice::add_cost_notice_routes(router, {.ledger = ledger,
                                               .sender = sender_of(office.society()),
                                               .approvals = office.approvals(),
                                               .office = way_out(office)});
}

void add_requests_of_persons(desk::Router& router, Office& office) {
  request::add_request_routes(router, office.requests());
  request::add_package_routes(router, office.requests());
  request::add_correction_routes(router, office.requests());
  request::add_answer_routes(router, office.requests());
  request::add_retention_routes(router, office.requests());
}

}  // namespace

void add_routes(desk::Router& router, Office& office) {
  const auto ledger = office.ledger();
  add_approval_kinds(office);
  add_home_routes(router, office);
  eligibility::add_work_item_routes(router, ledger, staff_names(office));
  eligibility::add_comparison_routes(router, ledger, staff_names(office));
  eligibility::add_notification_routes(
      router, ledger, staff_names(office),
      std::make_shared<const eligibility::PostalBook>(
          eligibility::PostalBook::load_or_say(office.directory())));
  eligibility::add_protection_routes(
      router, ledger, staff_names(office),
      [&office](const base::StaffId& staff) { return directs(office, staff); });
  eligibility::add_reach_routes(router, ledger);
  eligibility::add_establishment_routes(router, ledger);
  add_intake_routes(router, office);
  eligibility::add_member_search_routes(router, ledger);
  premium::add_member_ledger_routes(router, ledger);
  premium::add_change_routes(router, ledger, change_neighbours(office));
  premium::add_notification_preview_routes(router, ledger, change_neighbours(office));
  remuneration::add_determination_routes(router, ledger);
  remuneration::add_regular_round_routes(router, ledger);
  remuneration::add_manual_routes(router, ledger);
  remuneration::add_pay_entry_routes(router, ledger);
  remuneration::add_decision_letter_routes(router, ledger, sender_of(office.society()));
  premium::add_levy_routes(router, ledger, sender_of(office.society()));
  report::add_attachment_routes(router, ledger, staff_names(office));
  report::add_closing_routes(router, {ledger, office.approvals(), staff_names(office)});
  report::add_statistics_routes(router, ledger, sender_of(office.society()));
  report::add_decision_file_routes(
      router, {.office = way_out(office),
               .approvals = office.approvals(),
               .ledger = ledger,
               .provisions = provision_ledger()});
  premium::add_premium_routes(router, ledger);
  collection::add_collection_routes(router, {.ledger = ledger,
                                             .sender = sender_of(office.society()),
                                             .approvals = office.approvals(),
                                             .staff_name = staff_names(office),
                                             .office = way_out(office)});
  certificate::add_certificate_routes(router, paper_screens(office));
  add_claim_folders(router, office);
  add_benefits(router, office);
  add_claim_works(router, office);
  safeguard::add_log_routes(router, {.log = office.log(),
                                     .history = office.history(),
                                     .log_directory = office.log_directory(),
                                     .handlers = [&office] { return office.handlers(); },
                                     .verification = [&office] {
                                       return office.log_verification();
                                     }});
  add_watch_routes(router, office);  // its alerts are what the group of safety opens at
  add_register_routes(router, office);
  assembly::add_assembly_routes(router, assembly_screens(office));
  add_rate_resolution_routes(router, office);
  safeguard::add_notice_life_routes(router, {.office = notice_life_office(office),
                                             .handlers = [&office] { return office.handlers(); }});
  add_requests_of_persons(router, office);
  staff::add_people_routes(router, people_screens(office));
  add_notice_routes(router, office);
}

void register_papers(desk::Desk& desk, Office& office) {
  desk.set_paper_register(
      [&office](const desk::Visit& visit, std::string_view name, int sheets) {
        return safeguard::enter_paper(way_out(office), {.operation = visit.operation(),
                                                        .name = name,
                                                        .made_by = visit.staff(),
                                                        .sheets = sheets});
      });
}

}  // namespace kenpo::app
