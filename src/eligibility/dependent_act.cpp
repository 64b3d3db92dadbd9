#include "eligibility/dependent_act.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/person_store.h"
#include "eligibility/work_item_store.h"
#include "notice/gate.h"

namespace kenpo::eligibility {

namespace {

using base::Fault;
using base::Result;
using base::Words;
using notice::Permit;
using notice::Purpose;

Fault line_fault(std::uint64_t line, Words what, Words mend) {
  return {.what = std::move(what),
          .why = {},
          .mend = std::move(mend),
          .place = {.file = {}, .line = line, .column = 0, .field = {}}};
}

/// Enters the lines one by one inside the transaction.
class EnteringDependent {
 public:
  EnteringDependent(store::Transaction& transaction, MemberAccess access, base::Moment now)
      : transaction_(transaction), access_(std::move(access)), now_(now) {}

  Result<> load_establishments() {
    for (auto& each : KENPO_TRY(list_establishments(transaction_))) {
      by_symbol_.emplace(each.symbol, each.id);
    }
    return base::Done{};
  }

  Result<> enter(const DependentEntry& entry) {
    const auto period = KENPO_TRY(insured_period(entry));
    if (!period) {
      return note(
          line_fault(entry.line,
                     {"被保険者の記号・番号が台帳にありません。",
                      "The insured person's number is not in the ledger."},
                     {"資格取得届を先に取り込んでください。", "Take in the acquisition first."}));
    }
    if (entry.until && *entry.until < entry.from) {
      return note(line_fault(entry.line,
                             {"終わりの日が始まりの日より前です。", "It ends before it begins."},
                             {"日付を直してください。", "Mend the dates."}));
    }
    const auto links = KENPO_TRY(dependents_of(transaction_, access_, period->person, now_));
    const auto taken = std::ranges::find(links, entry.branch, &DependentLink::branch);
    if (taken != links.end()) return compare(entry, *taken);
    return add(entry, *period);
  }

  base::Faults take_faults() { return std::exchange(faults_, {}); }
  const DependentEntries& counts() const { return counts_; }
  const std::vector<Member>& members() const { return members_; }

 private:
  Result<> note(Fault fault) {
    faults_.push_back(std::move(fault));
    if (faults_.size() >= base::faults_limit) return take_faults();
    return base::Done{};
  }

  /// The latest period under the number; nullopt when there is none.
  Result<std::optional<InsuredPeriod>> insured_period(const DependentEntry& entry) {
    const auto establishment = by_symbol_.find(entry.symbol);
    if (establishment == by_symbol_.end()) return std::optional<InsuredPeriod>{};
    auto periods =
        KENPO_TRY(periods_of_number(transaction_, access_, establishment->second, entry.number));
    if (periods.empty()) return std::optional<InsuredPeriod>{};
    return std::optional(std::move(periods.back()));
  }

  /// The branch number is in use: the same person is no news, another one is a fault.
  Result<> compare(const DependentEntry& entry, const DependentLink& link) {
    const auto known = KENPO_TRY(find_person(transaction_, access_, link.dependent, now_));
    if (known && known->name_kana == entry.name_kana && known->born == entry.born) {
      ++counts_.unchanged;
      return base::Done{};
    }
    return note(line_fault(
        entry.line,
        {"この枝番は、もう別の被扶養者のものです。", "Another dependent has this branch number."},
        {"枝番を確かめてください。", "Check the branch number."}));
  }

  Result<> add(const DependentEntry& entry, const InsuredPeriod& period) {
    Person person;
    person.name = entry.name;
    person.name_kana = entry.name_kana;
    person.sex = entry.sex;
    person.born = entry.born;
    KENPO_TRY(put(transaction_, access_, person, entry.from, now_));
    const DependentLink link{.dependent = person.id,
                             .insured = period.person,
                             .branch = entry.branch,
                             .relation = entry.relation,
                             .from = entry.from,
                             .until = entry.until};
    KENPO_TRY(put(transaction_, access_, link, now_));
    KENPO_TRY(settle(transaction_, period.person, WorkKind::dependents_expected, now_,
                     dependent_register.japanese));
    ++counts_.entered;
    members_.push_back(
        {.person = person.id,
         .establishment = period.establishment,
         .name = person.name,
         .name_kana = person.name_kana,
         .symbol = period.symbol,
         .number = period.number,
         .branch = entry.branch,
         .lost = entry.until ? std::optional(entry.until->plus_days(1)) : period.lost,
         .born = person.born});
    return base::Done{};
  }

  store::Transaction& transaction_;
  MemberAccess access_;
  base::Moment now_;
  std::unordered_map<std::string, base::EstablishmentId> by_symbol_;
  base::Faults faults_;
  DependentEntries counts_;
  std::vector<Member> members_;
};

}  // namespace

Result<DependentEntries> register_dependents(Ledger& ledger, const notice::Acting& acting,
                                             const std::vector<DependentEntry>& entries) {
  return ledger.gate.perform<dependent_register>(
      acting, [&](const Permit<dependent_register>& permit) -> Result<DependentEntries> {
        auto transaction = KENPO_TRY(ledger.database.write());
        EnteringDependent entering(transaction, permit.grant<Purpose::member_administration>(),
                          ledger.gate.clock().now());
        KENPO_TRY(entering.load_establishments());
        for (const auto& entry : entries) KENPO_TRY(entering.enter(entry));
        if (auto faults = entering.take_faults(); !faults.empty()) return faults;
        KENPO_TRY(transaction.commit(permit.recorder()));
        ledger.members.put(entering.members());
        return entering.counts();
      });
}

}  // namespace kenpo::eligibility
