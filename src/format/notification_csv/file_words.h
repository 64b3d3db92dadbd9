// What is said of a file or line that is not built as a notification file. The place is added by
// the caller.
#pragma once

#include <string_view>

#include "base/fault.h"

namespace kenpo::format::notification_csv {

base::Fault file_is_too_large();
base::Fault file_is_empty();
base::Fault file_is_utf8();
base::Fault line_break_is_wrong();
base::Fault last_line_is_open();
base::Fault end_mark_is_there();
base::Fault line_is_blank();
base::Fault head_is_short();
base::Fault mark_is_missing(std::string_view mark);
base::Fault item_count_differs(int expected, int found);
base::Fault form_is_not_read(std::string_view code, std::string_view name);
base::Fault form_is_unknown(std::string_view code);
base::Fault nothing_is_notified();
base::Fault more_faults_follow();

/// For the writer: a character that Shift_JIS or the form does not have, and a comma or line end.
base::Fault cannot_be_written();

}  // namespace kenpo::format::notification_csv
