// Reads a page as its reader sees it, to tell whether it shows the notice.
#include <array>
#include <utility>

#include "notice/notice_page.h"

namespace kenpo::notice {

namespace {

// The page of a society's site is at most some megabytes with everything inside.
constexpr std::size_t page_bytes_limit = 8 * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities = {
    {{"&amp;", "&"},
     {"&lt;", "<"},
     {"&gt;", ">"},
     {"&quot;", "\""},
     {"&#39;", "'"},
     {"&apos;", "'"},
     {"&nbsp;", " "}}};

// Bytes of the blank that begins here: also the ideographic and the no-break space.
std::size_t blank_bytes(std::string_view rest) {
  for (const std::string_view blank : {" ", "\t", "\n", "\r", "\u3000", "\u00a0"}) {
    if (rest.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const auto blank = blank_bytes(text);
    if (blank == 0) kept += text.front();
    text.remove_prefix(blank == 0 ? 1 : blank);
  }
  return kept;
}

// Behind the markup that begins here, with the contents of what is never shown.
std::string_view behind_markup(std::string_view rest) {
  for (const auto& [opens, closes] : {std::pair<std::string_view, std::string_view>{"<!--", "-->"},
                                      {"<style", "</style>"},
                                      {"<script", "</script>"},
                                      {"<template", "</template>"}}) {
    if (!rest.starts_with(opens)) continue;
    const auto end = rest.find(closes);
    return end == std::string_view::npos ? std::string_view() : rest.substr(end + closes.size());
  }
  const auto end = rest.find('>');
  return end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
}

std::string shown_text(std::string_view page) {
  if (page.find('<') == std::string_view::npos) return without_blanks(page);
  std::string shown;
  while (!page.empty()) {
    if (page.front() == '<') {
      page = behind_markup(page);
      continue;
    }
    std::string_view taken = page.substr(0, 1);
    std::string_view meant = taken;
    for (const auto& [entity, character] : entities) {
      if (page.starts_with(entity)) taken = entity, meant = character;
    }
    shown += meant;
    page.remove_prefix(taken.size());
  }
  return without_blanks(shown);
}

}  // namespace

base::Result<> shows_notice(const Document& document, std::string_view page) {
  const base::Words mend{"公表事項の文書をそのまま掲載し、そのページを保存し直してください。",
                         "Publish the text as it is and save the page again."};
  if (page.empty() || page.size() > page_bytes_limit) {
    return base::Fault{
        {"公表したページが空か、大きすぎます。", "The page is empty or too large."}, {}, mend, {}};
  }
  const auto shown = shown_text(page);
  std::size_t from = 0;
  for (const Line& line : document.lines) {
    const auto words = without_blanks(line.text);
    const auto at = shown.find(words, from);
    if (at == std::string::npos) {
      return base::Fault{{"公表したページに、この行がそのまま載っていません。",
                          "The page does not show this line as it is."},
                         {"個人情報保護法21条：変更した利用目的は通知か公表が要ります。",
                          "Art. 21: a changed purpose is notified or published."},
                         mend,
                         {"notice.txt", line.number, 0, {}}};
    }
    from = at + words.size();
  }
  return base::Done{};
}

}  // namespace kenpo::notice
