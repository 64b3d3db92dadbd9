#include "eligibility/notification_form_page.h"

#include <algorithm>
#include <charconv>

#include "base/kana.h"
#include "base/width.h"
#include "eligibility/notification_choices_page.h"
#include "eligibility/notification_fields_page.h"
#include "eligibility/notified_paper.h"

namespace kenpo::eligibility {

namespace {

using base::Words;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using enum NotificationKind;

/// The day of the notification under the name that its form has for it.
const Field& day_field(NotificationKind kind) {
  static const auto fields = [] {
    static std::vector<std::string> labels;
    for (int at = 1; at <= notification_kinds; ++at) {
      labels.push_back(day_wording(static_cast<NotificationKind>(at)).ja.text());
    }
    std::vector<Field> made;
    for (const auto& label : labels) made.push_back({.name = "on", .label = label});
    return made;
  }();
  return fields[static_cast<std::size_t>(kind) - 1];
}

using FormLine = TypedField;
using FormLines = std::vector<FormLine>;

FormLines whole_person_lines() {
  return {{&kana_field},   {&name_field},    {&sex_field, &sex_choices}, {&born_field},
          {&postal_field}, {&address_field}, {&address_kana_field},
          {&address_kind_field, &address_kind_choices},
          {&address_source_field, &address_source_choices}, {&individual_number_field}};
}

FormLines acquisition_lines() {
  FormLines lines{{&symbol_field}, {&day_field(acquisition)}};
  for (const auto& line : whole_person_lines()) lines.push_back(line);
  for (const auto& line : FormLines{{&number_field},
                                    {&class_field, &class_choices},
                                    {&pay_field},
                                    {&dependents_field, &dependents_choices},
                                    {&two_workplaces_field, &yes_choices},
                                    {&short_hours_field, &yes_choices},
                                    {&weekly_hours_field},
                                    {&student_field, &yes_choices},
                                    {&office_size_field},
                                    {&wants_certificate_field, &yes_choices}}) {
    lines.push_back(line);
  }
  return lines;
}

FormLines abroad_lines(const std::vector<Choice>& choices) {
  return {{&abroad_field, &choices},
          {&abroad_for_field, &abroad_reason_choices},
          {&abroad_on_field}};
}

FormLines changed_dependent_lines() {
  FormLines lines{{&branch_field},
                  {&other_kana_field},
                  {&other_name_field},
                  {&other_sex_field, &sex_choices},
                  {&other_born_field},
                  {&other_relation_field, &relation_choices},
                  {&postal_field},
                  {&address_field},
                  {&address_kana_field},
                  {&address_kind_field, &address_kind_choices},
                  {&address_source_field, &address_source_choices}};
  for (const auto& line : abroad_lines(abroad_choices)) lines.push_back(line);
  return lines;
}

FormLines new_dependent_lines() {
  auto lines = whole_person_lines();
  lines.insert(lines.begin() + 4, {&relation_field, &relation_choices});
  for (const auto& line : abroad_lines(abroad_applies_choices)) lines.push_back(line);
  lines.push_back({&wants_certificate_field, &yes_choices});
  return lines;
}

/// What stands on the form behind the person and the day.
FormLines particular_lines(NotificationKind kind) {
  switch (kind) {
    case loss:
      return {{&loss_reason_field, &loss_choices}, {&ended_on_field}, {&attached_field},
              {&not_returned_field}};
    case name_change:
      return {{&kana_field}, {&name_field}};
    case address_change:
      return {{&postal_field}, {&address_field}, {&address_kana_field},
              {&address_kind_field, &address_kind_choices},
              {&address_source_field, &address_source_choices}};
    case personal_change:
      return {{&other_sex_field, &sex_choices}, {&other_born_field}};
    case number_change:
      return {{&number_field}};
    case transfer:
      return {{&to_symbol_field}, {&number_field}, {&pay_field},
              {&short_hours_field, &yes_choices}, {&weekly_hours_field}};
    case rehire:
      return {{&number_field}, {&pay_field}, {&short_hours_field, &yes_choices},
              {&weekly_hours_field}};
    case dependent_added:
      return new_dependent_lines();
    case dependent_ended:
      return {{&branch_field}};
    case voluntary:
      return {{&kept_symbol_field}, {&number_field}, {&late_field, &yes_choices},
              {&cover_field, &yes_choices}};
    case voluntary_end:
      return {{&loss_reason_field, &voluntary_choices}};
    case special:
      return {{&kept_symbol_field},   {&number_field},
              {&pension_paper_field}, {&pension_years_field},
              {&pension_years_after_40_field}};
    case individual_number_change:
      return {{&branch_or_own_field}, {&individual_number_field}};
    case short_hours_change:
      return {{&work_class_field, &work_class_choices}, {&weekly_hours_field}, {&wage_field},
              {&student_field, &yes_choices}, {&office_size_field}};
    case dependent_changed:
      return changed_dependent_lines();
    case detention:
    case absence:
      return {{&last_day_field}};
    default:
      return {};
  }
}

FormLines lines_of_form(NotificationKind kind) {
  FormLines lines{{&received_on_field}};
  if (kind == acquisition) {
    for (const auto& line : acquisition_lines()) lines.push_back(line);
  } else {
    for (const auto& line : FormLines{{&symbol_field}, {&insured_number_field},
                                      {&known_born_field}, {&day_field(kind)}}) {
      lines.push_back(line);
    }
    for (const auto& line : particular_lines(kind)) lines.push_back(line);
  }
  lines.push_back({&detail_field});
  return lines;
}

/// One value of the form into its place. Fields that the kind does not have are not read.
class FormReader {
 public:
  FormReader(Form& form, NotificationKind kind) : form_(form), lines_(lines_of_form(kind)) {
    typed_.entry.content.kind = kind;
  }

  TypedNotification read() {
    auto& one = typed_.entry.content;
    one.received_on = date(received_on_field).value_or(base::Date());
    one.on = date(day_field(one.kind)).value_or(base::Date());
    typed_.entry.symbol = text(symbol_field, base::Entry::code);
    typed_.entry.number = text(insured_number_field, base::Entry::number);
    typed_.entry.known_born = date(known_born_field);
    const bool renewed = one.kind == dependent_changed;
    one.name = text(renewed ? other_name_field : name_field, base::Entry::name);
    one.name_kana = base::half_width_kana(
        text(renewed ? other_kana_field : kana_field, base::Entry::kana));
    one.name_kana = half_spaced(one.name_kana);
    read_person();
    read_terms();
    one.detail = text(detail_field, base::Entry::text);
    return std::move(typed_);
  }

 private:
  bool has(const Field& field) const {
    return std::ranges::any_of(lines_,
                               [&](const FormLine& line) { return line.field == &field; });
  }
  const std::vector<Choice>& choices_of_line(const Field& field) const {
    const auto line = std::ranges::find(lines_, &field, &FormLine::field);
    return *line->choices;
  }
  std::string text(const Field& field, base::Entry entry) {
    if (!has(field)) return {};
    return base::normalised(entry, form_.text(field).value_or(std::string()));
  }
  std::optional<base::Date> date(const Field& field) {
    return has(field) ? form_.date(field) : std::nullopt;
  }
  std::optional<int> count(const Field& field, int most) {
    if (!has(field)) return std::nullopt;
    const auto number = form_.number(field, 0, most);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  }
  YesNo yes(const Field& field) {
    return yes_no(has(field) && form_.choice(field, choices_of_line(field)) == "yes");
  }
  template <typename Enum>
  std::optional<Enum> chosen_of(const Field& field) {
    if (!has(field)) return std::nullopt;
    const auto text = form_.choice(field, choices_of_line(field));
    int number = 0;
    if (!text) return std::nullopt;
    std::from_chars(text->data(), text->data() + text->size(), number);
    return static_cast<Enum>(number);
  }
  /// The full-width space between the parts becomes one byte, as the kana themselves.
  static std::string half_spaced(std::string kana) {
    constexpr std::string_view full_space = "　";
    for (auto at = kana.find(full_space); at != std::string::npos; at = kana.find(full_space)) {
      kana.replace(at, full_space.size(), " ");
    }
    return kana;
  }

  void read_person() {
    auto& one = typed_.entry.content;
    const bool corrects = one.kind == personal_change || one.kind == dependent_changed;
    one.sex = chosen_of<Sex>(corrects ? other_sex_field : sex_field);
    one.born = date(corrects ? other_born_field : born_field);
    one.postal_code = without_hyphen(text(postal_field, base::Entry::number));
    one.address = text(address_field, base::Entry::address);
    one.address_kana = base::half_width_kana(text(address_kana_field, base::Entry::kana));
    one.address_kind = chosen_of<AddressKind>(address_kind_field);
    one.address_source = chosen_of<AddressSource>(address_source_field);
    one.number = text(number_field, base::Entry::number);
    const auto first = one.number.find_first_not_of('0');
    one.number = first == std::string::npos ? std::string() : one.number.substr(first);
    if (!std::ranges::all_of(one.number, [](char at) { return at >= '0' && at <= '9'; })) {
      form_.note(number_field, {"番号は数字で入れてください。", "Digits only."});
    }
    constexpr std::size_t postal_digits = 7;
    const bool postal_is_right =
        one.postal_code.empty() || (one.postal_code.size() == postal_digits &&
                                    std::ranges::all_of(one.postal_code, [](char at) {
                                      return at >= '0' && at <= '9';
                                    }));
    if (!postal_is_right) {
      form_.note(postal_field, {"郵便番号は7桁の数字です。", "Seven digits."});
    }
    if (!has(individual_number_field)) return;
    const auto digits = form_.text(individual_number_field);
    if (!digits) return;
    typed_.individual_number =
        base::IndividualNumber::parse(base::normalised(base::Entry::number, *digits));
    if (!typed_.individual_number) {
      form_.note(individual_number_field,
                 {"個人番号の検査数字が合いません。", "The check digit does not hold."});
    }
  }

  void read_terms() {
    constexpr int hours_a_week = 168;
    constexpr int people_limit = 9'999'999;
    constexpr std::int64_t pay_limit_yen = 999'999'999;
    constexpr int last_branch = 99;
    constexpr int pension_years_limit = 60;
    auto& one = typed_.entry.content;
    if (has(class_field)) {
      const auto chosen = chosen_of<AcquisitionClass>(class_field);
      one.acquisition_class = chosen ? static_cast<int>(*chosen) : 1;
    }
    one.ended_on = date(one.kind == loss ? ended_on_field : last_day_field);
    one.end_reason = chosen_of<EndReason>(loss_reason_field);
    one.relation =
        chosen_of<Relation>(one.kind == dependent_changed ? other_relation_field : relation_field);
    for (const auto* field : {&pay_field, &wage_field}) {
      if (has(*field)) one.pay = form_.yen(*field, 0, pay_limit_yen).value_or(base::Yen());
    }
    one.short_hours = yes(one.kind == short_hours_change ? work_class_field : short_hours_field);
    one.weekly_hours = count(weekly_hours_field, hours_a_week);
    one.student = yes(student_field);
    one.office_size = count(office_size_field, people_limit);
    one.two_workplaces = yes(two_workplaces_field);
    one.has_dependents = yes(dependents_field);
    one.wants_certificate = yes(wants_certificate_field);
    one.abroad = chosen_of<Abroad>(abroad_field);
    if (const auto reason = chosen_of<AbroadReason>(abroad_for_field)) {
      one.abroad_for = static_cast<int>(*reason);
    }
    one.abroad_on = date(abroad_on_field);
    one.pension_paper_on = date(pension_paper_field);
    one.pension_years = count(pension_years_field, pension_years_limit);
    one.pension_years_after_40 = count(pension_years_after_40_field, pension_years_limit);
    one.certificates_attached = count(attached_field, notified_papers_limit);
    one.certificates_not_returned = count(not_returned_field, notified_papers_limit);
    one.late_for_reason = yes(late_field);
    one.other_cover = yes(cover_field) == YesNo::yes ? OtherCover::proved : OtherCover::none;
    typed_.entry.to_symbol =
        text(one.kind == transfer ? to_symbol_field : kept_symbol_field, base::Entry::code);
    for (const auto* field : {&branch_field, &branch_or_own_field}) {
      if (has(*field)) typed_.entry.branch = count(*field, last_branch).value_or(0);
    }
  }
  static std::string without_hyphen(std::string digits) {
    std::erase(digits, '-');
    return digits;
  }

  enum class AcquisitionClass : std::uint8_t {};
  enum class AbroadReason : std::uint8_t {};

  Form& form_;
  FormLines lines_;
  TypedNotification typed_;
};

}  // namespace

std::vector<Data> notification_fields(const Form& form, NotificationKind kind) {
  std::vector<Data> rows;
  for (const auto& line : lines_of_form(kind)) {
    Data row;
    if (line.choices != nullptr) {
      row.nothing("input").section("select", form.select(*line.field, *line.choices));
    } else {
      row.section("input", form.input(*line.field)).nothing("select");
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<TypedNotification> read_notification(Form& form, NotificationKind kind) {
  auto typed = FormReader(form, kind).read();
  if (!form.ok()) return std::nullopt;
  return typed;
}

std::vector<TypedField> typed_fields(NotificationKind kind) {
  std::vector<TypedField> fields;
  for (const auto& line : lines_of_form(kind)) fields.push_back({line.field, line.choices});
  return fields;
}

bool has_address(NotificationKind kind) {
  return kind == acquisition || kind == address_change || kind == dependent_added ||
         kind == dependent_changed;
}

}  // namespace kenpo::eligibility
