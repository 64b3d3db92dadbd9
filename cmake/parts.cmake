# Parts from outside: Debian's packages and the npm packages named in package-lock.json.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
find_package(Boost 1.81 REQUIRED COMPONENTS json)

# SQLite with page encryption, compiled here from the C source inside the npm package.
set(KENPO_SQLITE ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3)
if(NOT EXISTS ${KENPO_SQLITE}/sqlite3.c)
  message(FATAL_ERROR "SQLite's source is missing: run `make setup` (npm ci --ignore-scripts)")
endif()
add_library(kenpo_sqlite STATIC ${KENPO_SQLITE}/sqlite3.c)
target_include_directories(kenpo_sqlite SYSTEM PUBLIC ${KENPO_SQLITE})
target_compile_options(kenpo_sqlite PRIVATE -w -maes -msse4.2 -fno-sanitize=all)
target_compile_definitions(kenpo_sqlite PRIVATE
  CODEC_TYPE=CODEC_TYPE_AEGIS SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE
  SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_TEMP_STORE=3
  SQLITE_SECURE_DELETE=1 SQLITE_USE_ALLOCA)
target_link_libraries(kenpo_sqlite PUBLIC Threads::Threads m)

# A program finds the libraries that lie beside it, wherever the folder of the build is.
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

# DuckDB, for analysis only: the library from one npm package, its C header from another. Both are
# copied into the build directory, so that a program finds the library beside itself.
set(KENPO_DUCKDB_LIBRARY
  ${CMAKE_SOURCE_DIR}/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so)
set(KENPO_DUCKDB_HEADER
  ${CMAKE_SOURCE_DIR}/node_modules/duckdb/src/duckdb/src/include/duckdb.h)
if(NOT EXISTS ${KENPO_DUCKDB_LIBRARY} OR NOT EXISTS ${KENPO_DUCKDB_HEADER})
  message(FATAL_ERROR "DuckDB is missing: run `make setup` (npm ci --ignore-scripts)")
endif()
configure_file(${KENPO_DUCKDB_LIBRARY} ${CMAKE_BINARY_DIR}/libduckdb.so COPYONLY)
configure_file(${KENPO_DUCKDB_HEADER} ${CMAKE_BINARY_DIR}/duckdb/duckdb.h COPYONLY)
add_library(kenpo_duckdb SHARED IMPORTED)
# An imported part's folder is a system folder: its header gives no warnings.
set_target_properties(kenpo_duckdb PROPERTIES
  IMPORTED_LOCATION ${CMAKE_BINARY_DIR}/libduckdb.so
  INTERFACE_INCLUDE_DIRECTORIES ${CMAKE_BINARY_DIR}/duckdb)
