// DPC: コード情報ファイル記録条件仕様 of about 2015, its era dates widened to western ones. RE of that
// edition ended with the first 診療科; fields behind it are placed as in 医科 (not confirmed).
#include "format/claim/layout_medical.h"
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace dpc {

using enum Mode;
using enum Length;
using enum Need;

constexpr FieldRow re_put_in[] = {
    {"レセプト総括区分", digits, 1, variable, optional, CodeSet::section},
    {"明細情報数", digits, 2},
};
constexpr std::size_t before_search_number = 17;
constexpr auto re_fields = medical::with(medical::re_fields, before_search_number, re_put_in);

constexpr FieldRow burden[] = {{"標準負担額", digits, 8}};
constexpr auto ho_fields = medical::with(medical::ho_fields, std::size(medical::ho_fields), burden);
constexpr auto ko_fields = medical::with(medical::ko_fields, std::size(medical::ko_fields), burden);

constexpr FieldRow bu_fields[] = {
    {"診断群分類番号", latin, 14, fixed, required},
    {"今回入院年月日", date, 8, fixed, required},
    {"今回退院年月日", date, 8},
    {"DPC転帰区分", digits, 1, variable, optional, CodeSet::group_outcome},
    {"死因", kanji, 100},
};

constexpr FieldRow sb_fields[] = {
    {"傷病名コード", digits, 7, fixed, required},
    {"修飾語コード", latin, 80},
    {"傷病名称", kanji, 40},
    {"ICD10コード", latin, 5},
    {"傷病名区分", digits, 2, fixed, required, CodeSet::group_disease},
    {"死因", digits, 1},
    {"補足コメント", kanji, 40},
};

constexpr FieldRow kk_fields[] = {
    {"予備（旧 転科の有無）", digits, 1},
    {"入院区分（一般病棟へ転棟）", digits, 1},
    {"予定・緊急入院区分", digits, 1, fixed, required, CodeSet::admission},
    {"前回退院年月日", date, 8},
    {"前回同一傷病での入院の有無", digits, 1},
    {"入院時年齢", digits, 3},
    {"出生時体重", digits, 4},
    {"JCS", digits, 3},
    {"予備", digits, 1},
    {"Burn Index", latin, 5},
    {"重症度等", kanji, 100},
    {"GAF", digits, 3},
    {"入院時月齢", digits, 2},
};

constexpr FieldRow sk_fields[] = {
    {"診療行為コード", digits, 9},
    {"区分番号", free, 10},
    {"実施（予定）年月日", date, 8},
    {"予備", digits, 1},
    {"診療区分コード", latin, 4},
    {"診療名称", kanji, 200},
};

constexpr FieldRow ga_fields[] = {
    {"診療年月", month, 6, fixed, required},
    {"請求調整区分", digits, 1, fixed, required, CodeSet::adjustment},
    {"外泊等", digits, 31},
    {"診断群分類番号", latin, 14},
    {"医療機関別係数", latin, 6},
    {"再入院予定の有無", digits, 1},
};

constexpr FieldRow hh_fields[] = {
    {"診療年月", month, 6, fixed, required},
    {"請求調整区分", digits, 1, fixed, required, CodeSet::adjustment},
    {"自他保険区分", digits, 1},
    {"負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"入院期間区分", digits, 1, fixed, required, CodeSet::stay_period},
    {"入院期間区分別点数", digits, 6},
    {"入院期間区分別入院日数", digits, 2},
    {"包括小計点数", digits, 7},
};

constexpr FieldRow gt_fields[] = {
    {"診療年月", month, 6, fixed, required},
    {"請求調整区分", digits, 1, fixed, required, CodeSet::adjustment},
    {"自他保険区分", digits, 1},
    {"負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"包括小計点数合算", digits, 7},
    {"包括評価点数", digits, 7},
    {"調整点数", signed_number, 7},
    {"今月包括合計点数", signed_number, 8},
    {"診療識別", digits, 2, variable, optional, CodeSet::treatment},
    {"変更年月日", date, 8},
    {"文字データ", kanji, 40},
};
constexpr PointPlace gt_points[] = {{5, 9, 0, 0}};

constexpr FieldRow cd_fields[] = {
    {"実施年月日", date, 8, fixed, required},
    {"診療識別", digits, 2, fixed, required, CodeSet::treatment},
    {"順序番号", digits, 4},
    {"行為明細番号", digits, 3},
    {"レセプト電算コード", digits, 9, fixed, required},
    {"使用量", decimal, 11},
    {"数量データ", digits, 8},
    {"単位コード", digits, 3},
    {"回数", digits, 3},
    {"特定器材名称", kanji, 254},
};

constexpr std::uint8_t older_re_fields = 28;  // the edition of about 2015
constexpr std::uint8_t older_ho_fields = 15;
constexpr std::uint8_t older_ko_fields = 12;

constexpr RecordRow records_table[] = {
    {"RE", "レセプト共通", re_fields, Count::exact, {}, older_re_fields},
    {"HO", "保険者", ho_fields, Count::exact, {}, older_ho_fields},
    {"KO", "公費", ko_fields, Count::exact, {}, older_ko_fields},
    {"BU", "診断群分類", bu_fields},
    {"SB", "傷病", sb_fields},
    {"KK", "患者基礎", kk_fields},
    {"SK", "診療関連", sk_fields},
    {"GA", "外泊", ga_fields},
    {"HH", "包括評価", hh_fields},
    {"GT", "合計調整", gt_fields, Count::exact, gt_points},
    {"CD", "コーディングデータ", cd_fields},
};

}  // namespace dpc

constinit const std::span<const RecordRow> dpc_records = dpc::records_table;

}  // namespace kenpo::format::claim
