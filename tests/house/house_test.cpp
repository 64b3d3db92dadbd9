// The house rules of STYLE over the whole tree: layers, roles, sizes, words.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tree.h"

namespace kenpo::house {
namespace {

const std::vector<File>& tree() {
  static const auto files = read_tree();
  return files;
}

bool is_cpp(const File& file) { return file.ends_with(".h") || file.ends_with(".cpp"); }
bool is_test(const File& file) {
  return file.ends_with("_test.cpp") || file.ends_with("_fuzz.cpp") ||
         file.ends_with("_bench.cpp") || file.ends_with("_for_tests.h") ||
         file.path.starts_with("tests/") || file.path.starts_with("bench/");
}

TEST(House, TreeIsRead) { EXPECT_GT(tree().size(), 20U); }

TEST(House, IncludesGoOneWay) {
  const auto layers = read_layers();
  const std::regex include(R"re(^#include "([a-z_]+)/([a-z_/0-9]+)\.h")re");
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    const auto folder = file.folder();
    if (folder.empty() || !is_cpp(file)) continue;
    const auto edges = layers.folders.find(folder);
    if (edges == layers.folders.end()) {
      findings.push_back({file.path, 1, "folder is not in src/LAYERS"});
      continue;
    }
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      std::smatch match;
      if (!std::regex_search(file.lines[at], match, include)) continue;
      const std::string target = match[1];
      if (target == "tests" && is_test(file)) continue;
      if (target != folder && !edges->second.contains(target)) {
        findings.push_back({file.path, at + 1, folder + " may not include " + target});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, RolesIncludeWhatTheyMay) {
  const auto layers = read_layers();
  const std::set<std::string> engines = {"base",  "law", "format", "notice", "store",    "desk",
                                         "batch", "app", "cases",  "print",  "synthetic"};
  const std::regex include(R"re(^#include "([a-z_]+)/([a-z_/0-9]+)\.h")re");
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (file.folder().empty() || !is_cpp(file) || is_test(file)) continue;
    if (engines.contains(file.folder())) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      std::smatch match;
      if (!std::regex_search(file.lines[at], match, include)) continue;
      const std::string target = match[1];
      if (engines.contains(target)) {
        const bool engine_allowed = file.role() != "rule" || target == "base" || target == "law";
        if (!engine_allowed) {
          findings.push_back({file.path, at + 1, "a rule reads no " + target});
        }
        continue;
      }
      const auto role = File{"src/x/" + match[2].str() + ".h", {}}.role();
      if (role != file.role() && !layers.roles.at(file.role()).contains(role)) {
        findings.push_back({file.path, at + 1, file.role() + " may not include " + role});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, SizesHold) {
  constexpr std::size_t lines_limit = 400;
  constexpr std::size_t columns_limit = 100;
  constexpr std::size_t function_limit = 60;
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!is_cpp(file) || file.path.find("_table.cpp") != std::string::npos) continue;
    if (file.lines.size() > lines_limit) {
      findings.push_back({file.path, file.lines.size(), "more than 400 lines"});
    }
    std::size_t opened_at = 0;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      const auto& line = file.lines[at];
      if (characters(line) > columns_limit) {
        findings.push_back({file.path, at + 1, "more than 100 columns"});
      }
      const bool block =
          line.ends_with("{") && !line.starts_with(" ") && !line.starts_with("namespace") &&
          !line.starts_with("class") && !line.starts_with("struct") && !line.starts_with("enum") &&
          !line.starts_with("inline constexpr store::Table ") &&
          line.find("= {") == std::string::npos && line.find("{{") == std::string::npos;
      if (block) opened_at = at + 1;
      if (line.starts_with("}") && opened_at != 0) {
        const bool long_function = at + 1 - opened_at > function_limit && !line.starts_with("};");
        if (long_function && !is_test(file)) {
          findings.push_back({file.path, opened_at, "function longer than 60 lines"});
        }
        opened_at = 0;
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// Privacy property 28: claims are opened for analysis where they become pseudonyms, nowhere else.
TEST(House, OnePlaceOpensClaimsForAnalysis) {
  const std::regex grant(
      "grant<(notice::)?(Purpose::)?"
      "(medical_cost_analysis|checkup_result_analysis|guidance_result_analysis)>");
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    const bool maker = file.path == "src/analysis/segment_act.cpp";
    if (file.folder().empty() || !is_cpp(file) || is_test(file) || maker) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (!std::regex_search(file.lines[at], grant)) continue;
      findings.push_back({file.path, at + 1, "opens claims under a purpose of analysis"});
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, HeadersIncludeLittle) {
  std::vector<Finding> findings;
  const std::regex heavy(R"(^#include <(chrono|regex|filesystem|iostream|fstream|boost/|spdlog/))");
  for (const auto& file : tree()) {
    if (!file.ends_with(".h") || !file.path.starts_with("src/") || is_test(file)) continue;
    // The one header where the desk meets Asio; two files of the server include it.
    if (file.path == "src/desk/connection.h") continue;
    const bool once = std::ranges::find(file.lines, "#pragma once") != file.lines.end();
    if (!once) findings.push_back({file.path, 1, "no #pragma once"});
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (std::regex_search(file.lines[at], heavy)) {
        findings.push_back({file.path, at + 1, "heavy include in a header"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, WordsFit) {
  // Written apart so that this file does not hold them itself.
  const std::vector<std::string> forbidden = {
      std::string("TO") + "DO",
      std::string("for n") + "ow",
      std::string("not impl") + "emented",
      std::string("sub") + "agent",
      // Folders of a machine; the desk itself has addresses that begin so.
      std::string("/wo") + "rk/main",
      std::string("/wo") + "rk/shared",
      std::string("/wo") + "rk/build",
      std::string("registry.") + "npmjs",
      std::string("deb.") + "debian",
      std::string("tried as a ") + "new user",
  };
  // Three of the letter alone mark unfinished work; six are a temporary file's name.
  const std::regex mark(std::string("(^|[^X])X{") + "3}([^X]|$)");
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (std::regex_search(file.lines[at], mark)) {
        findings.push_back({file.path, at + 1, "a mark of unfinished work"});
      }
      for (const auto& word : forbidden) {
        if (file.lines[at].find(word) != std::string::npos) {
          findings.push_back({file.path, at + 1, "forbidden word: " + word});
        }
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, SqlStandsInStoresOnly) {
  const std::regex sql(
      R"re("[^"]*\b(select .* from|insert into|update \w+ set|delete from|create table)\b)re",
      std::regex::icase);
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || !is_cpp(file) || is_test(file)) continue;
    if (file.folder() == "store" || file.role() == "store") continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (std::regex_search(file.lines[at], sql)) {
        findings.push_back({file.path, at + 1, "SQL outside a store"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// A second engine is one more class behind store/engine.h: what only SQLite understands stands in
// its own files.
TEST(House, OneEngineSpeaksItsDialect) {
  const std::regex dialect(
      R"re("[^"]*(\b(pragma\b|pragma_\w|sqlite_(master|schema|temp|stat|autoindex|sequence))re"
      R"re(|without rowid|rowid\b|begin (immediate|exclusive|deferred)|(insert|update) or )re"
      R"re(|replace into|autoincrement|vacuum\b|attach database)|[ (](hex|unhex|typeof|iif)re"
      R"re(|ifnull|strftime|julianday|unixepoch|randomblob|zeroblob|group_concat|instr|changes)re"
      R"re(|last_insert_rowid|json_(each|tree|extract|array|group_array))\()|#include <sqlite3)re",
      std::regex::icase);
  EXPECT_TRUE(std::regex_search("run(\"PRAGMA query_only = ON\")", dialect));
  EXPECT_TRUE(std::regex_search("prepare(\"SELECT hex(sealed)\")", dialect));
  EXPECT_FALSE(std::regex_search("#pragma once", dialect));
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || !is_cpp(file) || is_test(file)) continue;
    if (file.path.starts_with("src/store/sqlite_")) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (std::regex_search(file.lines[at], dialect)) {
        findings.push_back({file.path, at + 1, "what only SQLite understands: store/engine.h"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// P-5, property 25: no page can hand out a file past the ledger of exports unnoticed.
TEST(House, EveryFileThatLeavesIsListedWithItsReason) {
  const std::set<std::string> kinds = {"ledger",   "one",  "each", "plain",
                                       "employer", "case", "own",  "nobody"};
  const std::regex leaves(
      R"re(\bdesk::file\b|\bvisit\.paper\(|\bcontent_type\s*=|Content-Disposition|)re"
      R"re(using namespace \S*desk;)re",
      std::regex::icase);
  std::map<std::string, std::size_t> allowed;
  std::vector<Finding> findings;
  for (const auto& entry : read_files_out()) {
    allowed[entry.path] += entry.places;
    if (!kinds.contains(entry.kind) || entry.what.empty()) {
      findings.push_back({"src/FILES_OUT", 0, entry.path + " has no kind or no reason"});
    }
  }
  EXPECT_GT(allowed.size(), 5U);
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || !is_cpp(file) || is_test(file)) continue;
    if (file.folder() == "desk") continue;  // the house that answers: it knows no file of its own
    std::size_t found = 0;
    for (const auto& line : file.lines) found += std::regex_search(line, leaves) ? 1U : 0U;
    const auto at = allowed.find(file.path);
    if (found != (at == allowed.end() ? 0 : at->second)) {
      findings.push_back({file.path, 0, std::to_string(found) + " files leave: see src/FILES_OUT"});
    }
    if (at != allowed.end()) allowed.erase(at);
  }
  for (const auto& [path, places] : allowed) findings.push_back({path, places, "is gone"});
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// P-4: a paper about people stands in the register of papers before it leaves (desk/visit.h).
TEST(House, P4EveryPaperAboutPeopleIsRegistered) {
  std::map<std::string, std::set<std::string>> kinds;
  for (const auto& entry : read_files_out()) kinds[entry.path].insert(entry.kind);
  std::vector<Finding> findings;
  std::size_t papers = 0;
  for (const auto& file : tree()) {
    const auto at = kinds.find(file.path);
    if (at == kinds.end()) continue;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
      if (file.lines[line].find("visit.paper(") != std::string::npos) ++papers;
      // The name of the file and its type may stand on the line after the call.
      const auto call =
          file.lines[line] + (line + 1 < file.lines.size() ? file.lines[line + 1] : "");
      const bool plain = file.lines[line].find("desk::file(") != std::string::npos &&
                         call.find("application/pdf") != std::string::npos;
      if (plain && !at->second.contains("nobody")) {
        findings.push_back({file.path, line + 1, "a paper about people leaves by visit.paper"});
      }
    }
  }
  EXPECT_GT(papers, 20U);
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// P-5: only the ledger of exports seals what leaves.
TEST(House, OnlyTheLedgerSealsArchives) {
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || !is_cpp(file) || is_test(file)) continue;
    if (file.path.starts_with("src/safeguard/export_a")) continue;  // export_act, export_archive
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      if (file.lines[at].find("seal_archive(") != std::string::npos) {
        findings.push_back({file.path, at + 1, "seals past the ledger: see export_act.h"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

// The inner one's name would hide the outer one's, which g++ refuses and clang does not tell.
TEST(House, NoTryStandsInsideAnother) {
  constexpr std::string_view begin = "KENPO_TRY(";
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("src/") || file.path == "src/base/result.h") continue;
    if (!is_cpp(file)) continue;
    int depth = 0;  // of parentheses since the outer one began; 0: there is none
    for (std::size_t number = 0; number < file.lines.size(); ++number) {
      const std::string_view line = file.lines[number];
      for (std::size_t at = 0; at < line.size(); ++at) {
        const bool begins = line.substr(at).starts_with(begin);
        if (begins && depth > 0) findings.push_back({file.path, number + 1, "inside another"});
        if (begins) at += begin.size() - 1;
        if (line[at] == '(' && (begins || depth > 0)) ++depth;
        if (line[at] == ')' && depth > 0) --depth;
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

TEST(House, NoFloatingPointTouchesMoney) {
  const std::regex floating(R"(\b(double|float)\b)");
  const std::set<std::string> money = {"base",    "law",   "eligibility", "remuneration",
                                       "premium", "claim", "benefit",     "payment"};
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    if (!is_cpp(file) || is_test(file) || !money.contains(file.folder())) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      const auto code = file.lines[at].substr(0, file.lines[at].find("//"));
      if (std::regex_search(code, floating)) {
        findings.push_back({file.path, at + 1, "floating point"});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

/// `member.show` is promised to the public by the list of operations: none may be missing from it.
TEST(House, EveryOperationIsListed) {
  const std::regex declared(R"(^inline constexpr notice::Operation (\w+)\{)");
  std::string listed;
  for (const auto& file : tree()) {
    if (file.path != "src/app/operations.cpp") continue;
    for (const auto& line : file.lines) listed += line + "\n";
  }
  std::size_t found = 0;
  std::vector<Finding> findings;
  for (const auto& file : tree()) {
    const bool of_tests = is_test(file) || file.ends_with("_for_tests.h");
    if (!file.path.starts_with("src/") || !is_cpp(file) || of_tests) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      std::smatch match;
      if (!std::regex_search(file.lines[at], match, declared)) continue;
      ++found;
      const std::regex entry("[&:]" + match[1].str() + ",");
      if (!std::regex_search(listed, entry)) {
        findings.push_back({file.path, at + 1, match[1].str() + " is not in operations.cpp"});
      }
    }
  }
  EXPECT_GT(found, 20U);
  EXPECT_TRUE(findings.empty()) << told(findings);
}

}  // namespace
}  // namespace kenpo::house
