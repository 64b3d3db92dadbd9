// The forms in which a past fact is corrected: one a kind, read into a proposed change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/form.h"
#include "eligibility/establishment.h"
#include "premium/change_list_act.h"

namespace kenpo::premium {

/// A kind of correction that has a form, by the word of its address.
struct ChangeForm {
  std::string_view address;  // `period`
  ChangeKind kind = ChangeKind::birth;
  std::string_view support;  // what it is for, in a sentence
};
const std::vector<ChangeForm>& change_forms();
/// Whether there is anything of the kind about the person: a period, or a time as a dependent.
bool fits(const ChangeForm& form, const ChangeGround& ground);
/// nullptr for another word.
const ChangeForm* find_change_form(std::string_view address);

/// The inputs of the form for its template, filled with what stands.
std::vector<desk::Data> change_inputs(const ChangeForm& kind, const ChangeGround& ground,
                                      desk::Form& form);
/// Nullopt: faults are noted in the form.
std::optional<ChangeDetail> read_change(
    const ChangeForm& kind, const ChangeGround& ground,
    const std::vector<eligibility::Establishment>& establishments, desk::Form& form);
/// Everything that was typed, for sending it again: name and value.
std::vector<desk::Data> change_hidden(const ChangeForm& kind, const desk::Form& form);

}  // namespace kenpo::premium
