// Proposing another text of the notice: the whole text, and what each added row reaches.
#include <algorithm>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "notice/wording.h"
#include "safeguard/notice_life_page.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field text_field{.name = "text",
                           .label = "公表事項の文書",
                           .support =
                               "表の文言は、決められたものだけを使えます。"
                               "行を取り下げるときは、その利用目的を消します。",
                           .length_limit = notice_draft_bytes_limit};
constexpr Field on_field{.name = "in_force_on",
                         .label = "施行する日",
                         .need = Field::Need::optional,
                         .support = "空のときは、承認された時から。"};
constexpr Field change_reason_field{.name = "reason", .label = "変更の理由", .length_limit = 500};

const std::vector<Choice> reach_choices = {
    {"related", "以前の情報にも使う(変更前の利用目的と関連がある)"},
    {"new_only", "今後取得する情報だけに使う"}};

/// The fields about one added row; their names hold the row's identifier.
struct RowFields {
  notice::Pair pair;
  std::string reach_name;
  std::string statement_name;
  std::string label;

  Field reach() const { return {.name = reach_name, .label = label}; }
  Field statement() const {
    return {.name = statement_name, .label = "関連の説明、または限る理由", .length_limit = 500};
  }
};

RowFields fields_of(notice::Pair pair) {
  const auto digits = std::to_string(notice::number(pair).value_or(0));
  return {pair, "reach_" + digits, "statement_" + digits, "追加する行：" + row_words(pair)};
}

/// A textarea sends line ends of two characters; the notice has one.
std::string plain_lines(std::string_view sent) {
  std::string text(sent);
  std::erase(text, '\r');
  return text;
}

/// The rows that the text adds to the last version; none where it is no notice.
std::vector<notice::Pair> added_rows(const NoticeLife& life, const std::string& text) {
  std::vector<notice::Pair> rows;
  const auto document = notice::parse_document(text, "公表事項の変更案");
  if (!document.ok() || life.book.history().empty()) return rows;
  const auto added = document->pairs() & ~life.book.history().back().document.pairs();
  for (const auto& pair : notice::published_pairs) {
    if ((added & mask_of(pair)) != 0) rows.push_back(pair);
  }
  return rows;
}

Result<Response> show(const Visit& visit, const NoticeLife& life, const Form& form,
                      const std::vector<notice::Pair>& added) {
  const auto sent = plain_lines(visit.request().form.text("text"));
  std::vector<Data> rows;
  for (const auto& pair : added) {
    const auto fields = fields_of(pair);
    Data row;
    row.section("reach", form.select(fields.reach(), reach_choices))
        .section("statement", form.input(fields.statement()));
    rows.push_back(std::move(row));
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("text", sent.empty() ? life.book.history().back().document.text : sent)
      .list("rows", std::move(rows))
      .section("in_force_on", form.input(on_field))
      .section("reason", form.input(change_reason_field));
  desk::PageHead head;
  head.title = "公表事項の変更の提案";
  head.section = "/notice-versions";
  head.crumbs = {{"公表事項の版", "/notice-versions"}};
  head.submit_label = "提案する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "notice_life_proposal_page", std::move(data));
}

Result<Response> propose(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto life = KENPO_TRY(show_notice_life(screens.office, acting, 0));
  if (life.book.history().empty()) return Visit::no_such_page();
  auto form = visit.form();
  NoticeChange change{.text = plain_lines(visit.request().form.text("text")),
                      .in_force_on = form.date(on_field),
                      .added = {},
                      .reason = form.text(change_reason_field).value_or("")};
  const auto added = added_rows(life, change.text);
  for (const auto& pair : added) {
    const auto fields = fields_of(pair);
    const auto reach = form.choice(fields.reach(), reach_choices);
    const auto statement = form.text(fields.statement());
    if (!reach || !statement) continue;
    change.added.push_back(
        {pair, *reach == "related" ? RowReach::related : RowReach::new_only, *statement});
  }
  if (form.ok()) {
    const auto proposed = propose_notice(screens.office, acting, change);
    if (proposed.ok()) {
      return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                                 "変更を提案しました。もう一人の承認を待ちます。");
    }
    form.note(proposed.faults());
  }
  return show(visit, life, form, added);
}

}  // namespace

void add_notice_proposal_routes(desk::Router& router, const NoticeScreens& screens) {
  router.get_act<notice_life_show>(
      "/notice-proposals", [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto life = KENPO_TRY(show_notice_life(screens.office, acting, 0));
        if (life.book.history().empty()) return Visit::no_such_page();
        return show(visit, life, Form(), {});
      });
  router.post_act<notice_change_propose>("/notice-proposals",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return propose(screens, visit, acting);
                                         });
}

}  // namespace kenpo::safeguard
