#include "safeguard/alert_store.h"

namespace kenpo::safeguard {

namespace {

using base::Moment;
using base::Result;
using base::StaffId;
using store::no_personal_data;
using AlertRecord = store::Record<alert_table>;

Alert alert_from(const AlertRecord& record) {
  return {.id = record.get<AlertId>("alert"),
          .kind = record.get<SignKind>("sign"),
          .staff = record.get<StaffId>("staff"),
          .day = record.get<base::Date>("day"),
          .count = record.get<std::int64_t>("uses"),
          .first_leaf = record.get<std::uint64_t>("first_leaf"),
          .last_leaf = record.get<std::uint64_t>("last_leaf"),
          .raised_at = record.get<Moment>("raised_at"),
          .due_at = record.get<Moment>("due_at"),
          .state = record.get<AlertState>("state"),
          .escalated_at = record.get<std::optional<Moment>>("escalated_at"),
          .acknowledged_at = record.get<std::optional<Moment>>("acknowledged_at"),
          .acknowledged_by = record.get<std::optional<StaffId>>("acknowledged_by")};
}

store::Draft<alert_table> draft_of(const Alert& alert) {
  store::Draft<alert_table> draft;
  draft.set("alert", alert.id)
      .set("sign", alert.kind)
      .set("staff", alert.staff)
      .set("day", alert.day)
      .set("uses", alert.count)
      .set("first_leaf", alert.first_leaf)
      .set("last_leaf", alert.last_leaf)
      .set("raised_at", alert.raised_at)
      .set("due_at", alert.due_at)
      .set("state", alert.state)
      .set("escalated_at", alert.escalated_at)
      .set("acknowledged_at", alert.acknowledged_at)
      .set("acknowledged_by", alert.acknowledged_by);
  return draft;
}

}  // namespace

base::Words wording(AlertState state) {
  switch (state) {
    case AlertState::raised:
      return {"責任者の確認待ち", "waits for the responsible person"};
    case AlertState::escalated:
      return {"常務理事の確認待ち", "waits for the executive director"};
    case AlertState::acknowledged:
      return {"確認済み", "acknowledged"};
  }
  return {};
}

Result<> add(store::Transaction& transaction, const Alert& alert) {
  KENPO_TRY(store::insert<alert_table>(transaction, no_personal_data, draft_of(alert)));
  return base::Done{};
}

Result<> replace(store::Transaction& transaction, const Alert& alert) {
  const auto row =
      KENPO_TRY(store::find<alert_table>(transaction, no_personal_data, {"alert = $1"}, {alert.id},
                                         [](const AlertRecord& record) { return record.row(); }));
  KENPO_REQUIRE(row.has_value());
  return store::replace<alert_table>(transaction, no_personal_data, *row, draft_of(alert));
}

Result<std::optional<Alert>> find_alert(const store::View& view, const AlertId& id) {
  return store::find<alert_table>(view, no_personal_data, {"alert = $1"}, {id}, alert_from);
}

Result<std::optional<Alert>> open_alert(const store::View& view, SignKind kind,
                                        const StaffId& staff) {
  return store::find<alert_table>(view, no_personal_data,
                                  {"state < $1 AND sign = $2 AND staff = $3"},
                                  {AlertState::acknowledged, kind, staff}, alert_from);
}

Result<std::vector<Alert>> list_alerts(const store::View& view) {
  return store::list<alert_table>(view, no_personal_data,
                                  {"1 = 1", "ORDER BY raised_at DESC, row_id DESC LIMIT 200"}, {},
                                  alert_from);
}

Result<std::vector<Alert>> overdue_alerts(const store::View& view, Moment now) {
  return store::list<alert_table>(view, no_personal_data, {"state = $1 AND due_at <= $2"},
                                  {AlertState::raised, now}, alert_from);
}

Result<std::int64_t> count_open_alerts(const store::View& view) {
  return store::count<alert_table>(view, no_personal_data, {"state < $1"},
                                   {AlertState::acknowledged});
}

Result<std::int64_t> count_alerts(const store::View& view, AlertState state) {
  return store::count<alert_table>(view, no_personal_data, {"state = $1"}, {state});
}

Result<> add(store::Transaction& transaction, const EmergencyBasis& basis,
             const AlertAnswer& answer) {
  store::Draft<alert_answer_table> draft(answer.by);
  draft.set("alert", answer.alert).set("answered_at", answer.at).set("words", answer.words);
  KENPO_TRY(store::insert<alert_answer_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::optional<AlertAnswer>> answer_of(const store::View& view, const EmergencyBasis& basis,
                                             const AlertId& id) {
  return store::find<alert_answer_table>(
      view, basis, {"alert = $1"}, {id}, [](const store::Record<alert_answer_table>& record) {
        return AlertAnswer{record.get<AlertId>("alert"), record.subject(),
                           record.get<Moment>("answered_at"), record.get<std::string>("words")};
      });
}

}  // namespace kenpo::safeguard
