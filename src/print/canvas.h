// What is drawn on the pages, kept until the number of pages is known. Points (1/72 inch) from the
// upper left corner.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "print/sheet.h"

namespace kenpo::print {

inline constexpr double points_a_millimetre = 72.0 / 25.4;
inline constexpr double page_width = 210 * points_a_millimetre;
inline constexpr double page_height = 297 * points_a_millimetre;
inline constexpr double side_margin = 20 * points_a_millimetre;
inline constexpr double top_margin = 18 * points_a_millimetre;
inline constexpr double bottom_margin = 22 * points_a_millimetre;
inline constexpr double text_width = page_width - 2 * side_margin;
inline constexpr double text_bottom = page_height - bottom_margin;

struct Ink {
  double red;
  double green;
  double blue;
};
inline constexpr Ink black{0.10, 0.10, 0.10};
inline constexpr Ink grey{0.40, 0.40, 0.40};
inline constexpr Ink rule_grey{0.60, 0.60, 0.60};
inline constexpr Ink head_fill{0.925, 0.937, 0.961};
inline constexpr Ink accent{0.0, 0.09, 0.757};

struct ObjectUnref {
  void operator()(void* object) const;
};
using Layout = std::unique_ptr<PangoLayout, ObjectUnref>;
struct LineUnref {
  void operator()(PangoLayoutLine* line) const;
};
using LayoutLine = std::unique_ptr<PangoLayoutLine, LineUnref>;

/// The faces and sizes of a document. Gothic stands for bold: the IPAex fonts have no bold face.
struct Type {
  const char* families;
  double points;
  double line_factor;
};
inline constexpr const char* gothic = "IPAexGothic,Noto Sans CJK JP";
inline constexpr const char* mincho = "IPAexMincho,IPAmjMincho,Noto Serif CJK JP";
inline constexpr Type title_type{gothic, 17, 1.4};
inline constexpr Type heading_type{gothic, 11.5, 1.4};
inline constexpr Type body_type{mincho, 9.5, 1.6};
inline constexpr Type cell_type{mincho, 9, 1.45};
inline constexpr Type strong_cell_type{gothic, 9, 1.45};
inline constexpr Type note_type{mincho, 8, 1.5};
inline constexpr Type address_type{mincho, 11, 1.5};
inline constexpr Type foot_type{gothic, 7.5, 1.3};

struct PlacedLine {
  // A line without its layout has lost its text, and the PDF would hold shapes without words.
  Layout layout;
  LayoutLine line;
  double x;
  double baseline;
  Ink ink;
};
struct PlacedBox {
  double x, y, width, height;
  Ink ink;
};
struct Page {
  std::vector<PlacedBox> boxes;
  std::vector<PlacedLine> lines;
};
struct OutlineEntry {
  std::string text;
  std::size_t page;
  double y;
};

class Canvas {
 public:
  Canvas();

  /// Lays the text out in lines of the width. Bytes that are not UTF-8 become replacement marks.
  Layout lay_out(std::string_view text, const Type& type, double width, Align align);
  /// Puts one line of the layout with its upper left corner at the place. Returns its height.
  double put_line(PangoLayout* layout, int line, double x, double y, const Ink& ink);
  void put_box(const PlacedBox& box) { pages_.back().boxes.push_back(box); }
  void put_outline(std::string_view text, double y);
  void new_page() { pages_.emplace_back(); }
  std::size_t pages() const { return pages_.size(); }

  /// Writes all pages with foot and watermark.
  base::Result<Printed> write(const Facts& facts, const std::optional<Watermark>& watermark,
                              const std::string& footer);

 private:
  void put_foot(const std::optional<Watermark>& watermark, const std::string& footer);

  std::unique_ptr<PangoFontMap, ObjectUnref> fonts_;
  std::unique_ptr<PangoContext, ObjectUnref> context_;
  std::vector<Page> pages_;
  std::vector<OutlineEntry> outline_;
  int missing_glyphs_ = 0;
};

/// Height of one line of the layout in points.
double line_height(PangoLayout* layout, int line);
double layout_height(PangoLayout* layout);

}  // namespace kenpo::print
