#include "notice/notice_page.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include "base/resource.h"
#include "notice/wording.h"

namespace kenpo::notice {
namespace {

NoticeFacts facts() {
  const auto day = base::start_of(*base::Date::make(2026, 4, 1));
  return {1, day, day, "kenpo.example/audit\n42\nabc=", "/notice.pdf", "/notice.jsonld"};
}

// The text of the page's main part: blocks on lines, the cells of a row split by one tab.
std::string main_text(std::string html) {
  const auto from = html.find("<main id=\"notice\">") + 18;
  html = html.substr(from, html.find("</main>") - from);
  html = std::regex_replace(html, std::regex("\n"), "");
  html = std::regex_replace(html, std::regex("</th><t[dh][^>]*>"), "\t");
  html = std::regex_replace(html, std::regex("</(h1|h2|p|tr)>"), "\n");
  html = std::regex_replace(html, std::regex("<[^>]*>"), "");
  for (const auto& [entity, meant] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
    html = std::regex_replace(html, std::regex(entity), meant);
  }
  return html;
}

std::string without_blank_lines(const std::string& text) {
  return std::regex_replace(text, std::regex("\n+"), "\n");
}

TEST(NoticePage, ShowsTheNoticeCharacterByCharacter) {
  const auto page = render_notice_page(carried_document(), facts());
  EXPECT_EQ(main_text(page.html),
            without_blank_lines(std::string(base::resource("notice/notice.txt"))));
}

TEST(NoticePage, AnyChangedCellShowsOnThePage) {
  for (const Line& line : carried_document().lines) {
    Document changed = carried_document();
    for (Line& each : changed.lines) {
      if (each.number == line.number) each.text += "改";
    }
    changed.title = changed.lines[0].text;
    EXPECT_NE(main_text(render_notice_page(changed, facts()).html),
              without_blank_lines(carried_document().text))
        << line.number;
  }
}

TEST(NoticePage, TheFootTellsVersionTimesFingerprintCheckpointAndLinks) {
  const auto html = render_notice_page(carried_document(), facts()).html;
  for (const std::string& words :
       {std::string("第1版"), std::string("2026/04/01 00:00"),
        hexadecimal(carried_document().sha256), std::string("kenpo.example/audit\n42\nabc="),
        std::string("href=\"/notice.pdf\""), std::string("href=\"/notice.jsonld\"")}) {
    EXPECT_NE(html.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(html.find("公表前の案"), std::string::npos);
  const auto draft = render_notice_page(carried_document(), {}).html;
  EXPECT_NE(draft.find("公表前の案"), std::string::npos);
  EXPECT_EQ(draft.find("href="), std::string::npos);
  EXPECT_EQ(draft.find("<pre>"), std::string::npos);
}

TEST(NoticePage, NeedsNoScriptAndNoOtherFile) {
  const auto html = render_notice_page(carried_document(), facts()).html;
  for (const auto* word : {"<script", "src=", "@import", "url(", "style=\""}) {
    EXPECT_EQ(html.find(word), std::string::npos) << word;
  }
  EXPECT_NE(html.find("--color-primitive-blue-900"), std::string::npos);
}

TEST(NoticePage, TheStyleHashIsThatOfTheStyleElement) {
  const auto page = render_notice_page(carried_document(), facts());
  const auto from = page.html.find("<style>") + 7;
  const auto style = page.html.substr(from, page.html.find("</style>") - from);
  EXPECT_EQ(page.style_hash.size(), 53U);
  EXPECT_TRUE(page.style_hash.starts_with("'sha256-"));
  EXPECT_EQ(style.find("&"), std::string::npos);
  EXPECT_NE(style.find("@media print"), std::string::npos);
}

TEST(NoticePage, MarkupInTheSocietysNameIsText) {
  const auto made = with_society(carried_document(),
                                 {"<b>&\"甲\"健康保険組合", "〒100-0001 東京都 1", "03-0000-0000"});
  ASSERT_TRUE(made.ok());
  const auto html = render_notice_page(*made, facts()).html;
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(main_text(html), without_blank_lines(made->text));
}

TEST(NoticePage, EveryTagOfTheTemplateIsProvided) {
  const std::set<std::string> provided = {
      "title",      "society",  "style",   "draft",    "parts", "heading", "paragraph",
      "note",       "ground",   "desk",    "text",     "table", "left",    "right",
      "rows",       "purposes", "purpose", "measures", "facts", "name",    "value",
      "checkpoint", "pdf",      "json_ld", "has_links"};
  const std::string page(base::resource("src/notice/notice_page.mustache"));
  const std::regex tag("\\{\\{[{#/^]?([a-z_]+)\\}");
  std::set<std::string> used;
  for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
    used.insert((*at)[1]);
  }
  EXPECT_EQ(used, provided);
}

TEST(NoticePage, EvidenceMustShowEveryWordOfTheNotice) {
  const auto html = render_notice_page(carried_document(), facts()).html;
  EXPECT_TRUE(shows_notice(carried_document(), html).ok());
  EXPECT_TRUE(shows_notice(carried_document(), carried_document().text).ok());
  auto spaced = html;
  spaced.replace(spaced.find("加入者の管理"), 6, "加入\n  ");
  EXPECT_TRUE(shows_notice(carried_document(), spaced).ok());
  for (const Line& line : carried_document().lines) {
    auto text = carried_document().text;
    text.replace(text.find(line.text + "\n"), line.text.size(), "");
    const auto shown = shows_notice(carried_document(), text);
    ASSERT_FALSE(shown.ok()) << line.number;
    EXPECT_GT(shown.faults()[0].place.line, 0U);
  }
  // A notice inside a comment is not shown.
  EXPECT_FALSE(
      shows_notice(carried_document(), "<!--" + html.substr(html.find("<main")) + "-->").ok());
  EXPECT_FALSE(shows_notice(carried_document(), "").ok());
  EXPECT_FALSE(shows_notice(carried_document(), "<p>").ok());
}

}  // namespace
}  // namespace kenpo::notice
