#include "safeguard/area_store.h"

namespace kenpo::safeguard {

using base::Result;

namespace {

Area area_from(const store::Record<area_table>& record) {
  return {.id = record.get<AreaId>("area"),
          .symbol = record.get<std::string>("symbol"),
          .name = record.get<std::string>("name"),
          .place = record.get<std::string>("place"),
          .rule = record.get<std::string>("rule")};
}

Passage passage_from(const store::Record<passage_table>& record) {
  return {.staff = record.subject(),
          .area = record.get<AreaId>("area"),
          .direction = record.get<Direction>("direction"),
          .at = record.get<base::Moment>("at"),
          .source = record.get<PassageSource>("source")};
}

}  // namespace

Result<> put(store::Transaction& transaction, const Area& area, base::Moment now) {
  const auto old = KENPO_TRY(store::list<area_table>(
      transaction, store::no_personal_data, {"area = $1 AND withdrawn_at = $2"},
      {area.id, store::not_withdrawn},
      [](const store::Record<area_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<area_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<area_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("area", area.id)
      .set("symbol", area.symbol)
      .set("name", area.name)
      .set("place", area.place)
      .set("rule", area.rule);
  KENPO_TRY(store::insert<area_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Area>> list_areas(const store::View& view) {
  return store::list<area_table>(view, store::no_personal_data,
                                 {"withdrawn_at = $1", "ORDER BY symbol"}, {store::not_withdrawn},
                                 area_from);
}

Result<> put(store::Transaction& transaction, const RegisterBasis& basis, const DoorCard& card,
             base::Moment now) {
  const auto old = KENPO_TRY(store::list<door_card_table>(
      transaction, basis, {"subject_id = $1 AND withdrawn_at = $2"},
      {card.staff, store::not_withdrawn},
      [](const store::Record<door_card_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<door_card_table>(transaction, basis, row, now));
  }
  store::Draft<door_card_table> draft(card.staff,
                                      store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("card", card.card);
  KENPO_TRY(store::insert<door_card_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::vector<DoorCard>> list_cards(const store::View& view, const RegisterBasis& basis) {
  return store::list<door_card_table>(view, basis, {"withdrawn_at = $1"}, {store::not_withdrawn},
                                      [](const store::Record<door_card_table>& record) {
                                        return DoorCard{record.subject(),
                                                        record.get<std::string>("card")};
                                      });
}

Result<> add(store::Transaction& transaction, const RegisterBasis& basis, const Passage& passage,
             base::Moment now) {
  store::Draft<passage_table> draft(passage.staff);
  draft.set("area", passage.area)
      .set("direction", passage.direction)
      .set("at", passage.at)
      .set("source", passage.source)
      .set("recorded_at", now);
  KENPO_TRY(store::insert<passage_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::vector<Passage>> passages_between(const store::View& view, const RegisterBasis& basis,
                                              base::Moment from, base::Moment until) {
  return store::list<passage_table>(view, basis, {"at >= $1 AND at < $2", "ORDER BY at, row_id"},
                                    {from, until}, passage_from);
}

}  // namespace kenpo::safeguard
