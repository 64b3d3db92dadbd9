// The fields of each kind of notification: shown, read, normalised.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/individual_number.h"
#include "desk/form.h"
#include "eligibility/notification_facts_act.h"

namespace kenpo::eligibility {

/// What was typed in, once all of it could be read.
struct TypedNotification {
  NotificationEntry entry;
  std::optional<base::IndividualNumber> individual_number = {};
};

/// The inputs and selects of the kind, in the order of the paper, for `{{#fields}}`.
std::vector<desk::Data> notification_fields(const desk::Form& form, NotificationKind kind);

/// One field of a form; its address is the same for as long as the program runs.
struct TypedField {
  const desk::Field* field;
  const std::vector<desk::Choice>* choices = nullptr;  // none: an input
};
/// The fields of the kind, in the order of the paper.
std::vector<TypedField> typed_fields(NotificationKind kind);

/// Reads the form. Nullopt: `form` has the faults. Kana become half width, names full width,
/// numbers and postal codes narrow; days are taken in any form of the office.
std::optional<TypedNotification> read_notification(desk::Form& form, NotificationKind kind);

/// The names of the fields that a postal code fills.
inline constexpr std::string_view postal_code_field_name = "postal_code";
inline constexpr std::string_view address_field_name = "address";
inline constexpr std::string_view address_kana_field_name = "address_kana";
/// Whether the kind has an address.
bool has_address(NotificationKind kind);

}  // namespace kenpo::eligibility
