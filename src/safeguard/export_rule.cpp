#include "safeguard/export_rule.h"

#include <utility>

#include "base/utf8.h"
#include "law/book.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

base::Fault export_fault(base::Words why, base::Words mend) {
  return {.what = {"外に渡すことができません。", "It cannot be handed over."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

// 個人情報保護法25条: a processor is chosen, bound by a contract and watched.
Result<> check_processor(const ExportTerms& terms, const std::optional<Processor>& processor,
                         base::Date today) {
  const bool entrusted = terms.basis == ExportBasis::entrust;
  if (entrusted != (terms.recipient_class == RecipientClass::processor)) {
    return export_fault({"委託と渡す相手の区分が合いません。", "Basis and recipient differ."},
                        {"委託のときだけ、相手を委託先にしてください。",
                         "A processor is entrusted; nobody else is."});
  }
  if (!entrusted && terms.processor) {
    return export_fault(
        {"委託ではないのに、委託契約の番号があります。",
         "A contract is named, but nothing is entrusted."},
        {"番号を消すか、根拠を委託にしてください。", "Take the number away, or entrust it."});
  }
  if (!entrusted) return base::Done{};
  if (!processor) {
    return export_fault(
        {"委託先台帳にない相手です(個人情報保護法25条)。", "No processor of the ledger (art 25)."},
        {"委託先を登録して選んでください。", "Register and choose it."});
  }
  if (!processor->under_contract(today)) {
    return export_fault(
        {"委託契約の期間の外です(個人情報保護法25条)。", "Outside the contract's term (art 25)."},
        {"契約を更新してから渡してください。", "Renew the contract first."});
  }
  return base::Done{};
}

Result<> check_term(const ExportTerms& terms, base::Date today) {
  const auto longest =
      KENPO_TRY(law::Book::carried().count("safeguard.export.longest", today)).value;
  if (today <= terms.delete_by && terms.delete_by <= today.plus_days(longest)) return base::Done{};
  return export_fault({"消去の期限が決まりの外です。", "The day of erasure is out of range."},
                      {base::Plain("今日から") + longest + "日以内の日にしてください。",
                       base::Plain("Within ") + longest + " days from today."});
}

/// Whoever has a line of their own that protects the file on the way: オンライン請求, the bank's
/// service, 電子申請 (公表事項2 P-5: encrypted by default).
bool has_line_of_its_own(RecipientClass recipient_class) {
  return recipient_class == RecipientClass::reviewing_organisation ||
         recipient_class == RecipientClass::insurer ||
         recipient_class == RecipientClass::public_body || recipient_class == RecipientClass::bank;
}

Result<> check_form(const ExportTerms& terms) {
  if (!terms.is_plain()) return base::Done{};
  if (!has_line_of_its_own(terms.recipient_class)) {
    return export_fault({"この相手には、暗号化しないデータを渡せません(公表事項2)。",
                         "This recipient gets no plain data (section 2 of the notice)."},
                        {"暗号化しない理由を消し、ZIPファイルで渡してください。",
                         "Take the reason away and hand over the archive."});
  }
  const auto length = base::count_code_points(terms.plain_reason);
  constexpr std::size_t shortest = 10;  // 「回線」 alone says nothing to whoever releases it
  if (shortest <= length && length <= plain_reason_characters_limit) return base::Done{};
  return export_fault({"暗号化しない理由の長さが決まりの外です。", "The reason is too short or long."},
                      {"相手が暗号化したファイルを受け取れない理由と、途中を守る方法を、10字から200字で"
                       "入れてください。",
                       "Why, and what protects it on the way: 10 to 200 characters."});
}

}  // namespace

Result<> check_terms(const ExportTerms& terms, std::uint64_t people,
                     const std::optional<Processor>& processor, base::Date today) {
  // 28条: a foreign recipient needs the person's consent with information on that country.
  if (terms.country != "JP" || (processor && processor->country != "JP")) {
    return export_fault(
        {"外国にある相手です(個人情報保護法28条)。", "The recipient is abroad (art 28)."},
        {"国内の相手にしてください。", "Choose a recipient in Japan."});
  }
  if (terms.recipient.empty()) {
    return export_fault({"渡す相手がありません。", "No recipient."},
                        {"相手の名称を入れてください。", "Name the recipient."});
  }
  if (people == 0) {
    return export_fault({"対象の人がいません。", "Nobody is in it."},
                        {"条件を確かめてください。", "Check the conditions."});
  }
  const bool own = terms.basis == ExportBasis::to_person;
  const bool letters = terms.basis == ExportBasis::notice_to_person;
  if (own != (terms.recipient_class == RecipientClass::person) ||
      letters != (terms.recipient_class == RecipientClass::own_office)) {
    return export_fault({"根拠と渡す相手の区分が合いません。", "Basis and recipient differ."},
                        {"根拠を選び直してください。", "Choose the basis again."});
  }
  KENPO_TRY(check_processor(terms, processor, today));
  KENPO_TRY(check_form(terms));
  return check_term(terms, today);
}

bool ends_with_objection(ExportBasis basis) {
  return basis == ExportBasis::consent_explicit || basis == ExportBasis::consent_implied;
}

bool sees_insured_number(RecipientClass recipient_class) {
  switch (recipient_class) {
    case RecipientClass::person:
    case RecipientClass::employer:
    case RecipientClass::processor:
    case RecipientClass::reviewing_organisation:
    case RecipientClass::insurer:
    case RecipientClass::public_body:
    case RecipientClass::own_office:
      return true;
    case RecipientClass::bank:
    case RecipientClass::other:
      return false;
  }
  return false;
}

}  // namespace kenpo::safeguard
