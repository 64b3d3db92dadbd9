#include "review/finding.h"

namespace kenpo::review {

const ReasonTemplate reason_templates[reason_templates_count] = {
    {"記録のとおり", Verdict::no_problem, "レセプトの記録を確かめ、請求に問題はありません。"},
    {"症状詳記で説明あり", Verdict::no_problem, "症状詳記またはコメントに理由の記載があります。"},
    {"少額", Verdict::no_problem, "金額が小さく、再審査を求める必要はありません。"},
    {"重複請求", Verdict::request, "同じ診療のレセプトが既に請求されています。重複していないか、ご審査願います。"},
    {"算定回数", Verdict::request, "算定できる回数を超えていると思われます。ご審査願います。"},
    {"適応", Verdict::request, "傷病名、年齢または性別からみて算定の対象でないと思われます。ご審査願います。"},
    {"縦覧・突合", Verdict::request, "併せて示すレセプトとの関係から算定できないと思われます。ご審査願います。"},
    {"負傷の原因", Verdict::inquire, "けがの原因を本人に確かめます。"},
};

const char* wording(FindingState state) {
  switch (state) {
    case FindingState::open: return "未処理";
    case FindingState::no_problem: return "問題なし";
    case FindingState::to_request: return "再審査請求(ファイル待ち)";
    case FindingState::requested: return "再審査請求中";
    case FindingState::answered: return "結果あり";
    case FindingState::inquiring: return "本人に照会中";
    case FindingState::inquiry_done: return "照会の回答あり";
    case FindingState::gone: return "該当しなくなった";
  }
  return "";
}

const char* wording(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_problem: return "問題なし";
    case Verdict::request: return "再審査請求";
    case Verdict::inquire: return "本人照会";
    case Verdict::reopen: return "判断の取消し";
  }
  return "";
}

}  // namespace kenpo::review
