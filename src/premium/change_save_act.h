// Saving a correction of a past fact, and undoing it by a dated reversal. Facts are decided anew,
// nothing is overwritten; what premiums differ by is posted by the next levy (levy_act.h), as 遡及
// with the bill of the month that is open then, back to the limitation of art 193(1).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/change_effect.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_change_save{
    .name = "premium.change_save",
    .japanese = "過去の事実の訂正",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination},
              notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};
inline constexpr notice::Operation premium_change_reverse{
    .name = "premium.change_reverse",
    .japanese = "過去の事実の訂正の取消し",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination},
              notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

struct ChangeOrder {
  ProposedChange change;
  std::string reason;     // needed: at most change_reason_limit_characters
  base::Yen expected;     // the difference that the clerk saw: ChangeEffect::claimed.total()
  /// What is written with the change or not at all, in its transaction, under the right of
  /// whoever asks for it; may be empty.
  std::function<base::Result<>(store::Transaction&, const SavedChange&)> together = {};
};

/// Decides the facts anew. Refused: what preview_change refuses, an empty or too long reason, an
/// effect that is no longer the one the clerk saw, a period that was not notified before (it comes
/// by its notification) and a leave (it is registered on its own page).
base::Result<SavedChange> save_change(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      const ChangeOrder& order);

/// Brings back what stood before the change. Refused: no such change, one that was reversed before,
/// one whose facts were changed again since (undo that one first), an empty reason.
base::Result<SavedChange> reverse_change(eligibility::Ledger& ledger,
                                         const notice::Acting& acting, const ChangeId& change,
                                         const std::string& reason);

/// 「資格喪失日 なし → 2026-05-01」: what the change says, for its record.
std::string detail_words(const KnownFacts& known, const ProposedChange& change);

}  // namespace kenpo::premium
