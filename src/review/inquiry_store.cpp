#include "review/inquiry_store.h"

#include "store/remove_rows.h"

namespace kenpo::review {

using base::Result;
using store::Record;

Result<> add(store::Transaction& transaction, const FindingAccess& access,
             const Inquiry& inquiry) {
  store::Draft<injury_inquiry_table> draft(inquiry.person);
  draft.set("finding", inquiry.finding)
      .set("claim", inquiry.claim)
      .set("issued_on", inquiry.issued_on)
      .set("answer_by", inquiry.answer_by)
      .set("issued_by", inquiry.by);
  KENPO_TRY(store::insert<injury_inquiry_table>(transaction, access, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const FindingAccess& access, const Inquiry& inquiry,
             const InquiryAnswer& answer) {
  store::Draft<injury_answer_table> draft(inquiry.person);
  draft.set("finding", inquiry.finding)
      .set("answered_on", answer.answered_on)
      .set("cause", answer.cause)
      .set("words", answer.words);
  KENPO_TRY(store::insert<injury_answer_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<Inquiry>> find_inquiry(const store::View& view, const FindingAccess& access,
                                            const FindingId& finding) {
  auto inquiry = KENPO_TRY(store::find<injury_inquiry_table>(
      view, access, {"finding = $1"}, {finding},
      [](const Record<injury_inquiry_table>& record) {
        return Inquiry{.finding = record.get<FindingId>("finding"),
                       .person = record.subject(),
                       .claim = record.get<claim::ClaimId>("claim"),
                       .issued_on = record.get<base::Date>("issued_on"),
                       .answer_by = record.get<base::Date>("answer_by"),
                       .by = record.get<base::StaffId>("issued_by")};
      }));
  if (!inquiry) return inquiry;
  inquiry->answer = KENPO_TRY(store::find<injury_answer_table>(
      view, access, {"finding = $1"}, {finding},
      [](const Record<injury_answer_table>& record) {
        return InquiryAnswer{.cause = record.get<InjuryCause>("cause"),
                             .answered_on = record.get<base::Date>("answered_on"),
                             .words = record.get<std::string>("words")};
      }));
  return inquiry;
}

Result<> move_inquiry(store::Transaction& transaction, const FindingAccess& access,
                      const FindingId& finding, const base::PersonId& to) {
  auto inquiry = KENPO_TRY(find_inquiry(transaction, access, finding));
  if (!inquiry) return base::Done{};
  KENPO_TRY(
      store::remove_rows<injury_answer_table>(transaction, access, {"finding = $1"}, {finding}));
  KENPO_TRY(
      store::remove_rows<injury_inquiry_table>(transaction, access, {"finding = $1"}, {finding}));
  inquiry->person = to;
  KENPO_TRY(add(transaction, access, *inquiry));
  if (!inquiry->answer) return base::Done{};
  return add(transaction, access, *inquiry, *inquiry->answer);
}

}  // namespace kenpo::review
