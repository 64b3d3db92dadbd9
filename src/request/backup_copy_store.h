// Copies of the facts, in the store. A copy holds its own line, because it is entered first.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/backup_copy.h"
#include "store/seal.h"

namespace kenpo::request {

inline constexpr store::Table backup_copy_table{
    .name = "backup_copy",
    .japanese = "控え",
    .untimed = store::Untimed::event,
    .clear = {{"copy", store::Kind::id},
              {"name", store::Kind::text},
              {"made_at", store::Kind::moment},
              {"discard_by", store::Kind::date}},
    .indexes = {{.columns = {"copy"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table backup_discard_table{
    .name = "backup_discard",
    .japanese = "控えの廃棄",
    .untimed = store::Untimed::event,
    .clear = {{"copy", store::Kind::id},
              {"discarded_at", store::Kind::moment},
              {"discarded_by", store::Kind::id, store::Presence::optional},
              {"proof", store::Kind::text}},
    .indexes = {{.columns = {"copy"}, .uniqueness = store::Uniqueness::one}}};

/// Copies that a screen shows; the newest come first.
inline constexpr std::size_t backup_copies_shown_limit = 200;

base::Result<> add(store::Transaction& transaction, const BackupCopy& copy);
/// The copy's discarding; a second one of the same copy is refused by the store.
base::Result<> add_discard(store::Transaction& transaction, const BackupCopy& copy);
base::Result<std::vector<BackupCopy>> list_copies(const store::View& view);

}  // namespace kenpo::request
