// What can go wrong with the log, in the words of the person who has to mend it.
#pragma once

#include <cstdint>

#include "base/fault.h"

namespace kenpo::notice {

/// The file system refused: full, not writable, or broken. `code` is an errno.
base::Fault storage_fault(int code);
/// Nothing is appended any more until the log is opened again.
base::Fault closed_fault();
base::Fault sync_failed_fault();
base::Fault in_use_fault();
/// The log says it has `size` leaves, but we remember `remembered`.
base::Fault rolled_back_fault(std::uint64_t size, std::uint64_t remembered);
/// The log's first `size` leaves are not those that we remember.
base::Fault forked_fault(std::uint64_t size);
/// Files that the checkpoint speaks of are missing or cut off; `index` is the first lost leaf.
base::Fault truncated_fault(std::uint64_t index);
/// Files hold leaves that no checkpoint and no journal vouches for.
base::Fault beyond_fault(std::uint64_t size);
/// The checkpoint is missing, unreadable, or not signed by a key of this log.
base::Fault checkpoint_fault();
/// A file's bytes are not what the tree says.
base::Fault damaged_fault(const base::Plain& file);
base::Fault keys_fault();
base::Fault not_in_log_fault(std::uint64_t index);

}  // namespace kenpo::notice
