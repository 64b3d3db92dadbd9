// A notification that is not decided yet is corrected: what was typed comes back into the form, and
// what stood before is kept.
#pragma once

#include <optional>
#include <string>

#include "eligibility/notification_act.h"

namespace kenpo::eligibility {

/// What was typed, for the form: for those who may enter one.
inline constexpr notice::Operation notification_typed{
    .name = "notification.typed",
    .japanese = "届書を直す画面",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 届書の修正
inline constexpr notice::Operation notification_edit{
    .name = "notification.edit",
    .japanese = "届書の修正",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .on_the_way = {number_linkage}};

/// A notification as it was typed, with what the form names by symbol and number.
struct TypedBefore {
  Notification notification;
  std::string symbol = {};
  std::string insured_number = {};
  std::optional<base::Date> known_born = {};
  std::string to_symbol = {};
  int branch = 0;
  bool sheltered = false;  // protected: neither the address nor the symbol is among it
};

/// Nullopt: no such notification. Refused: outside the handler's establishments; one that waits for
/// a decision or is closed.
base::Result<std::optional<TypedBefore>> typed_before(
    const notice::Permit<notification_typed>& permit, Ledger& ledger, const NotificationId& id);

/// Puts what was typed anew; what stood before is kept with the time and the clerk. For review,
/// what the rules refuse is refused; held, it is kept. Refused: as typed_before; another person or
/// establishment. An empty address of a protected person leaves the one that was typed.
base::Result<Notification> edit_notification(
    Ledger& ledger, const notice::Acting& acting, const NotificationId& id,
    NotificationEntry entry, Entering entering,
    std::optional<base::IndividualNumber> individual_number = std::nullopt);

}  // namespace kenpo::eligibility
