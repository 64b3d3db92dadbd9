#include "safeguard/register_store.h"

#include <algorithm>
#include <charconv>

namespace kenpo::safeguard {

using base::Result;

namespace {

std::optional<Print> print_from(const store::Record<kept_item_table>& record) {
  const auto sheets = record.get<std::optional<std::int64_t>>("sheets");
  if (!sheets) return std::nullopt;
  return Print{
      .sheets = *sheets,
      .pairs = record.get<std::optional<notice::PairMask>>("pairs").value_or(0),
      .basis = record.get<std::optional<notice::Statute>>("basis").value_or(notice::Statute::none)};
}

Item item_from(const store::Record<kept_item_table>& record) {
  return {.id = record.get<ItemId>("item"),
          .kind = record.get<ItemKind>("kind"),
          .label = record.get<std::string>("label"),
          .contents = record.get<std::string>("contents"),
          .protection = record.get<Protection>("protection"),
          .area = record.get<AreaId>("area"),
          .place = record.get<std::string>("place"),
          .holder = record.get<base::StaffId>("holder"),
          .state = record.get<ItemState>("state"),
          .print = print_from(record)};
}

}  // namespace

Result<> put(store::Transaction& transaction, const Item& item, base::Moment now) {
  const auto old = KENPO_TRY(store::list<kept_item_table>(
      transaction, store::no_personal_data, {"item = $1 AND withdrawn_at = $2"},
      {item.id, store::not_withdrawn},
      [](const store::Record<kept_item_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<kept_item_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<kept_item_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("item", item.id)
      .set("kind", item.kind)
      .set("label", item.label)
      .set("contents", item.contents)
      .set("protection", item.protection)
      .set("area", item.area)
      .set("place", item.place)
      .set("holder", item.holder)
      .set("state", item.state);
  if (item.print) {
    draft.set("sheets", std::optional(item.print->sheets))
        .set("pairs", std::optional(item.print->pairs))
        .set("basis", std::optional(item.print->basis));
  }
  KENPO_TRY(store::insert<kept_item_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Item>> list_items(const store::View& view) {
  return store::list<kept_item_table>(
      view, store::no_personal_data,
      {"withdrawn_at = $1 AND (sheets IS NULL OR state < $2)", "ORDER BY label"},
      {store::not_withdrawn, ItemState::disposed}, item_from);
}

std::string print_label(base::Date day, std::int64_t number) {
  return "印刷-" + day.iso() + "-" + std::to_string(number);
}

Result<std::int64_t> next_print_number(const store::View& view, base::Date day) {
  // Every decision keeps its item's label; the last of them has the highest number.
  std::int64_t last = 0;
  const auto first = print_label(day, 0);
  const auto prefix = first.substr(0, first.size() - 1);
  KENPO_TRY(store::each<kept_item_table>(
      view, store::no_personal_data, {"label >= $1 AND label < $2"}, {prefix, prefix + ":"},
      [&](const store::Record<kept_item_table>& record) {
        const auto digits = record.get<std::string>("label").substr(prefix.size());
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        last = std::max(last, number);
      }));
  return last + 1;
}

Result<std::vector<Item>> list_gone_papers(const store::View& view) {
  return store::list<kept_item_table>(
      view, store::no_personal_data,
      {"withdrawn_at = $1 AND state >= $2 AND sheets IS NOT NULL", "ORDER BY row_id DESC LIMIT $3"},
      {store::not_withdrawn, ItemState::disposed, gone_papers_shown_limit}, item_from);
}

Result<std::vector<ItemDecision>> history_of(const store::View& view, const ItemId& item) {
  return store::list<kept_item_table>(
      view, store::no_personal_data, {"item = $1", "ORDER BY row_id DESC"}, {item},
      [](const store::Record<kept_item_table>& record) {
        return ItemDecision{item_from(record), record.times().decided_at};
      });
}

Result<> add(store::Transaction& transaction, const StockCheck& check) {
  store::Draft<stock_check_table> head;
  head.set("check_id", check.id).set("checked_at", check.at).set("checked_by", check.by);
  KENPO_TRY(store::insert<stock_check_table>(transaction, store::no_personal_data, head));
  for (const auto& line : check.lines) {
    store::Draft<stock_line_table> draft;
    draft.set("check_id", check.id).set("item", line.item).set("found", line.found);
    KENPO_TRY(store::insert<stock_line_table>(transaction, store::no_personal_data, draft));
  }
  return base::Done{};
}

Result<std::vector<StockCheck>> list_checks(const store::View& view) {
  auto checks = KENPO_TRY(store::list<stock_check_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY row_id DESC"}, {},
      [](const store::Record<stock_check_table>& record) {
        return StockCheck{.id = record.get<StockCheckId>("check_id"),
                          .at = record.get<base::Moment>("checked_at"),
                          .by = record.get<base::StaffId>("checked_by"),
                          .lines = {}};
      }));
  for (auto& check : checks) {
    check.lines = KENPO_TRY(store::list<stock_line_table>(
        view, store::no_personal_data, {"check_id = $1", "ORDER BY row_id"}, {check.id},
        [](const store::Record<stock_line_table>& record) {
          return StockLine{record.get<ItemId>("item"), record.get<Found>("found")};
        }));
  }
  return checks;
}

}  // namespace kenpo::safeguard
