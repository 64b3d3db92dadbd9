// Acts of the complaint desk: taking in, answering, deciding, the year's report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "complaint/complaint.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::complaint {

/// 苦情の受付 (個人情報保護法40条): by staff, or by the public form through the program.
inline constexpr notice::Operation take_complaint_operation{
    .name = "complaint.take",
    .japanese = "苦情の受付",
    .verb = notice::Verb::write,
    .statute = notice::Statute::complaint_handling,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation show_complaints_operation{
    .name = "complaint.show",
    .japanese = "苦情の表示",
    .statute = notice::Statute::complaint_handling};
/// How to reach who complained, which the page hides until somebody asks: an act of its own with a
/// leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation reveal_complaint_operation{
    .name = "complaint.reveal",
    .japanese = "苦情の申出人の連絡先の表示",
    .statute = notice::Statute::complaint_handling};
inline constexpr notice::Operation answer_complaint_operation{
    .name = "complaint.answer",
    .japanese = "苦情への回答",
    .verb = notice::Verb::write,
    .statute = notice::Statute::complaint_handling};

/// The public form takes so many a day: more are no complaints but a flood; the telephone stays.
inline constexpr std::int64_t web_complaints_a_day = 50;

struct ComplaintOffice {
  notice::Gate& gate;
  store::Database& database;
};

/// What comes in.
struct ComplaintIntake {
  ComplaintChannel channel = ComplaintChannel::telephone;
  ComplaintClass one = ComplaintClass::other;
  base::Date received_on;
  std::string name;     // may be empty
  std::string contact;  // may be empty
  std::string words;
  std::optional<base::PersonId> about = std::nullopt;
  std::optional<base::StaffId> complained_of = std::nullopt;
};

/// Refused: no words, texts that are too long, a day that is to come, and by the public form more
/// than `web_complaints_a_day`.
base::Result<ComplaintCase> take_complaint(ComplaintOffice office, const notice::Acting& acting,
                                           const ComplaintIntake& intake);
base::Result<std::vector<ComplaintCase>> show_complaints(ComplaintOffice office,
                                                         const notice::Acting& acting);
base::Result<Complaint> show_complaint(ComplaintOffice office, const notice::Acting& acting,
                                       const ComplaintId& id);
/// The same for whoever asked for the contact.
base::Result<Complaint> reveal_complaint(ComplaintOffice office, const notice::Acting& acting,
                                         const ComplaintId& id);

/// Whose data it is about, when that was not known at the intake; not once it is closed, and not a
/// second time.
base::Result<> name_member(ComplaintOffice office, const notice::Acting& acting,
                           const ComplaintId& id, const base::PersonId& member);
/// The first answer: that it is looked into, and until when.
base::Result<> give_first_answer(ComplaintOffice office, const notice::Acting& acting,
                                 const ComplaintId& id, const std::string& words);
/// The answer with cause and prevention, none of them empty; not by the one complained of.
base::Result<> give_answer(ComplaintOffice office, const notice::Acting& acting,
                           const ComplaintId& id, const std::string& answer,
                           const std::string& cause, const std::string& prevention);
base::Result<> close_complaint(ComplaintOffice office, const notice::Acting& acting,
                               const ComplaintId& id);

base::Result<ComplaintReport> year_report(ComplaintOffice office, const notice::Acting& acting,
                                          int fiscal_year);

/// For the home board: no personal data.
struct ComplaintBoard {
  std::int64_t open = 0;
  std::int64_t overdue = 0;
};
base::Result<ComplaintBoard> complaint_board(store::Database& database, base::Date today);

}  // namespace kenpo::complaint
