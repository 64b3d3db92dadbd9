// Asking a patient how an injury came about: the letter, its day, the answer.
#pragma once

#include "base/result.h"
#include "print/sheet.h"
#include "review/finding_act.h"
#include "review/inquiry.h"

namespace kenpo::review {

inline constexpr notice::Operation inquiry_show{
    .name = "inquiry.show", .japanese = "負傷原因の照会の表示", .pairs = {review_pair}};
inline constexpr notice::Operation inquiry_issue{
    .name = "inquiry.issue",
    .japanese = "負傷原因の照会の決定",
    .verb = notice::Verb::write,
    .pairs = {review_pair, notice::Pair{notice::Category::eligibility,
                                        notice::Purpose::member_administration}}};
/// The letter goes to the address of the ledger.
inline constexpr notice::Operation inquiry_letter{
    .name = "inquiry.letter",
    .japanese = "負傷原因の照会書の作成",
    .verb = notice::Verb::provide,
    .pairs = {review_pair, notice::Pair{notice::Category::eligibility,
                                        notice::Purpose::member_administration}}};
inline constexpr notice::Operation inquiry_answer{.name = "inquiry.answer",
                                                  .japanese = "負傷原因の回答の記録",
                                                  .verb = notice::Verb::write,
                                                  .pairs = {review_pair}};

struct InquiryView {
  Finding finding;
  claim::Claim claim;
  std::optional<Inquiry> inquiry = {};
};
base::Result<std::optional<InquiryView>> show_inquiry(const ReviewOffice& office,
                                                      const notice::Acting& acting,
                                                      const FindingId& finding);

/// Fixes the day of the letter and the term of the answer; a second call changes nothing. Refused:
/// a finding about which nobody decided to ask, an answer that has come, an address that the post
/// does not reach.
base::Result<> issue_inquiry(const ReviewOffice& office, const notice::Acting& acting,
                             const FindingId& finding);
/// The letter that was issued. Refused: none was, and what issue_inquiry refuses.
base::Result<InquiryLetter> read_letter(const ReviewOffice& office, const notice::Acting& acting,
                                        const FindingId& finding);

/// Records the answer, once. Refused: no letter went out, a day before it or to come, no words.
base::Result<> record_answer(const ReviewOffice& office, const notice::Acting& acting,
                             const FindingId& finding, const InquiryAnswer& answer);

/// 負傷原因の照会 as PDF, with the form for the answer. Neutral words: nobody is accused of anything.
base::Result<print::Printed> print_inquiry(const InquiryLetter& letter,
                                           const LetterSender& sender, base::Moment made_at);

}  // namespace kenpo::review
