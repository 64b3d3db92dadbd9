#include "app/self_check_parts.h"

#include <algorithm>
#include <array>
#include <map>

#include "analysis/segment_act.h"
#include "app/log_verification.h"
#include "app/operations.h"
#include "app/tables.h"
#include "notice/log_reader.h"
#include "staff/handler_lock_act.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Leaf;

/// A version of the notice as the leaves name it.
struct KnownNotice {
  std::uint32_t version;
  std::array<std::uint8_t, 8> hash;
  std::optional<base::Moment> published_at;
};

std::vector<KnownNotice> known_notices(const notice::NoticeBook& book) {
  std::vector<KnownNotice> known;
  for (const auto& version : book.history()) {
    KnownNotice each{.version = version.number, .hash = {}, .published_at = {}};
    const auto print = notice::fingerprint(version.document.text);
    std::copy_n(print.begin(), each.hash.size(), each.hash.begin());
    if (version.publication) each.published_at = version.publication->published_at;
    known.push_back(each);
  }
  return known;
}

/// The rows in force from a moment on.
struct RowsFrom {
  base::Moment from;
  notice::PairMask pairs = 0;
};

std::vector<RowsFrom> rows_over_time(const notice::NoticeBook& book) {
  std::vector<RowsFrom> rows = {{{}, book.in_force({}).pairs}};
  while (const auto next = book.next_change(rows.back().from)) {
    rows.push_back({*next, book.in_force(*next).pairs});
  }
  return rows;
}

/// The rows in force at any moment within the tolerance before the leaf: the gate stops an
/// operation, and a running job at its next chunk, within a second.
notice::PairMask rows_at(const std::vector<RowsFrom>& rows, base::Moment moment) {
  const auto earliest = moment.plus_milliseconds(-clock_tolerance_milliseconds);
  notice::PairMask pairs = 0;
  for (auto at = rows.rbegin(); at != rows.rend(); ++at) {
    if (moment.plus_milliseconds(clock_tolerance_milliseconds) < at->from) continue;
    pairs |= at->pairs;
    if (at->from <= earliest) break;
  }
  return pairs;
}

void look_at_notice(const Leaf& leaf, const std::vector<KnownNotice>& known,
                    LogFindings& findings) {
  if (leaf.notice.version == 0) return;  // before the first notice: nothing personal was open
  const auto at = std::ranges::find_if(known, [&](const KnownNotice& each) {
    return each.version == leaf.notice.version && each.hash == leaf.notice.hash;
  });
  if (at == known.end()) {
    ++findings.other_notice;
  } else if (leaf.pairs != 0 && leaf.outcome != notice::Outcome::refused && at->published_at &&
             leaf.time.plus_milliseconds(clock_tolerance_milliseconds) < *at->published_at) {
    ++findings.before_publication;
  }
}

void look_at_rows(const Leaf& leaf, const std::vector<RowsFrom>& rows, LogFindings& findings) {
  if (leaf.outcome == notice::Outcome::refused || leaf.pairs == 0) return;
  if ((leaf.pairs & ~rows_at(rows, leaf.time)) != 0) ++findings.after_withdrawal;
}

/// Acts after which rows about handlers and their roles may be new.
bool writes_handlers(std::string_view operation) {
  constexpr std::array<std::string_view, 7> beginnings = {
      "handler.",  "responsible_person.", "approval.",     "undertaking.",
      "training.", "break_glass.",        "employee.leave"};
  return std::ranges::any_of(
      beginnings, [&](std::string_view each) { return operation.starts_with(each); });
}

/// Property 28: under analysis one operation makes pseudonymised rows; the others touch nobody.
void look_at_analysis(const Leaf& leaf, LogFindings& findings) {
  if (leaf.outcome == notice::Outcome::refused || (leaf.pairs & analysis_pairs) == 0) return;
  if (leaf.operation == analysis::segment_make.name) {
    ++findings.pseudonymisings;
    return;
  }
  ++findings.analyses;
  if (leaf.rows > 0 || !analysis::reads_pseudonyms_only(leaf.operation)) {
    ++findings.analyses_of_people;
  }
}

void look_at_operation(const Leaf& leaf,
                       const std::map<std::string_view, const notice::Operation*>& operations,
                       LogFindings& findings) {
  const auto known = operations.find(leaf.operation);
  if (known == operations.end()) {
    if (!leaf.operation.starts_with("sign_in.")) ++findings.unknown_operations;
  } else if ((leaf.pairs & ~known->second->pairs.mask()) != 0) {
    ++findings.other_pairs;
  }
  if (leaf.operation.starts_with("break_glass.")) ++findings.break_glass;
  look_at_analysis(leaf, findings);
  if (leaf.outcome == notice::Outcome::written && writes_handlers(leaf.operation)) {
    findings.handler_writes.push_back(leaf.time);
    if (leaf.operation == staff::lock_handler_operation.name) {
      findings.handler_locks.push_back(leaf.time);
    }
  }
}

void look_at(const Leaf& leaf, LogFindings& findings) {
  ++findings.leaves;
  if (leaf.time.plus_milliseconds(clock_tolerance_milliseconds) < findings.newest) {
    ++findings.backwards;
    findings.last_backwards = findings.newest;
  }
  findings.newest = std::max(findings.newest, leaf.time);
  if (leaf.outcome != notice::Outcome::refused) return;
  ++findings.refused;
  if (leaf.reason == notice::Reason::none) ++findings.refused_without_reason;
}

template <typename Value>
base::Faults faults_of(const Result<Value>& result) {
  return result.faults();
}

}  // namespace

Result<LogFindings> read_log(const std::string& directory, std::uint64_t size,
                             const notice::NoticeBook& notices) {
  std::map<std::string_view, const notice::Operation*> known;
  for (const auto* operation : operations()) known.emplace(operation->name, operation);
  const auto versions = known_notices(notices);
  const auto rows = rows_over_time(notices);
  LogFindings findings;
  for (std::uint64_t next = 0; next < size; next += notice::leaves_read_limit) {
    const auto count = std::min(notice::leaves_read_limit, size - next);
    for (const auto& numbered : KENPO_TRY(notice::read_leaves(directory, size, next, count))) {
      look_at(numbered.leaf, findings);
      look_at_notice(numbered.leaf, versions, findings);
      look_at_rows(numbered.leaf, rows, findings);
      look_at_operation(numbered.leaf, known, findings);
    }
  }
  std::ranges::sort(findings.handler_writes);
  std::ranges::sort(findings.handler_locks);
  return findings;
}

Parts open_parts(const std::string& directory, const base::Clock& clock) {
  auto society = read_society_file(directory);
  auto notices = notice::NoticeBook::open(directory + "/notice");
  auto keys = store::Keyring::open(directory);
  const auto open_database = [&]() -> Result<std::unique_ptr<store::Database>> {
    if (!society.ok()) return faults_of(society);
    if (!keys.ok()) return faults_of(keys);
    return store::Database::open(directory, **keys,
                                 {.insurer = society->insurer, .tables = tables()});
  };
  auto database = open_database();
  const auto open_log = [&]() -> Result<notice::VerifiedLog> {
    if (!society.ok()) return faults_of(society);
    return verify_own_log(directory, *society, database.ok() ? database->get() : nullptr);
  };
  auto log = open_log();
  const auto open_leaves = [&]() -> Result<LogFindings> {
    if (!log.ok()) return faults_of(log);
    if (!notices.ok()) return faults_of(notices);
    return read_log(directory + "/log", log->checkpoint.size, *notices);
  };
  auto leaves = open_leaves();
  auto office = Office::open(directory, clock);
  return {.directory = directory,
          .now = clock.now(),
          .society = std::move(society),
          .notices = std::move(notices),
          .keys = std::move(keys),
          .database = std::move(database),
          .log = std::move(log),
          .leaves = std::move(leaves),
          .office = std::move(office)};
}

}  // namespace kenpo::app
