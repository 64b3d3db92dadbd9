// The platform's monthly list of who has registered the My Number card as health insurance card.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "certificate/paper_act.h"

namespace kenpo::certificate {

inline constexpr notice::Operation certificate_card_list_take{
    .name = "certificate.card_list_take",
    .japanese = "マイナ保険証の一覧の受付",
    .verb = notice::Verb::write,
    .pairs = {issuance_pair, elderly_pair}};

struct CardListTaken {
  std::int64_t people = 0;            // that stand in the list
  std::int64_t newly_registered = 0;  // since what was known before
  std::int64_t newly_without = 0;
  std::int64_t gone = 0;  // no members any more: left as they are
  UpkeepCount upkeep = {};
};

/// Takes the list in as a whole: what changed becomes a fact, and the papers of those people are
/// brought up to date. The same list twice changes nothing. Refused, with every line: what the
/// reader refuses, a person whom the ledgers do not know, a day to come, an establishment outside
/// the handler's.
base::Result<CardListTaken> take_card_list(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, std::string_view bytes,
                                           const base::Plain& file);

}  // namespace kenpo::certificate
