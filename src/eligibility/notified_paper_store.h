// What notifications tell about papers, in the store.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/notified_paper.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table notified_paper_table{
    .name = "notified_paper",
    .japanese = "届書に書かれた資格確認書の要否・返納",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid from the day that the notification tells of
    .clear = {{"told", store::Kind::id},
              {"case_id", store::Kind::id},
              {"received_on", store::Kind::date}},
    .personal = {{"wanted", store::Kind::integer},
                 {"attached", store::Kind::integer},
                 {"not_returned", store::Kind::integer}},
    .indexes = {{.columns = {"told"}}, {.columns = {"decided_at"}}}};
using NotifiedPaperAccess = store::AccessTo<notified_paper_table>;

/// For readers of the table only.
NotifiedPaper notified_paper_from(const store::Record<notified_paper_table>& record);

/// Adds what was told, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const NotifiedPaperAccess& access,
                   const NotifiedPaper& told, base::Moment now);

/// What was told about the person's papers as known at the moment, the oldest first.
base::Result<std::vector<NotifiedPaper>> notified_papers_of(const store::View& view,
                                                            const NotifiedPaperAccess& access,
                                                            const base::PersonId& person,
                                                            base::Moment known_at);

/// Calls `act(person)` for everybody about whom something was told or taken back since the moment.
template <typename Act>
base::Result<> each_notified_paper_change(const store::View& view,
                                          const NotifiedPaperAccess& access, base::Moment since,
                                          Act&& act) {
  KENPO_TRY(store::each<notified_paper_table>(
      view, access, {"decided_at >= $1"}, {since},
      [&](const store::Record<notified_paper_table>& record) { act(record.subject()); }));
  return base::Done{};
}

}  // namespace kenpo::eligibility
