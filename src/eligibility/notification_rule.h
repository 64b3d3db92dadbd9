// What a notification changes in the ledger, and why; or why it cannot be.
#pragma once

#include "base/result.h"
#include "eligibility/notification_effect.h"

namespace kenpo::eligibility {

/// Refused, with the words of the office: an acquisition outside the establishment's cover, at 75
/// or while insured there; a loss that is not after the acquisition or not the day that follows
/// from its reason; a change of somebody who is not in the ledger; a number that is taken; an
/// application for voluntary continuation that art 37 does not allow; what has not begun and is
/// ended; a day before the birth.
base::Result<NotificationEffect> effect_of(const Notification& notification,
                                           const NotificationFacts& facts);

/// The parts, for effect_of only: each in a file of its own.
base::Result<NotificationEffect> effect_of_acquisition(const Notification& notification,
                                                       const NotificationFacts& facts);
base::Result<NotificationEffect> effect_of_loss(const Notification& notification,
                                                const NotificationFacts& facts);
/// 所属変更 and 同日得喪
base::Result<NotificationEffect> effect_of_continuation(const Notification& notification,
                                                        const NotificationFacts& facts);
base::Result<NotificationEffect> effect_of_personal_change(const Notification& notification,
                                                           const NotificationFacts& facts);
/// 短時間労働者 from or until a day within the period.
base::Result<NotificationEffect> effect_of_short_hours_change(const Notification& notification,
                                                              const NotificationFacts& facts);
base::Result<NotificationEffect> effect_of_dependent(const Notification& notification,
                                                     const NotificationFacts& facts);
/// 任意継続 and 特例退職
base::Result<NotificationEffect> effect_of_voluntary(const Notification& notification,
                                                     const NotificationFacts& facts);
base::Result<NotificationEffect> effect_of_circumstance(const Notification& notification,
                                                        const NotificationFacts& facts);

/// A refusal in the words of the office.
base::Fault notification_refusal(base::Words what, base::Words why, base::Words mend);
/// The period that the notification is about; a refusal when it is not in the ledger.
base::Result<InsuredPeriod> concerned_period(const Notification& notification,
                                             const NotificationFacts& facts);
/// Refuses a day outside the establishment's time of cover.
base::Result<> check_cover(const Establishment& establishment, base::Date on);
/// 健康保険法40条・42条: refused on a day for which the law book has no grades or no age of the end.
base::Result<> check_figures_on(base::Date on);
/// 健康保険法3条1項7号: refused from 75 on.
base::Result<> check_age_at(base::Date born, base::Date on);
/// The conditions of short hours as lines of the basis, with a caution when they are not met or not
/// notified. Nothing for somebody with ordinary hours.
base::Result<> judge_short_hours(const Notification& notification,
                                 const NotificationFacts& facts, NotificationEffect& effect);
/// Ends every dependent link that goes on after `last` (the last day of the insured person).
void end_links(const NotificationFacts& facts, base::Date last, NotificationEffect& effect);
/// 国内居住要件 of somebody who becomes a dependent; the exception is a circumstance of theirs.
base::Result<> judge_residence(const Notification& notification, const NotificationFacts& facts,
                               const InsuredPeriod& period, const base::PersonId& dependent,
                               NotificationEffect& effect);
/// The exception begins or ends for a dependent; false: the notification tells of neither.
base::Result<bool> change_residence(const Notification& notification,
                                    const NotificationFacts& facts, const InsuredPeriod& period,
                                    const base::PersonId& dependent, NotificationEffect& effect);
/// The exception of a dependent who ceases ends with the last day.
void end_residence(const NotificationFacts& facts, const DependentLink& link,
                   NotificationEffect& effect);
/// The number of the notification, or the next free one; a refusal when it is taken.
base::Result<std::string> number_for(const Notification& notification,
                                     const NotificationFacts& facts);
/// The pay that stands on the notification, to be determined for the new period (art 42).
NotifiedPay acquisition_pay(const Notification& notification, const InsuredPeriod& period);

}  // namespace kenpo::eligibility
