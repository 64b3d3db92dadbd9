#include "desk/section_page.h"

#include <utility>

#include "base/require.h"

namespace kenpo::desk {

Data& FormFields::field() {
  auto& row = rows_.back();
  row.emplace_back();
  auto& made = row.back();
  made.nothing("as_input").nothing("as_select").nothing("as_hidden").nothing("as_file");
  made.nothing("as_area");
  return made;
}

FormFields& FormFields::input(const Form& form, const Field& declared) {
  any_shown_ = true;
  field().section("as_input", form.input(declared));
  return *this;
}

FormFields& FormFields::select(const Form& form, const Field& declared,
                               const std::vector<Choice>& choices) {
  any_shown_ = true;
  field().section("as_select", form.select(declared, choices));
  return *this;
}

FormFields& FormFields::area(const Form& form, const Field& declared) {
  any_shown_ = true;
  field().section("as_area", form.input(declared));
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
  any_shown_ = true;
  return *this;
}

FormFields& FormFields::next_row() {
  rows_.emplace_back();
  return *this;
}

SectionPage& SectionPage::lead(std::string words) {
  lead_ = std::move(words);
  return *this;
}

SectionPage& SectionPage::notification(NotificationKind kind, std::string title,
                                       std::string words) {
  Data note;
  note.section("note", desk::notification(kind, std::move(title), std::move(words)));
  notes_.push_back(std::move(note));
  return *this;
}

SectionPage& SectionPage::faults(const Form& form) {
  any_faults_ = !form.ok();
  if (any_faults_) summary_ = form.error_summary();
  return *this;
}

SectionPage& SectionPage::section(std::string heading, std::string words) {
  sections_.push_back({std::move(heading), std::move(words), {}});
  return *this;
}

Data& SectionPage::block(Section& section) {
  section.blocks.emplace_back();
  auto& made = section.blocks.back();
  made.nothing("block_facts")
      .nothing("block_table")
      .nothing("block_pages")
      .nothing("block_links")
      .nothing("block_form");
  return made;
}

void SectionPage::end_links(Section& section) {
  if (section.links.empty()) return;
  Data links;
  links.list("links", std::exchange(section.links, {}));
  block(section).section("block_links", std::move(links));
}

Data& SectionPage::block() {
  KENPO_REQUIRE(!sections_.empty());
  end_links(sections_.back());
  return block(sections_.back());
}

SectionPage& SectionPage::facts(const std::vector<Item>& items) {
  block().section("block_facts", description_list(items));
  return *this;
}

SectionPage& SectionPage::table(Data table) {
  block().section("block_table", std::move(table));
  return *this;
}

SectionPage& SectionPage::pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
                                const std::string& address) {
  if (rows > rows_of_a_page) {
    block().section("block_pages", desk::pager(page, rows, rows_of_a_page, address));
  }
  return *this;
}

SectionPage& SectionPage::link(std::string words, std::string address) {
  KENPO_REQUIRE(!sections_.empty());
  if (!visit_.may(Method::get, address)) return *this;
  Data link;
  link.text("link_words", std::move(words)).text("link_address", std::move(address));
  sections_.back().links.push_back(std::move(link));
  return *this;
}

SectionPage& SectionPage::form(std::string address, std::string label, FormFields fields) {
  if (!visit_.may(Method::post, address)) {
    any_form_left_out_ = true;
    return *this;
  }
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
      .text("form_button", any_form_ ? "button-outline" : "button-solid")
      .when("form_has_file", fields.has_file_)
      .when("form_is_main", !any_form_)
      .when("form_framed", framed)
      .list("form_rows", std::move(rows));
  if (!any_form_) main_label_ = std::move(label);
  any_form_ = true;
  block().section("block_form", std::move(form));
  return *this;
}

base::Result<Response> SectionPage::finish(PageHead head) {
  if (any_form_left_out_ && !any_form_) {
    notification(NotificationKind::information, "読むための画面です。",
                 "登録と変更は、その仕事の役割の人がします。");
  }
  std::vector<Data> sections;
  for (auto& section : sections_) {
    end_links(section);
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
  return number == 0 ? std::string() : grouped(static_cast<std::int64_t>(number));
}

}  // namespace

Data faults_table(const base::Faults& faults, std::string_view lines) {
  using Holds = Column::Holds;
  std::vector<std::vector<Cell>> rows;
  for (const auto& fault : faults) {
    if (rows.size() == faults_shown_limit) break;
    rows.push_back({{place_number(fault.place.line)},
                    {place_number(fault.place.column)},
                    {fault.place.field.text()},
                    {fault.what.ja.text()},
                    {fault.why.ja.text() + fault.mend.ja.text()}});
  }
  return table(
      "誤り",
      {{lines, Holds::numbers}, {"桁", Holds::numbers}, {"項目"}, {"誤り"}, {"決まり・直し方"}},
      rows, std::to_string(faults.size()) + "件");
}

}  // namespace kenpo::desk
