// Properties 20 to 28 and 30: what is stored, and how long.
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "analysis/segment_act.h"
#include "analysis/segment_bytes.h"
#include "app/operations.h"
#include "app/self_check_parts.h"
#include "app/tables.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "safeguard/export_store.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Words;

// 20: every table has an owner; nothing undeclared lies in the database.
PropertyFinding owned_tables(const Parts& parts) {
  if (!parts.database.ok()) return broken(20, words_of(parts.database.faults()));
  std::uint64_t personal = 0;
  for (const auto* table : tables()) {
    if (!store::flaw_of(*table).empty() || !store::has_owner(*table)) {
      return broken(20, {"持ち主のない表：" + Plain::name(table->japanese),
                         "a table without owner: " + Plain::name(table->name)});
    }
    if (table->subject != store::Subject::none) ++personal;
  }
  return held(
      20, {"表 " + Plain(tables().size()) + "、うち人についての表 " + Plain(personal) +
               "、届けのない表なし。試験：store/subject_rows_test, app/disclosure_canary_test",
           "tables: " + Plain(tables().size()) + ", about people: " + Plain(personal) +
               ", none undeclared; tests: store/subject_rows_test, app/disclosure_canary_test"});
}

// 23: what was erased is known and stays erased.
PropertyFinding erased_stays(const Parts& parts) {
  if (!parts.keys.ok()) return broken(23, words_of(parts.keys.faults()));
  const auto erasures = (*parts.keys)->erasures();
  if (!erasures.ok()) return broken(23, words_of(erasures.faults()));
  return held(
      23, {"消去の証明 " + Plain(erasures->size()) + "件。試験：store/erasure_test",
           "certificates of erasure: " + Plain(erasures->size()) + "; tests: store/erasure_test"});
}

/// Sealed segments of the data directory, and whether one lies there in the clear.
struct Segments {
  std::uint64_t sealed = 0;
  bool in_the_clear = false;
};

Segments segments_of(const std::string& directory) {
  Segments found;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(directory + "/analysis", none)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string head(analysis::segment_mark.size(), '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    found.in_the_clear = found.in_the_clear || head == analysis::segment_mark;
    ++found.sealed;
  }
  return found;
}

// 28: under a purpose of analysis one operation makes pseudonymised rows out of claims; every other
// reads those rows alone, by the list of operations and by what the log has.
PropertyFinding analysis_gate(const Parts& parts) {
  for (const auto* operation : operations()) {
    if ((operation->pairs.mask() & analysis_pairs) == 0) continue;
    const bool makes = operation == &analysis::segment_make;
    if (makes || analysis::reads_pseudonyms_only(operation->name)) continue;
    return broken(28, {"仮名加工を経ない分析の操作：" + Plain::name(operation->japanese),
                       "an operation of analysis that sees people as they are: " +
                           Plain::name(operation->name)});
  }
  const auto segments = segments_of(parts.directory);
  if (segments.in_the_clear) {
    return broken(28, {"暗号化されていない仮名データがあります。",
                       "A segment of pseudonymised data is not sealed."});
  }
  if (!parts.leaves.ok()) return not_applicable(28, words_of(parts.leaves.faults()));
  const auto& leaves = *parts.leaves;
  if (leaves.analyses_of_people > 0) {
    return broken(28, {"人のデータに触れた分析 " + Plain(leaves.analyses_of_people) + "件",
                       "analyses that touched people: " + Plain(leaves.analyses_of_people)});
  }
  return held(28, {"仮名加工 " + Plain(leaves.pseudonymisings) + "回、集計の表示 " +
                       Plain(leaves.analyses) + "件（人に触れたもの0）、仮名データ " +
                       Plain(segments.sealed) +
                       "か月。匿名加工情報を出す操作はありません。試験：analysis/segment_test, "
                       "analysis/cube_rule_test, app/scope_test",
                   "pseudonymised: " + Plain(leaves.pseudonymisings) + ", reports: " +
                       Plain(leaves.analyses) + " (none touched a person), months: " +
                       Plain(segments.sealed) +
                       "; no operation releases anonymised data; tests: analysis/segment_test, "
                       "analysis/cube_rule_test, app/scope_test"});
}

/// What of the ledger of exports does not fit the archives that lie in the data directory.
struct LedgerFlaws {
  std::uint64_t alone = 0;    // made and released by one person
  std::uint64_t changed = 0;  // the archive is gone or another one
  std::uint64_t left = 0;     // an archive that lies here after its erasure
  bool any() const { return alone + changed + left > 0; }
};

LedgerFlaws flaws_of(const std::vector<safeguard::Export>& entries, const std::string& directory) {
  LedgerFlaws flaws;
  for (const auto& entry : entries) {
    if (entry.released_by == entry.made_by) ++flaws.alone;
    const auto path = directory + "/exports/" + std::string(entry.id.text()) + ".zip";
    if (!safeguard::is_kept_here(entry)) {
      if (std::filesystem::exists(path)) ++flaws.left;
      continue;
    }
    const auto file = base::MappedFile::open(path);
    if (!file.ok() || base::sha256_hex(file->bytes()) != entry.sha256) ++flaws.changed;
  }
  return flaws;
}

// 25: each export has two people, and its archive is the one in the ledger until it is erased.
PropertyFinding whole_ledger(const Parts& parts) {
  if (!parts.database.ok()) return not_applicable(25, words_of(parts.database.faults()));
  const auto view = (*parts.database)->read();
  if (!view.ok()) return broken(25, words_of(view.faults()));
  const auto entries = safeguard::list_exports(*view);
  if (!entries.ok()) return broken(25, words_of(entries.faults()));
  const auto flaws = flaws_of(*entries, parts.directory);
  if (flaws.any()) {
    return broken(25, {"一人で作って決裁した提供 " + Plain(flaws.alone) + "件、台帳と違うファイル " +
                           Plain(flaws.changed) + "件、消去の後に残るファイル " + Plain(flaws.left) +
                           "件",
                       "exports of one person alone: " + Plain(flaws.alone) +
                           ", archives other than in the ledger: " + Plain(flaws.changed) +
                           ", archives that should be gone: " + Plain(flaws.left)});
  }
  return held(25, {"提供台帳 " + Plain(entries->size()) +
                       "件、どれも二人で決め、ファイルは台帳のとおり。試験：safeguard/export_test",
                   "entries of the ledger: " + Plain(entries->size()) +
                       ", each by two people; tests: safeguard/export_test"});
}

bool begins_as_plain_database(const std::string& path) {
  constexpr std::string_view mark = "SQLite format 3";
  std::ifstream file(path, std::ios::binary);
  std::string head(mark.size(), '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head == mark;
}

// 30: the files of facts, numbers and keys are sealed, and the keys are the owner's alone.
PropertyFinding sealed_files(const Parts& parts) {
  for (const auto* name : {"/facts.db", "/numbers.db", "/keys/keys.db"}) {
    if (begins_as_plain_database(parts.directory + name)) {
      return broken(30, {"暗号化されていないファイルがあります。", "A file is not encrypted."});
    }
  }
  struct stat status{};
  constexpr unsigned others = 077;
  const auto key = parts.directory + "/keys/master.key";
  if (::stat(key.c_str(), &status) != 0 || (status.st_mode & others) != 0) {
    return broken(30, {"鍵のファイルがないか、ほかの利用者に読めます。",
                       "The key file is missing or others may read it."});
  }
  if (!parts.keys.ok()) return broken(30, words_of(parts.keys.faults()));
  return held(30, {"3つのファイルは暗号化され、鍵は持ち主だけが読めます。試験：store/erasure_test",
                   "three files are encrypted, the key is the owner's; tests: store/erasure_test"});
}

}  // namespace

std::vector<PropertyFinding> check_store(Parts& parts) {
  return {owned_tables(parts),
          by_tests(21, "request/rules_test, law/business_days_test",
                   {"期限は見るたびに計算し、残しません。",
                    "Days are worked out at each look and are not kept."}),
          by_tests(22, "notice/stops_test, request/answer_test",
                   {"一つの記録が複数の組を持つので、どの組で本人に触れたかは分かりません。",
                    "A leaf with several pairs does not say under which it reached the person."}),
          erased_stays(parts),
          by_tests(24, "request/rules_test, request/answer_test",
                   {"期限は見るたびに計算し、残しません。",
                    "Days are worked out at each look and are not kept."}),
          whole_ledger(parts),
          by_tests(26, "safeguard/incident_rule_test, safeguard/incident_act_test",
                   {"期限は事案の事実から見るたびに計算します。",
                    "Days are worked out from the facts of the case at each look."}),
          by_tests(27, "store/numbers_test, app/canary_test",
                   {"画面や書類に出たものは残りません。", "What a page or paper showed is not kept."}),
          analysis_gate(parts),
          sealed_files(parts)};
}

}  // namespace kenpo::app
