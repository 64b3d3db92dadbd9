// Tables and lists of what a change does, for its screens.
#pragma once

#include <string>
#include <vector>

#include "desk/components.h"
#include "eligibility/link_page.h"
#include "premium/change_effect.h"

namespace kenpo::premium {

/// Rows of a table of effects that a screen shows; the totals below it are of all months.
inline constexpr std::size_t effect_rows_limit = 72;  // three years of pay and bonus

/// 月ごとの訂正前・訂正後. Where a protected person works is shown to nobody.
desk::Data effects_table(const ChangeEffect& effect, const eligibility::EstablishmentNames& names);
/// 差額の内訳, with a row of totals for what is claimed and one for what is past the limitation.
desk::Data differences_table(const ChangeEffect& effect);
/// Rows with `words` and `article`: why premiums differ, and what has to be done besides.
std::vector<desk::Data> cause_rows(const ChangeEffect& effect);
std::vector<desk::Data> follow_up_rows(const ChangeEffect& effect);
/// Rows with `words` and `address`: claims and certificates.
std::vector<desk::Data> claim_rows(const std::vector<AffectedClaim>& claims);
std::vector<desk::Data> certificate_rows(const std::vector<AffectedCertificate>& certificates);
/// The whole of an effect for the template `change_effect_part`.
desk::Data effect_data(const ChangeEffect& effect, const eligibility::EstablishmentNames& names);

/// 「-9,064」 or 「+9,064」; 「0」
std::string signed_yen(base::Yen amount);

}  // namespace kenpo::premium
