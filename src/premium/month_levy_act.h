// One run of the levy, step by step. Used by levy_act only.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eligibility/work_item.h"
#include "premium/levy_act.h"
#include "premium/levy_facts_act.h"
#include "premium/levy_ledger.h"

namespace kenpo::premium {

class MonthLevy {
 public:
  struct Given {
    eligibility::Ledger& ledger;
    const notice::Acting& acting;
    const eligibility::MemberAccess& access;
    notice::Recorder& recorder;
    base::Month month;
    const base::TellProgress& show;
  };
  explicit MonthLevy(Given given);

  base::Result<Levy> run();

 private:
  using BillKey = std::pair<base::EstablishmentId, base::Month>;  // whose, for which month
  /// The establishment is part of it: a period that moves is taken back from the old one.
  struct PostingKey {
    eligibility::PeriodId period;
    base::EstablishmentId establishment;
    PremiumKind kind = PremiumKind::monthly;
    friend bool operator==(const PostingKey&, const PostingKey&) = default;
  };
  static PostingKey key_of(const Posting& posting) {
    return {posting.period, posting.establishment, posting.kind};
  }
  struct PostingKeyHash {
    std::size_t operator()(const PostingKey& key) const noexcept {
      return (std::hash<eligibility::PeriodId>{}(key.period) ^
              std::hash<base::EstablishmentId>{}(key.establishment)) *
                 2 +
             static_cast<std::size_t>(key.kind);
    }
  };
  /// What was posted for a period and a month so far.
  using Posted = std::unordered_map<PostingKey, Posting, PostingKeyHash>;

  /// Reads everything in one snapshot and works out the postings.
  base::Result<> assess();
  base::Result<> check_order(const store::View& view);
  base::Result<> assess_this_month(const store::View& view);
  base::Result<> assess_earlier_months(const store::View& view);
  base::Result<> assess_whole_month(const store::View& view, base::Month month);
  /// `people`: everybody whose facts changed, also those of whom no period is left.
  base::Result<> assess_people(const store::View& view, base::Month month,
                               const std::vector<base::PersonId>& people,
                               const LevyFacts& facts);
  base::Result<std::map<base::PersonId, base::Month>> changed_people(const store::View& view);
  base::Result<> add_changed_dependents(
      const store::View& view,
      const std::function<void(const base::PersonId&, base::Date)>& note,
      const std::map<base::PersonId, base::Month>& changed);
  base::Result<> reconcile(const LevyFacts& facts, base::Month month, const SocietyRates& rates,
                           Posted& posted);
  /// Of one employer: the period's, or another workplace's. `before`: of last month.
  void reconcile_at(const PeriodFacts& facts, const base::EstablishmentId& establishment,
                    base::Month month, const OwedMonth& before, const OwedMonth& owed,
                    Posted& posted);
  void post_difference(const PeriodFacts& facts, const base::EstablishmentId& establishment,
                       base::Month month, PremiumKind kind, const std::optional<Owed>& owed,
                       Posted& posted);
  void take_back_rest(base::Month month, Posted& posted);
  void add_causes(const PeriodFacts& facts, const base::EstablishmentId& establishment,
                  const OwedMonth& before, const OwedMonth& now);
  base::Result<> post();
  base::Result<> post_chunk(std::size_t first, std::size_t last);
  base::Result<> close();
  base::Result<bool> close_ledger(store::Transaction& transaction);
  base::Result<bool> close_causes(store::Transaction& transaction);
  base::Result<bool> open_items(store::Transaction& transaction);
  void show(std::int64_t done, std::int64_t total, base::Words what) const;

  Given given_;
  base::Moment started_;
  Levy levy_;
  SocietyRates rates_;
  std::optional<SocietyRates> rates_before_;
  std::vector<LevyRun> runs_;
  std::set<base::EstablishmentId> issued_;
  std::vector<Posting> postings_;
  std::map<std::pair<base::EstablishmentId, Cause>, CauseLine> causes_;
  std::vector<std::pair<base::PersonId, eligibility::WorkKind>> items_;
  CauseMask mask_ = 0;  // of the period that is being reconciled
};

}  // namespace kenpo::premium
