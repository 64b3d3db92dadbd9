#include "safeguard/register.h"

#include <algorithm>

namespace kenpo::safeguard {

std::size_t StockCheck::count(Found found) const {
  return static_cast<std::size_t>(std::ranges::count(lines, found, &StockLine::found));
}

base::Words wording(ItemKind kind) {
  switch (kind) {
    case ItemKind::device:
      return {"機器", "device"};
    case ItemKind::medium:
      return {"電子媒体", "medium"};
    case ItemKind::paper:
      return {"書類", "paper"};
  }
  return {};
}

base::Words wording(ItemState state) {
  switch (state) {
    case ItemState::in_use:
      return {"使用中", "in use"};
    case ItemState::stored:
      return {"保管中", "stored"};
    case ItemState::carried:
      return {"持ち運び中", "carried"};
    case ItemState::lost:
      return {"紛失・盗難", "lost or stolen"};
    case ItemState::disposed:
      return {"廃棄済み", "disposed of"};
    case ItemState::sent_out:
      return {"渡した・送った", "sent out"};
  }
  return {};
}

base::Words wording(Protection protection) {
  switch (protection) {
    case Protection::encrypted:
      return {"暗号化", "encrypted"};
    case Protection::sealed:
      return {"封緘", "sealed"};
    case Protection::locked:
      return {"施錠", "locked"};
  }
  return {};
}

base::Words wording(Found found) {
  switch (found) {
    case Found::in_place:
      return {"台帳どおり", "in place"};
    case Found::elsewhere:
      return {"別の場所にあった", "elsewhere"};
    case Found::missing:
      return {"見つからない", "missing"};
  }
  return {};
}

}  // namespace kenpo::safeguard
