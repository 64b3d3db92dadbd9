// What a notification changes, line by line as the review shows it.
#pragma once

#include <vector>

#include "desk/components.h"
#include "eligibility/link_page.h"
#include "eligibility/notification_act.h"

namespace kenpo::eligibility {

/// Whether numbers and addresses are shown: somebody asked for them (公表事項2, P-3).
enum class Identifiers : std::uint8_t { hidden, shown };

/// Rows of 項目, 今の台帳, 決裁のあと.
std::vector<std::vector<desk::Cell>> change_rows(const NotificationView& shown,
                                                 const EstablishmentNames& names,
                                                 Identifiers identifiers);
/// Rows of 判断, 結果, 条文.
std::vector<std::vector<desk::Cell>> basis_rows(const NotificationEffect& effect);

}  // namespace kenpo::eligibility
