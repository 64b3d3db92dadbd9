#include "complaint/complaint_rule.h"

#include "law/book.h"
#include "law/business_days.h"

namespace kenpo::complaint {

namespace {

using base::Result;

base::Fault answer_fault(base::Words why) {
  return {.what = {"この回答は登録できません。", "The answer cannot be entered."},
          .why = std::move(why),
          .mend = {},
          .place = {}};
}

bool first_in_time(const ComplaintCase& facts) {
  return facts.first_answered_at && facts.first_answered_at->day() <= facts.dates.first_due;
}

}  // namespace

Result<ComplaintDates> complaint_dates(base::Date received_on) {
  const auto& book = law::Book::carried();
  const auto first = KENPO_TRY(book.count("complaint.first_answer", received_on)).value;
  const auto answer = KENPO_TRY(book.count("complaint.answer", received_on)).value;
  return ComplaintDates{.first_due = KENPO_TRY(law::plus_business_days(received_on, first)),
                        .answer_due = KENPO_TRY(law::plus_business_days(received_on, answer))};
}

Result<> check_answer(const ComplaintCase& facts, ComplaintState to, const base::StaffId& decider) {
  const auto before = static_cast<int>(to) - 1;
  if (static_cast<int>(facts.state) != before) {
    return answer_fault({"受付、最初の回答、回答、完了の順に進みます。",
                         "Receipt, first answer, answer and end follow each other."});
  }
  // Whoever handled the data does not decide about it (privacy.md 1.6).
  if (to == ComplaintState::answered && facts.complained_of == decider) {
    return answer_fault({"苦情を申し出られた本人は、回答を決められません。",
                         "Nobody decides about a complaint of his own handling."});
  }
  return base::Done{};
}

ComplaintReport report_of(const std::vector<Complaint>& complaints, int fiscal_year,
                          base::Date today) {
  ComplaintReport report{.fiscal_year = fiscal_year};
  for (const auto& [facts, text] : complaints) {
    if (facts.received_on.in_month().fiscal_year() != fiscal_year) continue;
    ++report.received;
    if (facts.state == ComplaintState::closed) ++report.closed;
    if (first_in_time(facts)) ++report.first_in_time;
    const bool late =
        !first_in_time(facts) && (facts.first_answered_at || facts.dates.first_due < today);
    if (late) ++report.first_late;
    if (text.name.empty()) ++report.nameless;
    ++report.by_channel.at(static_cast<std::size_t>(facts.channel) - 1);
    ++report.by_class.at(static_cast<std::size_t>(facts.one) - 1);
    if (!text.prevention.empty()) report.preventions.push_back(text.prevention);
  }
  return report;
}

}  // namespace kenpo::complaint
