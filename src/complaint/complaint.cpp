#include "complaint/complaint.h"

namespace kenpo::complaint {

base::Words wording(ComplaintState state) {
  switch (state) {
    case ComplaintState::received:
      return {"受付", "received"};
    case ComplaintState::first_answered:
      return {"最初の回答済み", "first answer given"};
    case ComplaintState::answered:
      return {"回答済み", "answered"};
    case ComplaintState::closed:
      return {"完了", "closed"};
  }
  return {};
}

base::Words wording(ComplaintChannel channel) {
  switch (channel) {
    case ComplaintChannel::telephone:
      return {"電話", "telephone"};
    case ComplaintChannel::letter:
      return {"手紙", "letter"};
    case ComplaintChannel::web:
      return {"ウェブ", "web"};
  }
  return {};
}

base::Words wording(ComplaintClass one) {
  switch (one) {
    case ComplaintClass::other_purpose:
      return {"目的外の利用", "use for another purpose"};
    case ComplaintClass::wrong_data:
      return {"内容の誤り", "wrong data"};
    case ComplaintClass::leak:
      return {"漏えいの疑い", "suspected leak"};
    case ComplaintClass::procedure:
      return {"開示等の手続", "procedure of a request"};
    case ComplaintClass::manner:
      return {"応対", "manner"};
    case ComplaintClass::other:
      return {"その他", "other"};
  }
  return {};
}

bool overdue(const ComplaintCase& facts, base::Date today) {
  if (facts.state == ComplaintState::received) return facts.dates.first_due < today;
  return facts.state == ComplaintState::first_answered && facts.dates.answer_due < today;
}

}  // namespace kenpo::complaint
