// What the screens of the registers have in common.
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

/// The handlers by name, for choosing one. The views live as long as `handlers`.
std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers);
std::string staff_name(const std::vector<staff::NamedHandler>& handlers,
                       const base::StaffId& staff);

/// A day and a time of day: `R8.11.24 9:30`, `2026-11-24 09:30`. Nullopt: a fault was noted.
std::optional<base::Moment> read_moment(desk::Form& form, const desk::Field& field);

}  // namespace kenpo::safeguard
