// 調剤: 記録条件仕様 (調剤), 令和8年6月版. A length of 0 was not found in a public source. Which fields
// carry points (the *_points) is our reading of the names: 「点数」 beside a 負担区分 and a 回数.
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace pharmacy {

using enum Mode;
using enum Length;
using enum Need;

constexpr FieldRow yk_fields[] = {
    {"審査支払機関", digits, 1, fixed, required, CodeSet::reviewer},
    {"都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"薬局コード", digits, 7, fixed, required},
    {"薬局連絡先名称", kanji, 40, variable, required},
    {"請求年月", month, 6, fixed, required},
    {"マルチボリューム識別情報", digits, 2, fixed, required},
    {"電話番号", latin, 15},
};

constexpr FieldRow re_fields[] = {
    {"レセプト番号", digits, 6, variable, required},
    {"レセプト種別", digits, 4, fixed, required},
    {"調剤年月", month, 6, fixed, required},
    {"氏名", mixed, 40, variable, required},
    {"男女区分", digits, 1, fixed, required, CodeSet::sex},
    {"生年月日", date, 8, fixed, required},
    {"給付割合", digits, 3},
    {"レセプト特記事項", latin, 10, variable, optional, CodeSet::remark},
    {"医療機関 都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"医療機関 点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"医療機関コード", digits, 7, fixed, required},
    {"医療機関名称", kanji, 0},
    {"医療機関所在地", kanji, 0},
    {"保険医氏名", mixed, 0, variable, optional, CodeSet::none, 20},
    {"麻薬免許番号", latin, 0},
    {"調剤録番号等", latin, 20},
    {"予備", free, 0},
    {"検索番号", digits, 30},
    {"予備", free, 0},
    {"請求情報", mixed, 40},
    {"一部負担金区分", digits, 1},
    {"カタカナ（氏名）", kana, 80},
};

constexpr FieldRow ho_fields[] = {
    {"保険者番号", latin, 8, fixed, required},
    {"被保険者証(手帳)等の記号", mixed, 38},
    {"被保険者証(手帳)等の番号", mixed, 38, variable, required},
    {"処方箋受付回数", digits, 2, variable, required},
    {"合計点数", digits, 8, variable, required},
    {"予備", free, 0},
    {"職務上の事由", digits, 1, variable, optional, CodeSet::work_reason},
    {"証明書番号", digits, 3},
    {"一部負担金額", digits, 8},
    {"予備", free, 0},
    {"減免区分", digits, 1, variable, optional, CodeSet::reduction},
    {"減額割合", digits, 3},
    {"減額金額", digits, 6},
};

constexpr FieldRow ko_fields[] = {
    {"公費負担者番号", latin, 8, fixed, required},
    {"公費受給者番号", digits, 7},
    {"任意給付区分", digits, 1},
    {"処方箋受付回数", digits, 2},
    {"合計点数", digits, 8},
    {"予備", digits, 5},
    {"一部負担金額", digits, 8},
    {"予備", digits, 6},
    {"公費給付対象一部負担金", digits, 6},
};

constexpr FieldRow sh_fields[] = {
    {"処方番号", digits, 2, fixed, required},
    {"剤形", digits, 1, fixed, required, CodeSet::dosage_form},
    {"用法", digits, 3},
    {"特別指示", free, 0},
    {"単位薬剤料", digits, 0},
    {"公費 単位薬剤料", digits, 0, variable, optional, CodeSet::none, 4},
};

constexpr FieldRow cz_fields[] = {
    {"医師番号", digits, 2},
    {"処方箋交付年月日", date, 8, fixed, required},
    {"調剤年月日", date, 8, fixed, required},
    {"受付回", digits, 0},
    {"調剤数量", decimal, 0},
    {"薬剤調製料 負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"薬剤調製料 算定区分", free, 0},
    {"薬剤調製料 算定先番号", free, 0},
    {"薬剤調製料 コード", digits, 9},
    {"薬剤調製料 点数", digits, 0},
    {"分割区分", free, 0},
    {"前回までの数量", free, 0},
    {"薬剤料 点数", digits, 0},
    {"予備", free, 0},
    {"加算料 負担区分", latin, 1, variable, optional, CodeSet::payer_set, 10, 3},
    {"加算料 コード", digits, 9},
    {"加算料 点数", digits, 0},
    {"一包化日数", digits, 0},
    {"分割調剤種類", free, 0},
    {"前回一包化日数", free, 0},
    {"医師指示分割 コード", free, 0},
    {"医師指示分割 区分", free, 0},
    {"医師指示分割 対象数量", free, 0},
    {"医師指示分割 対象一包化日数", free, 0},
    {"包括管理料等", free, 0},
    {"他医療機関受診", free, 0},
    {"外来服薬支援料2 負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"外来服薬支援料2 コード", digits, 9},
    {"外来服薬支援料2 点数", digits, 0},
    {"調剤管理料 負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"調剤管理料 算定区分", free, 0},
    {"調剤管理料 算定先番号", free, 0},
    {"調剤管理料 コード", digits, 9},
    {"調剤管理料 点数", digits, 0},
    {"調剤管理料 時間外等加算 負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"調剤管理料 時間外等加算 コード", digits, 9},
    {"調剤管理料 時間外等加算 点数", digits, 0},
    {"薬剤料減算", free, 0, variable, optional, CodeSet::none, 6},
};
constexpr PointPlace cz_points[] = {
    {7, 11, 0, 0, 10}, {7, 14, 0, 0, 0}, {16, 18, 0, 0, 17}, {19, 21, 0, 0, 20},
    {22, 24, 0, 0, 23}, {25, 27, 0, 0, 26}, {28, 30, 0, 0, 29}, {31, 33, 0, 0, 32},
    {34, 36, 0, 0, 35}, {37, 39, 0, 0, 38}, {40, 42, 0, 0, 41}, {43, 45, 0, 0, 44},
    {55, 57, 0, 0, 56}, {58, 62, 0, 0, 61}, {63, 65, 0, 0, 64},
};

constexpr FieldRow iy_fields[] = {
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"医薬品コード", digits, 9, fixed, required},
    {"使用量", decimal, 11},
    {"予備", free, 0},
    {"予備", free, 0},
    {"混合区分", digits, 1, variable, optional, CodeSet::mixing},
    {"混合区分 枝", digits, 0},
    {"配合不適区分", digits, 1},
    {"1回用量", free, 0},
};

constexpr FieldRow to_fields[] = {
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"特定器材コード", digits, 9, fixed, required},
    {"使用量", decimal, 0},
    {"単位コード", digits, 3},
    {"単価", decimal, 0},
    {"特定器材名称", kanji, 40},
};

constexpr FieldRow co_fields[] = {
    {"コメントコード", digits, 9, fixed, required},
    {"文字データ", kanji, 0},
};

constexpr FieldRow ki_fields[] = {
    {"算定日", date, 8, fixed, required},
    {"受付回", digits, 0},
    {"調剤基本料 負担区分", latin, 1, variable, optional, CodeSet::payer_set},
    {"調剤基本料 コード", digits, 9},
    {"調剤基本料 点数", digits, 0},
    {"予備", free, 0},
    {"薬学管理料 負担区分", latin, 1, variable, optional, CodeSet::payer_set, 12, 4},
    {"薬学管理料 コード", digits, 9},
    {"薬学管理料 回数", digits, 0},
    {"薬学管理料 点数", digits, 0},
    {"摘要薬学管理料", free, 0, variable, optional, CodeSet::none, 12},
    {"前回調剤年月日", date, 8},
    {"前回調剤数量", free, 0},
    {"調剤基本料加算 負担区分", latin, 1, variable, optional, CodeSet::payer_set, 10, 4},
    {"調剤基本料加算 コード", digits, 9},
    {"調剤基本料加算 回数", digits, 0},
    {"調剤基本料加算 点数", digits, 0},
    {"包括管理料等", free, 0},
    {"他医療機関受診", free, 0},
    {"医師指示分割コード", free, 0, variable, optional, CodeSet::none, 3},
};
constexpr PointPlace ki_points[] = {
    {4, 6, 0, 0, 5}, {8, 11, 10, 0, 9}, {12, 15, 14, 0, 13}, {16, 19, 18, 0, 17},
    {20, 23, 22, 0, 21}, {24, 27, 26, 0, 25}, {28, 31, 30, 0, 29}, {32, 35, 34, 0, 33},
    {36, 39, 38, 0, 37}, {40, 43, 42, 0, 41}, {44, 47, 46, 0, 45}, {48, 51, 50, 0, 49},
    {52, 55, 54, 0, 53}, {70, 73, 72, 0, 71}, {74, 77, 76, 0, 75}, {78, 81, 80, 0, 79},
    {82, 85, 84, 0, 83}, {86, 89, 88, 0, 87}, {90, 93, 92, 0, 91}, {94, 97, 96, 0, 95},
    {98, 101, 100, 0, 99}, {102, 105, 104, 0, 103}, {106, 109, 108, 0, 107},
};

constexpr FieldRow st_fields[] = {
    {"医師番号", digits, 2},
    {"処方箋交付年月日", date, 8, fixed, required},
    {"調剤年月日", date, 8, fixed, required},
    {"受付回", digits, 0},
    {"分割指示回数", digits, 0},
    {"負担者ごとの対象点数", digits, 0, variable, optional, CodeSet::none, 5, 2},
    {"負担者ごとの分割後点数", digits, 0},
};

constexpr RecordRow records_table[] = {
    {"YK", "薬局情報", yk_fields},
    {"RE", "レセプト共通", re_fields},
    {"HO", "保険者", ho_fields},
    {"KO", "公費", ko_fields},
    {"SH", "処方基本", sh_fields},
    {"CZ", "調剤", cz_fields, Count::exact, cz_points},
    {"IY", "医薬品", iy_fields},
    {"TO", "特定器材", to_fields},
    {"CO", "コメント", co_fields},
    {"TK", "摘要欄", co_fields},
    {"KI", "調剤基本料・薬学管理料", ki_fields, Count::exact, ki_points},
    {"ST", "分割技術料", st_fields},
};

}  // namespace pharmacy

constinit const std::span<const RecordRow> pharmacy_records = pharmacy::records_table;

}  // namespace kenpo::format::claim
