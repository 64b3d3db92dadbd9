// Screens of claims: `/claims`, `/claims/{id}` and those of one person, `/members/{id}/claims`.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/receipt_sheet.h"
#include "desk/data.h"
#include "desk/router.h"
#include "store/database.h"

namespace kenpo::claim {

/// The tables of a sheet, each as `sheet_table`; what the reviewing organisation changed is marked.
std::vector<desk::Data> sheet_sections(const ReceiptSheet& sheet);
/// 「1,234点」, home nursing 「11,100円」.
std::string amount_words(const Claim& claim, std::int64_t points);
/// Symbol and number as lists show them: nobody has asked for this one (公表事項2, P-3).
std::string masked_number(const Claim& claim);
/// 「入院」
const char* wording(Stay stay);

void add_claim_routes(desk::Router& router, store::Database& database);

}  // namespace kenpo::claim
