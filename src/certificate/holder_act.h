// A member as the ledgers know them today, gathered under the grants of the act that asks.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "certificate/holder.h"
#include "certificate/holder_fact_store.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/ledger.h"
#include "eligibility/notified_paper.h"
#include "eligibility/person.h"
#include "law/decision.h"

namespace kenpo::certificate {

/// The keys to what decides about papers: eligibility for 各種証の発行管理 (pair 4), income for
/// 高齢受給者証及び標準負担額減額認定証の発行管理 (pair 9).
struct HolderAccess {
  eligibility::MemberAccess member;
  IncomeAccess income;
};

struct KnownHolder {
  Holder holder;
  eligibility::Person person;
  std::optional<eligibility::Person> insured_person = {};  // of a dependent
  std::vector<base::PersonId> identities = {};             // 名寄せ: the kept one first
  std::optional<CardFact> card = {};
  /// What notifications told about the papers of the holder, or of the insured person whose
  /// dependent the holder is; the oldest first.
  std::vector<eligibility::NotifiedPaper> told = {};
  std::vector<law::Basis> share_basis = {};
  std::vector<law::Basis> class_basis = {};
};

/// Refused: a person that the ledgers do not know. A figure of law that is missing for the day
/// leaves the share or the class out.
base::Result<KnownHolder> known_holder(const store::View& view, const HolderAccess& access,
                                       const base::PersonId& person, base::Moment now);

/// Whether the handler's scope holds the establishment of the holder.
bool in_scope(const notice::Recorder& recorder, const Holder& holder);

}  // namespace kenpo::certificate
