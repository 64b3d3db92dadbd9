// The dated list of handlers (取扱者名簿): who may use the program, in which roles, since when,
// with which undertaking and training, and for which establishments (notice section 2, O-2, O-3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "staff/handler.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

/// One person of the list: 氏名, the last day of employment, and whether locked. Undertaking and
/// training stand in the ledgers of duties.
inline constexpr store::Table handler_table{
    .name = "handler",
    .japanese = "取扱者",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .timed = store::Timed::yes,
    .clear = {{"leaves_on", store::Kind::date, store::Presence::optional},
              {"locked", store::Kind::integer}},
    .personal = {{"name", store::Kind::text}},
};

/// A role held for a time; valid_from and valid_to are its first and last day.
inline constexpr store::Table role_assignment_table{
    .name = "role_assignment",
    .japanese = "役割の付与",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .timed = store::Timed::yes,
    .clear = {{"role", store::Kind::integer}},
};

/// An establishment that a handler is limited to; a handler without a row may see all.
inline constexpr store::Table handler_scope_table{
    .name = "handler_scope",
    .japanese = "取扱範囲",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .timed = store::Timed::yes,
    .clear = {{"establishment", store::Kind::id}},
};

using HandlerBasis = store::Basis<notice::Statute::security_control>;

/// The responsible person's signature under the list of a moment (O-3). It names the list by its
/// hash, so that it no longer counts when anything in the list is different. About nobody.
inline constexpr store::Table list_sign_off_table{
    .name = "list_sign_off",
    .japanese = "取扱者名簿の確認",
    .untimed = store::Untimed::event,
    .clear = {{"signed_at", store::Kind::moment},
              {"signed_by", store::Kind::id},
              {"handlers_count", store::Kind::integer},
              {"list_sha256", store::Kind::text}},
};

base::Result<std::optional<SignOff>> last_sign_off(const store::View& view);
base::Result<> insert_sign_off(store::Transaction& transaction, const SignOff& sign_off);

/// The list as it stands: every decision that has not been withdrawn, sorted by staff id.
base::Result<std::vector<NamedHandler>> read_handlers(const store::View& view,
                                                      const HandlerBasis& basis);

/// Enters a handler, or decides anew on one: earlier rows are withdrawn, not overwritten.
base::Result<> write_handler(store::Transaction& transaction, const HandlerBasis& basis,
                             const NamedHandler& handler, base::Moment now);

}  // namespace kenpo::staff
