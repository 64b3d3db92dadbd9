// Two people of the ledger who look alike (名寄せ): side by side, made one by a decision, parted again
// by its reversal. Nothing of either ledger is overwritten. Never automatic.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"
#include "eligibility/person_merge.h"
#include "eligibility/work_item_act.h"

namespace kenpo::eligibility {

/// 名寄せの候補の比較
inline constexpr notice::Operation merge_compare{
    .name = "merge.compare",
    .japanese = "名寄せの候補の比較",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Symbol, number and address of the two, which the comparison hides until somebody asks: an act of
/// its own with a leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation merge_reveal{
    .name = "merge.reveal",
    .japanese = "比較する二人の記号・番号と住所の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 名寄せの決定: its leaf names both people.
inline constexpr notice::Operation merge_decide{
    .name = "merge.decide",
    .japanese = "名寄せの決定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 名寄せの取消し: its leaf names both people.
inline constexpr notice::Operation merge_reverse{
    .name = "merge.reverse",
    .japanese = "名寄せの取消し",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// One of the two as the ledger has them now.
struct LookAlike {
  Person person;
  std::vector<InsuredPeriod> periods = {};
  std::vector<DependentLink> dependent_of = {};
  std::size_t dependents = 0;
};

struct Comparison {
  WorkItem item;
  LookAlike one;    // whom the item is about: the newer in the ledger
  LookAlike other;  // whom they resemble
  std::optional<base::StaffId> asked_by = {};  // while it waits for a decision
  std::vector<PersonMerge> merges = {};        // between the two, the oldest first
};
/// Nullopt: no such item, not one of two people, or one of them erased. Refused: when either is
/// outside the handler's establishments.
base::Result<std::optional<Comparison>> compare_people(const notice::Permit<merge_compare>& permit,
                                                       Ledger& ledger, const WorkItemId& id);
/// The same for whoever asked for their numbers and addresses.
base::Result<std::optional<Comparison>> reveal_people(const notice::Permit<merge_reveal>& permit,
                                                      Ledger& ledger, const WorkItemId& id);

/// Makes the two of the item one, shown under `kept`, and finishes the item. The item waits for a
/// decision that somebody else asked for (work_item_rule.h). Refused besides: `kept` who is not one
/// of the two, either outside the handler's establishments, either merged already.
base::Result<PersonMerge> merge_people(Ledger& ledger, const notice::Acting& acting,
                                       const WorkItemId& id, const base::PersonId& kept,
                                       const std::string& note);

/// Parts the two again from now on; the item is taken up again. Refused: a decision that was
/// reversed before, either outside the handler's establishments.
base::Result<PersonMerge> reverse_merge(Ledger& ledger, const notice::Acting& acting,
                                        const WorkItemId& id, const MergeId& merge,
                                        const std::string& note);

}  // namespace kenpo::eligibility
