// One shape for the screens of the collection: sections, each with words, facts, tables, links or a
// form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/payer.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::collection {

/// The fields of one form, in their order; those of a row stand side by side.
class Fields {
 public:
  Fields& input(const desk::Form& form, const desk::Field& field);
  Fields& select(const desk::Form& form, const desk::Field& field,
                 const std::vector<desk::Choice>& choices);
  /// Several lines of text.
  Fields& area(const desk::Form& form, const desk::Field& field);
  Fields& hidden(std::string name, std::string value);
  Fields& file(std::string name, std::string label, std::string support);
  Fields& next_row();

 private:
  friend class CollectionPage;
  desk::Data& field();
  std::vector<std::vector<desk::Data>> rows_ = {{}};
  bool has_file_ = false;
  bool any_shown_ = false;  // a form of hidden fields alone is a button without a frame
};

/// A page; sections come in the order of the calls.
class CollectionPage {
 public:
  /// `template_name`: the folder's links above `collection_sections`.
  explicit CollectionPage(const desk::Visit& visit,
                          std::string_view template_name = "collection_page")
      : visit_(visit), template_name_(template_name) {}

  CollectionPage& lead(std::string words);
  CollectionPage& notification(desk::NotificationKind kind, std::string title,
                               std::string words = {});
  /// The faults of a form, above everything.
  CollectionPage& faults(const desk::Form& form);
  CollectionPage& section(std::string heading, std::string words = {});
  /// Into the section begun last:
  CollectionPage& facts(const std::vector<desk::Item>& items);
  CollectionPage& table(desk::Data table);
  CollectionPage& pager(std::size_t page, std::size_t pages, const std::string& address);
  CollectionPage& link(std::string words, std::string address);
  /// A form; the first of a page is sent with F12.
  CollectionPage& form(std::string address, std::string label, Fields fields);

  base::Result<desk::Response> finish(desk::PageHead head);

 private:
  desk::Data& block();
  const desk::Visit& visit_;
  std::string_view template_name_;
  std::string lead_;
  std::vector<desk::Data> notes_;
  struct Section {
    std::string heading;
    std::string words;
    std::vector<desk::Data> blocks;
  };
  std::vector<Section> sections_;
  desk::Data summary_;
  bool any_faults_ = false;
  bool any_form_ = false;
  std::string main_label_;
};

/// The faults of a file or a list with their places; no value of it is among them. `lines`: what
/// its lines are called.
desk::Data faults_table(const base::Faults& faults, std::string_view lines);

/// The pages of a list: `page=3` in the address; at least 1.
std::size_t page_number(const desk::Visit& visit);
std::size_t pages_of(std::int64_t count, std::size_t of_a_page);
/// What stands on a page of a list.
Slice slice_of(std::size_t page);
/// 「12,345円」
std::string yen_words(base::Yen amount);

inline constexpr std::size_t rows_of_a_page = 50;  // what a clerk looks through at one sitting

}  // namespace kenpo::collection
