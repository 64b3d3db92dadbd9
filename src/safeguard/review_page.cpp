#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/inspection_act.h"
#include "safeguard/inspection_page.h"
#include "safeguard/log_words.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field review_subject_field{
    .name = "subject", .label = "種類", .support = {}, .mode = {}};
constexpr desk::Field review_name_field{.name = "name",
                                        .label = "名前",
                                        .support = "例：安全管理ガイドライン 第7.0版",
                                        .length_limit = review_name_limit_characters,
                                        .mode = {}};
constexpr desk::Field review_owner_field{
    .name = "owner", .label = "担当", .support = {}, .mode = {}};
constexpr desk::Field review_due_field{
    .name = "next_due", .label = "次の見直しの日", .support = {}, .length_limit = 20, .mode = {}};
constexpr desk::Field review_item_field{
    .name = "review", .label = "見直した項目", .support = {}, .mode = {}};
constexpr desk::Field review_finding_field{.name = "finding",
                                           .label = "見直しの結果",
                                           .support = {},
                                           .length_limit = inspection_words_limit_characters,
                                           .mode = {}};

const std::vector<desk::Choice> review_subjects = {
    {"1", "設定"}, {"2", "部品(ソフトウェア)"}, {"3", "ガイドラインの版"}};

std::vector<desk::Choice> review_owners(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) choices.push_back({each.handler.staff.text(), each.name});
  return choices;
}

std::vector<desk::Choice> review_choices(const std::vector<ReviewItem>& items) {
  std::vector<desk::Choice> choices;
  for (const auto& item : items) choices.push_back({item.id.text(), item.name});
  return choices;
}

Data reviews_table(const std::vector<ReviewItem>& items, base::Date today,
                   const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& item : items) {
    const bool late = item.next_due < today;
    rows.push_back({{wording(item.subject).ja.text()},
                    {item.name},
                    {actor_words(item.owner, handlers)},
                    {item.reviewed_on ? item.reviewed_on->iso() : "まだ"},
                    {item.finding},
                    desk::chip_cell(late ? ChipKind::problem : ChipKind::done,
                                    (late ? "期限切れ " : "") + item.next_due.iso())});
  }
  return desk::table("見直しの台帳",
                     {{"種類"}, {"名前"}, {"担当"}, {"見直した日"}, {"結果"}, {"次の見直し"}}, rows,
                     std::to_string(rows.size()) + "件");
}

Result<Response> reviews_show(const InspectionScreens& screens, const Visit& visit,
                              const Acting& acting, const desk::Form& form) {
  const auto items = KENPO_TRY(show_reviews(screens.tower, acting));
  const auto handlers = screens.handlers();
  Data data;
  data.section("reviews", reviews_table(items, visit.now().day(), handlers))
      .section("error_summary", form.error_summary())
      .section("subject", form.select(review_subject_field, review_subjects))
      .section("name", form.input(review_name_field))
      .section("owner", form.select(review_owner_field, review_owners(handlers)))
      .section("next_due", form.input(review_due_field))
      .when("any", !items.empty())
      .section("review", form.select(review_item_field, review_choices(items)))
      .section("finding", form.input(review_finding_field));
  desk::PageHead head;
  head.title = "見直し";
  head.section = "/reviews";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "review_page", std::move(data));
}

Result<Response> review_entered(const InspectionScreens& screens, const Visit& visit,
                                const Acting& acting) {
  auto form = visit.form();
  const auto handlers = screens.handlers();
  const auto subject = form.choice(review_subject_field, review_subjects);
  const auto name = form.text(review_name_field);
  const auto owner = form.choice(review_owner_field, review_owners(handlers));
  const auto due = form.date(review_due_field);
  if (form.ok()) {
    const auto done =
        enter_review(screens.tower, acting,
                     ReviewItem{.subject = static_cast<ReviewSubject>(subject->front() - '0'),
                                .name = *name,
                                .owner = *base::StaffId::parse(*owner),
                                .next_due = *due});
    if (done.ok()) return visit.redirect_with("/reviews", "台帳に加えました。");
    form.note(done.faults());
  }
  return reviews_show(screens, visit, acting, form);
}

Result<Response> review_recorded(const InspectionScreens& screens, const Visit& visit,
                                 const Acting& acting) {
  auto form = visit.form();
  const auto id = form.read<ReviewId>(review_item_field, ReviewId::parse,
                                      {"一覧から選んでください。", "Choose one."});
  const auto finding = form.text(review_finding_field);
  if (form.ok()) {
    const auto done = record_review(screens.tower, acting, *id, *finding);
    if (done.ok()) return visit.redirect_with("/reviews", "見直しを記録しました。");
    form.note(done.faults());
  }
  return reviews_show(screens, visit, acting, form);
}

}  // namespace

void add_review_routes(desk::Router& router, const InspectionScreens& screens) {
  router.menu<show_reviews_operation>(desk::MenuGroup::safety, "/reviews", "見直し");
  router.get_act<show_reviews_operation>(
      "/reviews", [screens](const Visit& visit, const Acting& acting) {
        return reviews_show(screens, visit, acting, desk::Form());
      });
  router.post_act<enter_review_operation>("/reviews",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return review_entered(screens, visit, acting);
                                          });
  router.post_act<enter_review_operation>("/review-results",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return review_recorded(screens, visit, acting);
                                          });
}

}  // namespace kenpo::safeguard
