// The forms of determinations that a clerk enters, read into the input of their rule.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "desk/form.h"
#include "remuneration/manual_act.h"

namespace kenpo::remuneration {

struct ManualForm {
  std::string_view address;  // `childcare-end`
  ManualKind kind = ManualKind::insurer;
  std::string_view support;  // what it is for, in a sentence
};
const std::vector<ManualForm>& manual_forms();
/// nullptr for another word.
const ManualForm* find_manual_form(std::string_view address);

/// The inputs of the form for its template; `choice` or `typed` in each row.
std::vector<desk::Data> manual_inputs(const ManualForm& kind, const ManualGround& ground,
                                      desk::Form& form);
/// Nullopt: faults are noted in the form.
std::optional<ManualOrder> read_manual(const ManualForm& kind, const ManualGround& ground,
                                       const base::PersonId& person, desk::Form& form);
/// Everything that was typed, for sending it again.
std::vector<desk::Data> manual_hidden(const ManualForm& kind, const desk::Form& form);

}  // namespace kenpo::remuneration
