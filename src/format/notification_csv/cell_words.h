// What is said of one item that breaks its row of the layout. The place is added by the caller.
#pragma once

#include "base/fault.h"
#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

base::Fault is_missing();
base::Fault must_be_empty();
base::Fault is_too_long(const Item& item);
base::Fault is_too_short(const Item& item);
base::Fault is_not_allowed(const Item& item);
base::Fault is_not_digits();
base::Fault is_only_zeros();
base::Fault is_out_of_range(const Item& item);
base::Fault is_not_symbol();
base::Fault is_not_half_width();
base::Fault is_not_half_kana();
base::Fault is_not_full_width();
base::Fault lacks_kana_space();
base::Fault lacks_kanji_space();
base::Fault lacks_era();
base::Fault lacks_day();
base::Fault is_no_day();
base::Fault is_no_month();
base::Fault fails_check_digit();

/// Why a byte cannot stand in a notification at all.
enum class BadCharacter : std::uint8_t { quote, control, machine_dependent, user_defined, unknown };
base::Fault holds(BadCharacter bad);

}  // namespace kenpo::format::notification_csv
