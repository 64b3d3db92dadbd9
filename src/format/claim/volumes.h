// A provider's claims in several files (マルチボリューム): each but the last without totals.
#pragma once

#include <span>

#include "format/claim/reader.h"

namespace kenpo::format::claim {

/// 00 to 98: GO has two digits, and 99 means the last.
inline constexpr std::size_t volumes_limit = 99;

/// Joins the summaries of all volumes, in their order. Refused: a volume that is missing, twice or
/// out of order (heads are numbered 00, 01 …, totals 01, 02 … 99), totals of the last volume that
/// are not the sums of all. Faults name the volume as the line.
base::Result<Summary> join_volumes(std::span<const Summary> volumes);

}  // namespace kenpo::format::claim
