#include "analysis/column_store.h"

#include <duckdb.h>

#include <map>
#include <span>
#include <string>
#include <tuple>

#include "base/require.h"

namespace kenpo::analysis {

namespace {

using base::Done;
using base::Result;

base::Fault engine_fault() {
  return {{"分析の計算ができませんでした。", "The analysis could not be computed."},
          {"分析の部品が計算を断りました。", "The engine of the analysis refused."},
          {"期間を短くして、もう一度試してください。", "Try again with a shorter period."},
          {}};
}

Result<> sound(duckdb_state state) {
  if (state != DuckDBSuccess) return engine_fault();
  return Done{};
}

constexpr const char* tables_sql =
    "CREATE TABLE cost (claimed_in INTEGER, pseudonym UBIGINT, establishment INTEGER, "
    "institution INTEGER, treated_in INTEGER, age UTINYINT, sex UTINYINT, patient UTINYINT, "
    "service UTINYINT, disease UTINYINT, disease_group INTEGER, points BIGINT, yen BIGINT);"
    "CREATE TABLE drug (claimed_in INTEGER, pseudonym UBIGINT, establishment INTEGER, "
    "drug INTEGER, kind UTINYINT, quantity BIGINT, yen BIGINT, least_yen BIGINT);";

/// Appends rows to a table by whole vectors of the engine.
template <typename... Types>
class Bulk {
 public:
  Bulk(duckdb_connection connection, const char* table) {
    state_ = duckdb_appender_create(connection, nullptr, table, &appender_);
    std::array<duckdb_logical_type, sizeof...(Types)> types{
        duckdb_create_logical_type(type_of<Types>())...};
    chunk_ = duckdb_create_data_chunk(types.data(), types.size());
    for (auto& type : types) duckdb_destroy_logical_type(&type);
    capacity_ = duckdb_vector_size();
    bind(std::index_sequence_for<Types...>());
  }
  ~Bulk() {
    duckdb_destroy_data_chunk(&chunk_);
    duckdb_appender_destroy(&appender_);
  }
  Bulk(const Bulk&) = delete;
  Bulk& operator=(const Bulk&) = delete;

  void add(Types... values) {
    set(std::index_sequence_for<Types...>(), values...);
    if (++rows_ == capacity_) write_chunk();
  }
  Result<> finish() {
    if (rows_ > 0) write_chunk();
    if (state_ == DuckDBSuccess) state_ = duckdb_appender_close(appender_);
    return sound(state_);
  }

 private:
  template <typename Type>
  static constexpr duckdb_type type_of() {
    if constexpr (std::is_same_v<Type, std::int32_t>) return DUCKDB_TYPE_INTEGER;
    if constexpr (std::is_same_v<Type, std::uint64_t>) return DUCKDB_TYPE_UBIGINT;
    if constexpr (std::is_same_v<Type, std::uint8_t>) return DUCKDB_TYPE_UTINYINT;
    return DUCKDB_TYPE_BIGINT;
  }
  template <std::size_t... at>
  void bind(std::index_sequence<at...>) {
    ((std::get<at>(columns_) = static_cast<Types*>(
          duckdb_vector_get_data(duckdb_data_chunk_get_vector(chunk_, at)))),
     ...);
  }
  template <std::size_t... at>
  void set(std::index_sequence<at...>, Types... values) {
    ((std::get<at>(columns_)[rows_] = values), ...);
  }
  void write_chunk() {
    duckdb_data_chunk_set_size(chunk_, rows_);
    if (state_ == DuckDBSuccess) state_ = duckdb_append_data_chunk(appender_, chunk_);
    duckdb_data_chunk_reset(chunk_);
    bind(std::index_sequence_for<Types...>());
    rows_ = 0;
  }

  duckdb_appender appender_ = nullptr;
  duckdb_data_chunk chunk_ = nullptr;
  duckdb_state state_ = DuckDBError;
  idx_t capacity_ = 0;
  idx_t rows_ = 0;
  std::tuple<Types*...> columns_;
};

const char* expression_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::age: return "age";
    case Dimension::sex: return "sex";
    case Dimension::patient: return "patient";
    case Dimension::service: return "service";
    case Dimension::disease: return "disease";
    case Dimension::institution: return "institution";
    case Dimension::band: return "band";
    case Dimension::establishment: return "establishment";
    case Dimension::month: return "claimed_in";
    case Dimension::disease_group: return "disease_group";
  }
  return "";
}

/// One row a claim; for bands one row a person and month.
std::string source_of(Dimension rows) {
  constexpr const char* within = " FROM cost WHERE claimed_in BETWEEN $1 AND $2";
  if (rows != Dimension::band) return std::string("SELECT *, 1 AS claims") + within;
  std::string band = "0";
  for (std::size_t at = 1; at < cost_bands_count; ++at) {
    band += " + (sum(yen) >= " + std::to_string(cost_bands_yen[at]) + ")::INTEGER";
  }
  return "SELECT claimed_in, pseudonym, establishment, count(*) AS claims, sum(points) AS points, "
         "sum(yen) AS yen, " + band + " AS band" + within +
         " GROUP BY claimed_in, pseudonym, establishment";
}

}  // namespace

/// Numbers of a list that grows: the first that comes is 0.
template <typename Value, typename Key>
class Numbered {
 public:
  std::int32_t number(const Key& key, const Value& value) {
    const auto [at, fresh] = numbers_.try_emplace(key, static_cast<std::int32_t>(values_.size()));
    if (fresh) values_.push_back(value);
    return at->second;
  }
  const std::vector<Value>& values() const { return values_; }

 private:
  std::vector<Value> values_;
  std::map<Key, std::int32_t> numbers_;
};

struct ColumnStore::Inside {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  Numbered<base::EstablishmentId, base::EstablishmentId> establishments;
  Numbered<Coded, std::string> institutions;
  Numbered<Coded, std::string> drugs;
  Numbered<Coded, std::string> groups;

  ~Inside() {
    if (connection != nullptr) duckdb_disconnect(&connection);
    if (database != nullptr) duckdb_close(&database);
  }

  Result<> run(const char* sql) const { return sound(duckdb_query(connection, sql, nullptr)); }

  /// Every row of a statement whose columns are whole numbers; `take(std::span<const int64>)`. The
  /// statement is made of words of our own source; what comes from outside are the months.
  template <typename Take>
  Result<> each(const std::string& sql, const Months& months, Take&& take) const {
    duckdb_prepared_statement statement = nullptr;
    auto state = duckdb_prepare(connection, sql.c_str(), &statement);
    duckdb_result result{};
    if (state == DuckDBSuccess) {
      duckdb_bind_int32(statement, 1, months.first.index());
      duckdb_bind_int32(statement, 2, months.last.index());
      state = duckdb_execute_prepared(statement, &result);
    }
    std::vector<std::int64_t> row;
    while (state == DuckDBSuccess) {
      duckdb_data_chunk chunk = duckdb_fetch_chunk(result);
      if (chunk == nullptr) break;
      const auto columns = duckdb_data_chunk_get_column_count(chunk);
      row.resize(columns);
      for (idx_t at = 0; at < duckdb_data_chunk_get_size(chunk); ++at) {
        for (idx_t column = 0; column < columns; ++column) {
          const auto vector = duckdb_data_chunk_get_vector(chunk, column);
          row[column] = static_cast<const std::int64_t*>(duckdb_vector_get_data(vector))[at];
        }
        take(std::span<const std::int64_t>(row));
      }
      duckdb_destroy_data_chunk(&chunk);
    }
    duckdb_destroy_result(&result);
    duckdb_destroy_prepare(&statement);
    return sound(state);
  }

  Result<> load_costs(const Segment& segment) {
    Bulk<std::int32_t, std::uint64_t, std::int32_t, std::int32_t, std::int32_t, std::uint8_t,
         std::uint8_t, std::uint8_t, std::uint8_t, std::uint8_t, std::int32_t, std::int64_t,
         std::int64_t>
        bulk(connection, "cost");
    for (const auto& fact : segment.costs) {
      const auto& place = segment.institutions[fact.institution];
      const auto& group = segment.groups[fact.group];
      const auto& works = segment.establishments[fact.establishment];
      bulk.add(segment.claimed_in.index(), fact.pseudonym, establishments.number(works, works),
               institutions.number(place.code, place), fact.treated_in.index(), fact.age_class,
               static_cast<std::uint8_t>(fact.sex), static_cast<std::uint8_t>(fact.patient),
               static_cast<std::uint8_t>(3 * static_cast<int>(fact.service) +
                                         static_cast<int>(fact.stay)),
               fact.disease_group, groups.number(group.code + "\t" + group.word, group),
               fact.points, fact.yen);
    }
    return bulk.finish();
  }

  Result<> load_drugs(const Segment& segment) {
    Bulk<std::int32_t, std::uint64_t, std::int32_t, std::int32_t, std::uint8_t, std::int64_t,
         std::int64_t, std::int64_t>
        bulk(connection, "drug");
    for (const auto& fact : segment.drug_lines) {
      const auto& drug = segment.drugs[fact.drug];
      const auto& works = segment.establishments[fact.establishment];
      bulk.add(segment.claimed_in.index(), fact.pseudonym, establishments.number(works, works),
               drugs.number(drug.code, drug), static_cast<std::uint8_t>(fact.kind),
               fact.quantity_hundred_thousandths, fact.yen_thousandths,
               fact.least_yen_thousandths);
    }
    return bulk.finish();
  }
};

ColumnStore::ColumnStore(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ColumnStore::~ColumnStore() = default;

Result<std::unique_ptr<ColumnStore>> ColumnStore::open() {
  auto inside = std::make_unique<Inside>();
  duckdb_config config = nullptr;
  KENPO_TRY(sound(duckdb_create_config(&config)));
  const auto memory = std::to_string(memory_limit_gigabytes) + "GB";
  const auto threads = std::to_string(counting_threads);
  // Neither files nor the network, and no spilling of what is in memory to a disk.
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"temp_directory", ""},
           {"memory_limit", memory.c_str()},
           {"threads", threads.c_str()},
           {"autoinstall_known_extensions", "false"},
           {"autoload_known_extensions", "false"},
           {"enable_external_access", "false"},  // last: it closes the settings of files
           {"lock_configuration", "true"}}) {
    KENPO_REQUIRE(duckdb_set_config(config, name, value) == DuckDBSuccess);
  }
  const auto opened = duckdb_open_ext(nullptr, &inside->database, config, nullptr);
  duckdb_destroy_config(&config);
  KENPO_TRY(sound(opened));
  KENPO_TRY(sound(duckdb_connect(inside->database, &inside->connection)));
  KENPO_TRY(inside->run(tables_sql));
  return std::unique_ptr<ColumnStore>(new ColumnStore(std::move(inside)));
}

Result<> ColumnStore::load(const Segment& segment) {
  KENPO_TRY(drop(segment.claimed_in));
  KENPO_TRY(inside_->load_costs(segment));
  return inside_->load_drugs(segment);
}

Result<> ColumnStore::drop(base::Month claimed_in) {
  const auto month = std::to_string(claimed_in.index());
  KENPO_TRY(inside_->run(("DELETE FROM cost WHERE claimed_in = " + month).c_str()));
  return inside_->run(("DELETE FROM drug WHERE claimed_in = " + month).c_str());
}

Result<std::vector<CubeCell>> ColumnStore::cross(Dimension rows, Dimension columns,
                                                 const Months& months) const {
  const std::string row = expression_of(rows);
  const std::string column = expression_of(columns);
  KENPO_REQUIRE(rows != columns);
  // First each person's part of each cell, so that the largest is known and people count once.
  const auto sql =
      "WITH part AS (SELECT " + row + "::BIGINT AS r, " + column +
      "::BIGINT AS c, pseudonym, sum(claims)::BIGINT AS claims, sum(points)::BIGINT AS points, "
      "sum(yen)::BIGINT AS yen FROM (" + source_of(rows) + ") GROUP BY 1, 2, 3), "
      "own AS (SELECT coalesce(r, -1) AS r, coalesce(c, -1) AS c, sum(claims)::BIGINT AS claims, "
      "sum(points)::BIGINT AS points, sum(yen)::BIGINT AS yen FROM part GROUP BY "
      "GROUPING SETS ((r, c, pseudonym), (r, pseudonym), (c, pseudonym), (pseudonym))) "
      "SELECT r, c, count(*), sum(claims)::BIGINT, sum(points)::BIGINT, sum(yen)::BIGINT, "
      "max(points), max(yen) FROM own GROUP BY 1, 2 ORDER BY 1, 2";
  std::vector<CubeCell> cells;
  KENPO_TRY(inside_->each(sql, months, [&](std::span<const std::int64_t> row_values) {
    cells.push_back({.row = static_cast<std::int32_t>(row_values[0]),
                     .column = static_cast<std::int32_t>(row_values[1]),
                     .counts = {row_values[2], row_values[3], row_values[4], row_values[5]},
                     .largest = {row_values[6], row_values[7]}});
  }));
  return cells;
}

namespace {

DrugCell drug_cell(std::span<const std::int64_t> values) {
  return {.row = static_cast<std::int32_t>(values[0]),
          .column = static_cast<std::int32_t>(values[1]),
          .persons = values[2],
          .lines = values[3],
          .quantity_hundred_thousandths = values[4],
          .yen = values[5],
          .least_yen = values[6],
          .largest_quantity = values[7],
          .largest_yen = values[8]};
}

constexpr const char* drug_sums =
    "sum(quantity)::BIGINT AS quantity, sum(yen)::BIGINT AS yen, sum(least_yen)::BIGINT AS "
    "least_yen ";
constexpr const char* drug_measures =
    "count(*), sum(lines)::BIGINT, sum(quantity)::BIGINT, (sum(yen) // 1000)::BIGINT, "
    "(sum(least_yen) // 1000)::BIGINT, max(quantity), max(yen) // 1000 FROM own ";

}  // namespace

// As in `cross`: first each person's part.
Result<std::vector<DrugCell>> ColumnStore::drug_kinds(const Months& months) const {
  const auto sql =
      std::string("WITH part AS (SELECT kind::BIGINT AS r, establishment::BIGINT AS c, pseudonym, "
                  "count(*) AS lines, ") +
      drug_sums + "FROM drug WHERE claimed_in BETWEEN $1 AND $2 GROUP BY 1, 2, 3), "
      "own AS (SELECT coalesce(r, -1) AS r, coalesce(c, -1) AS c, sum(lines)::BIGINT AS lines, " +
      drug_sums + "FROM part GROUP BY "
      "GROUPING SETS ((r, c, pseudonym), (r, pseudonym), (c, pseudonym), (pseudonym))) "
      "SELECT r, c, " + drug_measures + "GROUP BY 1, 2 ORDER BY 1, 2";
  std::vector<DrugCell> cells;
  KENPO_TRY(inside_->each(sql, months, [&](std::span<const std::int64_t> values) {
    cells.push_back(drug_cell(values));
  }));
  return cells;
}

Result<std::vector<DrugCell>> ColumnStore::dear_drugs(const Months& months) const {
  const auto sql =
      std::string("WITH own AS (SELECT coalesce(drug::BIGINT, -1) AS r, -1::BIGINT AS c, "
                  "count(*) AS lines, ") +
      drug_sums + "FROM drug WHERE claimed_in BETWEEN $1 AND $2 AND least_yen < yen GROUP BY "
      "GROUPING SETS ((drug, pseudonym), (pseudonym))) "
      "SELECT r, c, " + drug_measures + "GROUP BY 1, 2 ORDER BY sum(yen - least_yen) DESC, 1";
  std::vector<DrugCell> cells;
  KENPO_TRY(inside_->each(sql, months, [&](std::span<const std::int64_t> values) {
    cells.push_back(drug_cell(values));
  }));
  return cells;
}

const std::vector<base::EstablishmentId>& ColumnStore::establishments() const {
  return inside_->establishments.values();
}
const std::vector<Coded>& ColumnStore::institutions() const {
  return inside_->institutions.values();
}
const std::vector<Coded>& ColumnStore::drugs() const { return inside_->drugs.values(); }
const std::vector<Coded>& ColumnStore::groups() const { return inside_->groups.values(); }

}  // namespace kenpo::analysis
