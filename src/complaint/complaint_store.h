// Complaints in the store: the case without the person, and the person's words sealed. Each change
// is a new version of both.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/result.h"
#include "complaint/complaint.h"
#include "store/seal.h"

namespace kenpo::complaint {

/// People stand in it as random ids only.
inline constexpr store::Table complaint_case_table{
    .name = "complaint_case",
    .japanese = "苦情の事案",
    .timed = store::Timed::yes,  // valid from the day of receipt
    .clear = {{"complaint", store::Kind::id},
              {"state", store::Kind::integer},
              {"channel", store::Kind::integer},
              {"class", store::Kind::integer},
              {"first_due", store::Kind::date},
              {"answer_due", store::Kind::date},
              {"first_answered_at", store::Kind::moment, store::Presence::optional},
              {"answered_at", store::Kind::moment, store::Presence::optional},
              {"complained_of", store::Kind::id, store::Presence::optional},
              {"decided_by", store::Kind::id, store::Presence::optional},
              {"about", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"complaint"}}, {.columns = {"state", "first_due"}}}};

/// The subject is whoever complains, known or not, a new one for each complaint.
inline constexpr store::Table complaint_text_table{.name = "complaint_text",
                                                   .japanese = "苦情の内容",
                                                   .subject = store::Subject::person,
                                                   .statute = notice::Statute::complaint_handling,
                                                   .timed = store::Timed::yes,
                                                   .clear = {{"complaint", store::Kind::id}},
                                                   .personal = {{"name", store::Kind::text},
                                                                {"contact", store::Kind::text},
                                                                {"words", store::Kind::text},
                                                                {"first_answer", store::Kind::text},
                                                                {"answer", store::Kind::text},
                                                                {"cause", store::Kind::text},
                                                                {"prevention", store::Kind::text}},
                                                   .indexes = {{.columns = {"complaint"}}}};
using ComplaintBasis = store::Basis<notice::Statute::complaint_handling>;

inline constexpr std::array<const store::Table*, 2> tables = {&complaint_case_table,
                                                              &complaint_text_table};

/// The cases that a screen shows; the newest come first.
inline constexpr int complaints_shown_limit = 300;

/// Adds a version of both; those that stand are withdrawn.
base::Result<> put(store::Transaction& transaction, const ComplaintBasis& basis,
                   const Complaint& complaint, base::Moment now);
base::Result<std::optional<Complaint>> find_complaint(const store::View& view,
                                                      const ComplaintBasis& basis,
                                                      const ComplaintId& id);
base::Result<std::vector<ComplaintCase>> list_cases(const store::View& view);
/// Received on the days, with their words: for the year's report.
base::Result<std::vector<Complaint>> complaints_between(const store::View& view,
                                                        const ComplaintBasis& basis,
                                                        base::Date from, base::Date to);
base::Result<std::int64_t> count_open(const store::View& view);
base::Result<std::int64_t> count_overdue(const store::View& view, base::Date today);
/// By the public form on the day.
base::Result<std::int64_t> count_web(const store::View& view, base::Date day);

}  // namespace kenpo::complaint
