// Forms: typed reading of fields with faults in the office's words, values kept on error.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/plain.h"
#include "base/result.h"
#include "base/yen.h"
#include "desk/data.h"
#include "desk/request.h"

namespace kenpo::desk {

/// One field as the page declares it, `inline constexpr` or static.
struct Field {
  std::string_view name;   // `born_on`: name in the form, id in the page
  std::string_view label;  // 「生年月日」
  enum class Need : std::uint8_t { required, optional } need = Need::required;
  std::string_view support = {};   // the sentence above the input; may be empty
  std::size_t length_limit = 200;  // characters
  std::string_view kind = "text";  // type attribute: text, password, search
  std::string_view autocomplete = "off";
  std::string_view mode = {};  // inputmode attribute: numeric, text; may be empty
};

/// One choice of a select or a group of radio buttons.
struct Choice {
  Choice(std::string_view value_of_it, std::string_view label_of_it)
      : value(value_of_it), label(label_of_it) {}
  std::string value;
  std::string label;
};

/// One field's fault as the page shows it: beside the field and in the summary, the same words.
struct FieldFault {
  std::string field;
  std::string words;
};

/// Reads the fields of one form. Each reading returns the value or notes a fault; at the end
/// `ok()` says whether there was any. Stray spaces around a value are taken off.
class Form {
 public:
  explicit Form(const Values& values);
  /// An empty form, for showing the page the first time.
  Form();

  /// Text of at most `length_limit` characters, without control characters. Nullopt: empty and
  /// optional, or a fault was noted.
  std::optional<std::string> text(const Field& field);
  /// Any text that the parser takes; its faults are shown beside the field.
  template <typename Value, typename Parse>
  std::optional<Value> read(const Field& field, Parse parse, const base::Words& refusal) {
    const auto sent = text(field);
    if (!sent) return std::nullopt;
    std::optional<Value> value = parse(*sent);
    if (!value) note(field, refusal);
    return value;
  }
  /// A day: `R8.4.1`, `r080401`, `令和8年4月1日`, `20260401`, `2026/4/1`, `2026-04-01`.
  std::optional<base::Date> date(const Field& field);
  /// A month: `R8.4`, `令和8年4月`, `202604`, `2026-04`.
  std::optional<base::Month> month(const Field& field);
  /// A whole number, half or full width, thousands separated by commas or not.
  std::optional<std::int64_t> number(const Field& field, std::int64_t least, std::int64_t most);
  std::optional<base::Yen> yen(const Field& field, std::int64_t least_yen, std::int64_t most_yen);
  /// One of the choices.
  std::optional<std::string> choice(const Field& field, const std::vector<Choice>& choices);
  /// A checkbox.
  bool ticked(std::string_view name) const;

  /// Notes a fault of one field, for what only the act could find.
  void note(const Field& field, const base::Words& what);
  /// Notes faults that an act returned, without a field.
  void note(const base::Faults& faults);
  /// The value as it was sent, for showing it again.
  std::string sent(std::string_view name) const;
  /// Puts a value into the form before it is shown, where the visitor has sent none.
  void prefill(std::string_view name, std::string value);

  bool ok() const { return faults_.empty(); }
  const std::vector<FieldFault>& faults() const { return faults_; }

  /// The values of `{{> input}}` for the field: label, need, support, value, fault.
  Data input(const Field& field) const;
  /// The values of `{{> select}}`.
  Data select(const Field& field, const std::vector<Choice>& choices) const;
  /// The values of `{{> error_summary}}`: what is wrong, with links to the fields.
  Data error_summary() const;

 private:
  void add_fault(const Field& field, std::string words);

  const Values* values_;
  Values prefilled_;
  std::vector<FieldFault> faults_;
};

/// The same choice, month and date readings without a form.
std::optional<base::Date> parse_office_date(std::string_view text);
std::optional<base::Month> parse_office_month(std::string_view text);

}  // namespace kenpo::desk
