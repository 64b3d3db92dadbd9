#include "print/canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
// Fontconfig keeps its configuration to the end of the program, and cairo 1.16 loses 768 bytes for
// each subset of a CFF font it writes. Neither is ours to free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\nleak:libcairo.so\n";
}
#endif
#endif

namespace kenpo::print {

namespace {

constexpr double points_a_pango_unit = 1.0 / PANGO_SCALE;

double points(int pango_units) { return pango_units * points_a_pango_unit; }

struct FontOptionsFree {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct SurfaceFree {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct CairoFree {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFree>;
using Cairo = std::unique_ptr<cairo_t, CairoFree>;

cairo_status_t take_bytes(void* text, const unsigned char* bytes, unsigned int count) {
  try {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
  } catch (...) {
    return CAIRO_STATUS_NO_MEMORY;
  }
  return CAIRO_STATUS_SUCCESS;
}

void use_ink(cairo_t* cairo, const Ink& ink, double opacity = 1) {
  cairo_set_source_rgba(cairo, ink.red, ink.green, ink.blue, opacity);
}

void draw_watermark(cairo_t* cairo, PangoLayout* layout) {
  constexpr double angle = -0.5;  // radians, rising to the right
  constexpr double opacity = 0.07;
  constexpr double distance = 190;
  int width = 0;
  int height = 0;
  pango_layout_get_size(layout, &width, &height);
  for (double y = distance; y < page_height; y += distance) {
    cairo_save(cairo);
    use_ink(cairo, black, opacity);
    cairo_translate(cairo, page_width / 2, y);
    cairo_rotate(cairo, angle);
    cairo_move_to(cairo, -points(width) / 2, -points(height) / 2);
    // Shapes, not text: who searches or hears the page meets the words once, at the foot.
    pango_cairo_layout_path(cairo, layout);
    cairo_fill(cairo);
    cairo_restore(cairo);
  }
}

void draw_page(cairo_t* cairo, const Page& page) {
  for (const PlacedBox& box : page.boxes) {
    use_ink(cairo, box.ink);
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    cairo_fill(cairo);
  }
  for (const PlacedLine& line : page.lines) {
    use_ink(cairo, line.ink);
    cairo_move_to(cairo, line.x, line.baseline);
    pango_cairo_show_layout_line(cairo, line.line.get());
  }
}

void say_facts(cairo_surface_t* surface, const Facts& facts) {
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface, what, text.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, facts.title);
  say(CAIRO_PDF_METADATA_AUTHOR, facts.sender.society);
  say(CAIRO_PDF_METADATA_CREATOR, "kenpo");
  const auto iso = facts.made_at.iso();  // without milliseconds, which PDF does not know
  say(CAIRO_PDF_METADATA_CREATE_DATE, iso.substr(0, 19) + iso.substr(23));
}

}  // namespace

void ObjectUnref::operator()(void* object) const { g_object_unref(object); }
void LineUnref::operator()(PangoLayoutLine* line) const { pango_layout_line_unref(line); }

double line_height(PangoLayout* layout, int line) {
  PangoRectangle logical{};
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, line), nullptr, &logical);
  return points(logical.height);
}

double layout_height(PangoLayout* layout) {
  double height = 0;
  for (int line = 0; line < pango_layout_get_line_count(layout); ++line) {
    height += line_height(layout, line);
  }
  return height;
}

Canvas::Canvas() : fonts_(pango_cairo_font_map_new()), context_() {
  constexpr double points_an_inch = 72;
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts_.get()), points_an_inch);
  context_.reset(pango_font_map_create_context(fonts_.get()));
  pango_context_set_language(context_.get(), pango_language_from_string("ja"));
  // Positions must not depend on a screen's pixels.
  const std::unique_ptr<cairo_font_options_t, FontOptionsFree> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pages_.emplace_back();
}

Layout Canvas::lay_out(std::string_view text, const Type& type, double width, Align align) {
  constexpr std::array alignments = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
  Layout layout(pango_layout_new(context_.get()));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, type.families);
  pango_font_description_set_size(font, static_cast<int>(type.points * PANGO_SCALE));
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), alignments[static_cast<std::size_t>(align)]);
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_line_height_new(type.line_factor));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  char* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  pango_layout_set_text(layout.get(), valid, -1);
  g_free(valid);
  missing_glyphs_ += pango_layout_get_unknown_glyphs_count(layout.get());
  return layout;
}

double Canvas::put_line(PangoLayout* layout, int number, double x, double y, const Ink& ink) {
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout, number);
  PangoRectangle logical{};
  pango_layout_line_get_extents(line, nullptr, &logical);
  const double room = points(pango_layout_get_width(layout)) - points(logical.width);
  const auto align = pango_layout_get_alignment(layout);
  const double shift = align == PANGO_ALIGN_LEFT     ? 0
                       : align == PANGO_ALIGN_CENTER ? room / 2
                                                     : room;
  Layout words(static_cast<PangoLayout*>(g_object_ref(layout)));
  LayoutLine kept(pango_layout_line_ref(line));
  // The logical box is above and below the baseline; y of the box is negative.
  pages_.back().lines.push_back(
      {std::move(words), std::move(kept), x + shift, y - points(logical.y), ink});
  return points(logical.height);
}

void Canvas::put_outline(std::string_view text, double y) {
  outline_.push_back({std::string(text), pages_.size(), y});
}

void Canvas::put_foot(const std::optional<Watermark>& watermark, const std::string& footer) {
  constexpr double foot_top = page_height - 15 * points_a_millimetre;
  constexpr double number_width = 80;
  const auto total = std::to_string(pages_.size());
  std::string left = footer;
  if (const auto& who = watermark ? watermark : Stamp::now()) {
    if (!left.empty()) left += "　";
    left += "出力 " + who->user + " " + who->at.short_text();
  }
  std::vector<Page> pages = std::move(pages_);
  pages_.clear();
  for (std::size_t at = 0; at < pages.size(); ++at) {
    pages_.push_back(std::move(pages[at]));
    put_box({side_margin, foot_top - 5, text_width, 0.4, rule_grey});
    const auto words = lay_out(left, foot_type, text_width - number_width, Align::left);
    if (!left.empty()) put_line(words.get(), 0, side_margin, foot_top, grey);
    const auto number =
        lay_out(std::to_string(at + 1) + " / " + total, foot_type, number_width, Align::right);
    put_line(number.get(), 0, page_width - side_margin - number_width, foot_top, grey);
  }
}

base::Result<Printed> Canvas::write(const Facts& facts, const std::optional<Watermark>& watermark,
                                    const std::string& footer) {
  if (pages_.size() > static_cast<std::size_t>(pages_limit)) {
    return base::Fault{{"印刷するページが多すぎます。", "There are too many pages."},
                       {base::Plain("1件は") + pages_limit + "ページまでです。",
                        base::Plain("A document has at most ") + pages_limit + " pages."},
                       {"分けて印刷してください。", "Print it in parts."},
                       {}};
  }
  put_foot(watermark, footer);
  std::string pdf;
  Surface surface(cairo_pdf_surface_create_for_stream(take_bytes, &pdf, page_width, page_height));
  Cairo cairo(cairo_create(surface.get()));
  say_facts(surface.get(), facts);
  for (const Page& page : pages_) {
    if (watermark) {
      const Type type{gothic, 22, 1.2};
      const auto words = lay_out(watermark->user + "  " + watermark->at.short_text(), type,
                                 2 * page_width, Align::centre);
      draw_watermark(cairo.get(), words.get());
    }
    draw_page(cairo.get(), page);
    cairo_show_page(cairo.get());
  }
  for (const OutlineEntry& entry : outline_) {
    const auto place = "page=" + std::to_string(entry.page) + " pos=[" +
                       std::to_string(static_cast<int>(side_margin)) + " " +
                       std::to_string(static_cast<int>(entry.y)) + "]";
    cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, entry.text.c_str(),
                                  place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  const auto drawn = cairo_status(cairo.get());
  cairo.reset();
  cairo_surface_finish(surface.get());
  if (drawn != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return base::Fault{{"PDFを作れませんでした。", "The PDF could not be drawn."},
                       {"文字か書体を扱えませんでした。", "A text or font could not be used."},
                       {"書体（IPAexフォント）が入っているか確かめてください。",
                        "Check that the IPAex fonts are installed."},
                       {}};
  }
  return Printed{std::move(pdf), static_cast<int>(pages_.size()), missing_glyphs_};
}

}  // namespace kenpo::print
