// `/notifications` and `/notifications/new/{kind}`: the list and the entry by keyboard.
#include <algorithm>
#include <charconv>

#include "base/width.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/notification_edit_act.h"
#include "eligibility/notification_form_page.h"
#include "eligibility/notification_page.h"
#include "eligibility/notification_typed_page.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;

constexpr std::string_view then_name = "then";
constexpr std::string_view hold_value = "hold";
constexpr std::string_view postal_value = "postal";
constexpr std::string_view place_name = "place";

std::optional<NotificationKind> kind_of(const Visit& visit) {
  const auto text = visit.path_value("kind");
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (number < 1 || number > notification_kinds) return std::nullopt;
  return static_cast<NotificationKind>(number);
}

std::string entry_address(NotificationKind kind) {
  return "/notifications/new/" + std::to_string(static_cast<int>(kind));
}

/// One form: a new notification, or the correction of one.
struct EntryForm {
  NotificationKind kind = NotificationKind::acquisition;
  std::optional<NotificationId> corrected = {};
  bool sheltered = false;  // the address of a protected person does not come back into the form
  std::string_view focus = {};  // the field that the keys begin in; empty: the page's beginning

  std::string address() const {
    return corrected ? "/notifications/" + std::string(corrected->text()) + "/correction"
                     : entry_address(kind);
  }
};

Result<Response> entry_page(const Visit& visit, const EntryForm& entry, const Form& form,
                            const PostalBook& postal,
                            const std::vector<PostalPlace>& places = {}) {
  const auto kind = entry.kind;
  std::vector<Data> choices;
  for (std::size_t at = 0; at < places.size(); ++at) {
    Data row;
    row.number("place_number", static_cast<long long>(at))
        .text("place_code", places[at].postal_code)
        .text("place_address", places[at].address);
    choices.push_back(std::move(row));
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("address_of_form", entry.address())
      .when("corrects", entry.corrected.has_value())
      .when("sheltered", entry.sheltered)
      .text_if_any("focus", std::string(entry.focus))
      .list("fields", notification_fields(form, kind))
      .when("any_places", !choices.empty())
      .list("places", std::move(choices))
      .when("with_postal_book", has_address(kind) && !postal.empty())
      .when("without_postal_book", has_address(kind) && postal.empty() && !postal.unreadable())
      .when("postal_unreadable", has_address(kind) && postal.unreadable());
  desk::PageHead head;
  head.title = wording(kind).ja.text() + (entry.corrected ? "を直す" : "");
  head.section = "/notifications";
  head.crumbs = {{"届書", "/notifications"}};
  if (entry.corrected) {
    head.crumbs.push_back({"審査", "/notifications/" + std::string(entry.corrected->text())});
  }
  head.submit_label = "登録する";
  head.status = form.ok() ? 200 : 422;
  head.started = {entry.corrected ? &notification_edit : &notification_enter};
  return desk::page(visit, std::move(head), "notification_entry_page", std::move(data));
}

Result<Response> empty_entry(const Visit& visit, const PostalBook& postal) {
  const auto kind = kind_of(visit);
  if (!kind) return Visit::no_such_page();
  Form form;
  form.prefill("received_on", visit.now().day().iso());
  return entry_page(visit, {.kind = *kind, .focus = "symbol"}, form, postal);
}

/// The same form with the address of the postal code: the only one at once, several to choose.
Result<Response> with_address(const Visit& visit, const EntryForm& entry,
                              const PostalBook& postal) {
  auto digits = base::normalised(base::Entry::number,
                                 visit.request().form.text(postal_code_field_name));
  std::erase(digits, '-');
  auto places = postal.find(digits);
  const auto chosen = visit.request().form.text(place_name);
  std::size_t number = places.size();
  if (!chosen.empty()) std::from_chars(chosen.data(), chosen.data() + chosen.size(), number);
  if (places.size() == 1) number = 0;
  if (number >= places.size()) {
    const Form form(visit.request().form);
    auto shown = form;
    if (places.empty()) {
      shown.note(desk::Field{.name = postal_code_field_name, .label = "郵便番号"},
                 {"この郵便番号の住所がありません。住所を入れてください。",
                  "No address has this code. Type it."});
    }
    auto choosing = entry;
    if (!places.empty()) choosing.focus = place_name;
    return entry_page(visit, choosing, shown, postal, places);
  }
  desk::Values filled;  // the first value of a name counts
  filled.add(std::string(postal_code_field_name), places[number].postal_code);
  filled.add(std::string(address_field_name), places[number].address);
  filled.add(std::string(address_kana_field_name), places[number].address_kana);
  for (const auto& [name, value] : visit.request().form.rows()) filled.add(name, value);
  const Form form(filled);
  auto found = entry;
  found.focus = address_field_name;
  return entry_page(visit, found, form, postal);
}

/// What was sent: the address of a postal code, or an entry for `keep` to put into the store.
template <typename Keep>
Result<Response> take_form(const Visit& visit, const EntryForm& entry, const PostalBook& postal,
                           Keep keep) {
  auto form = visit.form();
  const auto then = form.sent(then_name);
  if (then == postal_value) return with_address(visit, entry, postal);
  auto typed = read_notification(form, entry.kind);
  if (!typed) return entry_page(visit, entry, form, postal);
  const auto entering = then == hold_value ? Entering::held : Entering::for_review;
  const auto kept = keep(*std::move(typed), entering);
  if (!kept.ok()) {
    form.note(kept.faults());
    return entry_page(visit, entry, form, postal);
  }
  return visit.redirect_with("/notifications/" + std::string(kept->id.text()),
                             entering == Entering::held ? "保留で登録しました。"
                                                        : "審査に回しました。");
}

Result<Response> take_entry(Ledger ledger, const Visit& visit, const notice::Acting& acting,
                            const PostalBook& postal) {
  const auto kind = kind_of(visit);
  if (!kind) return Visit::no_such_page();
  return take_form(visit, {.kind = *kind}, postal,
                   [&](TypedNotification typed, Entering entering) {
                     return enter_notification(ledger, acting, std::move(typed.entry), entering,
                                               std::move(typed.individual_number));
                   });
}

Result<Response> typed_form(Ledger ledger, const Visit& visit,
                            const notice::Permit<notification_typed>& permit,
                            const PostalBook& postal) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto typed = KENPO_TRY(typed_before(permit, ledger, id));
  if (!typed) return Visit::no_such_page();
  Form form;
  prefill_notification(form, *typed);
  return entry_page(visit,
                    {.kind = typed->notification.kind,
                     .corrected = id,
                     .sheltered = typed->sheltered},
                    form, postal);
}

Result<Response> take_correction(Ledger ledger, const Visit& visit, const notice::Acting& acting,
                                 const PostalBook& postal) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto typed = KENPO_TRY(ledger.gate.perform<notification_typed>(
      acting, [&](const notice::Permit<notification_typed>& permit) {
        return typed_before(permit, ledger, id);
      }));
  if (!typed) return Visit::no_such_page();
  const EntryForm entry{
      .kind = typed->notification.kind, .corrected = id, .sheltered = typed->sheltered};
  return take_form(visit, entry, postal, [&](TypedNotification given, Entering entering) {
    return edit_notification(ledger, acting, id, std::move(given.entry), entering,
                             std::move(given.individual_number));
  });
}

const std::vector<desk::Choice>& state_choices() {
  static const std::vector<desk::Choice> choices{
      {"3", "審査中"}, {"4", "決裁待ち"}, {"2", "保留"}, {"1", "未着手"}};
  return choices;
}
constexpr desk::Field list_state_field{
    .name = "state", .label = "状態", .need = desk::Field::Need::optional};

std::vector<std::vector<desk::Cell>> notification_rows(const NotificationList& list,
                                                       base::Date today) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& line : list.lines) {
    const auto& due = line.item.due;
    rows.push_back(
        {desk::link_cell(wording(line.notification.kind).ja.text(),
                         "/notifications/" + std::string(line.notification.id.text())),
         {line.name},
         {line.notification.on.iso()},
         {line.notification.received_on.iso()},
         due < today ? desk::chip_cell(desk::ChipKind::problem, due.iso() + " 超過")
                     : desk::Cell{due.iso()},
         desk::chip_cell(chip_kind(line.item.state), wording(line.item.state).ja.text())});
  }
  return rows;
}

/// The forms of pay, whose screens belong to the standard remuneration.
std::vector<Data> pay_forms(const desk::Router& router, const Visit& visit) {
  std::vector<Data> rows;
  for (const auto& [form, words] : {std::pair("regular", "算定基礎届"),
                                    std::pair("revision", "月額変更届"),
                                    std::pair("bonus", "賞与支払届")}) {
    auto address = open_address(router, visit, std::string("/pay-notifications/new/") + form);
    if (address.empty()) continue;
    Data row;
    row.text("pay_address", std::move(address)).text("pay_words", words);
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Response> board_page(Ledger ledger, const Visit& visit, const desk::Router& router,
                            const notice::Permit<notification_board>& permit) {
  Form form(visit.request().query);
  const auto chosen = form.choice(list_state_field, state_choices());
  std::optional<WorkState> state;
  if (chosen) state = static_cast<WorkState>(chosen->front() - '0');
  const auto page = visit.page_number();
  const auto list = KENPO_TRY(
      list_notifications(permit, ledger, state, static_cast<std::size_t>(page)));
  const auto count = static_cast<std::int64_t>(list.count);
  std::vector<Data> kinds;
  for (int number = 1; number <= notification_kinds; ++number) {
    const auto kind = static_cast<NotificationKind>(number);
    Data row;
    row.text("kind_address", entry_address(kind)).text("kind_words", wording(kind).ja.text());
    kinds.push_back(std::move(row));
  }
  const bool may_decide = router.gate().ruling(notification_decide, visit.staff()).refusal ==
                          notice::Refusal::none;
  std::vector<Data> pile;
  for (const auto& line : list.lines) {
    if (!may_decide || !line.all_clear || line.asked_by == visit.staff()) continue;
    Data row;
    row.text("pile_id", std::string(line.notification.id.text()))
        .text("pile_words", wording(line.notification.kind).ja.text() + "　" + line.name + "　" +
                                line.notification.on.iso());
    pile.push_back(std::move(row));
  }
  const bool may_enter = router.gate().ruling(notification_enter, visit.staff()).refusal ==
                         notice::Refusal::none;
  Data data;
  data.when("may_enter", may_enter)
      .list("kinds", std::move(kinds))
      .list("pay_forms", pay_forms(router, visit))
      .when("any_pile", !pile.empty())
      .list("pile", std::move(pile))
      .section("state_select", form.select(list_state_field, state_choices()))
      .section("table",
               desk::table("審査の途中の届書",
                           {{"届書"}, {"氏名"}, {"事実の日"}, {"受付日"}, {"期限"}, {"状態"}},
                           notification_rows(list, visit.now().day()),
                           desk::grouped(count) + "件"))
      .when("many", list.count > notifications_of_a_page)
      .section("pages", desk::pager(page, count, notifications_of_a_page,
                                    "/notifications" + (chosen ? "?state=" + *chosen
                                                               : std::string())));
  desk::PageHead head;
  head.title = "届書";
  head.section = "/notifications";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "notifications_page", std::move(data));
}

}  // namespace

namespace {

Result<Response> decide_chosen(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  std::vector<NotificationId> ids;
  for (const auto text : visit.request().form.all("chosen")) {
    if (const auto id = NotificationId::parse(text)) ids.push_back(*id);
  }
  const auto pile = KENPO_TRY(decide_pile(ledger, acting, ids));
  auto told = std::to_string(pile.decided) + "件を決裁しました。";
  if (pile.left > 0) told += std::to_string(pile.left) + "件は、一件ずつ決裁してください。";
  return visit.redirect_with("/notifications?state=4", told);
}

}  // namespace

void add_notification_entry_routes(desk::Router& router, const Ledger& ledger,
                                   std::shared_ptr<const PostalBook> postal) {
  router.menu<notification_board>(desk::MenuGroup::work, "/notifications", "届書");
  router.get<notification_board>(
      "/notifications",
      [&router, ledger](const Visit& visit, const notice::Permit<notification_board>& permit) {
        return board_page(ledger, visit, router, permit);
      });
  router.get<notification_board>(
      "/notifications/new/{kind}",
      [postal](const Visit& visit, const notice::Permit<notification_board>&) {
        return empty_entry(visit, *postal);
      });
  router.post_act<notification_decide>("/notification-decisions",
                                       [ledger](const Visit& visit, const notice::Acting& acting) {
                                         return decide_chosen(ledger, visit, acting);
                                       });
  router.post_act<notification_enter>(
      "/notifications/new/{kind}",
      [ledger, postal](const Visit& visit, const notice::Acting& acting) {
        return take_entry(ledger, visit, acting, *postal);
      });
  router.get<notification_typed>(
      "/notifications/{id}/correction",
      [ledger, postal](const Visit& visit, const notice::Permit<notification_typed>& permit) {
        return typed_form(ledger, visit, permit, *postal);
      });
  router.post_act<notification_edit>(
      "/notifications/{id}/correction",
      [ledger, postal](const Visit& visit, const notice::Acting& acting) {
        return take_correction(ledger, visit, acting, *postal);
      });
}

}  // namespace kenpo::eligibility
