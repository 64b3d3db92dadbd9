// Entering and showing the size of an employer.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/establishment_act.h"
#include "eligibility/ledger.h"
#include "eligibility/office_size.h"

namespace kenpo::eligibility {

/// Decides who is covered: for the role of the ledger, though no personal data is in it.
inline constexpr notice::Operation office_size_enter{
    .name = "office_size.enter",
    .japanese = "事業所の規模の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// Refused: an establishment outside the scope or not there, a day before it was covered or before
/// the law knew of sizes, a number where none counts, more than office_persons_limit.
base::Result<> enter_office_size(Ledger& ledger, const notice::Acting& acting,
                                 const OfficeSize& size);

struct ShownSize {
  OfficeSize size;
  bool covers = false;  // 特定適用事業所 on its first day
};
struct EstablishmentView {
  Establishment establishment;
  std::vector<ShownSize> sizes = {};        // by their days
  std::optional<bool> covers_today = {};  // none: no size is known
};
/// Refused: an establishment outside the scope or not there.
base::Result<EstablishmentView> show_establishment(Ledger& ledger, const notice::Acting& acting,
                                                   const base::EstablishmentId& id);

}  // namespace kenpo::eligibility
