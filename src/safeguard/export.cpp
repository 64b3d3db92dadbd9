#include "safeguard/export.h"

namespace kenpo::safeguard {

base::Words wording(RecipientClass recipient_class) {
  switch (recipient_class) {
    case RecipientClass::person:
      return {"本人", "the person"};
    case RecipientClass::employer:
      return {"事業主", "employer"};
    case RecipientClass::processor:
      return {"委託先", "processor"};
    case RecipientClass::reviewing_organisation:
      return {"審査支払機関", "reviewing organisation"};
    case RecipientClass::insurer:
      return {"他の保険者", "another insurer"};
    case RecipientClass::public_body:
      return {"国・地方公共団体", "public body"};
    case RecipientClass::bank:
      return {"金融機関", "bank"};
    case RecipientClass::other:
      return {"その他", "other"};
    case RecipientClass::own_office:
      return {"組合内の印刷・封入", "our own mail room"};
  }
  return {};
}

base::Words wording(ExportBasis basis) {
  switch (basis) {
    case ExportBasis::consent_explicit:
      return {"本人の同意(27条1項)", "consent (art 27(1))"};
    case ExportBasis::consent_implied:
      return {"公表による同意(27条1項、申出で止まる)", "implied consent (art 27(1))"};
    case ExportBasis::law:
      return {"法令(27条1項1号)", "law (art 27(1) 1)"};
    case ExportBasis::entrust:
      return {"委託(27条5項1号)", "entrustment (art 27(5) 1)"};
    case ExportBasis::succession:
      return {"事業の承継(27条5項2号)", "succession (art 27(5) 2)"};
    case ExportBasis::joint_use:
      return {"共同利用(27条5項3号)", "joint use (art 27(5) 3)"};
    case ExportBasis::to_person:
      return {"本人への開示(33条)", "to the person (art 33)"};
    case ExportBasis::notice_to_person:
      return {"本人への通知(26条2項)", "notice to the persons (art 26(2))"};
  }
  return {};
}

base::Words wording(ExportState state) {
  switch (state) {
    case ExportState::awaiting_release:
      return {"決裁待ち", "awaiting release"};
    case ExportState::released:
      return {"渡せます", "released"};
    case ExportState::handed_over:
      return {"渡しました", "handed over"};
    case ExportState::deletion_due:
      return {"消去の期限が近い", "deletion due"};
    case ExportState::overdue:
      return {"消去の期限切れ", "deletion overdue"};
    case ExportState::deleted:
      return {"消去を確認", "deletion proved"};
  }
  return {};
}

std::string form_words(const ExportTerms& terms) {
  return terms.is_plain() ? "暗号化しない：" + terms.plain_reason : "暗号化したZIP(AES-256)";
}

bool is_kept_elsewhere(const Export& entry) {
  return entry.terms.basis == ExportBasis::to_person;
}

bool is_kept_here(const Export& entry) {
  return !entry.deleted_on && !(is_kept_elsewhere(entry) && entry.handed_over_at);
}

ExportState state_of(const Export& entry, base::Date today, int announced_days) {
  if (entry.deleted_on) return ExportState::deleted;
  if (!entry.released_at) return ExportState::awaiting_release;
  if (!entry.handed_over_at) return ExportState::released;
  if (is_kept_elsewhere(entry)) return ExportState::handed_over;
  if (entry.terms.delete_by < today) return ExportState::overdue;
  if (entry.terms.delete_by.since(today) <= announced_days) return ExportState::deletion_due;
  return ExportState::handed_over;
}

}  // namespace kenpo::safeguard
