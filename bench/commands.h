// The benchmarks by name. Each prints its figures and ends the program when anything fails.
#pragma once

#include <cstddef>
#include <string>

namespace kenpo::bench {

/// Point reads of one member, with and without gate and log, by 2 and by 64 clients.
void reads(const std::string& directory, std::size_t people, double seconds);
/// Parsing and validation of a generated claims file, on one core. Keeps the file for the peers.
void claims_reader(const std::string& directory, std::size_t megabytes);
/// The same file split into fields by DuckDB's CSV reader, on one thread.
void claims_by_duckdb(const std::string& path);
/// A month's claims file of that size, taken in with its eligibility check.
void intake(const std::string& directory, std::size_t megabytes);
/// The levy of a month, then the same again.
void levy(const std::string& directory, std::size_t insured);
/// The regular determination of everybody, notified and not decided.
void regular(const std::string& directory, std::size_t insured);
/// The effects of changes of the past of so many people, over 24 levied months.
void preview(const std::string& directory, std::size_t insured, std::size_t times);
/// Member search and ledger page.
void search(const std::string& directory, std::size_t members, std::size_t times);
/// High-cost medical expense and additional benefits of a month for so many insured people.
void benefits(const std::string& directory, std::size_t insured);
/// The list of receipts with filters over so many heads.
void receipts(const std::string& directory, std::size_t count, std::size_t times);
/// Pages of medical cost notices as PDF.
void cost_notices(std::size_t pages);
/// Group-by over so many drawn lines in memory, SQLite beside it with fewer; a month's report.
void analysis_lines(std::size_t lines, std::size_t peer_lines);
/// Prints so many kana names, drawn as those of the members are.
void names(std::size_t count);

}  // namespace kenpo::bench
