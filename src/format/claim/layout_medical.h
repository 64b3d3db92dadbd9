// RE, HO and KO of 医科 (記録条件仕様 (医科), 令和4年4月版), from which those of DPC differ by fields put in.
#pragma once

#include <array>
#include <cstddef>

#include "format/claim/layout.h"

namespace kenpo::format::claim::medical {

using enum Mode;
using enum Length;
using enum Need;

inline constexpr FieldRow re_fields[] = {
    {"レセプト番号", digits, 6, variable, required},
    {"レセプト種別", digits, 4, fixed, required},
    {"診療年月", month, 6, fixed, required},
    {"氏名", mixed, 40, variable, required},
    {"男女区分", digits, 1, fixed, required, CodeSet::sex},
    {"生年月日", date, 8, fixed, required},
    {"給付割合", digits, 3},
    {"入院年月日", date, 8},
    {"病棟区分", latin, 8, variable, optional, CodeSet::ward},
    {"一部負担金・食事療養費・生活療養費標準負担額区分", digits, 1, variable, optional,
     CodeSet::burden_class},
    {"レセプト特記事項", latin, 10, variable, optional, CodeSet::remark},
    {"病床数", digits, 4},
    {"カルテ番号等", latin, 20},
    {"割引点数単価", decimal, 2},
    {"予備", digits, 1},
    {"予備", digits, 1},
    {"予備", digits, 2},
    {"検索番号", digits, 30},
    {"予備", digits, 5},
    {"請求情報", mixed, 40},
    {"診療科1 診療科名", digits, 2},
    {"診療科1 人体の部位等", digits, 3},
    {"診療科1 性別等", digits, 3},
    {"診療科1 医学的処置", digits, 3},
    {"診療科1 特定疾病", digits, 3},
    {"診療科2 診療科名", digits, 2},
    {"診療科2 人体の部位等", digits, 3},
    {"診療科2 性別等", digits, 3},
    {"診療科2 医学的処置", digits, 3},
    {"診療科2 特定疾病", digits, 3},
    {"診療科3 診療科名", digits, 2},
    {"診療科3 人体の部位等", digits, 3},
    {"診療科3 性別等", digits, 3},
    {"診療科3 医学的処置", digits, 3},
    {"診療科3 特定疾病", digits, 3},
    {"カタカナ（氏名）", kana, 80},
    {"患者の状態", digits, 60},
};

inline constexpr FieldRow ho_fields[] = {
    {"保険者番号", latin, 8, fixed, required},
    {"被保険者証(手帳)等の記号", mixed, 38},
    {"被保険者証(手帳)等の番号", mixed, 38, variable, required},
    {"診療実日数", digits, 2, variable, required},
    {"合計点数", digits, 8, variable, required},
    {"予備", digits, 5},
    {"食事療養・生活療養 回数", digits, 2},
    {"食事療養・生活療養 合計金額", digits, 8},
    {"職務上の事由", digits, 1, variable, optional, CodeSet::work_reason},
    {"証明書番号", digits, 3},
    {"負担金額 医療保険", digits, 9},
    {"減免区分", digits, 1, variable, optional, CodeSet::reduction},
    {"減額割合", digits, 3},
    {"減額金額", digits, 6},
};

inline constexpr FieldRow ko_fields[] = {
    {"公費負担者番号", latin, 8, fixed, required},
    {"公費受給者番号", digits, 7},
    {"任意給付区分", digits, 1},
    {"診療実日数", digits, 2},
    {"合計点数", digits, 8},
    {"負担金額 公費", digits, 8},
    {"公費給付対象外来一部負担金", digits, 6},
    {"公費給付対象入院一部負担金", digits, 6},
    {"予備", digits, 5},
    {"食事療養・生活療養 回数", digits, 2},
    {"食事療養・生活療養 合計金額", digits, 8},
};

/// The fields with others put in before index `at`.
template <std::size_t count, std::size_t more>
constexpr std::array<FieldRow, count + more> with(const FieldRow (&fields)[count], std::size_t at,
                                                  const FieldRow (&put_in)[more]) {
  std::array<FieldRow, count + more> made{};
  for (std::size_t each = 0; each < count + more; ++each) {
    made[each] = each < at ? fields[each] : each < at + more ? put_in[each - at]
                                                             : fields[each - more];
  }
  return made;
}

}  // namespace kenpo::format::claim::medical
