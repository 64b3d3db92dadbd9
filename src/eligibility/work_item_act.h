// The acts on work items: the list, one item with its steps, and the next step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/intake_file_store.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

/// 事務処理の一覧: kinds, months and due dates; who it is about stands behind the link.
inline constexpr notice::Operation work_list{.name = "work.list",
                                             .japanese = "事務処理の一覧の表示",
                                             .statute = notice::Statute::no_personal_data};

/// 一件: with the name of whom it is about and what was noted.
inline constexpr notice::Operation work_show{
    .name = "work.show",
    .japanese = "事務処理の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 状態を進める: each step stands with who, when and why.
inline constexpr notice::Operation work_move{
    .name = "work.move",
    .japanese = "事務処理を進める",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

inline constexpr std::size_t note_limit_characters = 400;  // what a clerk reads at a glance

/// The items of the filter that lie in the handler's establishments, the earliest due first.
base::Result<std::vector<WorkItem>> show_work_items(const notice::Permit<work_list>& permit,
                                                    store::Database& database,
                                                    const WorkFilter& filter);

struct WorkItemView {
  WorkItem item;
  std::vector<WorkMove> moves = {};
  std::optional<Person> person = {};  // none: about nobody, or erased
  std::optional<IntakeFile> file = {};
  std::vector<WorkState> next = {};
  std::optional<base::StaffId> asked_by = {};  // while it waits for a decision
};
/// Nullopt: no such item. Refused: an item outside the handler's establishments.
base::Result<std::optional<WorkItemView>> show_work_item(const notice::Permit<work_show>& permit,
                                                         Ledger& ledger, const WorkItemId& id);

struct WorkStep {
  WorkState from = WorkState::waiting;  // what the clerk saw
  WorkState to = WorkState::waiting;
  std::string note = {};  // at most note_limit_characters
};
/// Takes the step. Refused: an item outside the handler's establishments, one that somebody else
/// has moved in between, a step that does not follow (work_item_rule.h), one's own proposal.
base::Result<WorkItem> move_work_item(Ledger& ledger, const notice::Acting& acting,
                                      const WorkItemId& id, const WorkStep& step);

/// For acts that take a step inside their own transaction: the item, checked as above.
base::Result<WorkItem> item_to_move(const store::View& view, const notice::Recorder& recorder,
                                    const notice::Acting& acting, const WorkItemId& id,
                                    const WorkStep& step);

}  // namespace kenpo::eligibility
