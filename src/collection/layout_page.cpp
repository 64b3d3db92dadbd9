#include "collection/layout_page.h"

#include <charconv>

#include "base/require.h"

namespace kenpo::collection {

using desk::Data;

Data& Fields::field() {
  auto& row = rows_.back();
  row.emplace_back();
  auto& made = row.back();
  made.nothing("as_input").nothing("as_select").nothing("as_hidden").nothing("as_file");
  made.nothing("as_area");
  return made;
}

Fields& Fields::input(const desk::Form& form, const desk::Field& declared) {
  any_shown_ = true;
  field().section("as_input", form.input(declared));
  return *this;
}

Fields& Fields::select(const desk::Form& form, const desk::Field& declared,
                       const std::vector<desk::Choice>& choices) {
  any_shown_ = true;
  field().section("as_select", form.select(declared, choices));
  return *this;
}

Fields& Fields::area(const desk::Form& form, const desk::Field& declared) {
  any_shown_ = true;
  field().section("as_area", form.input(declared));
  return *this;
}

Fields& Fields::hidden(std::string name, std::string value) {
  Data hidden;
  hidden.text("hidden_name", std::move(name)).text("hidden_value", std::move(value));
  field().section("as_hidden", std::move(hidden));
  return *this;
}

Fields& Fields::file(std::string name, std::string label, std::string support) {
  Data file;
  file.text("file_name", std::move(name))
      .text("file_label", std::move(label))
      .text("file_support", std::move(support));
  field().section("as_file", std::move(file));
  has_file_ = true;
  any_shown_ = true;
  return *this;
}

Fields& Fields::next_row() {
  rows_.emplace_back();
  return *this;
}

CollectionPage& CollectionPage::lead(std::string words) {
  lead_ = std::move(words);
  return *this;
}

CollectionPage& CollectionPage::notification(desk::NotificationKind kind, std::string title,
                                             std::string words) {
  Data note;
  note.section("note", desk::notification(kind, std::move(title), std::move(words)));
  notes_.push_back(std::move(note));
  return *this;
}

CollectionPage& CollectionPage::faults(const desk::Form& form) {
  any_faults_ = !form.ok();
  if (any_faults_) summary_ = form.error_summary();
  return *this;
}

CollectionPage& CollectionPage::section(std::string heading, std::string words) {
  sections_.push_back({std::move(heading), std::move(words), {}});
  return *this;
}

Data& CollectionPage::block() {
  KENPO_REQUIRE(!sections_.empty());
  auto& blocks = sections_.back().blocks;
  blocks.emplace_back();
  auto& made = blocks.back();
  made.nothing("block_facts")
      .nothing("block_table")
      .nothing("block_pages")
      .nothing("block_link")
      .nothing("block_form");
  return made;
}

CollectionPage& CollectionPage::facts(const std::vector<desk::Item>& items) {
  block().section("block_facts", desk::description_list(items));
  return *this;
}

CollectionPage& CollectionPage::table(Data table) {
  block().section("block_table", std::move(table));
  return *this;
}

CollectionPage& CollectionPage::pager(std::size_t page, std::size_t pages,
                                      const std::string& address) {
  if (pages > 1) block().section("block_pages", desk::pager(page, pages, address));
  return *this;
}

CollectionPage& CollectionPage::link(std::string words, std::string address) {
  Data link;
  link.text("link_words", std::move(words)).text("link_address", std::move(address));
  block().section("block_link", std::move(link));
  return *this;
}

CollectionPage& CollectionPage::form(std::string address, std::string label, Fields fields) {
  const bool framed = fields.any_shown_;
  std::vector<Data> rows;
  for (auto& row : fields.rows_) {
    if (row.empty()) continue;
    Data made;
    made.when("row_is_wide", row.size() > 1).list("form_fields", std::move(row));
    rows.push_back(std::move(made));
  }
  Data form;
  form.text("form_address", std::move(address))
      .text("form_label", label)
      .when("form_has_file", fields.has_file_)
      .when("form_is_main", !any_form_)
      .when("form_framed", framed)
      .list("form_rows", std::move(rows));
  if (!any_form_) main_label_ = std::move(label);
  any_form_ = true;
  block().section("block_form", std::move(form));
  return *this;
}

base::Result<desk::Response> CollectionPage::finish(desk::PageHead head) {
  std::vector<Data> sections;
  for (auto& section : sections_) {
    Data made;
    made.text("section_id", "section-" + std::to_string(sections.size() + 1))
        .text("section_heading", std::move(section.heading))
        .text_if_any("section_words", std::move(section.words))
        .list("blocks", std::move(section.blocks));
    sections.push_back(std::move(made));
  }
  Data data;
  data.text_if_any("lead", lead_)
      .list("notes", std::move(notes_))
      .list("sections", std::move(sections))
      .text("form_token", visit_.form_token());
  if (any_faults_) {
    data.section("summary", std::move(summary_));
    head.status = 422;
  } else {
    data.nothing("summary");
  }
  head.submit_label = main_label_;
  return desk::page(visit_, std::move(head), template_name_, std::move(data));
}

namespace {

/// More rows than a person mends at one sitting; the count says how many there are.
constexpr std::size_t faults_shown_limit = 100;

std::string place_number(std::uint64_t number) {
  return number == 0 ? std::string() : desk::grouped(static_cast<std::int64_t>(number));
}

}  // namespace

Data faults_table(const base::Faults& faults, std::string_view lines) {
  using Holds = desk::Column::Holds;
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& fault : faults) {
    if (rows.size() == faults_shown_limit) break;
    rows.push_back({{place_number(fault.place.line)},
                    {place_number(fault.place.column)},
                    {fault.place.field.text()},
                    {fault.what.ja.text()},
                    {fault.why.ja.text() + fault.mend.ja.text()}});
  }
  return desk::table("誤り",
                     {{lines, Holds::numbers},
                      {"桁", Holds::numbers},
                      {"項目"},
                      {"誤り"},
                      {"決まり・直し方"}},
                     rows, std::to_string(faults.size()) + "件");
}

std::size_t page_number(const desk::Visit& visit) {
  const auto text = visit.query("page");
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::size_t most = 1'000'000;  // no list has more pages
  return number >= 1 && number <= most ? number : 1;
}

std::size_t pages_of(std::int64_t count, std::size_t of_a_page) {
  const auto whole = static_cast<std::size_t>(count < 0 ? 0 : count);
  return whole == 0 ? 1 : (whole + of_a_page - 1) / of_a_page;
}

Slice slice_of(std::size_t page) {
  return {.skipped = static_cast<std::int64_t>((page - 1) * rows_of_a_page),
          .count = static_cast<std::int64_t>(rows_of_a_page)};
}

std::string yen_words(base::Yen amount) { return amount.grouped() + "円"; }

}  // namespace kenpo::collection
