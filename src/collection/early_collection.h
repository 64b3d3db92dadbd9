// 繰上徴収: a premium claimed before its due date (健康保険法172条, 施行規則137条).
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/yen.h"
#include "collection/debt.h"

namespace kenpo::collection {

using EarlyCollectionId = base::Id<struct EarlyCollectionKind>;

/// 健康保険法172条 (numbers of the items from memory: unchecked).
enum class EarlyGround : std::uint8_t {
  tax_disposition = 1,      // 1号イ 国税等の滞納処分
  execution = 2,            // 1号ロ 強制執行
  bankruptcy = 3,           // 1号ハ 破産手続開始の決定
  enterprise_security = 4,  // 1号ニ 企業担保権の実行手続の開始
  auction = 5,              // 1号ホ 競売の開始
  dissolution = 6,          // 2号 法人の解散
  closure = 7,              // 3号 事業所の廃止
};
inline constexpr int early_grounds_count = 7;
base::Words wording(EarlyGround ground);
base::Plain article(EarlyGround ground);

/// Asked by one person and released by another one. Never changed.
struct EarlyCollection {
  EarlyCollectionId id = EarlyCollectionId::draw();
  DebtKey debt;
  EarlyGround ground = EarlyGround::bankruptcy;
  base::Date due_before = {};
  base::Date due = {};
  base::Yen amount = {};  // that was open of the demand
  base::StaffId proposed_by;
  base::StaffId released_by;
  base::Moment released_at = {};
};

}  // namespace kenpo::collection
