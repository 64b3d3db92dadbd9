#include "complaint/complaint_store.h"

namespace kenpo::complaint {

namespace {

using base::Moment;
using base::Result;
using store::no_personal_data;
using store::not_withdrawn;
using CaseRecord = store::Record<complaint_case_table>;
using TextRecord = store::Record<complaint_text_table>;
using Time = std::optional<Moment>;
using Staff = std::optional<base::StaffId>;

ComplaintCase case_from(const CaseRecord& record) {
  return {.id = record.get<ComplaintId>("complaint"),
          .state = record.get<ComplaintState>("state"),
          .channel = record.get<ComplaintChannel>("channel"),
          .one = record.get<ComplaintClass>("class"),
          .received_on = record.times().valid_from,
          .dates = {record.get<base::Date>("first_due"), record.get<base::Date>("answer_due")},
          .first_answered_at = record.get<Time>("first_answered_at"),
          .answered_at = record.get<Time>("answered_at"),
          .complained_of = record.get<Staff>("complained_of"),
          .decided_by = record.get<Staff>("decided_by"),
          .about = record.get<std::optional<base::PersonId>>("about")};
}

ComplaintText text_from(const TextRecord& record) {
  return {.name = record.get<std::string>("name"),
          .contact = record.get<std::string>("contact"),
          .words = record.get<std::string>("words"),
          .first_answer = record.get<std::string>("first_answer"),
          .answer = record.get<std::string>("answer"),
          .cause = record.get<std::string>("cause"),
          .prevention = record.get<std::string>("prevention")};
}

Result<> put_case(store::Transaction& transaction, const ComplaintCase& facts, Moment now) {
  const auto old = KENPO_TRY(store::find<complaint_case_table>(
      transaction, no_personal_data, {"complaint = $1 AND withdrawn_at = $2"},
      {facts.id, not_withdrawn}, [](const CaseRecord& record) { return record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<complaint_case_table>(transaction, no_personal_data, *old, now));
  }
  store::Draft<complaint_case_table> draft(
      store::Times{.valid_from = facts.received_on, .decided_at = now});
  draft.set("complaint", facts.id)
      .set("state", facts.state)
      .set("channel", facts.channel)
      .set("class", facts.one)
      .set("first_due", facts.dates.first_due)
      .set("answer_due", facts.dates.answer_due)
      .set("first_answered_at", facts.first_answered_at)
      .set("answered_at", facts.answered_at)
      .set("complained_of", facts.complained_of)
      .set("decided_by", facts.decided_by)
      .set("about", facts.about);
  KENPO_TRY(store::insert<complaint_case_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

/// The row that stands and whose it is.
struct StandingText {
  store::RowId row;
  base::PersonId subject;
};

Result<> put_text(store::Transaction& transaction, const ComplaintBasis& basis,
                  const Complaint& complaint, Moment now) {
  const auto old = KENPO_TRY(store::find<complaint_text_table>(
      transaction, basis, {"complaint = $1 AND withdrawn_at = $2"},
      {complaint.facts.id, not_withdrawn},
      [](const TextRecord& record) { return StandingText{record.row(), record.subject()}; }));
  if (old) {
    KENPO_TRY(store::withdraw<complaint_text_table>(transaction, basis, old->row, now));
  }
  const auto& text = complaint.text;
  store::Draft<complaint_text_table> draft(
      old ? old->subject : base::PersonId::draw(),
      store::Times{.valid_from = complaint.facts.received_on, .decided_at = now});
  draft.set("complaint", complaint.facts.id)
      .set("name", text.name)
      .set("contact", text.contact)
      .set("words", text.words)
      .set("first_answer", text.first_answer)
      .set("answer", text.answer)
      .set("cause", text.cause)
      .set("prevention", text.prevention);
  KENPO_TRY(store::insert<complaint_text_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::optional<ComplaintText>> find_text(const store::View& view, const ComplaintBasis& basis,
                                               const ComplaintId& id) {
  return store::find<complaint_text_table>(view, basis, {"complaint = $1 AND withdrawn_at = $2"},
                                           {id, not_withdrawn}, text_from);
}

}  // namespace

Result<> put(store::Transaction& transaction, const ComplaintBasis& basis,
             const Complaint& complaint, Moment now) {
  KENPO_TRY(put_case(transaction, complaint.facts, now));
  return put_text(transaction, basis, complaint, now);
}

Result<std::optional<Complaint>> find_complaint(const store::View& view,
                                                const ComplaintBasis& basis,
                                                const ComplaintId& id) {
  const auto facts = KENPO_TRY(store::find<complaint_case_table>(
      view, no_personal_data, {"complaint = $1 AND withdrawn_at = $2"}, {id, not_withdrawn},
      case_from));
  if (!facts) return std::optional<Complaint>();
  const auto text = KENPO_TRY(find_text(view, basis, id));
  // Erased with its subject: the case stays, its words are gone.
  return std::optional(Complaint{*facts, text.value_or(ComplaintText{})});
}

Result<std::vector<ComplaintCase>> list_cases(const store::View& view) {
  return store::list<complaint_case_table>(
      view, no_personal_data,
      {"withdrawn_at = $1", "ORDER BY valid_from DESC, row_id DESC LIMIT 300"}, {not_withdrawn},
      case_from);
}

Result<std::vector<Complaint>> complaints_between(const store::View& view,
                                                  const ComplaintBasis& basis, base::Date from,
                                                  base::Date to) {
  std::vector<Complaint> found;
  for (const auto& facts : KENPO_TRY(store::list<complaint_case_table>(
           view, no_personal_data,
           {"valid_from >= $1 AND valid_from <= $2 AND withdrawn_at = $3", "ORDER BY valid_from"},
           {from, to, not_withdrawn}, case_from))) {
    const auto text = KENPO_TRY(find_text(view, basis, facts.id));
    found.push_back({facts, text.value_or(ComplaintText{})});
  }
  return found;
}

Result<std::int64_t> count_open(const store::View& view) {
  return store::count<complaint_case_table>(view, no_personal_data,
                                            {"withdrawn_at = $1 AND state < $2"},
                                            {not_withdrawn, ComplaintState::answered});
}

Result<std::int64_t> count_overdue(const store::View& view, base::Date today) {
  return store::count<complaint_case_table>(
      view, no_personal_data,
      {"withdrawn_at = $1 AND ((state = $2 AND first_due < $3) OR (state = $4 AND answer_due < "
       "$3))"},
      {not_withdrawn, ComplaintState::received, today, ComplaintState::first_answered});
}

Result<std::int64_t> count_web(const store::View& view, base::Date day) {
  return store::count<complaint_case_table>(
      view, no_personal_data, {"withdrawn_at = $1 AND channel = $2 AND valid_from = $3"},
      {not_withdrawn, ComplaintChannel::web, day});
}

}  // namespace kenpo::complaint
