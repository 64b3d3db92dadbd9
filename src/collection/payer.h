// Who owes premiums: an employer's establishment, or a voluntary member.
#pragma once

#include <utility>

#include "base/fault.h"
#include "base/id.h"
#include "base/require.h"

namespace kenpo::collection {

/// The id of an establishment or of a person, as the ledger of the collection keeps it.
using PayerId = base::Id<struct PayerKind>;

template <typename Other>
PayerId payer_of(const Other& id) {
  const auto payer = PayerId::parse(id.text());
  KENPO_REQUIRE(payer.has_value());
  return *payer;
}
inline base::EstablishmentId establishment_of(const PayerId& payer) {
  return *base::EstablishmentId::parse(payer.text());
}
inline base::PersonId person_of(const PayerId& payer) {
  return *base::PersonId::parse(payer.text());
}

inline base::Fault collection_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

}  // namespace kenpo::collection
