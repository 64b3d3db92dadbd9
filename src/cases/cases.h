// `kenpo cases`: runs tables of law cases and tells every row that differs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/fault.h"

namespace kenpo::cases {

/// What came of a run.
struct Report {
  std::string text;    // for standard output: differences and, at the end, `N passed, N failed`
  std::string errors;  // for standard error: what is wrong with the tables themselves
  std::uint64_t passed = 0;
  std::uint64_t failed = 0;
  bool faulty = false;  // an error that belongs to no row (a file, a head of a table)

  /// 0 only when at least one row ran and none failed and no table was wrong; else 1.
  int exit_status() const { return failed == 0 && passed > 0 && !faulty ? 0 : 1; }
};

/// A file larger than this is refused: a table of a hundred thousand rows has about ten megabytes.
inline constexpr std::uint64_t file_limit_bytes = 64ULL << 20;

/// Runs the files in their order. A file that cannot be read, an unknown rule or column, a wrong
/// number of cells, an unreadable cell and a row that compares nothing are told and never skipped.
Report run(std::span<const std::string> paths, base::Language language);

/// The same for one table text; `name` stands for the file in the report. Does not write the last
/// line.
void run_text(std::string_view name, std::string_view text, base::Language language,
              Report& report);

/// Every rule with its columns and its article, a line each, divided by tabs.
std::string list();

}  // namespace kenpo::cases
