#include "request/column_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace kenpo::request {

namespace {

struct ColumnWords {
  std::string_view column;
  std::string_view words;
};

constexpr ColumnWords column_table[] = {
    {"name", "氏名・名称"},
    {"name_kana", "カナ氏名"},
    {"sex", "性別"},
    {"born", "生年月日"},
    {"postal_code", "郵便番号"},
    {"address", "住所"},
    {"address_kana", "住所カナ"},
    {"symbol", "記号"},
    {"number", "番号"},
    {"branch", "枝番"},
    {"relation", "続柄"},
    {"end_reason", "喪失の理由"},
    {"short_hours", "短時間労働者"},
    {"two_workplaces", "二以上事業所勤務"},
    {"status", "区分"},
    {"state", "状態"},
    {"establishment", "事業所"},
    {"period", "資格期間"},
    {"insured", "被保険者"},
    {"link", "続柄の記録"},
    {"acquisition_class", "取得区分"},
    {"received_on", "受付日"},
    {"on_day", "事実の日"},
    {"entered_at", "入力日時"},
    {"ended_on", "退職日・終わりの日"},
    {"pay", "報酬月額"},
    {"flags", "届書の区分"},
    {"weekly_hours", "週の所定労働時間"},
    {"office_size", "企業の被保険者数"},
    {"to_establishment", "異動先の事業所"},
    {"detail", "備考"},
    {"evidence", "確認した書類"},
    {"looked_at", "見た日時"},
    {"looked_by", "見た担当者"},
    {"standard", "標準報酬"},
    {"amount", "金額"},
    {"total", "合計"},
    {"basic", "基本保険料"},
    {"specific", "特定保険料"},
    {"care", "介護保険料"},
    {"child", "子ども・子育て支援金"},
    {"adjustment", "調整保険料"},
    {"month", "月"},
    {"billed", "請求月"},
    {"paid", "支払"},
    {"paid_on", "支払日"},
    {"posted_at", "調定日時"},
    {"causes", "理由"},
    {"cause", "理由"},
    {"kind", "種類"},
    {"claim", "レセプト"},
    {"claimed_in", "請求年月"},
    {"treated_in", "診療年月"},
    {"management_number", "電子レセプト番号"},
    {"search_number", "検索番号"},
    {"institution", "医療機関コード"},
    {"institution_name", "医療機関"},
    {"remarks", "備考"},
    {"days", "日数"},
    {"visit_days", "診療実日数"},
    {"claimed_points", "請求点数"},
    {"decided_points", "決定点数"},
    {"checked_at", "点検日時"},
    {"before", "前の結果"},
    {"after", "新しい結果"},
    {"moved", "該当者の変更"},
    {"service", "レセプトの種類"},
    {"prescriber", "処方した医療機関のコード"},
    {"prescriber_name", "処方した医療機関"},
    {"patient", "本人・家族"},
    {"stay", "入外"},
    {"bytes", "記録の内容"},
    {"part", "部分"},
    {"findings", "点検の結果"},
    {"in_cost_notice", "医療費通知の対象"},
    {"case_id", "案件"},
    {"arrived", "到達日"},
    {"channel", "受付の方法"},
    {"asker", "請求した人の区分"},
    {"asker_name", "請求した人の氏名"},
    {"wanted", "請求の内容"},
    {"reason", "理由"},
    {"event", "手続"},
    {"at", "日時"},
    {"by", "担当者"},
    {"due", "期限"},
    {"proof", "本人確認"},
    {"outcome", "決定"},
    {"ground", "根拠"},
    {"words", "内容"},
    {"held", "保有の有無"},
    {"claims", "レセプトの有無"},
    {"purpose", "利用目的"},
    {"recipient", "提供先の区分"},
    {"recipient_name", "提供先"},
    {"items", "提供した項目"},
    {"consent", "同意"},
    {"provided", "提供日"},
    {"basis", "根拠"},
    {"table_name", "記録の種類"},
    {"row_number", "記録の番号"},
    {"column_name", "項目"},
    {"source", "もとになった記録"},
    {"item", "件"},
    {"title", "件名"},
    {"text", "内容"},
    {"health", "健康保険料等"},
    {"months", "月数"},
    {"claimed_on", "告知の日"},
    {"payer", "振込依頼人"},
    {"payer_code", "振込依頼人コード"},
    {"remark", "メモ"},
    {"note", "メモ"},
    {"bank_code", "銀行番号"},
    {"branch_code", "支店番号"},
    {"holder", "口座名義"},
    {"worked_days", "就業日数"},
    {"due_on", "出産予定日"},
    {"born_on", "出産日"},
    {"applied_on", "申出の受付日"},
    {"demand", "請求"},
    {"leave", "申出"},
};

}  // namespace

std::string_view column_words(std::string_view column) {
  const auto* at = std::ranges::find(column_table, column, &ColumnWords::column);
  return at == std::end(column_table) ? column : at->words;
}

std::string coded_words(std::string_view column, std::int64_t value) {
  if (column == "sex" && value == 1) return "男";
  if (column == "sex" && value == 2) return "女";
  return std::to_string(value);
}

}  // namespace kenpo::request
