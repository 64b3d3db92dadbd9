// Areas, door cards and passages in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/area.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table area_table{.name = "handling_area",
                                         .japanese = "個人データを取り扱う区域",
                                         .timed = store::Timed::yes,
                                         .clear = {{"area", store::Kind::id},
                                                   {"symbol", store::Kind::text},
                                                   {"name", store::Kind::text},
                                                   {"place", store::Kind::text},
                                                   {"rule", store::Kind::text}},
                                         .indexes = {{.columns = {"area"}}}};

inline constexpr store::Table door_card_table{.name = "door_card",
                                              .japanese = "入退室カード",
                                              .subject = store::Subject::staff,
                                              .statute = notice::Statute::physical_safeguards,
                                              .timed = store::Timed::yes,
                                              .personal = {{"card", store::Kind::text}}};

inline constexpr store::Table passage_table{.name = "passage",
                                            .japanese = "入退室の記録",
                                            .subject = store::Subject::staff,
                                            .statute = notice::Statute::physical_safeguards,
                                            .untimed = store::Untimed::event,
                                            .clear = {{"area", store::Kind::id},
                                                      {"direction", store::Kind::integer},
                                                      {"at", store::Kind::moment},
                                                      {"source", store::Kind::integer},
                                                      {"recorded_at", store::Kind::moment}},
                                            .indexes = {{.columns = {"at"}}}};

/// Registers the area, or decides it anew.
base::Result<> put(store::Transaction& transaction, const Area& area, base::Moment now);
/// The areas as they stand, by symbol.
base::Result<std::vector<Area>> list_areas(const store::View& view);

/// Gives the staff member this card instead of the one before.
base::Result<> put(store::Transaction& transaction, const RegisterBasis& basis,
                   const DoorCard& card, base::Moment now);
base::Result<std::vector<DoorCard>> list_cards(const store::View& view, const RegisterBasis& basis);

base::Result<> add(store::Transaction& transaction, const RegisterBasis& basis,
                   const Passage& passage, base::Moment now);
/// The passages from `from` up to and without `until`, by time.
base::Result<std::vector<Passage>> passages_between(const store::View& view,
                                                    const RegisterBasis& basis, base::Moment from,
                                                    base::Moment until);

}  // namespace kenpo::safeguard
