// Consents, runs and answers of the medical cost notice in the store.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "base/result.h"
#include "cost_notice/cost_notice.h"
#include "store/seal.h"

namespace kenpo::cost_notice {

/// Of the person whose receipts may stand in the insured person's notice.
inline constexpr store::Table consent_table{
    .name = "cost_notice_consent",
    .japanese = "医療費通知を世帯でまとめる同意",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .timed = store::Timed::yes,
    .personal = {{"evidence", store::Kind::text}}};

inline constexpr store::Table notice_run_table{
    .name = "cost_notice_run",
    .japanese = "医療費通知の印刷",
    .untimed = store::Untimed::event,
    .clear = {{"run", store::Kind::id},
              {"first_month", store::Kind::month},
              {"last_month", store::Kind::month},
              {"notices", store::Kind::integer},
              {"list_hash", store::Kind::text},
              {"made_by", store::Kind::id},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"run"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table notice_run_step_table{
    .name = "cost_notice_run_step",
    .japanese = "医療費通知の印刷の手続",
    .untimed = store::Untimed::event,
    .clear = {{"run", store::Kind::id},
              {"step", store::Kind::integer},
              {"at", store::Kind::moment},
              {"by_staff", store::Kind::id},
              {"counted", store::Kind::integer}},
    .indexes = {{.columns = {"run", "step"}, .uniqueness = store::Uniqueness::one}}};

/// One notice of a run: to whom, in which place.
inline constexpr store::Table notice_paper_table{
    .name = "cost_notice_paper",
    .japanese = "医療費通知の送付先",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::part,
    .part_of = "cost_notice_run",
    .clear = {{"run", store::Kind::id},
              {"place", store::Kind::integer},
              {"first_month", store::Kind::month},
              {"last_month", store::Kind::month},
              {"at", store::Kind::moment}},
    .indexes = {{.columns = {"run", "place"}}, {.columns = {"first_month", "last_month"}}},
    .acquired = "at"};

inline constexpr store::Table visit_check_table{
    .name = "cost_notice_answer",
    .japanese = "医療費通知への回答と調査",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .timed = store::Timed::yes,  // valid from the day of the answer
    .clear = {{"visit_check", store::Kind::id},
              {"claim", store::Kind::id},
              {"outcome", store::Kind::integer}},
    .personal = {{"words", store::Kind::text}, {"finding", store::Kind::text}},
    .indexes = {{.columns = {"visit_check"}}, {.columns = {"outcome"}}}};

using NoticeAccess = store::AccessTo<consent_table>;

base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const Consent& consent, base::Moment now);
/// False: there is none to withdraw.
base::Result<bool> withdraw_consent(store::Transaction& transaction, const NoticeAccess& access,
                                    const base::PersonId& person, base::Moment now);
base::Result<std::optional<Consent>> consent_of(const store::View& view,
                                                const NoticeAccess& access,
                                                const base::PersonId& person);

base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const NoticeRun& run, const std::vector<base::PersonId>& people);
struct NoticeRunDone {
  NoticeRunStep step = NoticeRunStep::released;
  base::Moment at = {};
  base::StaffId by = base::StaffId::draw();
  std::int64_t counted = 0;
};
base::Result<> put(store::Transaction& transaction, const NoticeRunId& run,
                   const NoticeRunDone& done);
base::Result<std::optional<NoticeRun>> find_notice_run(const store::View& view,
                                                       const NoticeRunId& id);
/// The latest first, at most `most`.
base::Result<std::vector<NoticeRun>> list_notice_runs(const store::View& view, std::int64_t most);
/// In the order of the run.
base::Result<std::vector<base::PersonId>> people_of_run(const store::View& view,
                                                        const NoticeAccess& access,
                                                        const NoticeRunId& run);
/// Who stands in a run of the period that was not given up.
base::Result<std::set<base::PersonId>> noticed_people(const store::View& view,
                                                      const NoticeAccess& access,
                                                      const Period& period);

/// Adds the answer, or decides it anew.
base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const VisitCheck& check, base::Moment now);
base::Result<std::optional<VisitCheck>> find_visit_check(const store::View& view,
                                                         const NoticeAccess& access,
                                                         const VisitCheckId& id);
/// Those in the state, the oldest first, at most `most`.
base::Result<std::vector<VisitCheck>> list_visit_checks(const store::View& view,
                                                        const NoticeAccess& access,
                                                        VisitOutcome outcome, std::int64_t most);

}  // namespace kenpo::cost_notice
