// A segment as bytes, before it is sealed: docs/formats/analysis_segment.md.
#pragma once

#include <string>
#include <string_view>

#include "analysis/fact.h"
#include "base/result.h"

namespace kenpo::analysis {

/// How a segment begins before it is sealed: no file may.
inline constexpr std::string_view segment_mark = "kenpo analysis 2\n";

std::string bytes_of(const Segment& segment);

/// Refused: another version, cut off, indexes that point at nothing.
base::Result<Segment> segment_from(std::string_view bytes);

}  // namespace kenpo::analysis
