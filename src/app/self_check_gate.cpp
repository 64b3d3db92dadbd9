// Properties 1 to 12, 29, 31 and 32: the notice, the gate, and the people.
#include <algorithm>

#include "app/operations.h"
#include "app/self_check_parts.h"
#include "app/strange_rows.h"
#include "notice/audit_log_faults.h"
#include "notice/coverage.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Words;

Words counted(const Plain& japanese, std::uint64_t count, const Plain& english) {
  return {japanese + " " + Plain(count), english + ": " + Plain(count)};
}

// 1: the text in force is the one that was adopted, and every leaf names a version of the book.
PropertyFinding one_source(const Parts& parts) {
  if (!parts.notices.ok()) return broken(1, words_of(parts.notices.faults()));
  const auto in_force = parts.notices->in_force(parts.now);
  if (in_force.version == 0) {
    return broken(1, {"施行中の公表事項がありません。", "No notice is in force."});
  }
  if (parts.leaves.ok() && parts.leaves->other_notice > 0) {
    return broken(1, counted("台帳にない版の下での記録", parts.leaves->other_notice,
                             "leaves under a version the book does not have"));
  }
  return held(1, counted("施行中の版", in_force.version, "version in force"));
}

// 2: 43 of the 555 cells are open, the others are not.
PropertyFinding exhaustive_matrix(const Parts& parts) {
  std::uint64_t open = 0;
  for (std::size_t category = 0; category < notice::categories_count; ++category) {
    for (std::size_t purpose = 0; purpose < notice::purposes_count; ++purpose) {
      const notice::Pair pair{static_cast<notice::Category>(category),
                              static_cast<notice::Purpose>(purpose)};
      if (notice::mask_of(pair) != 0) ++open;
    }
  }
  const bool within =
      !parts.notices.ok() || (parts.notices->in_force(parts.now).pairs & ~notice::all_pairs) == 0;
  const auto facts = counted("開いている升", open, "open cells");
  return open == notice::published_pairs.size() && within ? held(2, facts) : broken(2, facts);
}

// 5: what a leaf says it used is what its operation lists.
PropertyFinding bound_purpose(const Parts& parts) {
  if (!parts.leaves.ok()) return not_applicable(5, words_of(parts.leaves.faults()));
  const auto& leaves = *parts.leaves;
  if (leaves.other_pairs > 0) {
    return broken(5, counted("操作が挙げていない組の記録", leaves.other_pairs,
                             "leaves with pairs their operation does not list"));
  }
  return held(5,
              {"操作 " + Plain(operations().size()) + "、記録 " + Plain(leaves.leaves) +
                   "件、前の版の操作 " + Plain(leaves.unknown_operations) + "件",
               "operations: " + Plain(operations().size()) + ", leaves: " + Plain(leaves.leaves) +
                   ", of operations of older versions: " + Plain(leaves.unknown_operations)});
}

// 7: no use of a row after its withdrawal.
PropertyFinding withdrawn_stops(const Parts& parts) {
  if (!parts.leaves.ok()) return not_applicable(7, words_of(parts.leaves.faults()));
  const auto found = parts.leaves->after_withdrawal;
  const Words facts = {"取下げの後の利用 " + Plain(found) +
                           "件。試験：notice/gate_test, tests/browser/chapters/withdrawn.mjs",
                       "uses after a withdrawal: " + Plain(found) +
                           "; tests: notice/gate_test, tests/browser/chapters/withdrawn.mjs"};
  return found == 0 ? held(7, facts) : broken(7, facts);
}

// 8: each added row has its relatedness or is limited to new data; the book refuses any other.
PropertyFinding no_widening(const Parts& parts) {
  if (!parts.notices.ok()) return broken(8, words_of(parts.notices.faults()));
  std::uint64_t related = 0;
  for (const auto& version : parts.notices->history()) related += version.relatedness.size();
  const auto gaps = parts.notices->acquisition_gaps(parts.now).size();
  return held(8, {"関連性の記録 " + Plain(related) + "件、前のデータに及ばない範囲 " + Plain(gaps),
                  "statements of relatedness: " + Plain(related) +
                      ", data that new rows do not reach: " + Plain(gaps)});
}

// 9
PropertyFinding publication_first(const Parts& parts) {
  if (!parts.notices.ok()) return broken(9, words_of(parts.notices.faults()));
  if (!parts.leaves.ok()) return not_applicable(9, words_of(parts.leaves.faults()));
  const auto facts =
      counted("公表の前の利用", parts.leaves->before_publication, "uses before publication");
  return parts.leaves->before_publication == 0 ? held(9, facts) : broken(9, facts);
}

// 10: each statutory operation has its article; what two people decide was decided by two.
PropertyFinding exceptions_named(const Parts& parts) {
  std::uint64_t statutory = 0;
  for (const auto* operation : operations()) {
    const auto statute = operation->statute;
    if (statute == notice::Statute::none || statute == notice::Statute::no_personal_data) continue;
    ++statutory;
    if (notice::article(statute).empty()) {
      return broken(10, {"根拠の条文がない操作があります。", "An operation has no article."});
    }
  }
  if (parts.office.ok()) {
    const auto alone = decisions_of_one(**parts.office, notice::ProgramActor::command_line);
    if (!alone.ok()) return broken(10, words_of(alone.faults()));
    if (*alone > 0) {
      return broken(10, counted("一人で提案して承認した決裁", *alone,
                                "decisions that one person both proposed and approved"));
    }
  }
  const auto used = parts.leaves.ok() ? parts.leaves->break_glass : 0;
  return held(10, {"法令に基づく操作 " + Plain(statutory) + "、緊急時の利用 " + Plain(used) + "件",
                   "statutory operations: " + Plain(statutory) +
                       ", emergency permits used: " + Plain(used)});
}

// 11
PropertyFinding refusals_answered(const Parts& parts) {
  if (!parts.leaves.ok()) return not_applicable(11, words_of(parts.leaves.faults()));
  const auto& leaves = *parts.leaves;
  const Words facts = {"拒否 " + Plain(leaves.refused) + "件、理由のないもの " +
                           Plain(leaves.refused_without_reason) + "件",
                       "refused: " + Plain(leaves.refused) +
                           ", without a reason: " + Plain(leaves.refused_without_reason)};
  return leaves.refused_without_reason == 0 ? held(11, facts) : broken(11, facts);
}

// 29: one responsible person; nobody in force without undertaking and training; no role from
// nowhere
PropertyFinding people_gate(Parts& parts) {
  if (!parts.office.ok()) {
    const bool in_use = parts.office.faults().front() == notice::in_use_fault();
    const auto words = words_of(parts.office.faults());
    return in_use ? not_applicable(29, words) : broken(29, words);
  }
  auto& office = **parts.office;
  const auto policy = office.gate().policy();
  if (!policy->responsible_person) {
    return broken(29, {"個人情報取扱責任者が1人ではありません。",
                       "There is not exactly one responsible person."});
  }
  if (parts.leaves.ok()) {
    const auto strange = strange_rows(office, notice::ProgramActor::command_line, *parts.leaves,
                                      {.after = parts.now, .now = parts.now});
    if (!strange.ok()) return broken(29, words_of(strange.faults()));
    if (strange->rows > 0) {
      return broken(29, counted("記録のない名簿・役割の行", strange->rows,
                                "rows of handlers and roles that no leaf stands for"));
    }
    if (strange->locks > 0) {
      return broken(29, counted("停止の行がない停止の記録", strange->locks,
                                "leaves of locks that no row stands for"));
    }
  }
  std::uint64_t usable = 0;
  for (const auto& handler : policy->handlers) {
    const bool trained = handler.undertaking_on && handler.trained_until &&
                         parts.now.day() <= *handler.trained_until;
    if (!handler.locked && trained) ++usable;
  }
  return held(29, {"名簿 " + Plain(policy->handlers.size()) + "人、うち使える人 " + Plain(usable) +
                       "人、責任者1人",
                   "handlers: " + Plain(policy->handlers.size()) +
                       ", able to work: " + Plain(usable) + ", one responsible person"});
}

}  // namespace

std::vector<PropertyFinding> check_notice_and_gate(Parts& parts) {
  return {one_source(parts),
          exhaustive_matrix(parts),
          by_tests(3, "notice/published_matrix_test, notice/gate_test",
                   {"翻訳のときの性質です。", "It is a property of what compiles."}),
          by_tests(4, "notice/gate_test, store/record_test, app/canary_test",
                   {"プログラムの作りの性質です。", "It is a property of the program's parts."}),
          bound_purpose(parts),
          by_tests(6, "notice/gate_test, app/scope_test, premium/levy_test",
                   {"画面に出た項目は残りません。", "What an answer showed is not kept."}),
          withdrawn_stops(parts),
          no_widening(parts),
          publication_first(parts),
          exceptions_named(parts),
          refusals_answered(parts),
          by_tests(12, "tests/oracle/policy_oracle.mjs",
                   {"別の言語で書いた判定との比較です。",
                    "It compares with a judge in another language."}),
          people_gate(parts),
          not_applicable(31, {"ここでは測りません。bench/ で測り、値は BENCHMARKS.md にあります。"
                              "同時に使う人が少ないときは、2倍以内ではありません。",
                              "Nothing is measured here: bench/ does, the figures are in "
                              "BENCHMARKS.md. With few users at once it is more than twice."}),
          held(32, {"この報告。署名は kenpo self-check --verify で確かめます。",
                    "this report; kenpo self-check --verify checks its signature"})};
}

}  // namespace kenpo::app
