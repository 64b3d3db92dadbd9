// What the reviewing organisation adds for insurers: コード情報ファイル記録条件仕様 (about 2015, its era
// dates widened to western ones), codes of 2024-08; and the returns and re-examination rows.
#include "format/claim/layout_rows.h"

namespace kenpo::format::claim {

namespace insurer {

using enum Mode;
using enum Length;
using enum Need;

constexpr FieldRow ni_fields[] = {
    {"回数", digits, 3, variable, optional, CodeSet::none, 31},
};

constexpr FieldRow kh_fields[] = {
    {"国保連固有情報", mixed, 100},
};

constexpr FieldRow mn_fields[] = {
    {"レセプト管理番号", digits, 16, variable, required},
    {"医療機関の所在地", kanji, 80},
    {"検索番号（旧 予備1）", digits, 30},
    {"予備2", digits, 1},
    {"予備3", digits, 1},
    {"予備4", kanji, 100},
};

constexpr FieldRow jy_fields[] = {
    {"補正区分", digits, 1, fixed, required, CodeSet::correction},
    {"補正対象行番号", digits, 5, variable, required},
    {"補正対象枝番号", digits, 3},
    {"事由対象項目番号", latin, 200},
    {"事由コード", latin, 20},
    {"補正後行番号", digits, 5},
    {"補正後枝番号", digits, 3},
    {"予備", digits, 30},
};

constexpr FieldRow ex_fields[] = {
    {"振替先保険者番号", latin, 8},
    {"振替先第四公費負担者番号", digits, 8},
    {"振替先第一公費負担者番号", digits, 8},
    {"振替先第二公費負担者番号", digits, 8},
    {"振替先第三公費負担者番号", digits, 8},
    {"高額療養費金額", digits, 10},
    {"単独請求分レセプト区分", digits, 1},
    {"医療費通知対象レセプト区分", digits, 1},
    {"特別審査委員会", digits, 1},
    {"特別審査委員会処理年月", month, 6},
    {"添付文書情報", digits, 1},
    {"審査支払機関使用欄", mixed, 1000},
};

constexpr FieldRow rc_fields[] = {
    {"管理情報", latin, 100},
};

constexpr FieldRow on_fields[] = {
    {"作成日時等", free, 0, variable, optional, CodeSet::none, 14},
};

constexpr FieldRow hi_fields[] = {
    {"審査支払機関", digits, 1, fixed, required, CodeSet::reviewer},
    {"請求(返戻処理)年月", month, 6, fixed, required},
    {"都道府県", digits, 2, fixed, required, CodeSet::prefecture},
    {"点数表", digits, 1, fixed, required, CodeSet::point_table},
    {"医療機関コード", digits, 7, fixed, required},
    {"予備", digits, 2},
    {"マルチボリューム識別情報", digits, 2, fixed, required},
};

constexpr FieldRow hr_fields[] = {
    {"処理年月", month, 6, fixed, required},
    {"返戻区分", digits, 1, fixed, required, CodeSet::return_kind},
    {"診療識別", digits, 2},
    {"返戻事由コード", latin, 5},
    {"返戻理由", kanji, 1000},
    {"補足事項", kanji, 1000},
    {"補正情報", digits, 1},
    {"増減点連絡書年月", month, 6},
    {"検索番号", digits, 30},
    {"複数レセプト検索番号", digits, 30},
    {"返戻対象明細(DPC)", latin, 5},
    {"予備", mixed, 10},
    {"予備", mixed, 30},
};

constexpr FieldRow hg_fields[] = {
    {"総件数", digits, 6, variable, required},
    {"総合計点数", digits, 10, variable, required},
    {"マルチボリューム識別情報", digits, 2, fixed, required},
};

constexpr FieldRow md_fields[] = {
    {"申し出一連番号", digits, 3, variable, required},
    {"申し出受付年月日", date, 8},
    {"整理番号", digits, 30},
    {"請求回数", digits, 2},
    {"理由番号", digits, 6, fixed, required, CodeSet::request_reason},
    {"理由番号補足", kanji, 200},
    {"理由年月日1", date, 8},
    {"理由年月日2", date, 8},
    {"理由内容 コード", digits, 6, variable, optional, CodeSet::request_detail},
    {"理由内容 保険者等使用欄", digits, 6},
    {"理由内容 フリー入力", kanji, 500},
    {"理由内容 補足", kanji, 1000},
    {"医療機関等連絡", digits, 1},
    {"返付依頼整理番号", digits, 30},
    {"保険者等使用欄", mixed, 30},
    {"予備1", mixed, 2400},
    {"予備2", mixed, 5},
    {"予備3", mixed, 10},
    {"予備4", mixed, 30},
    {"予備5", mixed, 30},
    {"予備6", mixed, 100},
};

constexpr FieldRow rt_fields[] = {
    {"申し出一連番号", digits, 3, variable, required},
    {"理由対象区分", digits, 1, fixed, required, CodeSet::reason_target},
    {"理由対象一連番号", digits, 3},
    {"理由対象行番号", digits, 5},
    {"理由対象枝番号", digits, 3},
};

constexpr FieldRow jr_fields[] = {
    {"縦覧区分", digits, 1, fixed, required, CodeSet::search_kind},
    {"検索番号", digits, 30},
    {"整理番号等", digits, 30},
    {"予備1", mixed, 5},
    {"予備2", mixed, 10},
    {"予備3", mixed, 30},
    {"予備4", mixed, 30},
    {"予備5", mixed, 100},
};

constexpr FieldRow mk_fields[] = {
    {"申し出一連番号", digits, 3, variable, required},
    {"申し出受付年月日", date, 8},
    {"再審査等申し出機関", digits, 3, fixed, required, CodeSet::requester},
    {"処理年月", month, 6, fixed, required},
    {"変更理由番号", digits, 6, variable, optional, CodeSet::request_reason},
    {"審査結果", digits, 3, fixed, required, CodeSet::review_result},
    {"連絡", kanji, 600},
    {"原審どおり理由1", digits, 6},
    {"原審どおり理由2", digits, 6},
    {"原審どおり理由3", digits, 6},
    {"申し出保険者番号等", latin, 8, fixed},
    {"審査支払機関使用欄", mixed, 500},
    {"予備1", mixed, 5},
    {"予備2", mixed, 10},
    {"予備3", mixed, 30},
};

constexpr RecordRow insurer_records_table[] = {
    {"NI", "日計表", ni_fields},
    {"KH", "国保連固有", kh_fields},
    {"MN", "レセプト管理", mn_fields},
    {"JY", "補正", jy_fields},
    {"EX", "審査運用", ex_fields},
    {"RC", "レコード管理", rc_fields},
    {"ON", "資格確認運用", on_fields, Count::at_least},
    {"HI", "返戻医療機関", hi_fields},
    {"HR", "返戻理由", hr_fields},
    {"HG", "返戻合計", hg_fields},
    {"MD", "再審査等申し出", md_fields},
    {"RT", "再審査等の対象", rt_fields},
    {"JR", "縦覧対象", jr_fields},
    {"MK", "再審査等結果", mk_fields},
};

}  // namespace insurer

constinit const std::span<const RecordRow> insurer_records = insurer::insurer_records_table;

}  // namespace kenpo::format::claim
