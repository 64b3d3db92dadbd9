// One shape for screens made of sections, each with words, facts, tables, links or forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::desk {

/// The fields of one form, in their order; those of a row stand side by side.
class FormFields {
 public:
  FormFields& input(const Form& form, const Field& field);
  FormFields& select(const Form& form, const Field& field, const std::vector<Choice>& choices);
  /// Several lines of text.
  FormFields& area(const Form& form, const Field& field);
  FormFields& hidden(std::string name, std::string value);
  FormFields& file(std::string name, std::string label, std::string support);
  FormFields& next_row();

 private:
  friend class SectionPage;
  Data& field();
  std::vector<std::vector<Data>> rows_ = {{}};
  bool has_file_ = false;
  bool any_shown_ = false;  // a form of hidden fields alone is a button without a frame
};

/// A page; sections and what is in them come in the order of the calls. Links and forms that would
/// lead this visitor to a refusal are left out.
class SectionPage {
 public:
  /// `template_name`: where the folder has links of its own above `sections`.
  explicit SectionPage(const Visit& visit, std::string_view template_name = "section_page")
      : visit_(visit), template_name_(template_name) {}

  SectionPage& lead(std::string words);
  SectionPage& notification(NotificationKind kind, std::string title, std::string words = {});
  /// The faults of a form, above everything.
  SectionPage& faults(const Form& form);
  SectionPage& section(std::string heading, std::string words = {});
  /// Into the section begun last:
  SectionPage& facts(const std::vector<Item>& items);
  SectionPage& table(Data table);
  /// Nothing when all rows stand on one page.
  SectionPage& pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
                     const std::string& address);
  SectionPage& link(std::string words, std::string address);
  /// A form; the first of a page is sent with F12.
  SectionPage& form(std::string address, std::string label, FormFields fields = {});

  base::Result<Response> finish(PageHead head);

 private:
  struct Section {
    std::string heading;
    std::string words;
    std::vector<Data> blocks = {};
    std::vector<Data> links = {};  // that follow each other, not yet among the blocks
  };
  static Data& block(Section& section);
  static void end_links(Section& section);
  Data& block();
  const Visit& visit_;
  std::string_view template_name_;
  std::string lead_;
  std::vector<Data> notes_;
  std::vector<Section> sections_;
  Data summary_;
  bool any_faults_ = false;
  bool any_form_ = false;
  bool any_form_left_out_ = false;
  std::string main_label_;
};

/// The faults of a file or a list with their places; no value of it is among them. `lines`: what
/// its lines are called.
Data faults_table(const base::Faults& faults, std::string_view lines);

}  // namespace kenpo::desk
