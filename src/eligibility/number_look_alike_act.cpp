#include "eligibility/number_look_alike_act.h"

#include <algorithm>

#include "eligibility/person_merge_store.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

using base::PersonId;
using base::Result;
using notice::Permit;

constexpr int due_days = 10;  // as of every item that a file opens

Result<> open_pair(store::Transaction& transaction, const MemberAccess& access,
                   const PersonId& one, const PersonId& other, base::Moment now) {
  const WorkItem item{.kind = WorkKind::look_alike,
                      .person = one,
                      .other_person = other,
                      .case_id = base::CaseId::draw(),
                      .month = now.day().in_month(),
                      .due = now.day().plus_days(due_days),
                      .opened_at = now};
  KENPO_TRY(add(transaction, item));
  return add(transaction, access, item,
             WorkMove{.item = item.id,
                      .moved_at = now,
                      .settled_by = std::string(number_look_alikes.japanese),
                      .note = "二人の個人番号が同じです。番号は表示しません。同じ人か、"
                              "番号の入力誤りかを確かめます。"});
}

}  // namespace

Result<std::size_t> open_number_look_alikes(Ledger& ledger, const notice::Acting& acting) {
  const auto work = [&](const Permit<number_look_alikes>& permit) -> Result<std::size_t> {
    const store::NumberAccess numbers(
        permit.grant<notice::Purpose::resident_registry_matching>());
    const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
    const auto pairs = KENPO_TRY(ledger.numbers.sharing(numbers));
    const auto now = ledger.gate.clock().now();
    auto transaction = KENPO_TRY(ledger.database.write());
    std::size_t opened = 0;
    for (const auto& [one, other] : pairs) {
      const auto same = KENPO_TRY(identities_of(transaction, one, now));
      if (std::ranges::find(same, other) != same.end()) continue;
      if (KENPO_TRY(has_pair(transaction, one, other))) continue;
      KENPO_TRY(open_pair(transaction, access, one, other, now));
      ++opened;
    }
    if (opened > 0) KENPO_TRY(transaction.commit(permit.recorder()));
    return opened;
  };
  return ledger.gate.perform<number_look_alikes>(acting, work);
}

}  // namespace kenpo::eligibility
