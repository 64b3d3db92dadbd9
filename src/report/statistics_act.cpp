#include "report/statistics_act.h"

#include <unordered_map>
#include <utility>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "remuneration/remuneration_store.h"
#include "report/statistics_rule.h"
#include "report/statistics_store.h"

namespace kenpo::report {

namespace {

using base::Date;
using base::Month;
using base::PersonId;
using base::Result;
using eligibility::InsuredPeriod;
using eligibility::Ledger;
using eligibility::MemberAccess;
using eligibility::PeriodId;
using eligibility::Sex;
using notice::Permit;

base::Fault not_begun(Month month) {
  return {{base::Plain(month) + "はまだ始まっていません。", base::Plain(month) + " has not begun."},
          {"月報は、その月の台帳から集計します。", "The figures are counted from the month's ledger."},
          {"月を選び直してください。", "Choose another month."},
          {}};
}

/// What a person counts as in the month.
struct Part {
  bool insured = false;
  bool dependent = false;
  eligibility::Status status = eligibility::Status::employed;
  std::optional<base::Yen> standard = {};
  int acquired = 0;
  int lost = 0;
};

class Counting {
 public:
  Counting(const store::View& view, const MemberAccess& access, notice::Recorder& recorder,
           Month month, eligibility::Identities identities)
      : view_(view),
        access_(access),
        recorder_(recorder),
        month_(month),
        identities_(std::move(identities)) {}

  Result<MonthStatistics> run() {
    KENPO_TRY(read_periods());
    KENPO_TRY(read_standards());
    KENPO_TRY(read_dependents());
    StatisticsCounter counter(month_, KENPO_TRY(care_ages(month_.last_day())));
    KENPO_TRY(each_sex_and_birth(view_, access_, [&](const PersonId& id, Sex sex, Date born) {
      const auto found = parts_.find(id);
      if (found != parts_.end()) add(counter, found->second, sex, born);
    }));
    KENPO_TRY(remuneration::each_bonus(
        view_, access_, month_, [&](const remuneration::BonusDecision& bonus) {
          if (periods_.contains(bonus.period)) counter.add_bonus(bonus.standard);
        }));
    return counter.counted();
  }

 private:
  static void add(StatisticsCounter& counter, const Part& part, Sex sex, Date born) {
    if (part.insured) counter.add_insured({part.status, sex, born, part.standard});
    if (part.dependent) counter.add_dependent(sex, born);
    for (int at = 0; at < part.acquired; ++at) counter.add_acquired(sex);
    for (int at = 0; at < part.lost; ++at) counter.add_lost(sex);
  }

  Result<> read_periods() {
    const auto last = month_.last_day();
    KENPO_TRY(eligibility::each_period(view_, access_, [&](const InsuredPeriod& period) {
      if (!recorder_.in_scope(period.establishment)) return;
      // 名寄せ: whose ledgers are one person's is counted once.
      const auto person = identities_.kept(period.person);
      periods_.emplace(period.id, person);
      const bool began = period.acquired.in_month() == month_;
      const bool ended = period.lost && period.lost->in_month() == month_;
      if (!began && !ended && !period.holds(last)) return;
      auto& part = parts_[person];
      if (began) ++part.acquired;
      if (ended) ++part.lost;
      if (!period.holds(last)) return;
      part.insured = true;
      part.status = period.status;
      holding_.insert_or_assign(period.id, person);
    }));
    return base::Done{};
  }

  /// The newest decision by the month stands.
  Result<> read_standards() {
    std::unordered_map<PeriodId, Month> from;
    KENPO_TRY(remuneration::each_remuneration(
        view_, access_, month_, [&](const remuneration::StandardRemuneration& one) {
          const auto holder = holding_.find(one.period);
          if (holder == holding_.end()) return;
          const auto known = from.find(one.period);
          if (known != from.end() && one.from < known->second) return;
          from.insert_or_assign(one.period, one.from);
          parts_[holder->second].standard = one.standard;
        }));
    return base::Done{};
  }

  Result<> read_dependents() {
    const auto last = month_.last_day();
    KENPO_TRY(eligibility::each_dependent(
        view_, access_, [&](const eligibility::DependentLink& link) {
          if (link.from > last || (link.until && *link.until < last)) return;
          const auto insured = parts_.find(identities_.kept(link.insured));
          if (insured == parts_.end() || !insured->second.insured) return;
          parts_[identities_.kept(link.dependent)].dependent = true;
        }));
    return base::Done{};
  }

  const store::View& view_;
  const MemberAccess& access_;
  notice::Recorder& recorder_;
  Month month_;
  eligibility::Identities identities_;
  std::unordered_map<PersonId, Part> parts_;
  std::unordered_map<PeriodId, PersonId> periods_;  // of the handler's establishments
  std::unordered_map<PeriodId, PersonId> holding_;  // on the last day
};

}  // namespace

Result<MonthStatistics> show_statistics(Ledger& ledger, const notice::Acting& acting,
                                        Month month) {
  return ledger.gate.perform<month_statistics_show>(
      acting, [&](const Permit<month_statistics_show>& permit) -> Result<MonthStatistics> {
        if (month > ledger.gate.clock().now().day().in_month()) return not_begun(month);
        const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
        const auto view = KENPO_TRY(ledger.database.read());
        auto identities = KENPO_TRY(eligibility::Identities::build(view));
        return Counting(view, access, permit.recorder(), month, std::move(identities)).run();
      });
}

}  // namespace kenpo::report
