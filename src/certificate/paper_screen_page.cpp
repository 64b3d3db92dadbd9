#include "certificate/paper_screen_page.h"


#include "eligibility/link_page.h"

namespace kenpo::certificate {

using desk::Cell;
using desk::ChipKind;
using desk::Data;

Data& PaperFields::field() {
  fields_.emplace_back();
  fields_.back().nothing("as_input").nothing("as_select");
  return fields_.back();
}

PaperFields& PaperFields::input(const desk::Form& form, const desk::Field& declared) {
  field().section("as_input", form.input(declared));
  return *this;
}

PaperFields& PaperFields::select(const desk::Form& form, const desk::Field& declared,
                                 const std::vector<desk::Choice>& choices) {
  field().section("as_select", form.select(declared, choices));
  return *this;
}

Data& PaperScreen::last() {
  KENPO_REQUIRE(!sections_.empty());
  return sections_.back();
}

PaperScreen& PaperScreen::lead(std::string words) {
  lead_ = std::move(words);
  return *this;
}

PaperScreen& PaperScreen::note(desk::NotificationKind kind, std::string title, std::string words) {
  Data note;
  note.section("note", desk::notification(kind, std::move(title), std::move(words)));
  notes_.push_back(std::move(note));
  return *this;
}

PaperScreen& PaperScreen::faults(const desk::Form& form) {
  any_faults_ = !form.ok();
  if (any_faults_) summary_ = form.error_summary();
  return *this;
}

PaperScreen& PaperScreen::section(std::string heading, std::string words) {
  Data section;
  section.text("section_id", "section-" + std::to_string(sections_.size() + 1))
      .text("section_heading", std::move(heading))
      .text_if_any("section_words", std::move(words))
      .nothing("section_facts")
      .nothing("section_table")
      .nothing("section_pager")
      .nothing("section_form");
  sections_.push_back(std::move(section));
  links_.emplace_back();
  return *this;
}

PaperScreen& PaperScreen::facts(const std::vector<desk::Item>& items) {
  last().section("section_facts", desk::description_list(items));
  return *this;
}

PaperScreen& PaperScreen::table(Data table) {
  last().section("section_table", std::move(table));
  return *this;
}

PaperScreen& PaperScreen::pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
                                const std::string& address) {
  if (rows > rows_of_a_page) {
    last().section("section_pager", desk::pager(page, rows, rows_of_a_page, address));
  }
  return *this;
}

PaperScreen& PaperScreen::link(std::string words, std::string address) {
  const auto open = eligibility::open_address(router_, visit_, std::move(address));
  if (open.empty()) return *this;
  Data link;
  link.text("link_words", std::move(words)).text("link_address", open);
  links_.back().push_back(std::move(link));
  return *this;
}

PaperScreen& PaperScreen::form(std::string address, std::string label, PaperFields fields) {
  const auto found = router_.find(desk::Method::post, address);
  KENPO_REQUIRE(found.route != nullptr && found.route->operation != nullptr);
  const auto ruling = router_.gate().ruling(*found.route->operation, visit_.staff());
  if (ruling.refusal != notice::Refusal::none) return *this;
  Data form;
  form.text("form_address", std::move(address))
      .text("form_label", label)
      .text("form_button", any_form_ ? "button-outline" : "button-solid")
      .when("form_is_main", !any_form_)
      .when("form_framed", !fields.fields_.empty())
      .list("form_fields", std::move(fields.fields_));
  if (!any_form_) submit_label_ = std::move(label);
  any_form_ = true;
  last().section("section_form", std::move(form));
  return *this;
}

base::Result<desk::Response> PaperScreen::finish(desk::PageHead head) {
  for (std::size_t at = 0; at < sections_.size(); ++at) {
    sections_[at]
        .when("section_any_link", !links_[at].empty())
        .list("section_links", std::move(links_[at]));
  }
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
  head.submit_label = submit_label_;
  return desk::page(visit_, std::move(head), "paper_screen_page", std::move(data));
}

Data basis_table(std::string caption, const std::vector<law::Basis>& basis) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : basis) {
    rows.push_back({{line.step.ja.text()},
                    {law::told(line.fact, base::Language::japanese)},
                    {line.article.text()},
                    {line.row == nullptr ? "" : std::string(line.row->basis)}});
  }
  return desk::table(std::move(caption), {{"確かめたこと"}, {"結果"}, {"条文"}, {"数値の根拠"}},
                     rows);
}

std::string masked_number(const Contents& contents) {
  return eligibility::masked_insured_number(contents.symbol, contents.number, contents.branch);
}

std::string span_words(const Certificate& certificate) {
  return certificate.from.iso() + "〜" + (certificate.until ? certificate.until->iso() : "");
}

std::string contents_words(const Certificate& certificate) {
  const auto& contents = certificate.contents;
  std::string words;
  const auto add = [&](std::string_view more) {
    if (!words.empty()) words += "、";
    words += more;
  };
  if (contents.share_percent != 0) add(std::to_string(contents.share_percent / 10) + "割");
  if (contents.limit_class) add("区分" + std::string(label(*contents.limit_class)));
  if (contents.disease) {
    add(wording(*contents.disease));
    add("月" + contents.limit_amount.grouped() + "円");
  }
  if (contents.long_stay == LongStay::yes) add("長期入院該当");
  if (is_short(certificate.card_use) && certificate.kind == Kind::confirmation) {
    add("短期(" + std::string(wording(certificate.card_use)) + ")");
  }
  return words;
}

Cell state_cell(const Certificate& certificate, base::Date today) {
  if (certificate.is_out() && certificate.until && *certificate.until < today) {
    return desk::chip_cell(ChipKind::plain, "期限切れ");
  }
  const auto kind = [&] {
    switch (certificate.state) {
      case State::to_issue:
        return ChipKind::plain;
      case State::in_run:
      case State::issued:
        return ChipKind::progress;
      case State::delivered:
      case State::returned:
        return ChipKind::done;
      case State::to_collect:
        return ChipKind::waiting;
      case State::lost:
        return ChipKind::problem;
      case State::dropped:
        return ChipKind::plain;
    }
    return ChipKind::plain;
  }();
  return desk::chip_cell(kind, std::string(wording(certificate.state)));
}

void add_certificate_routes(desk::Router& router, const PaperScreens& screens) {
  add_due_routes(router, screens);
  add_list_routes(router, screens);
  add_holder_routes(router, screens);
  add_application_routes(router, screens);
  add_custody_routes(router, screens);
  add_print_run_routes(router, screens);
}

}  // namespace kenpo::certificate
