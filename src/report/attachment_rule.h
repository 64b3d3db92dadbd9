// Whether bytes may be kept as an attachment. Pure.
#pragma once

#include <string_view>

#include "base/result.h"
#include "report/attachment.h"

namespace kenpo::report {

/// The kind, by the first and the last bytes. Refused: nothing, more than attachment_limit_bytes,
/// anything but a whole PDF, PNG or JPEG, and a PDF that runs something or carries files
/// (公表事項2, 技術的安全管理措置: what is sent in is checked and never executed).
base::Result<AttachmentKind> check_attachment(std::string_view bytes);

/// Whether the papers of the notification tell of a dependent's income and family relationship:
/// then they are of that category of the notice.
bool is_of_household(eligibility::NotificationKind kind);

}  // namespace kenpo::report
