// The papers of one member and of all: what is due, what is out, brought up to date by the rule.
#pragma once

#include <cstdint>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "certificate/certificate_store.h"
#include "certificate/holder_act.h"
#include "certificate/upkeep_rule.h"
#include "notice/operation.h"

namespace kenpo::certificate {

/// Pairs 4 and 9 of the notice.
inline constexpr notice::Pair issuance_pair{notice::Category::eligibility,
                                            notice::Purpose::certificate_issuance};
inline constexpr notice::Pair elderly_pair{
    notice::Category::member_income, notice::Purpose::elderly_and_reduction_certificate_issuance};

inline constexpr notice::Operation certificate_show{.name = "certificate.show",
                                                    .japanese = "証の状況の表示",
                                                    .pairs = {issuance_pair, elderly_pair}};
inline constexpr notice::Operation certificate_upkeep{
    .name = "certificate.upkeep",
    .japanese = "証の点検(交付・判定・回収の洗い出し)",
    .verb = notice::Verb::write,
    .pairs = {issuance_pair, elderly_pair},
    .runner = notice::Runner::staff_or_program};

/// The keys of an operation with both pairs.
template <const notice::Operation& operation>
HolderAccess holder_access(const notice::Permit<operation>& permit) {
  return {permit.template grant<notice::Purpose::certificate_issuance>(),
          permit.template grant<notice::Purpose::elderly_and_reduction_certificate_issuance>()};
}

/// Everything about the papers of one member.
struct MemberPapers {
  KnownHolder known;
  std::vector<Certificate> papers = {};  // the latest first
  std::vector<ApplicationRecord> applications = {};
  std::vector<TaxFact> taxes = {};
  std::vector<ReliefFact> reliefs = {};
  law::Decision<Upkeep> upkeep = {};  // what is due today, and why; not done by showing it
};

/// Refused: a person unknown, or outside the handler's establishments.
base::Result<MemberPapers> show_papers(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       const base::PersonId& person);

/// What came of bringing papers up to date.
struct UpkeepCount {
  std::int64_t people = 0;  // that were looked at
  std::int64_t to_issue = 0;
  std::int64_t to_collect = 0;
  std::int64_t dropped = 0;
  std::int64_t invited = 0;
};

/// Does what `show_papers` says is due, for one member. Twice changes nothing the second time.
base::Result<UpkeepCount> keep_papers(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      const base::PersonId& person);

/// People are looked at in transactions of so many: between them others may write.
inline constexpr std::size_t upkeep_chunk = 200;

/// The same for everybody about whom something can be due today: who joined, left or was corrected
/// since the last time, who is about 70 or 75, whose paper waits, ends or depends on a class. The
/// first time it looks at what happened since `month` began. Restartable.
base::Result<UpkeepCount> keep_all_papers(eligibility::Ledger& ledger, const notice::Acting& acting,
                                          base::Month month, const base::TellProgress& tell);

// ---- For the other acts of this folder, inside their own transaction ----

struct Keeping {
  store::Transaction& transaction;
  const HolderAccess& access;
  base::Moment now;
};
/// The day from which the ledger of papers is run: the first day of the month of its first upkeep;
/// before that, of the month of `now`.
base::Result<base::Date> started_on(const store::View& view, base::Moment now);
/// Everything that was issued to any identity of the holder.
base::Result<std::vector<Certificate>> papers_of(const store::View& view,
                                                 const HolderAccess& access,
                                                 const KnownHolder& known);
/// Does what is due for the member.
base::Result<UpkeepCount> keep_up(const Keeping& keeping, const KnownHolder& known);
/// A paper as planned, waiting for its print run.
base::Result<Certificate> issue(const Keeping& keeping, const Holder& holder,
                                const Planned& planned);

}  // namespace kenpo::certificate
