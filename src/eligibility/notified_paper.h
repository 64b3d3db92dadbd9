// What a notification tells about papers (証): that a confirmation document is wanted
// (資格確認書発行要否), or how many came back with a loss and how many cannot (添付・返不能).
#pragma once

#include "base/date.h"
#include "base/id.h"
#include "eligibility/yes_no.h"

namespace kenpo::eligibility {

using NotifiedPaperId = base::Id<struct NotifiedPaperKind>;

/// More papers than a household has are a slip.
inline constexpr int notified_papers_limit = 99;

struct NotifiedPaper {
  NotifiedPaperId id = NotifiedPaperId::draw();
  base::PersonId person;          // the insured person or, of a wish, the dependent
  base::CaseId case_id;           // of the notification
  base::Date on = {};             // 取得日・なった日; of a loss the day of loss
  base::Date received_on = {};    // 受付日
  YesNo wanted = YesNo::no;       // 資格確認書発行要否
  int attached = 0;               // 資格確認書 添付枚数
  int not_returned = 0;           // 資格確認書 返不能枚数

  bool tells_of_return() const { return attached > 0 || not_returned > 0; }
  bool tells_anything() const { return wanted == YesNo::yes || tells_of_return(); }
  friend bool operator==(const NotifiedPaper&, const NotifiedPaper&) = default;
};

}  // namespace kenpo::eligibility
