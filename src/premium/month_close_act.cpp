// The end of a run: the ledger, the causes, the work items and the record of the run.
#include <algorithm>

#include "eligibility/work_item_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/month_levy_act.h"
#include "premium/posting_store.h"

namespace kenpo::premium {

namespace {

using base::EstablishmentId;
using base::Month;
using base::Result;

constexpr int levy_item_due_days = 10;

/// The exact sum of each establishment's bill.
Result<std::map<EstablishmentId, std::int64_t>> bill_sums(const store::View& view, Month billed) {
  std::map<EstablishmentId, std::int64_t> sums;
  for (const auto& sum : KENPO_TRY(sums_billed(view, billed))) {
    sums[sum.establishment] += sum.parts.sum();
  }
  return sums;
}

}  // namespace

Result<> MonthLevy::close() {
  show(0, 0, {"調定の締め", "Closing the levy"});
  auto transaction = KENPO_TRY(given_.ledger.database.write());
  const bool ledger = KENPO_TRY(close_ledger(transaction));
  const bool known = !runs_.empty() && runs_.back().month == given_.month;
  const bool posted = !postings_.empty() || ledger || !known;
  const bool causes = posted && KENPO_TRY(close_causes(transaction));
  const bool items = KENPO_TRY(open_items(transaction));
  if (!posted && !causes && !items) return base::Done{};
  levy_.outcome = LevyOutcome::levied;
  if (posted) {
    // What was held back must be found again by the next run.
    const bool keep_old = levy_.held_back > 0 && !runs_.empty();
    KENPO_TRY(put(transaction, LevyRun{.month = given_.month,
                                       .facts_at = keep_old ? runs_.back().facts_at : started_,
                                       .finished_at = given_.ledger.gate.clock().now(),
                                       .persons = levy_.persons}));
  }
  return transaction.commit(given_.recorder);
}

/// The ledger says for every establishment and month what the exact sums say, in whole yen.
Result<bool> MonthLevy::close_ledger(store::Transaction& transaction) {
  std::set<BillKey> keys;
  for (const auto& sum : KENPO_TRY(sums_billed(transaction, given_.month))) {
    keys.insert({sum.establishment, sum.month});
  }
  bool changed = false;
  for (const auto& [establishment, month] : keys) {
    const auto wanted = billed_of(KENPO_TRY(parts_for(transaction, establishment, month)));
    const auto posted = KENPO_TRY(posted_for(transaction, establishment, month));
    for (const auto& entry :
         entries_of(establishment, month, given_.month, wanted - posted, started_)) {
      KENPO_TRY(add(transaction, entry));
      changed = true;
    }
  }
  return changed;
}

/// The difference between two bills by cause. What the causes of this month do not say is the
/// difference of what both bills hold for earlier months.
Result<bool> MonthLevy::close_causes(store::Transaction& transaction) {
  const auto now = KENPO_TRY(bill_sums(transaction, given_.month));
  const auto before = KENPO_TRY(bill_sums(transaction, given_.month.plus(-1)));
  std::map<EstablishmentId, std::set<base::PersonId>> retroactive_people;
  KENPO_TRY(each_earlier_posting(
      transaction, given_.access, given_.month, [&](const Posting& posting) {
        retroactive_people[posting.establishment].insert(posting.person);
      }));
  std::map<EstablishmentId, std::int64_t> rest;
  for (const auto& [establishment, sum] : now) rest[establishment] += sum;
  for (const auto& [establishment, sum] : before) rest[establishment] -= sum;
  for (const auto& [key, line] : causes_) rest[key.first] -= line.millionths;
  for (const auto& [establishment, millionths] : rest) {
    if (millionths == 0 && !retroactive_people.contains(establishment)) continue;
    const auto people = static_cast<std::int64_t>(retroactive_people[establishment].size());
    causes_.insert_or_assign({establishment, Cause::retroactive},
                             CauseLine{establishment, given_.month, Cause::retroactive, people,
                                       millionths});
  }
  std::vector<CauseLine> lines;
  for (const auto& [key, line] : causes_) {
    if (!issued_.contains(key.first)) lines.push_back(line);
  }
  for (const auto& establishment : issued_) {
    for (const auto& line : KENPO_TRY(causes_of(transaction, given_.month, establishment))) {
      lines.push_back(line);
    }
  }
  return put_causes(transaction, given_.month, lines);
}

Result<bool> MonthLevy::open_items(store::Transaction& transaction) {
  bool opened = false;
  for (const auto& [person, kind] : items_) {
    if (KENPO_TRY(eligibility::has_open_item(transaction, person, kind, given_.month))) continue;
    KENPO_TRY(eligibility::add(
        transaction,
        eligibility::WorkItem{.kind = kind,
                              .person = person,
                              .case_id = base::CaseId::draw(),
                              .month = given_.month,
                              .due = started_.day().plus_days(levy_item_due_days),
                              .opened_at = started_}));
    opened = true;
  }
  return opened;
}

}  // namespace kenpo::premium
