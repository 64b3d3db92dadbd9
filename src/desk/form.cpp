#include "desk/form.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "base/utf8.h"
#include "base/width.h"

namespace kenpo::desk {

namespace {

const Values no_values;

std::string words_of(const base::Words& words) { return words.ja.text(); }

std::string asked_for(const Field& field) {
  return std::string(field.label) + "を入力してください。";
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    return (static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\r') ||
           byte == 0x7F;
  });
}

}  // namespace

Form::Form(const Values& values) : values_(&values) {}
Form::Form() : values_(&no_values) {}

std::string Form::sent(std::string_view name) const {
  const auto value = values_->get(name);
  return std::string(value ? *value : prefilled_.text(name));
}

void Form::prefill(std::string_view name, std::string value) {
  prefilled_.add(std::string(name), std::move(value));
}

void Form::add_fault(const Field& field, std::string words) {
  // One fault a field: the reader mends one thing at a time.
  const auto same = [&field](const FieldFault& fault) { return fault.field == field.name; };
  if (std::ranges::any_of(faults_, same)) return;
  faults_.push_back({std::string(field.name), std::move(words)});
}

void Form::note(const Field& field, const base::Words& what) { add_fault(field, words_of(what)); }

void Form::note(const base::Faults& faults) {
  for (const auto& fault : faults) {
    faults_.push_back({{}, base::tell(fault, base::Language::japanese)});
  }
}

std::optional<std::string> Form::text(const Field& field) {
  const auto value = base::trimmed(sent(field.name));
  if (value.empty()) {
    if (field.need == Field::Need::required) add_fault(field, asked_for(field));
    return std::nullopt;
  }
  const std::string label(field.label);
  if (characters(value) > field.length_limit) {
    add_fault(field,
              label + "は" + std::to_string(field.length_limit) + "文字以内で入力してください。");
    return std::nullopt;
  }
  if (has_control(value) || !base::is_utf8(value)) {
    add_fault(field, label + "に使えない文字が入っています。打ち直してください。");
    return std::nullopt;
  }
  return value;
}

std::optional<base::Date> Form::date(const Field& field) {
  const auto value = text(field);
  if (!value) return std::nullopt;
  auto date = parse_office_date(*value);
  if (!date) {
    add_fault(field, std::string(field.label) +
                         "を「R8.4.1」「2026/4/1」「令和8年4月1日」のように、"
                         "実在する日で入力してください。");
  }
  return date;
}

std::optional<base::Month> Form::month(const Field& field) {
  const auto value = text(field);
  if (!value) return std::nullopt;
  auto month = parse_office_month(*value);
  if (!month) {
    add_fault(field, std::string(field.label) +
                         "を「R8.4」「2026/4」「令和8年4月」のように入力してください。");
  }
  return month;
}

std::optional<std::int64_t> Form::number(const Field& field, std::int64_t least,
                                         std::int64_t most) {
  const auto value = text(field);
  if (!value) return std::nullopt;
  auto digits = base::normalised(base::Entry::number, *value);
  std::erase(digits, ',');
  std::int64_t number = 0;
  const auto* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) {
    return number;
  }
  add_fault(field, std::string(field.label) + "を" + std::to_string(least) + "から" +
                       std::to_string(most) + "までの整数で入力してください。");
  return std::nullopt;
}

std::optional<base::Yen> Form::yen(const Field& field, std::int64_t least_yen,
                                   std::int64_t most_yen) {
  const auto amount = number(field, least_yen, most_yen);
  return amount ? std::optional(base::Yen(*amount)) : std::nullopt;
}

std::optional<std::string> Form::choice(const Field& field, const std::vector<Choice>& choices) {
  const auto value = sent(field.name);
  const auto chosen = std::ranges::find(choices, std::string_view(value), &Choice::value);
  if (chosen != choices.end() && !value.empty()) return value;
  if (value.empty() && field.need == Field::Need::optional) return std::nullopt;
  add_fault(field, std::string(field.label) + "を選んでください。");
  return std::nullopt;
}

bool Form::ticked(std::string_view name) const { return values_->has(name); }

std::optional<base::Date> parse_office_date(std::string_view text) {
  return base::parse_any_date(base::normalised(base::Entry::number, text));
}

std::optional<base::Month> parse_office_month(std::string_view text) {
  const auto narrow = base::normalised(base::Entry::number, text);
  // A month is the day form without its day: the first day is put behind it in each style.
  for (const std::string_view first_day : {"1日", ".1", "/1", "-01", "01"}) {
    const auto date = base::parse_any_date(narrow + std::string(first_day));
    if (date && date->day() == 1 && !base::parse_any_date(narrow)) return date->in_month();
  }
  return std::nullopt;
}

}  // namespace kenpo::desk
