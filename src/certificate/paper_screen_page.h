// One shape for the screens of certificates: sections, each with words, facts, a table, links or a
// form.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "certificate/print_run.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/router.h"
#include "desk/visit.h"
#include "eligibility/ledger.h"
#include "law/decision.h"
#include "staff/approval_act.h"

namespace kenpo::certificate {

/// What the screens need of the office. Its parts outlive the router.
struct PaperScreens {
  eligibility::Ledger ledger;
  staff::Approvals& approvals;
  PaperSender sender;
  std::function<std::string(const base::StaffId&)> staff_name;
};

/// The fields of one form, in their order.
class PaperFields {
 public:
  PaperFields& input(const desk::Form& form, const desk::Field& field);
  PaperFields& select(const desk::Form& form, const desk::Field& field,
                      const std::vector<desk::Choice>& choices);

 private:
  friend class PaperScreen;
  desk::Data& field();
  std::vector<desk::Data> fields_;
};

/// Sections come in the order of the calls; what a visitor may not send is not shown as a form.
class PaperScreen {
 public:
  PaperScreen(const desk::Router& router, const desk::Visit& visit)
      : router_(router), visit_(visit) {}

  PaperScreen& lead(std::string words);
  PaperScreen& note(desk::NotificationKind kind, std::string title, std::string words = {});
  /// The faults of a form, above everything.
  PaperScreen& faults(const desk::Form& form);
  PaperScreen& section(std::string heading, std::string words = {});
  /// Into the section begun last:
  PaperScreen& facts(const std::vector<desk::Item>& items);
  PaperScreen& table(desk::Data table);
  PaperScreen& pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
                     const std::string& address);
  /// Left out when the visitor may not open it.
  PaperScreen& link(std::string words, std::string address);
  /// A form; the first of a page is sent with F12. Left out when the visitor may not send it.
  PaperScreen& form(std::string address, std::string label, PaperFields fields = {});

  base::Result<desk::Response> finish(desk::PageHead head);

 private:
  desk::Data& last();
  const desk::Router& router_;
  const desk::Visit& visit_;
  std::string lead_;
  std::vector<desk::Data> notes_;
  std::vector<desk::Data> sections_;
  std::vector<std::vector<desk::Data>> links_;
  desk::Data summary_;
  std::string submit_label_;
  bool any_faults_ = false;
  bool any_form_ = false;
};

/// A basis line by line: step, finding, article, figure.
desk::Data basis_table(std::string caption, const std::vector<law::Basis>& basis);
/// 「••••-••••34」
std::string masked_number(const Contents& contents);
/// 「2026-11-01〜2027-08-31」
std::string span_words(const Certificate& certificate);
/// What stands on it besides names and numbers: 「2割」「区分ウ」.
std::string contents_words(const Certificate& certificate);
desk::Cell state_cell(const Certificate& certificate, base::Date today);

/// Every route of this folder.
void add_certificate_routes(desk::Router& router, const PaperScreens& screens);
void add_list_routes(desk::Router& router, const PaperScreens& screens);
void add_due_routes(desk::Router& router, const PaperScreens& screens);
void add_holder_routes(desk::Router& router, const PaperScreens& screens);
void add_application_routes(desk::Router& router, const PaperScreens& screens);
void add_custody_routes(desk::Router& router, const PaperScreens& screens);
void add_print_run_routes(desk::Router& router, const PaperScreens& screens);

}  // namespace kenpo::certificate
