// The peer of the claims reader: DuckDB's CSV reader splits the same file into columns, on one
// thread. It decodes the characters, knows no record, checks nothing.
//
// DuckDB reads UTF-8, UTF-16 and Latin-1; a claims file is CP932. The file is converted to UTF-8
// before it is measured: neither the conversion nor its checks are counted, and the rate is that of
// the bytes of the claims file, so that both rates are of the same work.
#include <duckdb.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/cp932.h"
#include "base/mapped_file.h"
#include "bench/commands.h"
#include "bench/measure.h"

namespace kenpo::bench {

namespace {

constexpr int rounds = 3;
/// The prefix of three and the longest record of 医科, TO; the reader pads what is missing.
constexpr int columns = 51;

class Reader {
 public:
  Reader() {
    KENPO_REQUIRE(duckdb_open(nullptr, &database_) == DuckDBSuccess);
    KENPO_REQUIRE(duckdb_connect(database_, &connection_) == DuckDBSuccess);
    run("SET threads = 1");
  }
  ~Reader() {
    duckdb_disconnect(&connection_);
    duckdb_close(&database_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void run(const std::string& sql) {
    duckdb_result result;
    const auto state = duckdb_query(connection_, sql.c_str(), &result);
    if (state != DuckDBSuccess) std::fprintf(stderr, "%s\n", duckdb_result_error(&result));
    KENPO_REQUIRE(state == DuckDBSuccess);
    duckdb_destroy_result(&result);
  }

  /// The first value of the first row; 0 without rows.
  std::int64_t count(const std::string& sql) {
    duckdb_result result;
    const auto state = duckdb_query(connection_, sql.c_str(), &result);
    if (state != DuckDBSuccess) std::fprintf(stderr, "%s\n", duckdb_result_error(&result));
    KENPO_REQUIRE(state == DuckDBSuccess);
    const auto value = duckdb_row_count(&result) == 0 ? 0 : duckdb_value_int64(&result, 0, 0);
    duckdb_destroy_result(&result);
    return value;
  }

 private:
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
};

/// Every column as text, so that nothing is guessed; each is looked at, so that none is left out.
std::string question(const std::string& path) {
  std::string names;
  std::string lengths;
  for (int at = 1; at <= columns; ++at) {
    const auto name = "f" + std::to_string(at);
    names += (at == 1 ? "'" : ", '") + name + "': 'VARCHAR'";
    lengths += (at == 1 ? "count(" : " + count(") + name + ")";
  }
  return "SELECT " + lengths + " FROM read_csv('" + path +
         "', header = false, auto_detect = false, delim = ',', quote = '', escape = '', "
         "new_line = '\\r\\n', null_padding = true, strict_mode = false, parallel = false, "
         "columns = {" + names + "})";
}

/// The file in UTF-8 beside it, without the 0x1A at its end.
std::string converted(const std::string& path) {
  const auto made = path + ".utf8";
  const auto file = must(base::MappedFile::open(path));
  std::FILE* out = std::fopen(made.c_str(), "wb");
  KENPO_REQUIRE(out != nullptr);
  constexpr std::size_t piece = std::size_t{16} << 20U;
  auto rest = file.bytes();
  while (!rest.empty()) {
    auto size = std::min(piece, rest.size());
    while (size < rest.size() && rest[size - 1] != '\n') ++size;
    auto bytes = rest.substr(0, size);
    rest.remove_prefix(size);
    if (bytes.ends_with('\x1a')) bytes.remove_suffix(1);
    const auto text = base::decode_cp932(bytes).text;
    KENPO_REQUIRE(std::fwrite(text.data(), 1, text.size(), out) == text.size());
  }
  KENPO_REQUIRE(std::fclose(out) == 0);
  return made;
}

}  // namespace

void claims_by_duckdb(const std::string& path) {
  constexpr double million = 1e6;
  const auto megabytes = static_cast<double>(std::filesystem::file_size(path)) / million;
  heading("the same file by DuckDB's CSV reader, one thread");
  Reader reader;
  const auto made = converted(path);
  const auto sql = question(made);
  for (int round = 0; round < rounds; ++round) {
    std::int64_t fields = 0;
    const auto taken = measure([&] { fields = reader.count(sql); });
    KENPO_REQUIRE(fields > 0);
    print("DuckDB: split into fields", megabytes / taken.wall_seconds, "MB/s",
          std::to_string(fields) + " fields with text, made UTF-8 before");
    print("DuckDB: the same by processor time", megabytes / taken.processor_seconds, "MB/s");
  }
  std::filesystem::remove(made);
}

}  // namespace kenpo::bench
