#include "eligibility/notification_typed_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/mask.h"
#include "eligibility/notification_form_page.h"
#include "eligibility/protection.h"

namespace kenpo::eligibility {

namespace {

using TypedValues = std::map<std::string, std::string, std::less<>>;

std::string day_text(const std::optional<base::Date>& day) { return day ? day->iso() : ""; }

template <typename Number>
std::string number_text(const std::optional<Number>& number) {
  return number ? std::to_string(static_cast<int>(*number)) : "";
}

std::string yes_text(YesNo value) { return value == YesNo::yes ? "yes" : ""; }

/// By the name of the field. A name that the kind does not have is not looked at.
TypedValues values_of(const Notification& one) {
  TypedValues values{{"received_on", one.received_on.iso()},
                     {"on", one.on.iso()},
                     {"name", one.name},
                     {"name_kana", one.name_kana},
                     {"sex", number_text(one.sex)},
                     {"born", day_text(one.born)},
                     {"postal_code", one.postal_code},
                     {"address", one.address},
                     {"address_kana", one.address_kana},
                     {"address_kind", number_text(one.address_kind)},
                     {"address_source", number_text(one.address_source)},
                     {"number", one.number},
                     {"acquisition_class", std::to_string(one.acquisition_class)},
                     {"pay", one.pay == base::Yen() ? "" : std::to_string(one.pay.amount())},
                     {"short_hours", yes_text(one.short_hours)},
                     {"weekly_hours", number_text(one.weekly_hours)},
                     {"student", yes_text(one.student)},
                     {"office_size", number_text(one.office_size)},
                     {"two_workplaces", yes_text(one.two_workplaces)},
                     {"has_dependents", yes_text(one.has_dependents)},
                     {"ended_on", day_text(one.ended_on)},
                     {"end_reason", number_text(one.end_reason)},
                     {"relation", number_text(one.relation)},
                     {"late_for_reason", yes_text(one.late_for_reason)},
                     {"other_cover", one.other_cover == OtherCover::proved ? "yes" : ""},
                     {"detail", one.detail},
                     {"wants_certificate", yes_text(one.wants_certificate)},
                     {"certificates_attached", number_text(one.certificates_attached)},
                     {"certificates_not_returned", number_text(one.certificates_not_returned)},
                     {"abroad", number_text(one.abroad)},
                     {"abroad_for", number_text(one.abroad_for)},
                     {"abroad_on", day_text(one.abroad_on)},
                     {"pension_paper_on", day_text(one.pension_paper_on)},
                     {"pension_years", number_text(one.pension_years)},
                     {"pension_years_after_40", number_text(one.pension_years_after_40)}};
  // A choice that has to be made stands as no, not as nothing.
  if (one.kind == NotificationKind::short_hours_change && one.short_hours == YesNo::no) {
    values["short_hours"] = "no";
  }
  return values;
}

/// What names the person by number or place (公表事項2, P-3).
bool is_identifier(std::string_view field) {
  constexpr std::array<std::string_view, 4> names{"number", "postal_code", "address",
                                                  "address_kana"};
  return std::ranges::find(names, field) != names.end();
}

std::string shown_value(const TypedField& field, const std::string& value, bool hides) {
  if (value.empty()) return "なし";
  if (hides && is_identifier(field.field->name)) return base::masked(value);
  if (field.choices == nullptr) return value;
  const auto choice = std::ranges::find(*field.choices, value, &desk::Choice::value);
  return choice == field.choices->end() ? value : std::string(choice->label);
}

}  // namespace

void prefill_notification(desk::Form& form, const TypedBefore& typed) {
  for (auto& [name, value] : values_of(typed.notification)) form.prefill(name, value);
  form.prefill("symbol", typed.symbol);
  form.prefill("insured_number", typed.insured_number);
  form.prefill("known_born", day_text(typed.known_born));
  form.prefill("to_symbol", typed.to_symbol);
  if (typed.branch != 0) form.prefill("branch", std::to_string(typed.branch));
}

std::vector<std::vector<desk::Cell>> correction_rows(const NotificationView& shown,
                                                     const StaffName& staff_name,
                                                     Identifiers identifiers) {
  const auto& dependent = shown.facts.dependent;
  const bool of_protected = shown.facts.is_protected ||
                            (dependent && dependent->sheltered == Sheltered::yes);
  const bool hides = identifiers == Identifiers::hidden || of_protected;
  const auto fields = typed_fields(shown.notification.kind);
  std::vector<std::vector<desk::Cell>> rows;
  for (std::size_t at = 0; at < shown.earlier.size(); ++at) {
    const auto& earlier = shown.earlier[at];
    const bool last = at + 1 == shown.earlier.size();
    auto before = values_of(earlier.notification);
    auto after = values_of(last ? shown.notification : shown.earlier[at + 1].notification);
    for (const auto& field : fields) {
      const std::string name(field.field->name);
      if (before[name] == after[name]) continue;
      rows.push_back({{earlier.replaced_at.short_text()},
                      {staff_name(earlier.replaced_by)},
                      {std::string(field.field->label)},
                      {shown_value(field, before[name], hides)},
                      {shown_value(field, after[name], hides)}});
    }
  }
  return rows;
}

}  // namespace kenpo::eligibility
