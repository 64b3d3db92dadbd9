#include "complaint/complaint_act.h"

#include "base/utf8.h"
#include "complaint/complaint_rule.h"
#include "complaint/complaint_store.h"

namespace kenpo::complaint {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

Result<> check_length(const std::string& text, std::size_t least, std::size_t most) {
  const auto length = base::count_code_points(text);
  if (least <= length && length <= most) return base::Done{};
  return base::refusal(
      {base::Plain(least) + "文字から" + base::Plain(most) + "文字までで書いてください。",
       "It has " + base::Plain(least) + " to " + base::Plain(most) + " characters."},
      {"書き直してください。", "Write it again."});
}

Result<> check_intake(const ComplaintIntake& intake, base::Date today) {
  KENPO_TRY(check_length(intake.words, 1, words_limit_characters));
  KENPO_TRY(check_length(intake.name, 0, name_limit_characters));
  KENPO_TRY(check_length(intake.contact, 0, contact_limit_characters));
  if (intake.received_on <= today) return base::Done{};
  return base::refusal({"受付の日がこれから先の日です。", "The day is still to come."},
                       {"受付の日を入れ直してください。", "Enter the day again."});
}

Result<> check_flood(const store::View& view, const ComplaintIntake& intake) {
  if (intake.channel != ComplaintChannel::web) return base::Done{};
  if (KENPO_TRY(count_web(view, intake.received_on)) < web_complaints_a_day) return base::Done{};
  return base::refusal({"きょうのウェブの受付は終わりました。", "The form takes no more today."},
                       {"電話か手紙で申し出てください。", "Please telephone or write."});
}

Result<Complaint> complaint_of(const store::View& view, const ComplaintBasis& basis,
                               const ComplaintId& id) {
  const auto found = KENPO_TRY(find_complaint(view, basis, id));
  if (found) return *found;
  return base::refusal({"この苦情はありません。", "There is no such complaint."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

/// Moves the complaint to the state; `change` fills in the rest.
template <typename Change>
Result<> move_complaint(ComplaintOffice& office, const Acting& acting, const ComplaintId& id,
                        ComplaintState to, Change&& change) {
  return office.gate.perform<answer_complaint_operation>(
      acting, [&](const Permit<answer_complaint_operation>& permit) -> Result<> {
        const ComplaintBasis basis(permit);
        const auto by = std::get<base::StaffId>(acting.actor);  // Runner::staff
        const auto now = office.gate.clock().now();
        auto transaction = KENPO_TRY(office.database.write());
        auto complaint = KENPO_TRY(complaint_of(transaction, basis, id));
        KENPO_TRY(check_answer(complaint.facts, to, by));
        complaint.facts.state = to;
        change(complaint, now, by);
        KENPO_TRY(put(transaction, basis, complaint, now));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace

Result<ComplaintCase> take_complaint(ComplaintOffice office, const Acting& acting,
                                     const ComplaintIntake& intake) {
  return office.gate.perform<take_complaint_operation>(
      acting, [&](const Permit<take_complaint_operation>& permit) -> Result<ComplaintCase> {
        const auto now = office.gate.clock().now();
        KENPO_TRY(check_intake(intake, now.day()));
        Complaint complaint{
            .facts = {.channel = intake.channel,
                      .one = intake.one,
                      .received_on = intake.received_on,
                      .dates = KENPO_TRY(complaint_dates(intake.received_on)),
                      .complained_of = intake.complained_of,
                      .about = intake.about},
            .text = {.name = intake.name, .contact = intake.contact, .words = intake.words}};
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(check_flood(transaction, intake));
        KENPO_TRY(put(transaction, ComplaintBasis(permit), complaint, now));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return complaint.facts;
      });
}

Result<std::vector<ComplaintCase>> show_complaints(ComplaintOffice office, const Acting& acting) {
  return office.gate.perform<show_complaints_operation>(
      acting, [&](const Permit<show_complaints_operation>&) -> Result<std::vector<ComplaintCase>> {
        const auto view = KENPO_TRY(office.database.read());
        return list_cases(view);
      });
}

Result<Complaint> show_complaint(ComplaintOffice office, const Acting& acting,
                                 const ComplaintId& id) {
  return office.gate.perform<show_complaints_operation>(
      acting, [&](const Permit<show_complaints_operation>& permit) -> Result<Complaint> {
        const auto view = KENPO_TRY(office.database.read());
        return complaint_of(view, ComplaintBasis(permit), id);
      });
}

Result<Complaint> reveal_complaint(ComplaintOffice office, const Acting& acting,
                                   const ComplaintId& id) {
  return office.gate.perform<reveal_complaint_operation>(
      acting, [&](const Permit<reveal_complaint_operation>& permit) -> Result<Complaint> {
        const auto view = KENPO_TRY(office.database.read());
        return complaint_of(view, ComplaintBasis(permit), id);
      });
}

Result<> name_member(ComplaintOffice office, const Acting& acting, const ComplaintId& id,
                     const base::PersonId& member) {
  return office.gate.perform<answer_complaint_operation>(
      acting, [&](const Permit<answer_complaint_operation>& permit) -> Result<> {
        const ComplaintBasis basis(permit);
        auto transaction = KENPO_TRY(office.database.write());
        auto complaint = KENPO_TRY(complaint_of(transaction, basis, id));
        if (complaint.facts.about || complaint.facts.state == ComplaintState::closed) {
          return base::refusal({"この苦情の加入者は、もう登録できません。",
                                "The member of this complaint can no longer be named."},
                               {"登録済みか、完了した苦情です。苦情の画面で確かめてください。",
                                "It is named already, or closed; look at its page."});
        }
        complaint.facts.about = member;
        KENPO_TRY(put(transaction, basis, complaint, office.gate.clock().now()));
        return transaction.commit(permit.recorder());
      });
}

Result<> give_first_answer(ComplaintOffice office, const Acting& acting, const ComplaintId& id,
                           const std::string& words) {
  KENPO_TRY(check_length(words, 1, words_limit_characters));
  return move_complaint(office, acting, id, ComplaintState::first_answered,
                        [&](Complaint& complaint, base::Moment now, const base::StaffId&) {
                          complaint.facts.first_answered_at = now;
                          complaint.text.first_answer = words;
                        });
}

Result<> give_answer(ComplaintOffice office, const Acting& acting, const ComplaintId& id,
                     const std::string& answer, const std::string& cause,
                     const std::string& prevention) {
  for (const auto* text : {&answer, &cause, &prevention}) {
    KENPO_TRY(check_length(*text, 1, words_limit_characters));
  }
  return move_complaint(office, acting, id, ComplaintState::answered,
                        [&](Complaint& complaint, base::Moment now, const base::StaffId& by) {
                          complaint.facts.answered_at = now;
                          complaint.facts.decided_by = by;
                          complaint.text.answer = answer;
                          complaint.text.cause = cause;
                          complaint.text.prevention = prevention;
                        });
}

Result<> close_complaint(ComplaintOffice office, const Acting& acting, const ComplaintId& id) {
  return move_complaint(office, acting, id, ComplaintState::closed,
                        [](Complaint&, base::Moment, const base::StaffId&) {});
}

Result<ComplaintReport> year_report(ComplaintOffice office, const Acting& acting, int fiscal_year) {
  constexpr int april = 4;
  const auto first = base::Month::make(fiscal_year, april);
  if (!first) {
    return base::refusal({"その年度はありません。", "There is no such year."},
                         {"年度を選び直してください。", "Choose another year."});
  }
  return office.gate.perform<show_complaints_operation>(
      acting, [&](const Permit<show_complaints_operation>& permit) -> Result<ComplaintReport> {
        constexpr int months_before_the_last = 11;
        const auto view = KENPO_TRY(office.database.read());
        const auto complaints =
            KENPO_TRY(complaints_between(view, ComplaintBasis(permit), first->first_day(),
                                         first->plus(months_before_the_last).last_day()));
        return report_of(complaints, fiscal_year, office.gate.clock().now().day());
      });
}

Result<ComplaintBoard> complaint_board(store::Database& database, base::Date today) {
  const auto view = KENPO_TRY(database.read());
  return ComplaintBoard{KENPO_TRY(count_open(view)), KENPO_TRY(count_overdue(view, today))};
}

}  // namespace kenpo::complaint
