// Devices, electronic media and paper bundles with personal data (notice section 2, P-4), and the
// stock checks that count them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "notice/operation.h"
#include "safeguard/area.h"

namespace kenpo::safeguard {

using ItemId = base::Id<struct ItemKindOfId>;
using StockCheckId = base::Id<struct StockCheckKind>;

enum class ItemKind : std::uint8_t { device = 1, medium = 2, paper = 3 };
enum class ItemState : std::uint8_t {
  in_use = 1,
  stored = 2,
  carried = 3,
  lost = 4,
  disposed = 5,
  sent_out = 6,  // paper that was handed over or posted: it is here no more
};
/// Disposed of or sent out: it does not come back, and no stock check counts it.
constexpr bool is_gone(ItemState state) {
  return state == ItemState::disposed || state == ItemState::sent_out;
}
/// How its contents are kept from being read when it is lost.
enum class Protection : std::uint8_t {
  encrypted = 1,  // the whole device or medium
  sealed = 2,     // an envelope or case that shows no contents, sealed
  locked = 3,     // a locked case or cabinet
};

/// What the program knows of a paper that it had printed.
struct Print {
  std::int64_t sheets = 0;
  notice::PairMask pairs = 0;                     // of the operation that made it
  notice::Statute basis = notice::Statute::none;  // or the statute it rests on
};

/// Where a paper lies that has just been printed: in no registered area yet.
inline const AreaId no_area = *AreaId::parse("0000000000000000");

/// What stands in the register: who has it, where it is, in what state.
struct Item {
  ItemId id;
  ItemKind kind = ItemKind::device;
  std::string label;     // 管理番号
  std::string contents;  // what is on it, in words that name nobody
  Protection protection = Protection::encrypted;
  AreaId area;
  std::string place;  // 「書庫2番」
  base::StaffId holder;
  ItemState state = ItemState::stored;
  std::optional<Print> print = {};  // nullopt: entered by hand
};

enum class Found : std::uint8_t {
  in_place = 1,
  elsewhere = 2,  // there, but not where the register has it
  missing = 3,
};

struct StockLine {
  ItemId item;
  Found found = Found::in_place;
};

/// One check of everything in the register.
struct StockCheck {
  StockCheckId id;
  base::Moment at;
  base::StaffId by;
  std::vector<StockLine> lines;

  std::size_t count(Found found) const;
};

base::Words wording(ItemKind kind);
base::Words wording(ItemState state);
base::Words wording(Protection protection);
base::Words wording(Found found);

}  // namespace kenpo::safeguard
