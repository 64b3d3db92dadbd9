// Consents of persons to the use of older data, in the store.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "request/purpose_consent.h"
#include "request/request_store.h"

namespace kenpo::request {

/// `pair` is the number of the row of the notice, from 1.
inline constexpr store::Table purpose_consent_table{
    .name = "purpose_consent",
    .japanese = "以前の情報の利用への同意",
    .subject = store::Subject::person,
    .statute = notice::Statute::request_of_person,
    .timed = store::Timed::yes,  // valid from the day on which it was given
    .clear = {{"consent", store::Kind::id}, {"pair", store::Kind::integer},
              {"by", store::Kind::id}},
    .personal = {{"evidence", store::Kind::text}},
    .indexes = {{.columns = {"consent"}}}};

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const PurposeConsent& consent);
/// Those that stand, the newest first.
base::Result<std::vector<PurposeConsent>> standing_consents(const store::View& view,
                                                            const RequestAccess& access);
/// 1, or 0 when it had ended before or does not exist.
base::Result<std::size_t> end_consent(store::Transaction& transaction, const RequestAccess& access,
                                      const base::CaseId& consent, base::Moment now);

}  // namespace kenpo::request
