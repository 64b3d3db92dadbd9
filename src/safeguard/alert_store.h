// Alerts in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/alert.h"
#include "safeguard/sign_store.h"
#include "store/seal.h"

namespace kenpo::safeguard {

/// The handler stands in it as a random id only, as in the audit log.
inline constexpr store::Table alert_table{
    .name = "alert",
    .japanese = "兆候の警報",
    .untimed = store::Untimed::standing,
    .clear = {{"alert", store::Kind::id},
              {"sign", store::Kind::integer},
              {"staff", store::Kind::id},
              {"day", store::Kind::date},
              {"uses", store::Kind::integer},
              {"first_leaf", store::Kind::integer},
              {"last_leaf", store::Kind::integer},
              {"raised_at", store::Kind::moment},
              {"due_at", store::Kind::moment},
              {"state", store::Kind::integer},
              {"escalated_at", store::Kind::moment, store::Presence::optional},
              {"acknowledged_at", store::Kind::moment, store::Presence::optional},
              {"acknowledged_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"alert"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state", "due_at"}},
                {.columns = {"raised_at"}}}};

/// The words of the person who acknowledged.
inline constexpr store::Table alert_answer_table{
    .name = "alert_answer",
    .japanese = "警報への対応",
    .subject = store::Subject::staff,
    .statute = notice::Statute::emergency_response,
    .untimed = store::Untimed::event,
    .clear = {{"alert", store::Kind::id}, {"answered_at", store::Kind::moment}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{.columns = {"alert"}}}};

/// The alerts that a screen shows; the newest come first.
inline constexpr int alerts_shown_limit = 200;

base::Result<> add(store::Transaction& transaction, const Alert& alert);
/// Puts the alert in the place of the one with the same id, which must exist.
base::Result<> replace(store::Transaction& transaction, const Alert& alert);
base::Result<std::optional<Alert>> find_alert(const store::View& view, const AlertId& id);
/// The alert of this sign and handler that nobody has acknowledged yet.
base::Result<std::optional<Alert>> open_alert(const store::View& view, SignKind kind,
                                              const base::StaffId& staff);
/// Newest first.
base::Result<std::vector<Alert>> list_alerts(const store::View& view);
/// Not acknowledged and past their time, not escalated yet.
base::Result<std::vector<Alert>> overdue_alerts(const store::View& view, base::Moment now);
base::Result<std::int64_t> count_open_alerts(const store::View& view);
base::Result<std::int64_t> count_alerts(const store::View& view, AlertState state);

base::Result<> add(store::Transaction& transaction, const EmergencyBasis& basis,
                   const AlertAnswer& answer);
base::Result<std::optional<AlertAnswer>> answer_of(const store::View& view,
                                                   const EmergencyBasis& basis, const AlertId& id);

}  // namespace kenpo::safeguard
