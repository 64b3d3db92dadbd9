// The ledger of one person (加入者台帳): who they are, their periods, dependents, standard
// remunerations and premiums, as the society knew them on a day.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/circumstance.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"
#include "premium/posting.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::premium {

inline constexpr notice::Operation member_show{
    .name = "member.show",
    .japanese = "加入者台帳の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// What a ledger hides until somebody asks: symbol and number, address. Asking is an act of its own
/// with a leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation member_reveal{
    .name = "member.reveal",
    .japanese = "記号・番号と住所の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

struct Dependent {
  eligibility::DependentLink link;
  std::optional<eligibility::Person> person;  // none when erased
};

struct MemberLedger {
  eligibility::Person person;
  std::vector<eligibility::InsuredPeriod> periods = {};
  std::vector<Dependent> dependents = {};
  /// The insured people whose dependent the person is or was.
  std::vector<eligibility::DependentLink> dependent_of = {};
  std::vector<remuneration::StandardRemuneration> remunerations = {};
  std::vector<remuneration::BonusDecision> bonuses = {};
  std::vector<Posting> premiums = {};
  /// 二以上勤務・118条・長期休職・短時間労働者・海外特例, the oldest first.
  std::vector<eligibility::Circumstance> circumstances = {};
  base::Date known_on = {};
  /// Who all are this person by the decisions of 名寄せ, the person themselves first.
  std::vector<base::PersonId> identities = {};
};

/// Somebody who was merged is shown under the person that was kept, with the ledgers of both.
/// The person as known at the end of `known_on`; none = now. Refused: a person that was not known
/// on the day, or none of whose establishments (own or the insured person's) are in the handler's
/// scope.
base::Result<MemberLedger> show_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       const base::PersonId& person,
                                       std::optional<base::Date> known_on = std::nullopt);

/// Records that the hidden parts are shown. The page shows them only when it returned.
base::Result<> reveal_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const base::PersonId& person);

}  // namespace kenpo::premium
