// A row that was added for new data only does not reach what the society held before (17条2項). With
// the consent of one person it reaches the data of this person, and of nobody else (18条1項), until
// the person takes it back.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/purpose_consent.h"
#include "request/request_office.h"

namespace kenpo::request {

inline constexpr notice::Operation consent_load_operation{
    .name = "purpose_consent.load",
    .japanese = "以前の情報の利用への同意の読込",
    .statute = notice::Statute::request_of_person,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation consent_list_operation{
    .name = "purpose_consent.list",
    .japanese = "以前の情報の利用への同意の一覧",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation consent_change_operation{
    .name = "purpose_consent.change",
    .japanese = "以前の情報の利用への同意の登録と撤回",
    .verb = notice::Verb::write,
    .statute = notice::Statute::request_of_person};

/// Hands the store every consent that stands: at the start, and after each change.
base::Result<> load_consents(notice::Gate& gate, store::Database& database);

base::Result<std::vector<PurposeConsent>> list_consents(RequestOffice& office,
                                                        const notice::Acting& acting);

/// Keeps the consent; the row reaches the person's older data from the next request on. Refused: no
/// evidence, a day that is to come, somebody who is not in the ledger, the same consent twice.
base::Result<> give_consent(RequestOffice& office, const notice::Acting& acting,
                            const PurposeConsent& consent);

/// The person takes it back: the row no longer reaches the older data from the next request on.
/// Refused: a consent that does not stand.
base::Result<> withdraw_consent(RequestOffice& office, const notice::Acting& acting,
                                const base::CaseId& consent);

}  // namespace kenpo::request
