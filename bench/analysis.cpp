// Group-by over columns: the engine of the analysis beside SQLite, and a month's report as the
// society asks for it, with its people counted once each.
#include <duckdb.h>
#include <sqlite3.h>

#include <cstdio>
#include <string>

#include "analysis/column_store.h"
#include "analysis/cube_rule.h"
#include "base/require.h"
#include "bench/commands.h"
#include "bench/measure.h"

namespace kenpo::bench {

namespace {

/// The same drawn lines for both engines: number n gives its disease, establishment and yen.
constexpr const char* drawn_columns =
    "(n * 7919 % 22) + 1 AS disease, (n * 104729 % 2000) AS works, (n * 31 % 90000) + 100 AS yen";
constexpr const char* question =
    "SELECT disease, count(*), sum(yen) FROM line GROUP BY disease ORDER BY disease";

/// Processor seconds beside the clock's: other programs on the machine do not count in them.
std::string processor_words(const Taken& taken) {
  return "processor " + std::to_string(static_cast<long long>(1000 * taken.processor_seconds)) +
         " ms";
}

void say_rate(const char* what, const Taken& taken, std::size_t lines) {
  constexpr double million = 1e6;
  const auto rate = static_cast<double>(lines) / taken.wall_seconds / million;
  print(what, taken.wall_seconds, "s",
        std::to_string(static_cast<long long>(rate)) + " million lines/s, " +
            processor_words(taken));
}

class Columns {
 public:
  explicit Columns(std::size_t lines) {
    KENPO_REQUIRE(duckdb_open(nullptr, &database_) == DuckDBSuccess);
    KENPO_REQUIRE(duckdb_connect(database_, &connection_) == DuckDBSuccess);
    run("SET threads = 2");
    run("CREATE TABLE line AS SELECT (disease)::UTINYINT AS disease, (works)::INTEGER AS works, "
        "(yen)::BIGINT AS yen FROM (SELECT " + std::string(drawn_columns) +
        " FROM (SELECT range AS n FROM range(" + std::to_string(lines) + ")))");
  }
  ~Columns() {
    duckdb_disconnect(&connection_);
    duckdb_close(&database_);
  }
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  void run(const std::string& sql) {
    duckdb_result result;
    KENPO_REQUIRE(duckdb_query(connection_, sql.c_str(), &result) == DuckDBSuccess);
    duckdb_destroy_result(&result);
  }

 private:
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
};

class Rows {
 public:
  explicit Rows(std::size_t lines) {
    KENPO_REQUIRE(sqlite3_open(":memory:", &database_) == SQLITE_OK);
    run("CREATE TABLE line (disease INTEGER, works INTEGER, yen INTEGER)");
    run("INSERT INTO line WITH RECURSIVE drawn(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM drawn "
        "WHERE n + 1 < " + std::to_string(lines) + ") SELECT " + drawn_columns + " FROM drawn");
  }
  ~Rows() { sqlite3_close(database_); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  void run(const std::string& sql) {
    KENPO_REQUIRE(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }

 private:
  sqlite3* database_ = nullptr;
};

/// One month of claims as the society's analysis holds it.
analysis::Segment month_of(std::size_t claims) {
  analysis::Segment segment;
  segment.claimed_in = *base::Month::make(2026, 10);
  constexpr std::size_t works_count = 200;
  constexpr std::size_t places_count = 5000;
  for (int at = 0; at <= 119; ++at) segment.groups.push_back({std::to_string(at), "疾病"});
  for (std::size_t at = 0; at < works_count; ++at) {
    segment.establishments.push_back(base::EstablishmentId::draw());
  }
  for (std::size_t at = 0; at < places_count; ++at) {
    segment.institutions.push_back({std::to_string(at), "架空医院"});
  }
  for (std::size_t at = 0; at < claims; ++at) {
    analysis::CostFact fact;
    fact.pseudonym = at * 7 / 10;  // some have two receipts
    fact.establishment = static_cast<std::uint32_t>(fact.pseudonym % works_count);
    fact.institution = static_cast<std::uint32_t>(at * 104729 % places_count);
    fact.treated_in = segment.claimed_in.plus(-1);
    fact.age_class = static_cast<std::uint8_t>(fact.pseudonym * 31 % 21);
    fact.disease_group = static_cast<std::uint8_t>(at * 7919 % 22 + 1);
    fact.group = static_cast<std::uint32_t>(at * 7919 % 120);
    fact.points = static_cast<std::int64_t>(at * 31 % 9000 + 10);
    fact.yen = 10 * fact.points;
    segment.costs.push_back(fact);
  }
  return segment;
}

void month_report(std::size_t claims) {
  const auto segment = month_of(claims);
  auto columns = must(analysis::ColumnStore::open());
  const auto load = measure([&] { must(columns->load(segment)); });
  print("a month into memory", load.wall_seconds, "s", std::to_string(claims) + " claims");
  const analysis::Months months{segment.claimed_in, segment.claimed_in};
  for (const auto& [name, dimension] :
       {std::pair{"report by disease", analysis::Dimension::disease},
        std::pair{"report by group of diseases", analysis::Dimension::disease_group},
        std::pair{"report by institution", analysis::Dimension::institution}}) {
    std::size_t cells = 0;
    const auto taken = measure([&] {
      const auto counted = must(
          columns->cross(dimension, analysis::Dimension::establishment, months));
      cells = analysis::shown_month(counted, {.cell = 10, .establishment = 30,
                                                 .largest_percent = 80}).size();
    });
    print(name, taken.wall_seconds, "s",
          std::to_string(cells) + " cells, people counted once, small cells hidden, " +
              processor_words(taken));
  }
}

}  // namespace

void analysis_lines(std::size_t lines, std::size_t peer_lines) {
  heading("analysis: group-by over " + std::to_string(lines) + " lines, 2 threads");
  {
    Columns columns(lines);
    columns.run(question);  // once before it counts, for both
    say_rate("DuckDB", measure([&] { columns.run(question); }), lines);
  }
  {
    Rows rows(peer_lines);
    rows.run(question);
    const auto taken = measure([&] { rows.run(question); });
    say_rate("SQLite, in memory", taken, peer_lines);
    std::printf("  SQLite was given %zu lines: more take its memory and minutes to fill.\n",
                peer_lines);
  }
  constexpr std::size_t month_claims = 900'000;  // of the largest society
  month_report(month_claims);
}

}  // namespace kenpo::bench
