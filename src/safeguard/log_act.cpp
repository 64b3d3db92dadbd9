#include "safeguard/log_act.h"

#include <algorithm>

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::NumberedLeaf;

/// The commitments of a leaf: listed in it, or kept as a set beside the log.
Result<std::vector<notice::Commitment>> commitments_of(const notice::Leaf& leaf,
                                                       const store::AccessHistory& history) {
  if (const auto* set = std::get_if<notice::SubjectSet>(&leaf.subjects)) {
    return history.read_set(set->root);
  }
  return std::get<std::vector<notice::Commitment>>(leaf.subjects);
}

}  // namespace

Result<LogView> inspect_log(const notice::Permit<inspect_log_operation>&, notice::AuditLog& log,
                            const std::string& directory, std::optional<std::uint64_t> before) {
  KENPO_TRY(log.checkpoint());
  LogView view{.state = log.state(), .leaves = {}, .before = 0};
  const auto end = std::min(before.value_or(view.state.published), view.state.published);
  view.before = end > leaves_of_a_page ? end - leaves_of_a_page : 0;
  view.leaves = KENPO_TRY(
      notice::read_leaves(directory, view.state.published, view.before, end - view.before));
  std::ranges::reverse(view.leaves);
  return view;
}

Result<std::vector<NumberedLeaf>> show_history(const notice::Permit<show_history_operation>& permit,
                                               notice::AuditLog& log, store::AccessHistory& history,
                                               const std::string& directory,
                                               const base::PersonId& person) {
  permit.recorder().touched(person);
  KENPO_TRY(log.checkpoint());
  const auto published = log.state().published;
  std::vector<NumberedLeaf> leaves;
  for (const auto index : KENPO_TRY(history.leaves_of(person, history_limit))) {
    for (auto& leaf : KENPO_TRY(notice::read_leaves(directory, published, index, 1))) {
      leaves.push_back(std::move(leaf));
    }
  }
  return leaves;
}

Result<> catch_up(notice::AuditLog& log, store::AccessHistory& history,
                  const std::string& directory) {
  if (history.indexed_up_to() > log.state().durable) KENPO_TRY(history.forget());
  // Leaves that come meanwhile are read, too: the index takes only what follows its last.
  while (history.indexed_up_to() < log.state().durable) {
    KENPO_TRY(log.checkpoint());
    const auto published = log.state().published;
    const auto first = history.indexed_up_to();
    const auto end = std::min(first + notice::leaves_read_limit, published);
    std::vector<notice::LeafSubject> subjects;
    for (const auto& numbered :
         KENPO_TRY(notice::read_leaves(directory, published, first, end - first))) {
      for (const auto& subject : KENPO_TRY(commitments_of(numbered.leaf, history))) {
        subjects.push_back({subject, numbered.index});
      }
    }
    history.durable(first, end, subjects);
  }
  return base::Done{};
}

}  // namespace kenpo::safeguard
