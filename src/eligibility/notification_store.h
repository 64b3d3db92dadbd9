// Notifications that were typed in, and what each changed in the ledger.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/notification.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table notification_table{
    .name = "notification",
    .japanese = "入力した届書",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"notification", store::Kind::id},
              {"kind", store::Kind::integer},
              {"outcome", store::Kind::integer},
              {"establishment", store::Kind::id},
              {"case_id", store::Kind::id},
              {"item", store::Kind::id},
              {"entered_at", store::Kind::moment},
              {"received_on", store::Kind::date},
              {"on_day", store::Kind::date},
              {"period", store::Kind::id, store::Presence::optional},
              {"to_establishment", store::Kind::id, store::Presence::optional},
              {"other_person", store::Kind::id, store::Presence::optional}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"sex", store::Kind::integer, store::Presence::optional},
                 {"born", store::Kind::date, store::Presence::optional},
                 {"postal_code", store::Kind::text},
                 {"address", store::Kind::text},
                 {"address_kana", store::Kind::text},
                 {"number", store::Kind::text},
                 {"acquisition_class", store::Kind::integer},
                 {"ended_on", store::Kind::date, store::Presence::optional},
                 {"end_reason", store::Kind::integer, store::Presence::optional},
                 {"relation", store::Kind::integer, store::Presence::optional},
                 {"pay", store::Kind::yen},
                 {"flags", store::Kind::integer},
                 {"weekly_hours", store::Kind::integer, store::Presence::optional},
                 {"office_size", store::Kind::integer, store::Presence::optional},
                 {"detail", store::Kind::text},
                 {"address_kind", store::Kind::integer, store::Presence::optional},
                 {"address_source", store::Kind::integer, store::Presence::optional},
                 {"attached", store::Kind::integer, store::Presence::optional},
                 {"not_returned", store::Kind::integer, store::Presence::optional},
                 {"abroad", store::Kind::integer, store::Presence::optional},
                 {"abroad_for", store::Kind::integer, store::Presence::optional},
                 {"abroad_on", store::Kind::date, store::Presence::optional},
                 {"pension_paper_on", store::Kind::date, store::Presence::optional},
                 {"pension_years", store::Kind::integer, store::Presence::optional},
                 {"pension_years_after_40", store::Kind::integer, store::Presence::optional}},
    .indexes = {{.columns = {"notification"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"item"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "entered_at"};
using NotificationAccess = store::AccessTo<notification_table>;

base::Result<> add(store::Transaction& transaction, const NotificationAccess& access,
                   const Notification& notification);
/// Puts what the clerk corrected or what became of it. Another person of an acquisition that is
/// work in hand: the row moves to that person.
base::Result<> put(store::Transaction& transaction, const NotificationAccess& access,
                   const Notification& notification);

base::Result<std::optional<Notification>> find_notification(const store::View& view,
                                                            const NotificationAccess& access,
                                                            const NotificationId& id);
base::Result<std::optional<Notification>> notification_of_item(const store::View& view,
                                                               const NotificationAccess& access,
                                                               const WorkItemId& item);
/// The notifications about the person, the oldest first.
base::Result<std::vector<Notification>> notifications_of(const store::View& view,
                                                         const NotificationAccess& access,
                                                         const base::PersonId& person);

// ---- What was typed before it was corrected ----

/// A notification as it stood before a correction: nothing that was typed is lost.
inline constexpr store::Table earlier_notification_table = [] {
  auto table = notification_table;
  table.name = "earlier_notification";
  table.japanese = "直す前の届書";
  table.clear.items.at(table.clear.count++) = {"replaced_at", store::Kind::moment};
  table.clear.items.at(table.clear.count++) = {"replaced_by", store::Kind::id};
  table.indexes = {{.columns = {"notification"}}};
  table.acquired = "replaced_at";
  return table;
}();

struct EarlierNotification {
  Notification notification;
  base::Moment replaced_at = {};
  base::StaffId replaced_by = base::StaffId::draw();
};
base::Result<> add(store::Transaction& transaction, const NotificationAccess& access,
                   const EarlierNotification& earlier);
/// The oldest first.
base::Result<std::vector<EarlierNotification>> earlier_of(const store::View& view,
                                                          const NotificationAccess& access,
                                                          const NotificationId& id);

// ---- What a decided notification changed: for its reversal ----

enum class FactKind : std::uint8_t {
  person = 1,
  period = 2,
  link = 3,
  circumstance = 4,
  address_origin = 5,
  notified_paper = 6,
};

/// One fact: the row that stood before (none: the fact was new) and the row that stands after.
/// Row numbers only, no personal data.
inline constexpr store::Table notification_change_table{
    .name = "notification_change",
    .japanese = "届書による台帳の変更",
    .untimed = store::Untimed::part,
    .part_of = "notification",
    .clear = {{"notification", store::Kind::id},
              {"fact", store::Kind::integer},
              {"fact_id", store::Kind::text},
              {"before_row", store::Kind::integer, store::Presence::optional},
              {"after_row", store::Kind::integer}},
    .indexes = {{.columns = {"notification"}}}};

struct NotificationChange {
  NotificationId notification = NotificationId::draw();
  FactKind fact = FactKind::person;
  std::string fact_id = {};  // of the person, period, link or circumstance
  std::optional<store::RowId> before = {};
  store::RowId after = {};
};
base::Result<> add(store::Transaction& transaction, const NotificationChange& change);
/// In the order in which they were made.
base::Result<std::vector<NotificationChange>> changes_of(const store::View& view,
                                                         const NotificationId& id);

}  // namespace kenpo::eligibility
