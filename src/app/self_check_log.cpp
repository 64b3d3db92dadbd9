// Properties 13 to 19: the audit log.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/self_check_parts.h"
#include "notice/audit_log_faults.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Words;

// 13: the log goes on where it stopped, and takes leaves.
PropertyFinding durable_first(const Parts& parts) {
  if (!parts.office.ok()) {
    const auto words = words_of(parts.office.faults());
    const bool in_use = parts.office.faults().front() == notice::in_use_fault();
    return in_use ? not_applicable(13, words) : broken(13, words);
  }
  const auto state = (*parts.office)->log().state();
  const Words facts = {
      "記録 " + Plain(state.durable) + "件、書き込めます。試験：notice/audit_log_crash_test",
      "leaves: " + Plain(state.durable) + ", writable; tests: notice/audit_log_crash_test"};
  return state.healthy ? held(13, facts) : broken(13, facts);
}

// 14: every leaf reads, and time runs forward.
PropertyFinding leaf_content(const Parts& parts) {
  if (!parts.leaves.ok()) {
    // The log itself may be right and only what its leaves are compared with be broken.
    const auto words = words_of(parts.leaves.faults());
    return parts.log.ok() ? not_applicable(14, words) : broken(14, words);
  }
  const auto& leaves = *parts.leaves;
  if (leaves.backwards > 0) {
    return broken(14, {"前の記録より古い時刻の記録 " + Plain(leaves.backwards) +
                           "件。計算機の時計が戻されました。",
                       "leaves older than the one before: " + Plain(leaves.backwards) +
                           "; the clock was set back"});
  }
  if (parts.now.plus_milliseconds(clock_tolerance_milliseconds) < leaves.newest) {
    return broken(14, {"いまの時刻が、最後の記録より前です。計算機の時計が戻されました。",
                       "It is earlier than the last leaf; the clock was set back."});
  }
  return held(14, {"読めた記録 " + Plain(leaves.leaves) + "件、時刻の逆戻りなし",
                   "leaves read: " + Plain(leaves.leaves) + ", time runs forward"});
}

// 15, 16, 17: every byte, signature and key; and the checkpoint that the facts remember.
std::vector<PropertyFinding> verified(const Parts& parts) {
  if (!parts.log.ok()) {
    const auto words = words_of(parts.log.faults());
    return {broken(15, words), broken(16, words), broken(17, words)};
  }
  const auto& log = *parts.log;
  std::vector<PropertyFinding> findings;
  findings.push_back(held(
      15, {"署名された記録 " + Plain(log.checkpoint.size) + "件。別の言語の検証：tools/verify-log",
           "leaves under the signature: " + Plain(log.checkpoint.size) +
               "; verifier in another language: tools/verify-log"}));
  // Without one that was kept elsewhere a rollback cannot be seen.
  if (log.older == 0) {
    findings.push_back(not_applicable(
        16, {"覚えている控えがまだありません。", "No checkpoint is remembered yet."}));
  } else {
    findings.push_back(
        held(16, {"覚えている控えの続きです。", "It continues the remembered one."}));
  }
  findings.push_back(
      held(17, {"鍵の代 " + Plain(log.epochs) + "、試験：notice/audit_log_outside_test",
                "key epochs: " + Plain(log.epochs) + "; tests: notice/audit_log_outside_test"}));
  return findings;
}

/// Bytes of a bundle's leaves that are not printable ASCII: a name in Japanese letters cannot stand
/// in a leaf unseen. An entry is its length in two bytes, the high one first, and the leaf.
std::uint64_t strange_bytes(const std::string& bundle) {
  std::uint64_t strange = 0;
  for (std::size_t at = 0; at + 2 <= bundle.size();) {
    const auto high = static_cast<unsigned char>(bundle[at]);
    const auto low = static_cast<unsigned char>(bundle[at + 1]);
    const auto end = std::min(bundle.size(), at + 2 + (std::size_t{high} << 8U) + low);
    for (at += 2; at < end; ++at) {
      if (static_cast<unsigned char>(bundle[at]) >= 0x7F) ++strange;
    }
  }
  return strange;
}

// 18
PropertyFinding no_personal_data(const Parts& parts) {
  namespace files = std::filesystem;
  std::uint64_t bytes = 0;
  std::uint64_t strange = 0;
  std::error_code failed;
  for (files::recursive_directory_iterator at(parts.directory + "/log/tile/entries", failed), end;
       !failed && at != end; at.increment(failed)) {
    if (!at->is_regular_file(failed)) continue;
    std::ifstream file(at->path(), std::ios::binary);
    const std::string bundle{std::istreambuf_iterator<char>(file), {}};
    bytes += bundle.size();
    strange += strange_bytes(bundle);
  }
  if (bytes == 0) return not_applicable(18, {"記録がありません。", "There are no entries."});
  const Words facts = {"調べた記録 " + Plain(bytes) + "バイト、ASCIIでない字 " + Plain(strange) +
                           "。試験：notice/leaf_test, store/erasure_test",
                       "bytes looked at: " + Plain(bytes) + ", not ASCII: " + Plain(strange) +
                           "; tests: notice/leaf_test, store/erasure_test"};
  return strange == 0 ? held(18, facts) : broken(18, facts);
}

// 19: the index of access has every leaf.
PropertyFinding complete_history(const Parts& parts) {
  if (!parts.office.ok()) {
    return not_applicable(19, words_of(parts.office.faults()));
  }
  const auto indexed = (*parts.office)->history().indexed_up_to();
  const auto published = (*parts.office)->log().state().published;
  const Words facts = {"索引 " + Plain(indexed) + "、署名済み " + Plain(published) +
                           "。試験：store/access_history_test",
                       "indexed: " + Plain(indexed) + ", signed: " + Plain(published) +
                           "; tests: store/access_history_test"};
  return indexed >= published ? held(19, facts) : broken(19, facts);
}

}  // namespace

std::vector<PropertyFinding> check_log(Parts& parts) {
  auto findings = verified(parts);
  findings.push_back(durable_first(parts));
  findings.push_back(leaf_content(parts));
  findings.push_back(no_personal_data(parts));
  findings.push_back(complete_history(parts));
  return findings;
}

}  // namespace kenpo::app
