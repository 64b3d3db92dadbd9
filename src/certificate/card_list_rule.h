// What the monthly list says against what is known about a person's card (施行規則47条,
// 令5法48附則15条).
#pragma once

#include <cstdint>

#include "certificate/certificate.h"

namespace kenpo::certificate {

enum class ListSays : std::uint8_t { registered, not_registered };

/// What counts after the list. The list knows the registration only: whom a lost, renewed, expired
/// card or their condition keeps from using it, stays so, registered or not.
CardUse card_use_after(CardUse known, ListSays says);

}  // namespace kenpo::certificate
