#include "review/inquiry_act.h"

#include "base/era.h"
#include "claim/claim_store.h"
#include "eligibility/ledger.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/scope.h"
#include "law/book.h"
#include "review/inquiry_store.h"
#include "store/under.h"

namespace kenpo::review {

const char* wording(InjuryCause cause) {
  switch (cause) {
    case InjuryCause::own: return "自分の不注意など";
    case InjuryCause::third_party: return "第三者の行為";
    case InjuryCause::work: return "業務上・通勤";
    case InjuryCause::other: return "その他";
  }
  return "";
}

namespace of_inquiries {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

base::Fault refused(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

/// The finding with its receipt, within the handler's establishments.
template <const notice::Operation& operation>
Result<std::optional<InquiryView>> read(const Permit<operation>& permit, const store::View& view,
                                        const FindingId& id) {
  const FindingAccess access(
      permit.template grant<Purpose::benefit_examination_and_payment>());
  auto finding = KENPO_TRY(find_finding(view, access, id));
  if (!finding) return std::optional<InquiryView>{};
  if (!eligibility::in_scope(permit.recorder(), finding->establishment)) {
    return notice::out_of_scope_fault();
  }
  auto claim = KENPO_TRY(claim::find_claim(view, access, finding->claim));
  if (!claim) return std::optional<InquiryView>{};
  InquiryView shown{.finding = *std::move(finding), .claim = *std::move(claim)};
  shown.inquiry = KENPO_TRY(find_inquiry(view, access, id));
  return std::optional(std::move(shown));
}

/// What stands on the letter, whether it was issued or is about to be.
template <const notice::Operation& operation>
Result<InquiryLetter> letter_of(const Permit<operation>& permit, const store::View& view,
                                const FindingId& id, base::Moment now) {
  auto shown = KENPO_TRY(read(permit, view, id));
  if (!shown || shown->finding.state != FindingState::inquiring) {
    return refused({"照会すると判断したものではありません。", "Nobody decided to ask."},
                   {"判断で「本人照会」を選んでください。", "Choose 本人照会 first."});
  }
  const eligibility::MemberAccess members(
      permit.template grant<Purpose::member_administration>());
  InquiryLetter letter{.inquiry = shown->inquiry.value_or(Inquiry{}),
                       .claim = shown->claim,
                       .address = {},
                       .name = shown->claim.name};
  letter.inquiry.finding = id;
  letter.inquiry.person = shown->finding.person;
  letter.inquiry.claim = shown->claim.id;
  letter.address =
      KENPO_TRY(eligibility::posted_address(view, members, shown->finding.person, now));
  if (!letter.address.empty()) return letter;
  return refused({"郵便の届く住所がありません。", "The post does not reach the person."},
                 {"台帳の住所を確かめてください。", "Look at the address in the ledger."});
}

Result<> issue(const Permit<inquiry_issue>& permit, store::Transaction& transaction,
               const FindingId& id, const base::StaffId& by, base::Moment now) {
  auto letter = KENPO_TRY(letter_of(permit, transaction, id, now));
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  if (KENPO_TRY(find_inquiry(transaction, access, id))) return base::Done{};
  const auto days =
      KENPO_TRY(law::Book::carried().count("review.inquiry.answer", now.day()));
  letter.inquiry.issued_on = now.day();
  letter.inquiry.answer_by = now.day().plus_days(days.value);
  letter.inquiry.by = by;
  return add(transaction, access, letter.inquiry);
}

Result<> answer(const Permit<inquiry_answer>& permit, store::Transaction& transaction,
                const FindingId& id, const InquiryAnswer& given, base::Date today) {
  const auto shown = KENPO_TRY(read(permit, transaction, id));
  if (!shown || !shown->inquiry || shown->inquiry->answer) {
    return refused({"回答を待つ照会がありません。", "No inquiry waits for an answer."},
                   {"照会書を送ってから記録してください。", "Send the letter first."});
  }
  if (given.answered_on < shown->inquiry->issued_on || today < given.answered_on) {
    return refused({"回答の日が正しくありません。", "The day does not fit."},
                   {"照会の日から今日までの日にしてください。", "A day from the letter to today."});
  }
  if (given.words.empty()) {
    return refused({"回答の内容がありません。", "The answer has no words."},
                   {"回答の要旨を入れてください。", "Give its substance."});
  }
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  KENPO_TRY(add(transaction, access, *shown->inquiry, given));
  return put_state(transaction, access, id, FindingState::inquiry_done);
}

std::string long_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

}  // namespace of_inquiries

base::Result<std::optional<InquiryView>> show_inquiry(const ReviewOffice& office,
                                                      const notice::Acting& acting,
                                                      const FindingId& finding) {
  return store::read_under<inquiry_show>(
      office, acting,
      [&](const notice::Permit<inquiry_show>& permit,
          const store::View& view) -> base::Result<std::optional<InquiryView>> {
        return of_inquiries::read(permit, view, finding);
      });
}

base::Result<> issue_inquiry(const ReviewOffice& office, const notice::Acting& acting,
                             const FindingId& finding) {
  return store::write_under<inquiry_issue>(
      office, acting,
      [&](const notice::Permit<inquiry_issue>& permit, store::Transaction& transaction,
          base::Moment now) -> base::Result<> {
        return of_inquiries::issue(permit, transaction, finding,
                                   std::get<base::StaffId>(acting.actor), now);
      });
}

base::Result<InquiryLetter> read_letter(const ReviewOffice& office, const notice::Acting& acting,
                                        const FindingId& finding) {
  return store::read_under<inquiry_letter>(
      office, acting,
      [&](const notice::Permit<inquiry_letter>& permit,
          const store::View& view) -> base::Result<InquiryLetter> {
        auto letter = KENPO_TRY(
            of_inquiries::letter_of(permit, view, finding, office.gate.clock().now()));
        if (letter.inquiry.issued_on != base::Date{}) return letter;
        return of_inquiries::refused({"照会を決めていません。", "No letter was issued."},
                                     {"「照会する」を押してください。", "Issue it first."});
      });
}

base::Result<> record_answer(const ReviewOffice& office, const notice::Acting& acting,
                             const FindingId& finding, const InquiryAnswer& answer) {
  return store::write_under<inquiry_answer>(
      office, acting,
      [&](const notice::Permit<inquiry_answer>& permit, store::Transaction& transaction,
          base::Moment now) -> base::Result<> {
        return of_inquiries::answer(permit, transaction, finding, answer, now.day());
      });
}

// 健康保険法57条, 健康保険法施行規則65条
base::Result<print::Printed> print_inquiry(const InquiryLetter& letter,
                                           const LetterSender& sender, base::Moment made_at) {
  using print::Align;
  print::Sheet sheet({.title = "負傷原因の照会", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　負傷原因の照会");
  auto lines = letter.address;
  lines.push_back(letter.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(of_inquiries::long_day(letter.inquiry.issued_on), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("けがの原因についての照会");
  sheet.paragraph("下の受診について、けがの原因をお尋ねします。けがが第三者の行為によるときや、"
                  "仕事中・通勤中のときは、医療費の負担のしかたが変わることがあるためです。"
                  "受診した医療機関に確かめていただいてもかまいません。");
  sheet.facts({{"診療の月", base::era_month(letter.claim.treated_in)},
               {"医療機関", letter.claim.institution_name},
               {"回答の期限", of_inquiries::long_day(letter.inquiry.answer_by)}});
  sheet.heading("回答");
  print::Table table;
  table.columns = {{3, Align::left}, {7, Align::left}};
  table.rows = {{{"けがをした日時", ""}, print::RowStyle::plain},
                {{"けがをした場所", ""}, print::RowStyle::plain},
                {{"原因（○で囲む）", "自分の不注意など・第三者の行為・仕事中・通勤中・その他"},
                 print::RowStyle::plain},
                {{"けがをしたときの様子", "\n\n"}, print::RowStyle::plain},
                {{"相手がいるとき、その氏名・連絡先", "\n"}, print::RowStyle::plain},
                {{"氏名（本人が書きます）・日付", "\n"}, print::RowStyle::plain}};
  sheet.table(table);
  sheet.note("回答は、保険給付の審査と支払のために使います。第三者の行為によるときは、"
             "第三者の行為による傷病届を出していただきます（健康保険法施行規則65条）。");
  return sheet.finish();
}

}  // namespace kenpo::review
