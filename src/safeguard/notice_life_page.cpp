#include "safeguard/notice_life_page.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "notice/difference.h"
#include "notice/wording.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;
using notice::NoticeVersion;
using Holds = desk::Column::Holds;

std::string address_of(std::uint32_t number) {
  return "/notice-versions/" + std::to_string(number);
}

std::string title_of(std::uint32_t number) { return "第" + std::to_string(number) + "版"; }

Cell state_cell(const NoticeVersion& version, const notice::NoticeBook& book, base::Moment now) {
  const auto* current = book.current(now);
  if (current != nullptr && current->number == version.number) {
    return desk::chip_cell(desk::ChipKind::done, "施行中");
  }
  if (now < version.in_force_from) return desk::chip_cell(desk::ChipKind::waiting, "施行前");
  if (!version.publication && current != nullptr && current->number < version.number) {
    return desk::chip_cell(desk::ChipKind::problem, "公表の記録なし");
  }
  return desk::chip_cell(desk::ChipKind::plain, "過去の版");
}

Data versions_table(const NoticeLife& life, const std::vector<staff::NamedHandler>& handlers,
                    base::Moment now) {
  std::vector<std::vector<Cell>> rows;
  for (auto at = life.book.history().rbegin(); at != life.book.history().rend(); ++at) {
    rows.push_back({desk::link_cell(title_of(at->number), address_of(at->number)),
                    state_cell(*at, life.book, now),
                    {at->adopted_at.short_text()},
                    {decided_by(at->approved_by, handlers)},
                    {at->in_force_from.short_text()},
                    {at->publication ? at->publication->published_at.short_text() : "記録なし"},
                    {std::to_string(std::popcount(at->document.pairs()))}});
  }
  return desk::table(
      "公表事項の版",
      {{"版"}, {"状態"}, {"採択"}, {"承認した人"}, {"施行"}, {"公表"}, {"行", Holds::numbers}},
      rows, std::to_string(rows.size()) + "版");
}

std::vector<Data> version_options(const notice::NoticeBook& book, std::uint32_t chosen) {
  std::vector<Data> options;
  for (const auto& version : book.history()) {
    Data option;
    option.number("number", version.number).when("chosen", version.number == chosen);
    options.push_back(std::move(option));
  }
  return options;
}

/// The select of one side: label, name and every version.
Data side(std::string name, std::string label, const notice::NoticeBook& book,
          std::uint32_t chosen) {
  Data data;
  data.text("side_name", std::move(name))
      .text("side_label", std::move(label))
      .list("options", version_options(book, chosen));
  return data;
}

std::vector<Data> sides(const notice::NoticeBook& book, std::uint32_t before, std::uint32_t after) {
  std::vector<Data> both;
  both.push_back(side("before", "もとの版", book, before));
  both.push_back(side("after", "くらべる版", book, after));
  return both;
}

Result<Response> versions_page(const NoticeScreens& screens, const Visit& visit,
                               const Acting& acting) {
  const auto life = KENPO_TRY(show_notice_life(screens.office, acting, 0));
  const auto last = static_cast<std::uint32_t>(life.book.history().size());
  Data data;
  data.when("may_change", may_change(screens, visit))
      .section("versions", versions_table(life, screens.handlers(), visit.now()))
      .list("sides", sides(life.book, last > 1 ? last - 1 : last, last));
  desk::PageHead head;
  head.title = "公表事項の版";
  head.section = "/notice-versions";
  return desk::page(visit, std::move(head), "notice_life_versions_page", std::move(data));
}

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

Data rows_table(const notice::Difference& found) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& pair : found.added) {
    rows.push_back({desk::chip_cell(desk::ChipKind::done, "追加"), {row_words(pair)}});
  }
  for (const auto& pair : found.withdrawn) {
    rows.push_back({desk::chip_cell(desk::ChipKind::problem, "取下げ"), {row_words(pair)}});
  }
  if (found.reordered) {
    rows.push_back({desk::chip_cell(desk::ChipKind::plain, "順序"), {"行の順序が変わります"}});
  }
  return desk::table("利用目的の行", {{"変更"}, {"個人情報の類型／利用目的"}}, rows);
}

Data words_table(const notice::Difference& found) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& words : found.reworded) {
    rows.push_back({{std::to_string(words.section)},
                    {words.before.empty() ? "（なし）" : words.before},
                    {words.after.empty() ? "（なし）" : words.after}});
  }
  return desk::table("文言", {{"節", Holds::numbers}, {"もとの版"}, {"くらべる版"}}, rows);
}

Result<Response> difference_page(const NoticeScreens& screens, const Visit& visit,
                                 const Acting& acting) {
  const auto life = KENPO_TRY(show_notice_life(screens.office, acting, 0));
  const auto* before = life.book.version(parse_number(visit.query("before")).value_or(0));
  const auto* after = life.book.version(parse_number(visit.query("after")).value_or(0));
  if (before == nullptr || after == nullptr) return Visit::no_such_page();
  const auto found = difference(before->document, after->document);
  Data data;
  data.list("sides", sides(life.book, before->number, after->number))
      .when("none", found.none())
      .section("rows", rows_table(found))
      .when("any_words", !found.reworded.empty())
      .section("words", words_table(found))
      .text("before_title", title_of(before->number))
      .text("after_title", title_of(after->number))
      .text("before_text", before->document.text)
      .text("after_text", after->document.text);
  desk::PageHead head;
  head.title = title_of(before->number) + "と" + title_of(after->number) + "の違い";
  head.section = "/notice-versions";
  head.crumbs = {{"公表事項の版", "/notice-versions"}};
  return desk::page(visit, std::move(head), "notice_life_difference_page", std::move(data));
}

}  // namespace

std::string decided_by(const std::string& recorded,
                       const std::vector<staff::NamedHandler>& handlers) {
  // One id, or those of the two who proposed and approved.
  std::string words;
  for (std::size_t at = 0; at < recorded.size();) {
    const auto end = std::min(recorded.find(' ', at), recorded.size());
    const auto part = std::string_view(recorded).substr(at, end - at);
    const auto named = std::ranges::find_if(handlers, [&](const staff::NamedHandler& each) {
      return each.handler.staff.text() == part;
    });
    words += (words.empty() ? "" : "・") + (named == handlers.end() ? std::string(part)
                                                                     : named->name);
    at = end + 1;
  }
  return words;
}

bool may_change(const NoticeScreens& screens, const Visit& visit) {
  return screens.office.gate.ruling(notice_change_propose, visit.staff()).refusal ==
         notice::Refusal::none;
}

std::string row_words(notice::Pair pair) {
  return std::string(wording(pair.category)) + "／" + std::string(wording(pair.purpose));
}

std::vector<desk::Choice> row_choices(notice::PairMask rows) {
  struct Words {
    std::string identifier;
    std::string label;
  };
  static const auto all = [] {
    std::vector<Words> made;
    for (const auto& pair : notice::published_pairs) {
      made.push_back({identifier(pair), row_words(pair)});
    }
    return made;
  }();
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if ((rows >> at & 1U) != 0) choices.push_back({all[at].identifier, all[at].label});
  }
  return choices;
}

void add_notice_life_routes(desk::Router& router, const NoticeScreens& screens) {
  router.menu<notice_life_show>(desk::MenuGroup::publication, "/notice-versions", "公表事項");
  router.get_act<notice_life_show>("/notice-versions",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return versions_page(screens, visit, acting);
                                   });
  router.get_act<notice_life_show>("/notice-differences",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return difference_page(screens, visit, acting);
                                   });
  add_notice_version_routes(router, screens);
  add_notice_proposal_routes(router, screens);
  add_notice_finding_routes(router, screens);
}

}  // namespace kenpo::safeguard
