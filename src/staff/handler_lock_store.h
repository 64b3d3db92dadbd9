// Why handlers were locked, in the store.
#pragma once

#include <vector>

#include "base/result.h"
#include "staff/handler_lock.h"
#include "staff/handler_store.h"
#include "store/seal.h"

namespace kenpo::staff {

inline constexpr store::Table handler_lock_table{
    .name = "handler_lock",
    .japanese = "取扱者の停止",
    .subject = store::Subject::staff,
    .statute = notice::Statute::security_control,
    .untimed = store::Untimed::standing,
    .clear = {{"locked_at", store::Kind::moment}, {"locked_by", store::Kind::id}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{.columns = {"locked_at"}}}};

/// The newest first; a screen shows no more than this.
inline constexpr std::int64_t handler_locks_shown_limit = 200;

base::Result<> add(store::Transaction& transaction, const HandlerBasis& basis,
                   const HandlerLock& lock);
/// The newest `handler_locks_shown_limit`.
base::Result<std::vector<HandlerLock>> list_handler_locks(const store::View& view,
                                                          const HandlerBasis& basis);

}  // namespace kenpo::staff
