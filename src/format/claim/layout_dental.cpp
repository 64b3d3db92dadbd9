// 歯科: from public readers; the official layout was not found. RE is known to have 27 fields, of
// which the search number is the 20th and the kana name the 26th; fields 2 to 15 are placed as in
// 医科. Where no source tells a field or a length, any text passes.
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace dental {

using enum Mode;
using enum Length;
using enum Need;

constexpr FieldRow ir_fields[] = {
    {"審査支払機関", digits, 1, fixed, required, CodeSet::reviewer},
    {"都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"医療機関コード", digits, 7, fixed, required},
    {"予備", digits, 2},
    {"医療機関名称", kanji, 40, variable, required},
    {"請求年月", month, 6, fixed, required},
    {"マルチボリューム識別情報", digits, 2, fixed, required},
    {"電話番号", latin, 15},
    {"届出", free, 0},
};

constexpr FieldRow re_fields[] = {
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
    {"歯科仕様の項目16から19", free, 0, variable, optional, CodeSet::none, 4},
    {"検索番号", digits, 30},
    {"歯科仕様の項目21から25", free, 0, variable, optional, CodeSet::none, 5},
    {"カタカナ（氏名）", kana, 80},
    {"歯科仕様の項目27", free, 0},
};

constexpr FieldRow hs_fields[] = {
    {"診療開始日", date, 8, fixed, required},
    {"転帰区分", digits, 1, fixed, required, CodeSet::outcome},
    {"歯式", digits, 0},
    {"傷病名コード", digits, 7, fixed, required},
    {"修飾語コード", latin, 80},
    {"傷病名称", kanji, 0},
    {"併存傷病名数", digits, 0},
    {"病態移行", digits, 0},
    {"主傷病", digits, 2},
    {"コメントコード", digits, 9},
    {"補足コメント", kanji, 0},
    {"歯式（コメント）", digits, 0},
};

constexpr FieldRow ss_fields[] = {
    {"診療識別", digits, 2},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"診療行為コード", digits, 9, fixed, required},
    {"数量データ1", decimal, 0},
    {"数量データ2", decimal, 0},
    {"加算 コード", latin, 9, variable, optional, CodeSet::none, 35, 2},
    {"加算 数量", decimal, 0},
    {"点数", digits, 7},
    {"回数", digits, 3},
    {"算定日情報", digits, 3, variable, optional, CodeSet::none, 31},
};
constexpr PointPlace ss_points[] = {{3, 77, 78, 79, 4}};

constexpr RecordRow records_table[] = {
    {"IR", "医療機関情報", ir_fields},
    {"RE", "レセプト共通", re_fields},
    {"HS", "傷病名部位", hs_fields},
    {"SS", "歯科診療行為", ss_fields, Count::exact, ss_points},
};

}  // namespace dental

constinit const std::span<const RecordRow> dental_records = dental::records_table;

}  // namespace kenpo::format::claim
