// The dated list of handlers (取扱者名簿): who may use the program, in which roles, since when,
// with which undertaking and training, and for which establishments (notice section 2, O-2, O-3).
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "staff/handler.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

/// One person of the list: 氏名, the state of undertaking and training, and whether locked.
inline constexpr store::Table handler_table{
    .name = "handler",
    .japanese = "取扱者",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .timed = store::Timed::yes,
    .clear = {{"undertaking_on", store::Kind::date, store::Presence::optional},
              {"trained_until", store::Kind::date, store::Presence::optional},
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

/// The list as it stands: every decision that has not been withdrawn, sorted by staff id.
base::Result<std::vector<NamedHandler>> read_handlers(const store::View& view,
                                                      const HandlerBasis& basis);

/// Enters a handler, or decides anew on one: earlier rows are withdrawn, not overwritten.
base::Result<> write_handler(store::Transaction& transaction, const HandlerBasis& basis,
                             const NamedHandler& handler, base::Moment now);

}  // namespace kenpo::staff
