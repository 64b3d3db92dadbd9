#include "safeguard/register_layout_page.h"

#include <algorithm>
#include <charconv>

#include "base/width.h"

namespace kenpo::safeguard {

using desk::Data;

namespace {

/// Hours and minutes: `9:30`, `0930`.
std::optional<std::int64_t> minutes_of(std::string_view text) {
  const auto colon = text.find(':');
  auto digits = std::string(text.substr(0, colon));
  if (colon != std::string_view::npos) digits += text.substr(colon + 1);
  int number = -1;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  constexpr int hours_of_a_day = 24;
  constexpr int minutes_of_an_hour = 60;
  const bool whole = read.ptr == digits.data() + digits.size() && digits.size() >= 3;
  if (!whole || digits.size() > 4 || number < 0) return std::nullopt;
  const int hour = number / 100;
  const int minute = number % 100;
  if (hour >= hours_of_a_day || minute >= minutes_of_an_hour) return std::nullopt;
  return hour * minutes_of_an_hour + minute;
}

std::optional<base::Moment> parse_moment(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto day = desk::parse_office_date(text.substr(0, space));
  const auto time = base::normalised(base::Entry::number, text.substr(text.find_last_of(' ') + 1));
  const auto minutes = minutes_of(time);
  if (!day || !minutes) return std::nullopt;
  constexpr std::int64_t minute_milliseconds = 60 * 1000;
  return base::start_of(*day).plus_milliseconds(*minutes * minute_milliseconds);
}

}  // namespace

Data& FormFields::field() {
  fields_.emplace_back();
  auto& field = fields_.back();
  field.nothing("as_input").nothing("as_select").nothing("as_hidden").nothing("as_file");
  return field;
}

FormFields& FormFields::input(const desk::Form& form, const desk::Field& declared) {
  field().section("as_input", form.input(declared));
  return *this;
}

FormFields& FormFields::select(const desk::Form& form, const desk::Field& declared,
                               const std::vector<desk::Choice>& choices) {
  field().section("as_select", form.select(declared, choices));
  return *this;
}

FormFields& FormFields::hidden(std::string name, std::string value) {
  Data hidden;
  hidden.text("hidden_name", std::move(name)).text("hidden_value", std::move(value));
  field().section("as_hidden", std::move(hidden));
  return *this;
}

FormFields& FormFields::file(std::string name, std::string label, std::string support) {
  Data file;
  file.text("file_name", std::move(name))
      .text("file_label", std::move(label))
      .text("file_support", std::move(support));
  field().section("as_file", std::move(file));
  has_file_ = true;
  return *this;
}

Data& RegisterPage::last() {
  KENPO_REQUIRE(!sections_.empty());
  return sections_.back();
}

RegisterPage& RegisterPage::lead(std::string words) {
  lead_ = std::move(words);
  return *this;
}

RegisterPage& RegisterPage::notification(desk::NotificationKind kind, std::string title,
                                         std::string words) {
  Data note;
  note.section("note", desk::notification(kind, std::move(title), std::move(words)));
  notes_.push_back(std::move(note));
  return *this;
}

RegisterPage& RegisterPage::faults(const desk::Form& form) {
  any_faults_ = !form.ok();
  if (any_faults_) summary_ = form.error_summary();
  return *this;
}

RegisterPage& RegisterPage::section(std::string heading, std::string words) {
  Data section;
  section.text("section_id", "section-" + std::to_string(sections_.size() + 1))
      .text("section_heading", heading)
      .text_if_any("section_words", std::move(words))
      .nothing("section_facts")
      .nothing("section_table")
      .nothing("section_link")
      .nothing("section_form");
  sections_.push_back(std::move(section));
  return *this;
}

RegisterPage& RegisterPage::facts(const std::vector<desk::Item>& items) {
  last().section("section_facts", desk::description_list(items));
  return *this;
}

RegisterPage& RegisterPage::table(Data table) {
  last().section("section_table", std::move(table));
  return *this;
}

RegisterPage& RegisterPage::link(std::string words, std::string address) {
  Data link;
  link.text("link_words", std::move(words)).text("link_address", std::move(address));
  last().section("section_link", std::move(link));
  return *this;
}

RegisterPage::RegisterPage(const desk::Visit& visit, const notice::Gate& gate,
                           const notice::Operation& writing)
    : visit_(visit),
      may_write_(gate.ruling(writing, visit.staff()).refusal == notice::Refusal::none) {
  if (!may_write_) {
    notification(desk::NotificationKind::information, "読むための画面です。",
                 "登録と変更は、台帳を付ける役割の人がします。");
  }
}

RegisterPage& RegisterPage::form(std::string address, std::string label, FormFields fields) {
  if (!may_write_) return *this;
  Data form;
  form.text("form_address", std::move(address))
      .text("form_label", std::move(label))
      .when("form_has_file", fields.has_file_)
      .when("form_is_main", !any_form_)
      .when("form_framed", !fields.fields_.empty())
      .list("form_fields", std::move(fields.fields_));
  any_form_ = true;
  last().section("section_form", std::move(form));
  return *this;
}

base::Result<desk::Response> RegisterPage::finish(desk::PageHead head) {
  Data data;
  data.text_if_any("lead", lead_)
      .list("notes", std::move(notes_))
      .list("sections", std::move(sections_));
  if (any_faults_) {
    data.section("summary", std::move(summary_));
    head.status = 422;
  } else {
    data.nothing("summary");
  }
  return desk::page(visit_, std::move(head), "register_page", std::move(data));
}

std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& named : handlers) {
    choices.push_back({named.handler.staff.text(), named.name});
  }
  return choices;
}

std::string staff_name(const std::vector<staff::NamedHandler>& handlers,
                       const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const staff::NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? "名簿にない取扱者" : at->name;
}

std::optional<base::Moment> read_moment(desk::Form& form, const desk::Field& field) {
  return form.read<base::Moment>(
      field, parse_moment,
      {"日付と時刻ではありません。例：R8.11.24 9:30", "Not a day with a time of day."});
}

}  // namespace kenpo::safeguard
