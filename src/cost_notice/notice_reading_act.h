// Reading what a notice says, under the grants of the act that asks.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "cost_notice/cost_notice_store.h"
#include "eligibility/ledger.h"
#include "notice/gate.h"

namespace kenpo::cost_notice {

/// レセプト under 医療費通知の発行 (pair 16), the ledgers under 加入者の管理 (pair 1). What the society gave
/// beside is read from its calculations, which are レセプトに関する情報.
struct NoticeKeys {
  NoticeAccess claims;
  eligibility::MemberAccess member;
};

/// Whose receipts stand in the notice to a person: their own; to the insured person also those of
/// minors, and of adults who agreed. Nobody who is protected stands in another's notice, and a
/// protected insured person's notice holds nobody else.
base::Result<std::vector<base::PersonId>> people_in_notice(const store::View& view,
                                                           const NoticeKeys& keys,
                                                           const base::PersonId& person,
                                                           base::Moment now);

/// Whom the receipts of a person are told to: the person, or the insured person as parent or by
/// consent.
base::Result<base::PersonId> addressee_of(const store::View& view, const NoticeKeys& keys,
                                          const base::PersonId& person, base::Moment now);

/// The notice. A month of a period in which nobody had care has no line.
base::Result<CostNotice> read_notice(const store::View& view, const NoticeKeys& keys,
                                     const base::PersonId& person, const Period& period,
                                     base::Moment now);

/// The establishment of the latest period of the person or of whoever insures them; nullopt:
/// neither insured nor a dependent.
base::Result<std::optional<base::EstablishmentId>> establishment_of(const store::View& view,
                                                                    const NoticeKeys& keys,
                                                                    const base::PersonId& person,
                                                                    base::Moment now);

}  // namespace kenpo::cost_notice
