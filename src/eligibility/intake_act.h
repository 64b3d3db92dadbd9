// Taking in a notification file (SHFD0006.CSV): the whole file in one transaction, or nothing.
//
// Refused, with every such record of the file told at once (intake_words.h): an establishment that
// is not ours or not in its period of cover; a number that is not in the establishment's ledger; a
// birth date that is not the number's; a loss on or before the acquisition; an acquisition of
// someone whose period at the establishment runs; a number in use by someone else.
//
// Taken in and left for people (work_item.h): a look-alike (same kana and birth date), a period
// that overlaps one at another establishment, a name that differs, no individual number, two
// workplaces, dependents to come, a day of loss that differs from the one decided before, pay
// notified for a time without status; an acquisition that comes sixty days late or later, or after
// the limitation; short hours, whose conditions no file tells.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/plain.h"
#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

inline constexpr notice::Operation notification_intake{
    .name = "notification.intake",
    .japanese = "届書ファイルの取込み",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .runner = notice::Runner::staff_or_program,
    .on_the_way = {number_linkage}};

enum class IntakeOutcome : std::uint8_t { taken, already_taken };

struct Intake {
  IntakeOutcome outcome = IntakeOutcome::taken;
  base::CaseId case_id;  // of this file; of the first intake when it was taken before
  base::EstablishmentId establishment;
  base::Moment taken_at = {};
  std::int64_t acquisitions = 0;
  std::int64_t losses = 0;
  std::int64_t pay_notifications = 0;
  std::int64_t dependents = 0;  // cases of dependents that wait for the review
  std::int64_t unchanged = 0;  // records that say what the ledger says already
  std::int64_t work_items = 0;
};

/// Takes the file in. `file_name` is for the places of faults. The same bytes twice change nothing
/// and say so.
base::Result<Intake> take_in_notifications(Ledger& ledger, const notice::Acting& acting,
                                           std::string_view bytes, const base::Plain& file_name);

}  // namespace kenpo::eligibility
