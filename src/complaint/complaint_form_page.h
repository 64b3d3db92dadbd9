// The fields of a complaint, for staff and for the public form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "complaint/complaint_act.h"
#include "desk/form.h"
#include "staff/handler.h"

namespace kenpo::complaint {

enum class FormFor : std::uint8_t { staff, public_visitor };

desk::Data complaint_fields(const desk::Form& form, FormFor who,
                            const std::vector<staff::NamedHandler>& handlers);
/// `today` is the day of receipt of a public complaint.
ComplaintIntake read_complaint(desk::Form& form, FormFor who,
                               const std::vector<staff::NamedHandler>& handlers, base::Date today);

/// Whose data it is about, as staff enter it. Nullopt: nobody where that is allowed, or a fault was
/// noted.
struct AboutMember {
  std::string name_kana;
  base::Date born;
  std::string number = {};  // 記号-番号; may be empty
};
desk::Data about_fields(const desk::Form& form);
std::optional<AboutMember> read_about(desk::Form& form, desk::Field::Need need);

}  // namespace kenpo::complaint
