#include "report/bill_difference_act.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "premium/posting_store.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;
using premium::Posting;

/// Somebody who moves between establishments stands with both: each gets a bill of its own.
using Key = std::pair<base::PersonId, base::EstablishmentId>;
using Differences = std::map<Key, BillDifference>;

BillDifference& entry_of(Differences& differences, const Posting& posting) {
  const BillDifference fresh{.person = posting.person,
                             .period = posting.period,
                             .establishment = posting.establishment};
  auto& entry =
      differences.try_emplace({posting.person, posting.establishment}, fresh).first->second;
  entry.period = posting.period;
  return entry;
}

Result<Differences> read_postings(const store::View& view, const MemberAccess& access,
                                  Month month) {
  Differences differences;
  const auto last = month.plus(-1);
  KENPO_TRY(premium::each_posting(view, access, last, last, [&](const Posting& posting) {
    entry_of(differences, posting).last_month += posting.total;
  }));
  KENPO_TRY(premium::each_posting(view, access, month, month, [&](const Posting& posting) {
    auto& entry = entry_of(differences, posting);
    entry.this_month += posting.total;
    entry.causes = static_cast<premium::CauseMask>(entry.causes | posting.causes);
  }));
  KENPO_TRY(premium::each_earlier_posting(view, access, month, [&](const Posting& posting) {
    auto& entry = entry_of(differences, posting);
    entry.earlier += posting.total;
    entry.causes = static_cast<premium::CauseMask>(entry.causes | posting.causes);
  }));
  return differences;
}

/// Differences that cancel each other out are differences all the same.
bool differs(const BillDifference& entry) {
  const bool retroactive = (entry.causes & mask_of(premium::Cause::retroactive)) != 0;
  return entry.this_month != entry.last_month || entry.earlier != Yen() || retroactive;
}

/// The larger first; people in a fixed order among equals, so that pages do not overlap.
auto order_of(const BillDifference& difference) {
  const auto amount = difference.difference().amount();
  return std::tuple(amount < 0 ? amount : -amount, difference.person, difference.establishment);
}

}  // namespace

Result<BillDifferences> show_bill_differences(Ledger& ledger, const notice::Acting& acting,
                                              Month month, std::size_t first, std::size_t limit) {
  return ledger.gate.perform<bill_difference_show>(
      acting, [&](const Permit<bill_difference_show>& permit) -> Result<BillDifferences> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto view = KENPO_TRY(ledger.database.read());
        const auto now = ledger.gate.clock().now();
        BillDifferences found;
        std::vector<BillDifference> all;
        for (auto& [key, entry] : KENPO_TRY(read_postings(view, access, month))) {
          if (!permit.recorder().in_scope(entry.establishment)) continue;
          if (!differs(entry)) {
            ++found.unchanged;
            continue;
          }
          found.sum += entry.difference();
          // Who is on last month's bill only has gone: no posting of this month says why.
          if (entry.this_month == Yen() && entry.causes == 0) {
            entry.causes = mask_of(premium::Cause::loss);
          }
          all.push_back(entry);
        }
        std::ranges::sort(all, {}, order_of);
        found.people = static_cast<std::int64_t>(all.size());
        for (auto at = first; at < all.size() && at < first + limit; ++at) {
          all[at].insured = KENPO_TRY(
              eligibility::insured_name(view, access, all[at].person, all[at].period, now));
          found.shown.push_back(std::move(all[at]));
        }
        return found;
      });
}

}  // namespace kenpo::report
