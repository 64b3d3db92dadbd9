// Who owes premiums: an employer's establishment, or a voluntary member.
#pragma once

#include <cstdint>
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

/// A part of a list: what stands on one page of the desk. Names are read for it alone.
struct Slice {
  std::int64_t skipped = 0;
  std::int64_t count = 50;  // what a clerk looks through at one sitting
};

inline base::Fault collection_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

}  // namespace kenpo::collection
