#include "remuneration/decision_letter.h"

namespace kenpo::remuneration {

base::Words wording(LetterState state) {
  switch (state) {
    case LetterState::open:
      return {"承認待ち", "Waits for a second person"};
    case LetterState::released:
      return {"承認済み", "Released"};
    case LetterState::refused:
      return {"取りやめ", "Not sent"};
  }
  return {};
}

base::Words wording(LetterKind kind) {
  switch (kind) {
    case LetterKind::acquisition:
      return {"資格取得確認および標準報酬決定通知書", "Acquisition"};
    case LetterKind::regular:
      return {"標準報酬決定通知書(定時決定)", "Regular determination"};
    case LetterKind::revision:
      return {"標準報酬改定通知書", "Revision"};
    case LetterKind::bonus:
      return {"標準賞与額決定通知書", "Standard bonus"};
  }
  return {};
}

base::Plain article(LetterKind kind) {
  switch (kind) {
    case LetterKind::acquisition:
      return "健康保険法39条・42条";
    case LetterKind::regular:
      return "健康保険法41条";
    case LetterKind::revision:
      return "健康保険法43条〜44条";
    case LetterKind::bonus:
      return "健康保険法45条";
  }
  return {};
}

}  // namespace kenpo::remuneration
