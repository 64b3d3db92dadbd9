// Looking at corrections of past facts: what can be corrected about a person, what was corrected,
// and what a saved correction did.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/establishment.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "premium/change_effect.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_change_list{
    .name = "premium.change_list",
    .japanese = "過去の事実の訂正の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// A page of the list.
inline constexpr std::int64_t changes_of_a_page = 50;

/// What stands about a person and what was corrected so far.
struct ChangeGround {
  eligibility::InsuredName insured;
  KnownFacts known;
  std::vector<SavedChange> changes;  // the newest first
};
/// Refused: somebody none of whose establishments is in the handler's scope.
base::Result<ChangeGround> show_change_ground(eligibility::Ledger& ledger,
                                              const notice::Acting& acting,
                                              const base::PersonId& person);

struct NamedChange {
  SavedChange change;
  eligibility::InsuredName insured;
};
struct ChangePage {
  std::vector<NamedChange> changes;  // the newest first
  std::int64_t count = 0;            // of all pages
};
/// The corrections of the whole society. For handlers without limit only.
base::Result<ChangePage> show_changes(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      std::int64_t skipped);

/// What the levy has posted since the change for one of its months.
struct PostedSince {
  base::Month month = {};
  base::Month billed = {};
  PremiumKind kind = PremiumKind::monthly;
  base::Yen total = {};
  base::Yen insured = {};
};
struct ChangeView {
  SavedChange change;
  std::optional<SavedChange> reversal;
  eligibility::InsuredName insured;
  ChangeEffect effect;               // between what stood just before and just after it
  std::vector<PostedSince> posted;   // earlier months only
  bool levied = false;               // a levy has taken the change up
};
/// Refused: no such change, a person outside the handler's scope.
base::Result<ChangeView> show_change(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const ChangeId& id);

}  // namespace kenpo::premium
