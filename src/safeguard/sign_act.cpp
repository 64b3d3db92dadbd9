#include "safeguard/sign_act.h"

#include <algorithm>
#include <array>
#include <set>

#include "law/business_days.h"
#include "notice/log_reader.h"
#include "safeguard/alert_store.h"
#include "safeguard/sign_rule.h"
#include "safeguard/sign_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Leaf;
using notice::NumberedLeaf;
using notice::Permit;

constexpr std::int64_t alert_hour_milliseconds = 3'600'000;
constexpr std::string_view break_glass_prefix = "break_glass.";

/// Who is whose family, as the log knows people.
using Families = std::set<std::pair<base::StaffId, notice::Commitment>>;

/// Closed all day: no business day of the calendar; outside its years a Saturday or Sunday.
bool closed_on(base::Date day) {
  constexpr int sunday = 0;
  constexpr int saturday = 6;
  const auto business = law::is_business_day(day);
  return business.ok() ? !*business : day.weekday() == sunday || day.weekday() == saturday;
}

Result<Families> families_of(const store::View& view, const EmergencyBasis& basis,
                             store::AccessHistory& history) {
  Families families;
  for (const auto& link : KENPO_TRY(list_families(view, basis))) {
    const auto commitment = history.commitment(link.person);
    if (!commitment.ok()) continue;  // erased: nothing in the log leads to the person any more
    families.emplace(link.staff, *commitment);
  }
  return families;
}

bool touches_family(const Leaf& leaf, const base::StaffId& staff, const Families& families,
                    const store::AccessHistory& history) {
  const bool has_family =
      std::ranges::any_of(families, [&](const auto& each) { return each.first == staff; });
  if (!has_family) return false;
  const auto is_family = [&](const notice::Commitment& commitment) {
    return families.contains({staff, commitment});
  };
  if (const auto* listed = std::get_if<std::vector<notice::Commitment>>(&leaf.subjects)) {
    return std::ranges::any_of(*listed, is_family);
  }
  const auto set = history.read_set(std::get<notice::SubjectSet>(leaf.subjects).root);
  // A set that is gone cannot clear the handler: it is told rather than passed over.
  return !set.ok() || std::ranges::any_of(*set, is_family);
}

/// Members and their families; the office's own rows about its handlers are not watched.
bool about_members(const Leaf& leaf) {
  using notice::Statute;
  constexpr std::array member_statutes = {Statute::own_access_history, Statute::request_of_person,
                                          Statute::answer_to_person, Statute::breach_report,
                                          Statute::complaint_handling};
  return leaf.pairs != 0 || std::ranges::find(member_statutes, leaf.basis) != member_statutes.end();
}

std::uint64_t persons_of(const Leaf& leaf) {
  if (!about_members(leaf)) return 0;
  const auto& subjects = leaf.subjects;
  if (const auto* set = std::get_if<notice::SubjectSet>(&subjects)) return set->count;
  return std::get<std::vector<notice::Commitment>>(subjects).size();
}

WatchedUse use_of(const NumberedLeaf& numbered, const base::StaffId& staff,
                  const Families& families, const store::AccessHistory& history) {
  const auto& leaf = numbered.leaf;
  return {.leaf = numbered.index,
          .at = leaf.time,
          .staff = staff,
          .persons = persons_of(leaf),
          .refused = leaf.outcome == notice::Outcome::refused,
          .in_case = leaf.case_id.has_value(),
          .own_family = touches_family(leaf, staff, families, history),
          .break_glass = leaf.operation.starts_with(break_glass_prefix),
          .day_off = closed_on(leaf.time.day())};
}

Result<> escalate_alerts(store::Transaction& transaction, base::Moment now, WatchOutcome& outcome) {
  for (auto& alert : KENPO_TRY(overdue_alerts(transaction, now))) {
    alert.state = AlertState::escalated;
    alert.escalated_at = now;
    ++outcome.escalated;
    KENPO_TRY(replace(transaction, alert));
  }
  return base::Done{};
}

/// One chunk in one transaction: the place, the counts and the alerts move together.
Result<> watch_chunk(Watchtower& tower, const Permit<watch_signs_operation>& permit,
                     const std::vector<NumberedLeaf>& leaves, std::uint64_t first,
                     std::uint64_t end, WatchOutcome& outcome) {
  const EmergencyBasis basis(permit);
  const auto now = tower.gate.clock().now();
  auto transaction = KENPO_TRY(tower.database.write());
  const auto mark = KENPO_TRY(watch_mark(transaction));
  // Another run was faster: its place counts.
  const auto begin = std::max(first, mark ? mark->next_leaf : 0);
  const auto oldest = leaves.empty() ? now : std::min(now, leaves.front().leaf.time);
  auto counters = KENPO_TRY(sign_counters(transaction, oldest.day().plus_days(-1)));
  const auto families = KENPO_TRY(families_of(transaction, basis, tower.history));
  const auto policy = tower.gate.policy();
  for (const auto& numbered : leaves) {
    const auto* staff = std::get_if<base::StaffId>(&numbered.leaf.actor);
    if (numbered.index < begin || staff == nullptr) continue;
    const auto thresholds = KENPO_TRY(sign_thresholds(transaction, numbered.leaf.time.day()));
    const auto use = use_of(numbered, *staff, families, tower.history);
    for (const auto& sign : signs_of(use, thresholds, counters)) {
      KENPO_TRY(tell_sign(transaction, *policy, sign, now, outcome));
    }
  }
  KENPO_TRY(escalate_alerts(transaction, now, outcome));
  KENPO_TRY(put(transaction, counters));
  KENPO_TRY(put(transaction, WatchMark{std::max(begin, end), now}));
  outcome.leaves += std::max(begin, end) - begin;
  return transaction.commit(permit.recorder());
}

/// Whether a chunk has to be opened at all: the watching's own leaves alone are no reason.
bool worth_watching(const std::vector<NumberedLeaf>& leaves) {
  return std::ranges::any_of(leaves,
                             [](const NumberedLeaf& each) {
                               return std::holds_alternative<base::StaffId>(each.leaf.actor);
                             }) ||
         leaves.size() >= watch_chunk_leaves;
}

struct WatchBefore {
  std::uint64_t next_leaf = 0;
  bool overdue = false;
};
Result<WatchBefore> stand_before(Watchtower& tower) {
  const auto view = KENPO_TRY(tower.database.read());
  const auto mark = KENPO_TRY(watch_mark(view));
  const auto overdue = KENPO_TRY(overdue_alerts(view, tower.gate.clock().now()));
  return WatchBefore{mark ? mark->next_leaf : 0, !overdue.empty()};
}

}  // namespace

Result<> tell_sign(store::Transaction& transaction, const notice::Policy& policy, const Sign& sign,
                   base::Moment now, WatchOutcome& outcome) {
  if (auto open = KENPO_TRY(open_alert(transaction, sign.kind, sign.staff))) {
    open->count += sign.count;
    open->last_leaf = sign.leaf;
    ++outcome.joined;
    return replace(transaction, *open);
  }
  const auto hours = KENPO_TRY(setting(transaction, WatchSetting::acknowledge_hours, now.day()));
  Alert alert{.kind = sign.kind,
              .staff = sign.staff,
              .day = sign.day,
              .count = sign.count,
              .first_leaf = sign.leaf,
              .last_leaf = sign.leaf,
              .raised_at = now,
              .due_at = now.plus_milliseconds(hours * alert_hour_milliseconds)};
  // Nobody answers for a sign about himself: it goes to the executive director at once.
  if (policy.responsible_person == sign.staff) {
    alert.state = AlertState::escalated;
    alert.escalated_at = now;
    ++outcome.escalated;
  }
  ++outcome.raised;
  return add(transaction, alert);
}

Result<WatchOutcome> watch_signs(Watchtower tower, const notice::Acting& acting) {
  WatchOutcome outcome;
  KENPO_TRY(tower.gate.log().checkpoint());
  const auto published = tower.gate.log().state().published;
  auto before = KENPO_TRY(stand_before(tower));
  auto next = before.next_leaf;
  do {
    const auto end = std::min(published, next + watch_chunk_leaves);
    std::vector<NumberedLeaf> leaves;
    if (next < end) {
      leaves = KENPO_TRY(notice::read_leaves(tower.log_directory, published, next, end - next));
    }
    if (!before.overdue && !worth_watching(leaves)) break;
    KENPO_TRY(tower.gate.perform<watch_signs_operation>(
        acting, [&](const Permit<watch_signs_operation>& permit) -> Result<> {
          return watch_chunk(tower, permit, leaves, next, end, outcome);
        }));
    before.overdue = false;
    next = end;
  } while (next < published);
  return outcome;
}

}  // namespace kenpo::safeguard
