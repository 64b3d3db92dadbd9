// One shape for the screens of the registers: sections, each with words, facts, a table or a form.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/register_office.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

/// What the screens of the registers need of the office.
struct RegisterScreens {
  RegisterOffice office;
  std::function<std::vector<staff::NamedHandler>()> handlers;
};

/// The fields of one form, in their order.
class FormFields {
 public:
  FormFields& input(const desk::Form& form, const desk::Field& field);
  FormFields& select(const desk::Form& form, const desk::Field& field,
                     const std::vector<desk::Choice>& choices);
  FormFields& hidden(std::string name, std::string value);
  /// A file to be sent.
  FormFields& file(std::string name, std::string label, std::string support);

 private:
  friend class RegisterPage;
  desk::Data& field();
  std::vector<desk::Data> fields_;
  bool has_file_ = false;
};

/// A page of a register. Sections come in the order of the calls.
class RegisterPage {
 public:
  explicit RegisterPage(const desk::Visit& visit) : visit_(visit) {}
  /// Without its forms for a visitor who may read the register and not write it (the auditor): a
  /// form that is sent would be refused, and the refusal counted as a sign.
  RegisterPage(const desk::Visit& visit, const notice::Gate& gate,
               const notice::Operation& writing);

  RegisterPage& lead(std::string words);
  RegisterPage& notification(desk::NotificationKind kind, std::string title, std::string words);
  /// The faults of a form, above everything.
  RegisterPage& faults(const desk::Form& form);
  RegisterPage& section(std::string heading, std::string words = {});
  /// Into the section begun last:
  RegisterPage& facts(const std::vector<desk::Item>& items);
  RegisterPage& table(desk::Data table);
  RegisterPage& link(std::string words, std::string address);
  /// A form; the first of a page is sent with F12.
  RegisterPage& form(std::string address, std::string label, FormFields fields);

  base::Result<desk::Response> finish(desk::PageHead head);

 private:
  desk::Data& last();
  const desk::Visit& visit_;
  std::string lead_;
  std::vector<desk::Data> notes_;
  std::vector<desk::Data> sections_;
  std::vector<std::string> headings_;
  desk::Data summary_;
  bool any_faults_ = false;
  bool any_form_ = false;
  bool may_write_ = true;
};

/// The handlers by name, for choosing one. The views live as long as `handlers`.
std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers);
std::string staff_name(const std::vector<staff::NamedHandler>& handlers,
                       const base::StaffId& staff);

/// A day and a time of day: `R8.11.24 9:30`, `2026-11-24 09:30`. Nullopt: a fault was noted.
std::optional<base::Moment> read_moment(desk::Form& form, const desk::Field& field);

}  // namespace kenpo::safeguard
