#include "safeguard/carrying_store.h"

#include <map>
#include <set>

namespace kenpo::safeguard {

using base::Result;

namespace {

Carrying carrying_from(const store::Record<carrying_table>& record) {
  return {.id = record.get<CarryingId>("carrying"),
          .item = record.get<std::optional<ItemId>>("item"),
          .carrier = record.subject(),
          .reach = record.get<Reach>("reach"),
          .protection = record.get<Protection>("protection"),
          .contents = record.get<std::string>("contents"),
          .from = record.get<std::string>("from_place"),
          .to = record.get<std::string>("to_place"),
          .out_at = record.get<base::Moment>("out_at"),
          .due_at = record.get<base::Moment>("due_at"),
          .in_at = std::nullopt,
          .ending = Ending::returned};
}

}  // namespace

Result<> add(store::Transaction& transaction, const RegisterBasis& basis,
             const Carrying& carrying) {
  store::Draft<carrying_table> draft(carrying.carrier);
  draft.set("carrying", carrying.id)
      .set("item", carrying.item)
      .set("reach", carrying.reach)
      .set("protection", carrying.protection)
      .set("contents", carrying.contents)
      .set("from_place", carrying.from)
      .set("to_place", carrying.to)
      .set("out_at", carrying.out_at)
      .set("due_at", carrying.due_at);
  KENPO_TRY(store::insert<carrying_table>(transaction, basis, draft));
  store::Draft<carrying_due_table> due;
  due.set("carrying", carrying.id).set("due_at", carrying.due_at);
  KENPO_TRY(store::insert<carrying_due_table>(transaction, store::no_personal_data, due));
  return base::Done{};
}

Result<std::int64_t> count_overdue_carryings(const store::View& view, base::Moment now) {
  std::set<CarryingId> out;
  KENPO_TRY(store::each<carrying_due_table>(view, store::no_personal_data, {"due_at < $1"}, {now},
                                            [&](const store::Record<carrying_due_table>& record) {
                                              out.insert(record.get<CarryingId>("carrying"));
                                            }));
  KENPO_TRY(
      store::each<carrying_return_table>(view, store::no_personal_data, {"1 = 1"}, {},
                                         [&](const store::Record<carrying_return_table>& record) {
                                           out.erase(record.get<CarryingId>("carrying"));
                                         }));
  return static_cast<std::int64_t>(out.size());
}

Result<> add_return(store::Transaction& transaction, const CarryingId& carrying, base::Moment in_at,
                    const base::StaffId& told_by, Ending ending) {
  store::Draft<carrying_return_table> draft;
  draft.set("carrying", carrying)
      .set("in_at", in_at)
      .set("received_by", told_by)
      .set("ending", std::optional(ending));
  KENPO_TRY(store::insert<carrying_return_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Carrying>> list_carryings(const store::View& view, const RegisterBasis& basis) {
  struct End {
    base::Moment at;
    Ending ending;
  };
  std::map<CarryingId, End> returns;
  KENPO_TRY(store::each<carrying_return_table>(
      view, store::no_personal_data, {"1 = 1"}, {},
      [&](const store::Record<carrying_return_table>& record) {
        const auto ending = record.get<std::optional<Ending>>("ending");
        returns.emplace(record.get<CarryingId>("carrying"),
                        End{record.get<base::Moment>("in_at"), ending.value_or(Ending::returned)});
      }));
  auto carryings = KENPO_TRY(
      store::list<carrying_table>(view, basis, {"out_at > $1", "ORDER BY out_at DESC LIMIT $2"},
                                  {base::Moment{0}, carryings_shown_limit}, carrying_from));
  for (auto& carrying : carryings) {
    const auto back = returns.find(carrying.id);
    if (back == returns.end()) continue;
    carrying.in_at = back->second.at;
    carrying.ending = back->second.ending;
  }
  return carryings;
}

}  // namespace kenpo::safeguard
