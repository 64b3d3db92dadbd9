// Lines 1 to 5 of the file.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "format/notification_csv/cell_writer.h"
#include "format/notification_csv/record.h"
#include "format/notification_csv/report.h"

namespace kenpo::format::notification_csv {

inline constexpr std::size_t head_lines_count = 5;

/// A line that breaks its layout or its mark is told to the report; then the head is not complete.
Head read_head(std::span<const std::string_view, head_lines_count> lines, Report& report);

/// Lines 1 to 5 without line ends. Items that cannot be written are told to the report.
std::array<std::string, head_lines_count> write_head(const Head& head, Report& report);

}  // namespace kenpo::format::notification_csv
