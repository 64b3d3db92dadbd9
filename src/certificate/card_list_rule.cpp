#include "certificate/card_list_rule.h"

namespace kenpo::certificate {

CardUse card_use_after(CardUse known, ListSays says) {
  const bool by_registration = known == CardUse::unknown || known == CardUse::usable ||
                               known == CardUse::not_registered;
  if (!by_registration) return known;
  return says == ListSays::registered ? CardUse::usable : CardUse::not_registered;
}

}  // namespace kenpo::certificate
