#include "recourse/recovery.h"

namespace kenpo::recourse {

base::Words wording(Cause cause) {
  switch (cause) {
    case Cause::after_loss: return {"返納金(資格喪失後の受診)", "repayment after loss"};
    case Cause::unjust: return {"不当利得の返還", "unjust enrichment"};
    case Cause::levy: return {"徴収金(健康保険法58条)", "levy (art 58)"};
    case Cause::benefit:
      return {"給付の返還(高額療養費・付加給付)", "repayment of a benefit"};
    case Cause::third_party: return {"第三者への求償", "recourse against a third party"};
  }
  return {};
}

base::Words wording(EntryKind kind) {
  switch (kind) {
    case EntryKind::demand: return {"請求の通知", "demand"};
    case EntryKind::payment: return {"入金", "payment"};
    case EntryKind::acknowledgement: return {"債務の承認", "acknowledgement"};
    case EntryKind::plan: return {"分割の計画", "plan of instalments"};
    case EntryKind::waiver: return {"不納欠損・放棄", "waiver"};
    case EntryKind::reversal: return {"入金の訂正", "reversal of a payment"};
  }
  return {};
}

base::Yen Recovery::paid() const {
  base::Yen sum;
  for (const auto& entry : entries) {
    if (entry.kind == EntryKind::payment) sum += entry.amount;
    if (entry.kind == EntryKind::reversal) sum -= entry.amount;
  }
  return sum;
}

base::Yen Recovery::waived() const {
  base::Yen sum;
  for (const auto& entry : entries) {
    if (entry.kind == EntryKind::waiver) sum += entry.amount;
  }
  return sum;
}

std::string Recovery::plan() const {
  std::string plan;
  for (const auto& entry : entries) {
    if (entry.kind == EntryKind::plan) plan = entry.words;
  }
  return plan;
}

}  // namespace kenpo::recourse
