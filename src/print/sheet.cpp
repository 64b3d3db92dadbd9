#include "print/sheet.h"

#include <algorithm>
#include <numeric>

#include "print/canvas.h"

namespace kenpo::print {

namespace {

constexpr double cell_side = 5;  // points between rule and text
constexpr double cell_edge = 3.5;
constexpr double rule_width = 0.5;
// A heading keeps this much room below it, so that it never stands alone.
constexpr double heading_company = 70;

struct LaidRow {
  std::vector<Layout> cells;
  std::vector<int> next;  // the first line of each cell not yet placed

  // The room that the lines not yet placed need.
  double height() const {
    double highest = 0;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      double height = 0;
      for (int line = next[at]; line < pango_layout_get_line_count(cells[at].get()); ++line) {
        height += line_height(cells[at].get(), line);
      }
      highest = std::max(highest, height);
    }
    return highest + 2 * cell_edge;
  }
  bool placed() const {
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (next[at] < pango_layout_get_line_count(cells[at].get())) return false;
    }
    return true;
  }
};

}  // namespace

struct Sheet::State {
  Facts facts;
  std::optional<Watermark> watermark;
  std::string footer;
  Canvas canvas;
  double y = top_margin;
  bool has_desk = false;  // the letter that is being drawn

  bool fits(double height) const { return y + height <= text_bottom; }
  void new_page() {
    // Past the limit nothing is kept: finish() refuses the document.
    if (canvas.pages() <= static_cast<std::size_t>(pages_limit)) canvas.new_page();
    y = top_margin;
  }
  void flow(std::string_view text, const Type& type, Align align, const Ink& ink, double after);
  std::vector<double> widths(const Table& table) const;
  LaidRow lay_row(const Table& table, const std::vector<std::string>& cells, const Type& type);
  void put_row(const Table& table, LaidRow row, bool filled, const LaidRow* head);
  void put_part(const Table& table, LaidRow& row, double height, bool filled);
};

void Sheet::State::flow(std::string_view text, const Type& type, Align align, const Ink& ink,
                        double after) {
  const auto layout = canvas.lay_out(text, type, text_width, align);
  for (int line = 0; line < pango_layout_get_line_count(layout.get()); ++line) {
    if (!fits(line_height(layout.get(), line))) new_page();
    y += canvas.put_line(layout.get(), line, side_margin, y, ink);
  }
  y += after;
}

std::vector<double> Sheet::State::widths(const Table& table) const {
  int whole = 0;
  for (const Column& column : table.columns) whole += column.share;
  std::vector<double> widths;
  for (const Column& column : table.columns) {
    widths.push_back(text_width * column.share / std::max(whole, 1));
  }
  return widths;
}

LaidRow Sheet::State::lay_row(const Table& table, const std::vector<std::string>& cells,
                              const Type& type) {
  KENPO_REQUIRE(cells.size() == table.columns.size());
  const auto column_widths = widths(table);
  LaidRow row;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    row.cells.push_back(canvas.lay_out(cells[at], type, column_widths[at] - 2 * cell_side,
                                       table.columns[at].align));
    row.next.push_back(0);
  }
  return row;
}

// Places as many lines of each cell as the height holds, and the rules around them.
void Sheet::State::put_part(const Table& table, LaidRow& row, double height, bool filled) {
  const auto column_widths = widths(table);
  if (filled) canvas.put_box({side_margin, y, text_width, height, head_fill});
  double x = side_margin;
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    PangoLayout* cell = row.cells[at].get();
    double line_y = y + cell_edge;
    while (row.next[at] < pango_layout_get_line_count(cell) &&
           line_y + line_height(cell, row.next[at]) <= y + height - cell_edge + 0.01) {
      line_y += canvas.put_line(cell, row.next[at]++, x + cell_side, line_y, black);
    }
    canvas.put_box({x - rule_width / 2, y, rule_width, height, rule_grey});
    x += column_widths[at];
  }
  canvas.put_box({x - rule_width / 2, y, rule_width, height, rule_grey});
  for (const double edge : {y, y + height}) {
    canvas.put_box({side_margin - rule_width / 2, edge - rule_width / 2, text_width + rule_width,
                    rule_width, rule_grey});
  }
  y += height;
}

void Sheet::State::put_row(const Table& table, LaidRow row, bool filled, const LaidRow* head) {
  const auto head_again = [&] {
    new_page();
    if (head == nullptr) return;
    LaidRow again;
    for (const Layout& cell : head->cells) {
      again.cells.emplace_back(static_cast<PangoLayout*>(g_object_ref(cell.get())));
      again.next.push_back(0);
    }
    put_part(table, again, again.height(), true);
  };
  const double head_height = head == nullptr ? 0 : head->height();
  const bool fits_a_page = top_margin + head_height + row.height() <= text_bottom;
  // A row longer than a page begins here and runs on, unless hardly a line is left.
  const bool goes_over = fits_a_page ? !fits(row.height()) : !fits(heading_company);
  if (goes_over && y > top_margin) head_again();
  while (!row.placed()) {
    const double before = y;
    const auto lines = std::accumulate(row.next.begin(), row.next.end(), 0);
    put_part(table, row, std::min(row.height(), text_bottom - y), filled);
    if (row.placed()) return;
    // A page that holds not even one line: the type is larger than the page.
    KENPO_REQUIRE(std::accumulate(row.next.begin(), row.next.end(), 0) > lines ||
                  before > top_margin);
    head_again();
    if (canvas.pages() > static_cast<std::size_t>(pages_limit)) return;
  }
}

namespace {
thread_local std::optional<Watermark> stamped;
}

Stamp::Stamp(Watermark who) { stamped = std::move(who); }
Stamp::~Stamp() { stamped.reset(); }
const std::optional<Watermark>& Stamp::now() { return stamped; }

Sheet::Sheet(Facts facts, std::optional<Watermark> watermark) : state_(std::make_unique<State>()) {
  state_->facts = std::move(facts);
  state_->watermark = std::move(watermark);
}
Sheet::~Sheet() = default;
Sheet::Sheet(Sheet&&) noexcept = default;
Sheet& Sheet::operator=(Sheet&&) noexcept = default;

void Sheet::footer(std::string_view text) { state_->footer = text; }

void Sheet::title(std::string_view text) {
  state_->flow(text, title_type, Align::centre, black, 10);
}

void Sheet::heading(std::string_view text) {
  State& state = *state_;
  if (state.y > top_margin) state.y += 8;
  if (!state.fits(heading_company)) state.new_page();
  state.canvas.put_outline(text, state.y);
  state.flow(text, heading_type, Align::left, accent, 1);
  state.canvas.put_box({side_margin, state.y, text_width, 0.8, accent});
  state.y += 6;
}

void Sheet::paragraph(std::string_view text, Align align) {
  state_->flow(text, body_type, align, black, 4);
}

void Sheet::note(std::string_view text) { state_->flow(text, note_type, Align::left, grey, 2); }

void Sheet::table(const Table& table) {
  State& state = *state_;
  std::optional<LaidRow> head;
  if (!table.head.empty()) {
    head = state.lay_row(table, table.head, strong_cell_type);
    const double company = head->height() + 30;
    if (!state.fits(company)) state.new_page();
    state.put_row(table, state.lay_row(table, table.head, strong_cell_type), true, nullptr);
  }
  for (const TableRow& row : table.rows) {
    const bool total = row.style == RowStyle::total;
    state.put_row(table, state.lay_row(table, row.cells, total ? strong_cell_type : cell_type),
                  total, head ? &*head : nullptr);
  }
  state.y += 8;
}

void Sheet::facts(const std::vector<std::pair<std::string, std::string>>& labelled) {
  State& state = *state_;
  constexpr double label_width = 110;
  for (const auto& [label, value] : labelled) {
    const auto name = state.canvas.lay_out(label, strong_cell_type, label_width - 8, Align::left);
    const auto text = state.canvas.lay_out(value, cell_type, text_width - label_width, Align::left);
    const double height = std::max(layout_height(name.get()), layout_height(text.get()));
    if (!state.fits(height)) state.new_page();
    const auto put = [&](PangoLayout* layout, double x, const Ink& ink) {
      double y = state.y;
      for (int line = 0; line < pango_layout_get_line_count(layout); ++line) {
        y += state.canvas.put_line(layout, line, x, y, ink);
      }
    };
    put(name.get(), side_margin, grey);
    put(text.get(), side_margin + label_width, black);
    state.y += height + 1;
  }
  state.y += 4;
}

void Sheet::address_block(const std::vector<std::string>& lines) {
  constexpr double left = 20 * points_a_millimetre;
  constexpr double top = 22 * points_a_millimetre;
  constexpr double width = 85 * points_a_millimetre;
  constexpr double below =
      75 * points_a_millimetre;  // the first fold of a sheet for 長形3号 is at 99
  State& state = *state_;
  double y = top;
  for (const std::string& text : lines) {
    const auto layout = state.canvas.lay_out(text, address_type, width, Align::left);
    for (int line = 0; line < pango_layout_get_line_count(layout.get()); ++line) {
      y += state.canvas.put_line(layout.get(), line, left, y, black);
    }
  }
  state.y = std::max(below, y + 10);
}

void Sheet::gap(int millimetres) { state_->y += millimetres * points_a_millimetre; }

void Sheet::new_page() { state_->new_page(); }

// 公表事項4
void Sheet::desk() {
  const auto& sender = state_->facts.sender;
  gap(2);
  facts({{"お問い合わせ", sender.society + "　" + sender.telephone},
         {"所在地", sender.address},
         {std::string(complaint_desk_label), sender.complaint_desk}});
  state_->has_desk = true;
}

void Sheet::next_letter() {
  if (!state_->has_desk) desk();
  state_->has_desk = false;
  new_page();
}

base::Result<Printed> Sheet::finish() {
  if (state_->facts.sender.complaint_desk.empty()) {
    return base::Fault{{"文書に個人情報の苦情窓口がありません。", "The paper names no complaint desk."},
                       {"組合の文書には、必ず苦情の申出先を載せます(公表事項4)。",
                        "Every paper of the society names it (section 4 of the notice)."},
                       {"組合の設定で、名称・所在地・電話を確かめてください。",
                        "Check name, address and telephone of the society."},
                       {}};
  }
  if (!state_->has_desk) desk();
  return state_->canvas.write(state_->facts, state_->watermark, state_->footer);
}

}  // namespace kenpo::print
