#include "notice/notice_page.h"

#include <openssl/evp.h>

#include <kainjow/mustache.hpp>

#include "base/resource.h"
#include "notice/document_words.h"

namespace kenpo::notice {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

std::string page_style() {
  const auto tokens = base::resource("node_modules/@digital-go-jp/design-tokens/dist/tokens.css");
  return std::string(tokens) + std::string(base::resource("src/notice/notice_page_style.mustache"));
}

std::string base64(const Fingerprint& digest) {
  std::string text(4 * ((digest.size() + 2) / 3), '\0');
  // OpenSSL writes a closing zero byte, for which a string has room.
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), digest.data(),
                  static_cast<int>(digest.size()));
  return text;
}

// The two cells of a line with one tab; a measure may hold no further one.
std::pair<std::string, std::string> cells_of(const Line& line) {
  const auto tab = line.text.find('\t');
  return {line.text.substr(0, tab), line.text.substr(tab + 1)};
}

// Each purpose keeps the 「、」 after it, so that the cell reads as it is written.
data purposes_of(const std::string& cell) {
  data list{data::type::list};
  for (std::size_t from = 0; from < cell.size();) {
    const auto comma = cell.find(purpose_separator, from);
    const auto end = comma == std::string::npos ? cell.size() : comma + purpose_separator.size();
    list.push_back(data("purpose", cell.substr(from, end - from)));
    from = end;
  }
  return list;
}

const char* part_name(LineKind kind) {
  switch (kind) {
    case LineKind::heading:
      return "heading";
    case LineKind::paragraph:
      return "paragraph";
    case LineKind::note:
      return "note";
    case LineKind::ground:
      return "ground";
    case LineKind::society_name:
    case LineKind::address:
    case LineKind::telephone:
      return "desk";
    case LineKind::title:
    case LineKind::table_head:
    case LineKind::row:
    case LineKind::measure:
      break;
  }
  return nullptr;
}

// The lines of one table from `at` on, as its part; `at` goes to the line after it.
data table_part(const Document& document, std::size_t& at) {
  const auto kind =
      document.lines[at].kind == LineKind::table_head ? LineKind::row : document.lines[at].kind;
  data table;
  if (document.lines[at].kind == LineKind::table_head) {
    const auto [left, right] = cells_of(document.lines[at++]);
    table.set("left", left);
    table.set("right", right);
  }
  data rows{data::type::list};
  for (; at < document.lines.size() && document.lines[at].kind == kind; ++at) {
    const auto [left, right] = cells_of(document.lines[at]);
    data row;
    row.set("left", left);
    row.set("right", right);
    if (kind == LineKind::row) row.set("purposes", purposes_of(right));
    rows.push_back(row);
  }
  table.set("rows", rows);
  data part;
  part.set(kind == LineKind::row ? "table" : "measures", table);
  return part;
}

data parts_of(const Document& document) {
  data parts{data::type::list};
  for (std::size_t at = 1; at < document.lines.size();) {  // the first line is the title
    const Line& line = document.lines[at];
    if (const char* name = part_name(line.kind)) {
      data part;
      part.set(name, data("text", line.text));
      parts.push_back(part);
      ++at;
    } else {
      parts.push_back(table_part(document, at));
    }
  }
  return parts;
}

data facts_of(const Document& document, const NoticeFacts& facts) {
  data list{data::type::list};
  const auto add = [&](const std::string& name, const std::string& value) {
    data fact;
    fact.set("name", name);
    fact.set("value", value);
    list.push_back(fact);
  };
  if (facts.version != 0) add("版", "第" + std::to_string(facts.version) + "版");
  if (facts.published_at) add("公表", facts.published_at->short_text());
  if (facts.in_force_from) add("施行", facts.in_force_from->short_text());
  add("文書のSHA-256", hexadecimal(document.sha256));
  return list;
}

}  // namespace

NoticePage render_notice_page(const Document& document, const NoticeFacts& facts) {
  const auto style = page_style();
  data page;
  page.set("title", document.title);
  page.set("society", document.society.name);
  page.set("style", style);
  page.set("draft", data(!facts.published_at));
  page.set("parts", parts_of(document));
  page.set("facts", facts_of(document, facts));
  const auto set_text = [&](const char* name, const std::string& text) {
    if (text.empty())
      page.set(name, data(false));
    else
      page.set(name, text);
  };
  set_text("checkpoint", facts.checkpoint);
  set_text("pdf", facts.pdf_address);
  set_text("json_ld", facts.json_ld_address);
  page.set("has_links", data(!facts.pdf_address.empty() || !facts.json_ld_address.empty()));
  mustache page_template(std::string(base::resource("src/notice/notice_page.mustache")));
  // The template is carried inside the program: one that does not parse is our own mistake.
  KENPO_REQUIRE(page_template.is_valid());
  return {page_template.render(page), "'sha256-" + base64(fingerprint(style)) + "'"};
}

}  // namespace kenpo::notice
