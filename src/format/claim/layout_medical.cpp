// 医科: 記録条件仕様 (医科), 令和4年4月版, field for field.
#include "format/claim/layout_medical.h"
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace medical {

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
};

constexpr FieldRow sn_fields[] = {
    {"負担者種別", digits, 1, fixed, required},
    {"確認区分", digits, 2, fixed, required, CodeSet::confirmation},
    {"保険者番号等(資格確認)", latin, 8},
    {"記号(資格確認)", mixed, 38},
    {"番号(資格確認)", mixed, 38},
    {"枝番", latin, 2},
    {"受給者番号", digits, 7},
    {"予備", digits, 1},
};

constexpr FieldRow jd_fields[] = {
    {"負担者種別", digits, 1, fixed, required},
    {"受診等区分", digits, 1, variable, optional, CodeSet::visit, 31},
};

constexpr FieldRow mf_fields[] = {
    {"窓口負担額区分", digits, 2, fixed, required, CodeSet::window_charge},
    {"予備", digits, 9, variable, optional, CodeSet::none, 31},
};

constexpr FieldRow gr_fields[] = {
    {"医科点数表算定理由", digits, 2, fixed, required},
    {"DPCコード", latin, 14},
};

constexpr FieldRow sy_fields[] = {
    {"傷病名コード", digits, 7, fixed, required},
    {"診療開始日", date, 8, fixed, required},
    {"転帰区分", digits, 1, fixed, required, CodeSet::outcome},
    {"修飾語コード", latin, 80},
    {"傷病名称", kanji, 40},
    {"主傷病", digits, 2},
    {"補足コメント", kanji, 40},
};

constexpr FieldRow si_fields[] = {
    {"診療識別", digits, 2, variable, optional, CodeSet::treatment},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"診療行為コード", digits, 9, fixed, required},
    {"数量データ", decimal, 8},
    {"点数", digits, 7},
    {"回数", digits, 3},
    {"コメント1 コード", digits, 9},
    {"コメント1 文字データ", kanji, 100},
    {"コメント2 コード", digits, 9},
    {"コメント2 文字データ", kanji, 100},
    {"コメント3 コード", digits, 9},
    {"コメント3 文字データ", kanji, 100},
    {"算定日情報", digits, 3, variable, optional, CodeSet::none, 31},
};

constexpr FieldRow iy_fields[] = {
    {"診療識別", digits, 2, variable, optional, CodeSet::treatment},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"医薬品コード", digits, 9, fixed, required},
    {"使用量", decimal, 11},
    {"点数", digits, 7},
    {"回数", digits, 3},
    {"コメント1 コード", digits, 9},
    {"コメント1 文字データ", kanji, 100},
    {"コメント2 コード", digits, 9},
    {"コメント2 文字データ", kanji, 100},
    {"コメント3 コード", digits, 9},
    {"コメント3 文字データ", kanji, 100},
    {"算定日情報", digits, 3, variable, optional, CodeSet::none, 31},
};

constexpr FieldRow to_fields[] = {
    {"診療識別", digits, 2, variable, optional, CodeSet::treatment},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"特定器材コード", digits, 9, fixed, required},
    {"使用量", decimal, 9},
    {"点数", digits, 7},
    {"回数", digits, 3},
    {"単位コード", digits, 3},
    {"単価", decimal, 11},
    {"予備", kanji, 40},
    {"商品名及び規格又はサイズ", kanji, 300},
    {"コメント1 コード", digits, 9},
    {"コメント1 文字データ", kanji, 100},
    {"コメント2 コード", digits, 9},
    {"コメント2 文字データ", kanji, 100},
    {"コメント3 コード", digits, 9},
    {"コメント3 文字データ", kanji, 100},
    {"算定日情報", digits, 3, variable, optional, CodeSet::none, 31},
};

constexpr FieldRow co_fields[] = {
    {"診療識別", digits, 2, variable, optional, CodeSet::treatment},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"コメントコード", digits, 9, fixed, required},
    {"文字データ", kanji, 76},
};

constexpr FieldRow sj_fields[] = {
    {"症状詳記区分", digits, 2, variable, optional, CodeSet::statement},
    {"症状詳記データ", kanji, 2400, variable, required},
};

constexpr FieldRow ti_fields[] = {
    {"臓器提供区分", digits, 1, fixed, required},
    {"臓器提供医療機関区分", digits, 1, fixed, required},
    {"都道府県", digits, 2},
    {"点数表", digits, 1},
    {"医療機関コード", digits, 7},
    {"予備", digits, 2},
    {"医療機関名称", kanji, 40},
    {"医療機関所在地", kanji, 80},
    {"電話番号", latin, 15},
};

constexpr FieldRow tr_fields[] = {
    {"レセプト番号", digits, 6},
    {"臓器提供者レセプト種別", digits, 4, fixed, required},
    {"診療年月", month, 6, fixed, required},
    {"予備", mixed, 40},
    {"男女区分", digits, 1, fixed, required, CodeSet::sex},
    {"生年月日", date, 8, fixed, required},
    {"予備", digits, 3},
    {"入院年月日", date, 8},
    {"病棟区分", latin, 8},
    {"予備", digits, 1},
    {"レセプト特記事項", latin, 10},
    {"予備", digits, 4},
    {"カルテ番号等", latin, 20},
    {"割引点数単価", digits, 2},
    {"予備", digits, 1},
    {"予備", digits, 1},
    {"予備", digits, 2},
};

constexpr FieldRow ts_fields[] = {
    {"診療実日数", digits, 2},
    {"合計点数", digits, 8},
    {"食事 回数", digits, 2},
    {"食事 合計金額", digits, 8},
};

constexpr FieldRow go_fields[] = {
    {"総件数", digits, 6},         // on the last volume only
    {"総合計点数", digits, 10},
    {"マルチボリューム識別情報", digits, 2, fixed, required},
};

constexpr PointPlace service_points[] = {{3, 6, 7, 14, 4}};
constexpr PointPlace device_points[] = {{3, 6, 7, 18, 4}};

constexpr RecordRow medical_records_table[] = {
    {"IR", "医療機関情報", ir_fields},
    {"RE", "レセプト共通", re_fields},
    {"HO", "保険者", ho_fields},
    {"KO", "公費", ko_fields},
    {"SN", "資格確認", sn_fields},
    {"JD", "受診日等", jd_fields},
    {"MF", "窓口負担額", mf_fields},
    {"GR", "包括評価対象外理由", gr_fields},
    {"SY", "傷病名", sy_fields},
    {"SI", "診療行為", si_fields, Count::exact, service_points},
    {"IY", "医薬品", iy_fields, Count::exact, service_points},
    {"TO", "特定器材", to_fields, Count::exact, device_points},
    {"CO", "コメント", co_fields},
    {"SJ", "症状詳記", sj_fields},
    {"TI", "臓器提供医療機関", ti_fields},
    {"TR", "臓器提供者レセプト", tr_fields},
    {"TS", "臓器提供者請求", ts_fields},
    {"GO", "診療報酬請求書", go_fields},
};

}  // namespace medical

constinit const std::span<const RecordRow> medical_records = medical::medical_records_table;

}  // namespace kenpo::format::claim
