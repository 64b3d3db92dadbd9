// 訪問看護: known through one implementation of the specification of 令和6年6月 (not confirmed). Amounts
// are yen. KO has eight fields; their order is that of HO (our reading).
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace nursing {

using enum Mode;
using enum Length;
using enum Need;

constexpr FieldRow hm_fields[] = {
    {"審査支払機関", digits, 1, fixed, required, CodeSet::reviewer},
    {"都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"ステーションコード", digits, 7, fixed, required},
    {"名称", kanji, 0, variable, required},
    {"請求年月", month, 6, fixed, required},
    {"電話番号", latin, 15},
};

constexpr FieldRow re_fields[] = {
    {"レセプト番号", digits, 6, variable, required},
    {"レセプト種別", digits, 4, fixed, required},
    {"診療年月", month, 6, fixed, required},
    {"氏名", kanji, 40, variable, required},
    {"カタカナ（氏名）", kana, 80},
    {"男女区分", digits, 1, fixed, required, CodeSet::sex},
    {"生年月日", date, 8, fixed, required},
    {"予備", free, 0},
    {"予備", free, 0},
    {"給付割合", digits, 3},
    {"レセプト特記事項", latin, 10, variable, optional, CodeSet::remark},
    {"一部負担金区分", digits, 1},
    {"訪問看護記録番号等", latin, 20},
    {"検索番号", digits, 30},
};

constexpr FieldRow ho_fields[] = {
    {"保険者番号", latin, 8, fixed, required},
    {"被保険者証(手帳)等の記号", mixed, 38},
    {"被保険者証(手帳)等の番号", mixed, 38, variable, required},
    {"実日数", digits, 2, variable, required},
    {"合計金額", digits, 8, variable, required},
    {"職務上の事由", digits, 1, variable, optional, CodeSet::work_reason},
    {"証明書番号", digits, 3},
    {"一部負担金額", digits, 8},
    {"減免区分", digits, 1, variable, optional, CodeSet::reduction},
    {"減額割合", digits, 3},
    {"減額金額", digits, 6},
};

constexpr FieldRow ko_fields[] = {
    {"公費負担者番号", latin, 8, fixed, required},
    {"公費受給者番号", digits, 7},
    {"任意給付区分", digits, 1},
    {"実日数", digits, 2},
    {"合計金額", digits, 8},
    {"一部負担金額", digits, 8},
    {"公費給付対象一部負担金", digits, 8},
};

constexpr FieldRow ih_fields[] = {
    {"都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"医療機関コード", digits, 7, fixed, required},
    {"名称", kanji, 0},
    {"主治医氏名", kanji, 0},
    {"直近報告年月日", date, 8},
};

constexpr FieldRow hj_fields[] = {
    {"指示区分", digits, 2, fixed, required},
    {"指示期間 自", date, 8, fixed, required},
    {"指示期間 至", date, 8},
};

constexpr FieldRow js_fields[] = {
    {"心身の状態", kanji, 2400},
    {"疾病等の有無", digits, 0},
    {"該当疾病等", latin, 0},
    {"GAF値", digits, 0},
    {"GAF年月日", date, 8},
};

constexpr FieldRow sy_fields[] = {
    {"傷病名コード", digits, 7, fixed, required},
    {"修飾語コード", latin, 80},
    {"傷病名称", kanji, 80},
    {"補足コメント", kanji, 40},
};

constexpr FieldRow rj_fields[] = {
    {"訪問開始年月日", date, 8, fixed, required},
    {"訪問場所1 コード", free, 0},
    {"訪問場所1 文字データ", kanji, 130},
    {"訪問場所 変更年月日", free, 0, variable, optional, CodeSet::none, 2, 3},
    {"訪問場所 変更後コード", free, 0},
    {"訪問場所 変更後文字データ", free, 0},
    {"訪問終了 年月日", date, 8},
    {"訪問終了 時刻", free, 0},
    {"訪問終了 状況コード", free, 0},
    {"訪問終了 状況", free, 0},
    {"死亡 年月日", date, 8},
    {"死亡 時刻", free, 0},
    {"死亡 場所コード", free, 0},
    {"死亡 場所", free, 0},
    {"利用者情報コード", free, 0},
    {"他ステーション 都道府県", free, 0, variable, optional, CodeSet::none, 2, 5},
    {"他ステーション 点数表", free, 0},
    {"他ステーション コード", free, 0},
    {"他ステーション 所在地", free, 0},
    {"他ステーション 名称", free, 0},
};

constexpr FieldRow ka_fields[] = {
    {"算定年月日", date, 8, fixed, required},
    {"負担区分", latin, 1, fixed, required, CodeSet::payer_set},
    {"訪問看護療養費コード", digits, 9, fixed, required},
    {"数量", decimal, 0},
    {"金額", digits, 0},
    {"職種等", digits, 2},
    {"同日訪問回数", digits, 0},
    {"指示区分", digits, 2},
};
constexpr PointPlace ka_points[] = {{3, 6, 0, 0, 4}};

constexpr RecordRow records_table[] = {
    {"HM", "訪問看護ステーション情報", hm_fields},
    {"RE", "レセプト共通", re_fields},
    {"HO", "保険者", ho_fields},
    {"KO", "公費", ko_fields},
    {"IH", "医療機関", ih_fields},
    {"HJ", "指示", hj_fields},
    {"JS", "心身の状態", js_fields},
    {"SY", "傷病名", sy_fields},
    {"RJ", "利用者情報", rj_fields},
    {"KA", "訪問看護療養費", ka_fields, Count::exact, ka_points},
};

}  // namespace nursing

constinit const std::span<const RecordRow> nursing_records = nursing::records_table;

}  // namespace kenpo::format::claim
