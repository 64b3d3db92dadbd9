// An A4 document that flows down its pages: headings, paragraphs, tables, address blocks. Every
// paper the society sends is drawn with this, and so names the complaint desk. The PDF has embedded
// fonts; its text can be searched and read aloud.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "print/sender.h"

namespace kenpo::print {

enum class Align : std::uint8_t { left, centre, right };

/// What the file says of itself. `made_at` keeps two drawings of the same document equal.
struct Facts {
  std::string title;
  Sender sender;
  base::Moment made_at;
};

/// Who drew the paper, and when: on every page, across and at the foot (notice section 2, P-3).
/// A paper for the person it is about, or for the public, carries none.
struct Watermark {
  std::string user;
  base::Moment at;
};

/// Who prints on this thread: every document begun while it lives says so at the foot of each page,
/// letters to people included (P-3). The desk holds one while it answers a signed-in visitor.
class Stamp {
 public:
  explicit Stamp(Watermark who);
  ~Stamp();
  Stamp(const Stamp&) = delete;
  Stamp& operator=(const Stamp&) = delete;
  /// nullopt: the program prints by itself, or the paper is made for the public.
  static const std::optional<Watermark>& now();
};

struct Column {
  int share = 1;  // of the width; the shares of all columns make the whole
  Align align = Align::left;
};

enum class RowStyle : std::uint8_t { plain, total };

struct TableRow {
  std::vector<std::string> cells;
  RowStyle style = RowStyle::plain;
};

/// A ruled table. The head is repeated on every page it runs over; a row stays on one page unless
/// it is longer than a page.
struct Table {
  std::vector<Column> columns;
  std::vector<std::string> head;  // empty: no head
  std::vector<TableRow> rows;
};

struct Printed {
  std::string pdf;
  int pages = 0;
  /// Characters that no installed font has. A letter with one of them should not be sent.
  int missing_glyphs = 0;
};

/// The label under which every paper names the desk for complaints about personal data.
inline constexpr std::string_view complaint_desk_label = "個人情報の苦情窓口";

/// A document longer than this is not one letter: bulk printing makes many documents.
inline constexpr int pages_limit = 500;

class Sheet {
 public:
  explicit Sheet(Facts facts, std::optional<Watermark> watermark = std::nullopt);
  ~Sheet();
  Sheet(Sheet&&) noexcept;
  Sheet& operator=(Sheet&&) noexcept;

  /// Left of the page number at the foot of every page.
  void footer(std::string_view text);
  /// The document's name, large.
  void title(std::string_view text);
  /// A heading; also an entry of the file's outline. Never alone at the foot of a page.
  void heading(std::string_view text);
  void paragraph(std::string_view text, Align align = Align::left);
  /// Smaller and grey: notes.
  void note(std::string_view text);
  void table(const Table& table);
  /// Labels and values in two columns without rules.
  void facts(const std::vector<std::pair<std::string, std::string>>& labelled);
  /// The addressee where the window of an envelope shows it (長形3号: 20 mm from the left, 22 mm
  /// from the top). Call it first; the text goes on below.
  void address_block(const std::vector<std::string>& lines);
  void gap(int millimetres);
  void new_page();
  /// Society, address, telephone and complaint desk (notice section 4, C-1). Every letter ends with
  /// them by itself; called where they stand before its end.
  void desk();
  /// Ends the letter, with its desk, and begins the next one on a new page: for files of letters to
  /// several people.
  void next_letter();

  /// The PDF; its last letter ends with its desk. Refuses a document of more than `pages_limit`
  /// pages, and one whose sender names no complaint desk. Call it once, last.
  base::Result<Printed> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kenpo::print
