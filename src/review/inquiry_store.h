// Inquiries to patients and their answers in the store.
#pragma once

#include <optional>

#include "base/result.h"
#include "review/finding_store.h"
#include "review/inquiry.h"

namespace kenpo::review {

inline constexpr store::Table injury_inquiry_table{
    .name = "injury_inquiry",
    .japanese = "負傷原因の照会",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"finding", store::Kind::id},
              {"claim", store::Kind::id},
              {"issued_on", store::Kind::date},
              {"answer_by", store::Kind::date},
              {"issued_by", store::Kind::id}},
    .indexes = {{.columns = {"finding"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "issued_on"};

inline constexpr store::Table injury_answer_table{
    .name = "injury_answer",
    .japanese = "負傷原因の回答",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"finding", store::Kind::id}, {"answered_on", store::Kind::date}},
    .personal = {{"cause", store::Kind::integer}, {"words", store::Kind::text}},
    .indexes = {{.columns = {"finding"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "answered_on"};

base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const Inquiry& inquiry);
base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const Inquiry& inquiry, const InquiryAnswer& answer);
/// Files the inquiry about a finding, with its answer, under another person.
base::Result<> move_inquiry(store::Transaction& transaction, const FindingAccess& access,
                            const FindingId& finding, const base::PersonId& to);
/// With its answer.
base::Result<std::optional<Inquiry>> find_inquiry(const store::View& view,
                                                  const FindingAccess& access,
                                                  const FindingId& finding);

}  // namespace kenpo::review
