#include "eligibility/notification_form_page.h"

#include <algorithm>
#include <charconv>

#include "base/kana.h"
#include "base/width.h"
#include "eligibility/notification_choices_page.h"

namespace kenpo::eligibility {

namespace {

using base::Words;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using enum NotificationKind;

constexpr auto optional = Field::Need::optional;
constexpr std::size_t name_limit_characters = 25;  // as in the file of the employer
constexpr std::size_t kana_limit_characters = 50;

constexpr Field received_on_field{.name = "received_on", .label = "受付日", .mode = "numeric"};
constexpr Field symbol_field{.name = "symbol", .label = "記号", .length_limit = 8};
constexpr Field insured_number_field{
    .name = "insured_number", .label = "番号", .length_limit = 12, .mode = "numeric"};
constexpr Field known_born_field{.name = "known_born", .label = "被保険者の生年月日",
                                 .support = "本人の確認に使います。"};
constexpr Field name_field{.name = "name", .label = "氏名",
                           .support = "姓と名の間を空けます。",
                           .length_limit = name_limit_characters};
constexpr Field kana_field{.name = "name_kana", .label = "氏名カナ",
                           .support = "ひらがな、全角、半角のどれでも入ります。",
                           .length_limit = kana_limit_characters};
constexpr Field sex_field{.name = "sex", .label = "性別"};
constexpr Field born_field{.name = "born", .label = "生年月日"};
constexpr Field individual_number_field{.name = "individual_number", .label = "個人番号",
                                        .need = optional, .length_limit = 14,
                                        .kind = "password", .mode = "numeric"};
constexpr Field number_field{.name = "number", .label = "新しい番号", .need = optional,
                             .support = "空なら次の番号を付けます。", .length_limit = 6,
                             .mode = "numeric"};
constexpr Field postal_field{.name = postal_code_field_name, .label = "郵便番号",
                             .need = optional, .length_limit = 8, .mode = "numeric"};
constexpr Field address_field{.name = address_field_name, .label = "住所", .need = optional};
constexpr Field address_kana_field{.name = address_kana_field_name, .label = "住所カナ",
                                   .need = optional};
constexpr Field address_kind_field{.name = "address_kind", .label = "住所の種類",
                                   .need = optional, .support = "空なら自宅です。"};
constexpr Field address_source_field{.name = "address_source", .label = "住所の出所",
                                     .need = optional, .support = "空なら事業主の届書です。"};
constexpr Field class_field{.name = "acquisition_class", .label = "取得区分"};
constexpr Field pay_field{.name = "pay", .label = "報酬月額", .support = "通貨と現物の合計（円）。",
                          .length_limit = 12, .mode = "numeric"};
constexpr Field short_hours_field{.name = "short_hours", .label = "短時間労働者",
                                  .need = optional};
constexpr Field weekly_hours_field{.name = "weekly_hours", .label = "週の所定労働時間",
                                   .need = optional, .length_limit = 3, .mode = "numeric"};
constexpr Field student_field{.name = "student", .label = "学生", .need = optional};
constexpr Field office_size_field{.name = "office_size", .label = "企業の被保険者数",
                                  .need = optional, .length_limit = 7, .mode = "numeric"};
constexpr Field two_workplaces_field{.name = "two_workplaces", .label = "二以上事業所勤務",
                                     .need = optional};
constexpr Field dependents_field{.name = "has_dependents", .label = "被扶養者", .need = optional};
constexpr Field ended_on_field{.name = "ended_on", .label = "退職日・死亡日", .need = optional};
constexpr Field last_day_field{.name = "ended_on", .label = "終わりの日（予定）",
                               .need = optional};
constexpr Field loss_reason_field{.name = "end_reason", .label = "喪失の原因"};
constexpr Field to_symbol_field{.name = "to_symbol", .label = "異動先の記号", .length_limit = 8};
constexpr Field kept_symbol_field{.name = "to_symbol", .label = "任意継続・特例退職の記号",
                                  .need = optional,
                                  .support = "空なら、今の記号・番号のままです。",
                                  .length_limit = 8};
constexpr Field relation_field{.name = "relation", .label = "続柄"};
constexpr Field branch_field{.name = "branch", .label = "枝番", .length_limit = 2,
                             .mode = "numeric"};
constexpr Field branch_or_own_field{.name = "branch", .label = "枝番", .need = optional,
                                    .support = "被扶養者の番号なら枝番。空なら被保険者の番号。",
                                    .length_limit = 2, .mode = "numeric"};
constexpr Field other_kana_field{.name = "name_kana", .label = "新しい氏名カナ", .need = optional,
                                 .support = "空の項目は、今の台帳のままです。",
                                 .length_limit = kana_limit_characters};
constexpr Field other_name_field{.name = "name", .label = "新しい氏名", .need = optional,
                                 .support = "姓と名の間を空けます。",
                                 .length_limit = name_limit_characters};
constexpr Field other_relation_field{.name = "relation", .label = "正しい続柄",
                                     .need = optional};
constexpr Field work_class_field{.name = "short_hours", .label = "変更後の区分"};
constexpr Field wage_field{.name = "pay", .label = "賃金の月額", .need = optional,
                           .support = "短時間労働者の要件を確かめるときに使います（円）。",
                           .length_limit = 12, .mode = "numeric"};
constexpr Field late_field{.name = "late_for_reason", .label = "期限後の正当な理由",
                           .need = optional};
constexpr Field cover_field{.name = "other_cover", .label = "他の健康保険の期間の通算",
                            .need = optional};
constexpr Field detail_field{.name = "detail", .label = "備考", .need = optional,
                             .length_limit = detail_limit_characters};
constexpr Field other_sex_field{.name = "sex", .label = "正しい性別", .need = optional};
constexpr Field other_born_field{.name = "born", .label = "正しい生年月日", .need = optional};

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
                                    {&office_size_field}}) {
    lines.push_back(line);
  }
  return lines;
}

/// What stands on the form behind the person and the day.
FormLines particular_lines(NotificationKind kind) {
  switch (kind) {
    case loss:
      return {{&loss_reason_field, &loss_choices}, {&ended_on_field}};
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
    case dependent_added: {
      auto lines = whole_person_lines();
      lines.insert(lines.begin() + 4, {&relation_field, &relation_choices});
      return lines;
    }
    case dependent_ended:
      return {{&branch_field}};
    case voluntary:
      return {{&kept_symbol_field}, {&number_field}, {&late_field, &yes_choices},
              {&cover_field, &yes_choices}};
    case voluntary_end:
      return {{&loss_reason_field, &voluntary_choices}};
    case special:
      return {{&kept_symbol_field}, {&number_field}};
    case individual_number_change:
      return {{&branch_or_own_field}, {&individual_number_field}};
    case short_hours_change:
      return {{&work_class_field, &work_class_choices}, {&weekly_hours_field}, {&wage_field},
              {&student_field, &yes_choices}, {&office_size_field}};
    case dependent_changed:
      return {{&branch_field},
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
