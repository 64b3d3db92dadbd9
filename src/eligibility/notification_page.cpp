#include "eligibility/notification_page.h"

#include <algorithm>

#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/notification_edit_act.h"
#include "eligibility/notification_change_page.h"
#include "eligibility/notification_typed_page.h"
#include "eligibility/protection.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;

constexpr Field step_note_field{.name = "note",
                                .label = "メモ",
                                .need = Field::Need::optional,
                                .support = "400字までで残します。あとから消せません。",
                                .length_limit = note_limit_characters};
constexpr Field reversal_reason_field{.name = "reversal_note",
                                      .label = "取り消す理由",
                                      .length_limit = note_limit_characters};

std::string notification_address(const NotificationId& id) {
  return "/notifications/" + std::string(id.text());
}

struct ReviewScreen {
  const desk::Router& router;
  const Visit& visit;
  const StaffName& staff_name;
  const EstablishmentNames& names;
  Identifiers identifiers;

  bool may(const notice::Operation& operation) const {
    return router.gate().ruling(operation, visit.staff()).refusal == notice::Refusal::none;
  }
};

std::vector<desk::Item> review_facts(const ReviewScreen& screen, const NotificationView& shown) {
  const auto& one = shown.notification;
  const auto& person = shown.facts.person;
  const auto name = !one.name.empty() && one.kind == NotificationKind::acquisition ? one.name
                    : person                                                       ? person->name
                                                                                   : one.name;
  std::vector<desk::Item> facts{
      {"対象の人", name.empty() ? "氏名の記録なし" : name},
      {"事業所", shown.facts.is_protected ? sheltered_words
                                          : screen.names.name(one.establishment)},
      {day_wording(one.kind).ja.text(), one.on.iso()},
      {"受付日", one.received_on.iso()},
      {"審査の期限", shown.item.due.iso()},
      {"届書の状態", wording(one.outcome).ja.text()}};
  if (!one.detail.empty()) facts.push_back({"備考", one.detail});
  return facts;
}

std::vector<Data> caution_rows(const NotificationView& shown) {
  std::vector<Data> rows;
  if (!shown.effect) return rows;
  for (const auto caution : shown.effect->cautions) {
    Data row;
    row.text("caution", wording(caution).ja.text());
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Data> refusal_rows(const NotificationView& shown) {
  std::vector<Data> rows;
  for (const auto& fault : shown.refusals) {
    Data row;
    row.text("refusal", base::tell(fault, base::Language::japanese));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Data> alike_rows(const ReviewScreen& screen, const NotificationView& shown) {
  std::vector<Data> rows;
  for (const auto& alike : shown.alikes) {
    const bool chosen = alike.person.id == shown.notification.person;
    const bool hidden = alike.person.sheltered == Sheltered::yes;
    const auto& latest = alike.latest;
    Data row;
    row.text("alike_person", std::string(alike.person.id.text()))
        .text("alike_name", alike.person.name)
        .text("alike_period",
              !latest  ? "資格の記録なし"
              : hidden ? sheltered_words
                       : screen.names.name(latest->establishment) + " " +
                             masked_insured_number(latest->symbol, latest->number) + " " +
                             latest->acquired.iso() + "〜" +
                             (latest->lost ? latest->lost->plus_days(-1).iso() : ""))
        .when("alike_chosen", chosen);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::vector<Cell>> step_rows(const ReviewScreen& screen,
                                         const NotificationView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& move : shown.moves) {
    rows.push_back({{move.moved_at.short_text()},
                    {mover_words(move, screen.staff_name)},
                    {wording(move.from).ja.text()},
                    {wording(move.to).ja.text()},
                    {move.settled_by.empty() || move.note.empty()
                         ? move.settled_by + move.note
                         : move.settled_by + "：" + move.note}});
  }
  return rows;
}

/// What the visitor may do next with it.
struct NextActs {
  bool ask = false;
  bool decide = false;
  bool back = false;
  bool hold = false;
  bool review = false;
  bool drop = false;
  bool reverse = false;
  bool correct = false;
  bool own = false;
};

bool is_number_change(const NotificationView& shown) {
  return shown.notification.kind == NotificationKind::individual_number_change;
}

NextActs next_acts(const ReviewScreen& screen, const NotificationView& shown) {
  const bool open = shown.notification.outcome == NotificationOutcome::open;
  const bool moves = open && screen.may(work_move);
  const auto state = shown.item.state;
  const bool awaits = open && state == WorkState::awaiting_approval;
  NextActs acts;
  acts.own = awaits && shown.asked_by == screen.visit.staff();
  acts.ask = moves && state == WorkState::under_review && shown.effect.has_value();
  acts.hold = moves && state == WorkState::under_review;
  acts.review = moves && (state == WorkState::held || state == WorkState::waiting);
  acts.back = moves && awaits;
  const bool may_decide = is_number_change(shown) ? screen.may(notification_number_decide)
                                                  : screen.may(notification_decide);
  acts.decide = awaits && !acts.own && shown.effect.has_value() && may_decide;
  acts.correct = open && !awaits && screen.may(notification_edit);
  acts.drop = open && screen.may(notification_drop) && screen.may(notification_enter);
  acts.reverse = shown.may_reverse && screen.may(notification_reverse);
  return acts;
}

Data review_data(const ReviewScreen& screen, const NotificationView& shown,
                 const NextActs& acts, const desk::Form& form) {
  const auto& one = shown.notification;
  const auto address = notification_address(one.id);
  const auto alikes = alike_rows(screen, shown);
  const auto cautions = caution_rows(shown);
  Data data;
  const auto corrections = correction_rows(shown, screen.staff_name, screen.identifiers);
  data.text("address", address)
      .text("decision_address",
            address + (is_number_change(shown) ? "/number-decisions" : "/decisions"))
      .text_if_any("correction_address", acts.correct ? address + "/correction" : "")
      .when("any_corrections", !corrections.empty())
      .section("corrections",
               desk::table("直した記録",
                           {{"日時"}, {"だれが"}, {"項目"}, {"直す前"}, {"直した後"}}, corrections))
      .section("error_summary", form.error_summary())
      .section("state",
               desk::chip(chip_kind(shown.item.state), wording(shown.item.state).ja.text()))
      .section("facts", desk::description_list(review_facts(screen, shown)))
      .when("refused", !shown.refusals.empty())
      .list("refusals", refusal_rows(shown))
      .when("any_cautions", !cautions.empty())
      .list("cautions", cautions)
      .when("any_changes", shown.effect.has_value())
      .section("changes", desk::table("台帳の変更", {{"項目"}, {"今の台帳"}, {"決裁のあと"}},
                                      change_rows(shown, screen.names, screen.identifiers)))
      .section("basis",
               desk::table("判断の根拠", {{"判断"}, {"結果"}, {"条文"}},
                           shown.effect ? basis_rows(*shown.effect)
                                        : std::vector<std::vector<Cell>>()))
      .when("any_alikes", !alikes.empty())
      .list("alikes", alikes)
      .when("may_choose", screen.may(notification_enter))
      .text_if_any("reveal_address", shown.effect && screen.identifiers == Identifiers::hidden
                                         ? address + "/identifiers"
                                         : "")
      .text_if_any("member_address",
                   shown.facts.person
                       ? open_address(screen.router, screen.visit,
                                      "/members/" + std::string(one.person.text()))
                       : "")
      .text_if_any("attachments_address",
                   open_address(screen.router, screen.visit, address + "/attachments"))
      .text_if_any("effects_address",
                   shown.effect ? open_address(screen.router, screen.visit, address + "/effects")
                                : "")
      .when("is_late", shown.effect && is_late(*shown.effect))
      .text("again_address",
            "/notifications/new/" + std::to_string(static_cast<int>(one.kind)))
      .text("kind_words", wording(one.kind).ja.text())
      .when("may_enter", screen.may(notification_enter))
      .text("from", std::to_string(static_cast<int>(shown.item.state)))
      .text("item", std::string(shown.item.id.text()))
      .text("next_id", shown.next ? std::string(shown.next->text()) : std::string())
      .when("acts_ask", acts.ask)
      .when("acts_decide", acts.decide)
      .when("acts_back", acts.back)
      .when("acts_hold", acts.hold)
      .when("acts_review", acts.review)
      .when("acts_drop", acts.drop)
      .when("acts_reverse", acts.reverse)
      .when("own_proposal", acts.own)
      .when("needs_number_role", is_number_change(shown) && !acts.own && !acts.decide &&
                                     shown.item.state == WorkState::awaiting_approval)
      .section("note", form.input(step_note_field))
      .section("reversal_note", form.input(reversal_reason_field))
      .section("moves",
               desk::table("経過", {{"日時"}, {"だれが"}, {"前の状態"}, {"状態"}, {"メモ・業務"}},
                           step_rows(screen, shown)));
  return data;
}

Result<Response> review_page(const desk::Router& router, const StaffName& staff_name,
                             Ledger ledger, const Visit& visit,
                             const std::optional<NotificationView>& shown,
                             Identifiers identifiers, const desk::Form& form = desk::Form()) {
  if (!shown) return Visit::no_such_page();
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, notice::Acting{visit.staff()}));
  const ReviewScreen screen{router, visit, staff_name, names, identifiers};
  const auto acts = next_acts(screen, *shown);
  desk::PageHead head;
  head.title = wording(shown->notification.kind).ja.text() + "の審査";
  head.section = "/notifications";
  head.crumbs = {{"届書", "/notifications"}};
  if (shown->previous) head.previous_address = notification_address(*shown->previous);
  if (shown->next) head.next_address = notification_address(*shown->next);
  if (acts.ask) head.submit_label = "決裁を求める";
  if (acts.decide) head.submit_label = "決裁する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "notification_page",
                    review_data(screen, *shown, acts, form));
}

/// What was typed into the note; a fault when it is too long.
Result<std::string> note_of(const Visit& visit, const Field& field) {
  auto form = visit.form();
  auto note = form.text(field);
  if (form.ok()) return note.value_or(std::string());
  return base::Fault{.what = {"理由・メモを確かめてください。", "Check the note."},
                     .why = {"400字までです。取消しには理由が要ります。",
                             "At most 400 characters; a reversal needs a reason."},
                     .mend = {"戻って入れ直してください。", "Go back and fill it in."},
                     .place = {}};
}

/// After a decision the next one of the same list, so that a pile is worked off by one key.
template <typename Decide>
Result<Response> decide(const Visit& visit, Decide by) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto note = KENPO_TRY(note_of(visit, step_note_field));
  KENPO_TRY(by(id, note));
  auto form = visit.form();
  const auto next = NotificationId::parse(form.sent("next"));
  return visit.redirect_with(notification_address(next.value_or(id)),
                             "決裁しました。台帳を変えました。");
}

Result<Response> take_step(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto note = KENPO_TRY(note_of(visit, step_note_field));
  auto form = visit.form();
  const auto item = WorkItemId::parse(form.sent("item"));
  const auto state = [&](std::string_view name) {
    const auto digit = form.sent(name);
    return static_cast<WorkState>(digit.size() == 1 ? digit.front() - '0' : 0);
  };
  if (!item) return Visit::no_such_page();
  const auto moved = KENPO_TRY(move_work_item(
      ledger, acting, *item, {.from = state("from"), .to = state("to"), .note = note}));
  return visit.redirect_with(notification_address(id),
                             wording(moved.state).ja.text() + "にしました。");
}

template <typename Act>
Result<Response> closed_by(const Visit& visit, const Field& field, std::string message, Act act) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto note = KENPO_TRY(note_of(visit, field));
  KENPO_TRY(act(id, note));
  return visit.redirect_with(notification_address(id), std::move(message));
}

void add_review_routes(desk::Router& router, const Ledger& ledger, const StaffName& staff_name) {
  router.get<notification_show>(
      "/notifications/{id}",
      [&router, ledger, staff_name](const Visit& visit,
                                    const notice::Permit<notification_show>& permit)
          -> Result<Response> {
        auto opened = ledger;
        const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
        const auto shown = KENPO_TRY(show_notification(permit, opened, id));
        return review_page(router, staff_name, ledger, visit, shown, Identifiers::hidden);
      });
  router.get<notification_reveal>(
      "/notifications/{id}/identifiers",
      [&router, ledger, staff_name](const Visit& visit,
                                    const notice::Permit<notification_reveal>& permit)
          -> Result<Response> {
        auto opened = ledger;
        const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
        const auto shown = KENPO_TRY(reveal_notification(permit, opened, id));
        return review_page(router, staff_name, ledger, visit, shown, Identifiers::shown);
      });
}

void add_act_routes(desk::Router& router, const Ledger& ledger) {
  router.post_act<work_move>("/notifications/{id}/steps",
                             [ledger](const Visit& visit, const notice::Acting& acting) {
                               return take_step(ledger, visit, acting);
                             });
  router.post_act<notification_decide>(
      "/notifications/{id}/decisions",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return decide(visit, [&](const auto& id, const auto& note) {
          auto opened = ledger;
          return decide_notification(opened, acting, id, note);
        });
      });
  router.post_act<notification_number_decide>(
      "/notifications/{id}/number-decisions",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return decide(visit, [&](const auto& id, const auto& note) {
          auto opened = ledger;
          return decide_number(opened, acting, id, note);
        });
      });
  router.post_act<notification_enter>(
      "/notifications/{id}/people",
      [ledger](const Visit& visit, const notice::Acting& acting) -> Result<Response> {
        auto opened = ledger;
        const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
        auto form = visit.form();
        const auto person = base::PersonId::parse(form.sent("person"));
        if (!person) return Visit::no_such_page();
        KENPO_TRY(choose_person(opened, acting, id, *person));
        return visit.redirect_with(notification_address(id), "台帳の人と同じ人にしました。");
      });
  router.post_act<notification_drop>(
      "/notifications/{id}/withdrawals",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return closed_by(visit, step_note_field, "取り下げました。台帳は変わっていません。",
                         [&](const NotificationId& id, const std::string& note) {
                           auto opened = ledger;
                           return drop_notification(opened, acting, id, note);
                         });
      });
  router.post_act<notification_reverse>(
      "/notifications/{id}/reversals",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return closed_by(visit, reversal_reason_field,
                         "取り消しました。台帳は前の決定に戻りました。",
                         [&](const NotificationId& id, const std::string& note) {
                           auto opened = ledger;
                           return reverse_notification(opened, acting, id, note);
                         });
      });
}

}  // namespace

void add_notification_routes(desk::Router& router, const Ledger& ledger,
                             const StaffName& staff_name,
                             std::shared_ptr<const PostalBook> postal) {
  add_notification_entry_routes(router, ledger, std::move(postal));
  add_review_routes(router, ledger, staff_name);
  add_act_routes(router, ledger);
  router.get<notification_show>(
      "/work/{id}/notification",
      [ledger](const Visit& visit, const notice::Permit<notification_show>& permit)
          -> Result<Response> {
        auto opened = ledger;
        const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
        const auto found = KENPO_TRY(notification_for_item(permit, opened, id));
        if (!found) return Visit::no_such_page();
        return desk::redirect(notification_address(*found));
      });
}

}  // namespace kenpo::eligibility
