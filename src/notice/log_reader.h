// Reading the audit log's leaves back from its public files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/leaf.h"

namespace kenpo::notice {

struct NumberedLeaf {
  std::uint64_t index = 0;
  Leaf leaf;
};

/// Leaves read at once; a screen shows 50, an index is made again in chunks of this.
inline constexpr std::uint64_t leaves_read_limit = 65'536;

/// The leaves `first` … `first + count - 1` of a log of `size` published leaves, in order. Entries
/// that are no leaves (the change of a key) are passed over. A file that is missing or damaged is a
/// fault.
base::Result<std::vector<NumberedLeaf>> read_leaves(const std::string& directory,
                                                    std::uint64_t size, std::uint64_t first,
                                                    std::uint64_t count);

}  // namespace kenpo::notice
