#include "claim/master_store.h"

#include <algorithm>
#include <charconv>

#include "base/tsv.h"

namespace kenpo::claim {

namespace {

using base::Result;
using format::master::Kind;
using store::Record;

/// Columns and lengths of a comment's gaps, divided by spaces.
std::string slots_text(const format::master::Item& item) {
  std::string text;
  for (const auto& slot : item.slots) {
    if (!text.empty()) text += ' ';
    text += std::to_string(slot.column) + " " + std::to_string(slot.length);
  }
  return text;
}

void read_slots(std::string_view text, format::master::Item& item) {
  const auto words = base::words_of(text);
  const auto number = [&](std::size_t at) {
    std::uint8_t value = 0;
    if (at < words.size()) {
      std::from_chars(words[at].data(), words[at].data() + words[at].size(), value);
    }
    return value;
  };
  for (std::size_t at = 0; at < item.slots.size(); ++at) {
    item.slots[at] = {number(2 * at), number(2 * at + 1)};
  }
}

MasterItem item_from(const Record<master_item_table>& record) {
  MasterItem made;
  auto& item = made.item;
  item.kind = record.get<Kind>("kind");
  item.code = record.get<std::string>("code");
  item.name = record.get<std::string>("name");
  item.unit = record.get<std::string>("unit");
  item.amount = record.get<std::string>("amount");
  item.icd = record.get<std::string>("icd");
  item.pattern = record.get<std::string>("pattern");
  read_slots(record.get<std::string>("slots"), item);
  item.generic = record.get<int>("generic") != 0;
  item.youngest = record.get<std::optional<int>>("youngest");
  item.below_age = record.get<std::optional<int>>("below_age");
  item.times_limit = record.get<std::optional<int>>("times_limit");
  item.price_code = record.get<std::optional<std::string>>("price_code").value_or("");
  made.from = record.times().valid_from;
  made.to = record.times().valid_to;
  return made;
}

MasterEdition edition_from(const Record<master_edition_table>& record) {
  MasterEdition edition;
  edition.kind = record.get<Kind>("kind");
  const auto hash = record.get<store::Bytes>("sha256").bytes;
  std::copy_n(hash.begin(), std::min(hash.size(), edition.sha256.size()), edition.sha256.begin());
  edition.loaded_at = record.get<base::Moment>("loaded_at");
  edition.items = record.get<std::uint64_t>("items");
  edition.added = record.get<std::uint64_t>("added");
  edition.changed = record.get<std::uint64_t>("changed");
  edition.fields_count = static_cast<std::uint16_t>(record.get<int>("fields"));
  return edition;
}

}  // namespace

Result<> each_master_item(const store::View& view, Kind kind,
                          const std::function<void(const StandingItem&)>& take) {
  KENPO_TRY(store::each<master_item_table>(
      view, store::no_personal_data, {"kind = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {kind, store::not_withdrawn}, [&](const Record<master_item_table>& record) {
        take({record.row(), item_from(record)});
      }));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const MasterItem& made, base::Moment now) {
  const auto& item = made.item;
  store::Draft<master_item_table> draft(
      store::Times{.valid_from = made.from, .valid_to = made.to, .decided_at = now});
  draft.set("kind", item.kind)
      .set("code", item.code)
      .set("name", item.name)
      .set("unit", item.unit)
      .set("amount", item.amount)
      .set("icd", item.icd)
      .set("pattern", item.pattern)
      .set("slots", slots_text(item))
      .set("generic", item.generic ? 1 : 0)
      .set("youngest", item.youngest)
      .set("below_age", item.below_age)
      .set("times_limit", item.times_limit)
      .set("price_code", item.price_code);
  KENPO_TRY(store::insert<master_item_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> withdraw(store::Transaction& transaction, store::RowId row, base::Moment now) {
  KENPO_TRY(
      store::withdraw<master_item_table>(transaction, store::no_personal_data, row, now));
  return base::Done{};
}

Result<std::optional<MasterItem>> find_master_item(const store::View& view, Kind kind,
                                                   std::string_view code, base::Date day) {
  const auto known = KENPO_TRY(store::list<master_item_table>(
      view, store::no_personal_data,
      {"code = $1 AND kind = $2 AND withdrawn_at = $3", "ORDER BY valid_from DESC"},
      {std::string(code), kind, store::not_withdrawn}, item_from));
  for (const auto& item : known) {
    if (item.from <= day && day <= item.to) return std::optional(item);
  }
  return known.empty() ? std::nullopt : std::optional(known.front());
}

Result<> put(store::Transaction& transaction, const MasterEdition& edition) {
  store::Draft<master_edition_table> draft;
  draft.set("kind", edition.kind)
      .set("sha256", store::Bytes{std::string(edition.sha256.begin(), edition.sha256.end())})
      .set("loaded_at", edition.loaded_at)
      .set("items", edition.items)
      .set("added", edition.added)
      .set("changed", edition.changed)
      .set("fields", static_cast<int>(edition.fields_count));
  KENPO_TRY(store::insert<master_edition_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<MasterEdition>> find_master_edition(
    const store::View& view, const std::array<std::uint8_t, 32>& sha256) {
  return store::find<master_edition_table>(
      view, store::no_personal_data, {"sha256 = $1"},
      {store::Bytes{std::string(sha256.begin(), sha256.end())}}, edition_from);
}

Result<std::vector<MasterEdition>> latest_master_editions(const store::View& view) {
  std::vector<MasterEdition> latest;
  for (std::size_t at = 0; at < format::master::kinds_count; ++at) {
    auto found = KENPO_TRY(store::find<master_edition_table>(
        view, store::no_personal_data,
        {"kind = $1", "ORDER BY loaded_at DESC, row_id DESC LIMIT 1"}, {static_cast<Kind>(at)},
        edition_from));
    if (found) latest.push_back(*found);
  }
  return latest;
}

}  // namespace kenpo::claim
