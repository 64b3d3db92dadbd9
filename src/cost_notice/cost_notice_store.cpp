#include "cost_notice/cost_notice_store.h"

#include <utility>

namespace kenpo::cost_notice {

namespace of_notices {

using base::Result;
using ConsentRecord = store::Record<consent_table>;
using RunRecord = store::Record<notice_run_table>;
using StepRecord = store::Record<notice_run_step_table>;
using PaperRecord = store::Record<notice_paper_table>;
using CheckRecord = store::Record<visit_check_table>;

NoticeRun run_from(const RunRecord& record) {
  return {.id = record.get<NoticeRunId>("run"),
          .period = {record.get<base::Month>("first_month"),
                     record.get<base::Month>("last_month")},
          .notices = record.get<std::int64_t>("notices"),
          .list_hash = record.get<std::string>("list_hash"),
          .made_by = record.get<base::StaffId>("made_by"),
          .made_at = record.get<base::Moment>("made_at")};
}

VisitCheck check_from(const CheckRecord& record) {
  return {.id = record.get<VisitCheckId>("visit_check"),
          .person = record.subject(),
          .claim = record.get<claim::ClaimId>("claim"),
          .received_on = record.times().valid_from,
          .words = record.get<std::string>("words"),
          .outcome = record.get<VisitOutcome>("outcome"),
          .finding = record.get<std::string>("finding"),
          .decided_at = record.times().decided_at};
}

Result<NoticeRun> with_steps(const store::View& view, NoticeRun run) {
  KENPO_TRY(store::each<notice_run_step_table>(
      view, store::no_personal_data, {"run = $1", "ORDER BY row_id"}, {run.id},
      [&](const StepRecord& record) {
        run.last = record.get<NoticeRunStep>("step");
        if (*run.last == NoticeRunStep::counted) {
          run.counted = record.get<std::int64_t>("counted");
        }
      }));
  return run;
}

Result<std::vector<store::RowId>> consents_standing(const store::View& view,
                                                    const NoticeAccess& access,
                                                    const base::PersonId& person) {
  return store::list<consent_table>(view, access, {"subject_id = $1 AND withdrawn_at = $2"},
                                    {person, store::not_withdrawn},
                                    [](const ConsentRecord& record) { return record.row(); });
}

}  // namespace of_notices

base::Result<bool> withdraw_consent(store::Transaction& transaction, const NoticeAccess& access,
                                    const base::PersonId& person, base::Moment now) {
  const auto rows = KENPO_TRY(of_notices::consents_standing(transaction, access, person));
  for (const auto& row : rows) {
    KENPO_TRY(store::withdraw<consent_table>(transaction, access, row, now));
  }
  return !rows.empty();
}

base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const Consent& consent, base::Moment now) {
  KENPO_TRY(withdraw_consent(transaction, access, consent.person, now));
  store::Draft<consent_table> draft(
      consent.person, store::Times{.valid_from = consent.from, .decided_at = now});
  draft.set("evidence", consent.evidence);
  KENPO_TRY(store::insert<consent_table>(transaction, access, draft));
  return base::Done{};
}

base::Result<std::optional<Consent>> consent_of(const store::View& view,
                                                const NoticeAccess& access,
                                                const base::PersonId& person) {
  return store::find<consent_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2"}, {person, store::not_withdrawn},
      [](const of_notices::ConsentRecord& record) {
        return Consent{record.subject(), record.times().valid_from,
                       record.get<std::string>("evidence")};
      });
}

base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const NoticeRun& run, const std::vector<base::PersonId>& people) {
  store::Draft<notice_run_table> draft;
  draft.set("run", run.id)
      .set("first_month", run.period.from)
      .set("last_month", run.period.to)
      .set("notices", run.notices)
      .set("list_hash", run.list_hash)
      .set("made_by", run.made_by)
      .set("made_at", run.made_at);
  KENPO_TRY(store::insert<notice_run_table>(transaction, store::no_personal_data, draft));
  int place = 0;
  for (const auto& person : people) {
    store::Draft<notice_paper_table> paper(person);
    paper.set("run", run.id)
        .set("place", ++place)
        .set("first_month", run.period.from)
        .set("last_month", run.period.to)
        .set("at", run.made_at);
    KENPO_TRY(store::insert<notice_paper_table>(transaction, access, paper));
  }
  return base::Done{};
}

base::Result<> put(store::Transaction& transaction, const NoticeRunId& run,
                   const NoticeRunDone& done) {
  store::Draft<notice_run_step_table> draft;
  draft.set("run", run)
      .set("step", done.step)
      .set("at", done.at)
      .set("by_staff", done.by)
      .set("counted", done.counted);
  KENPO_TRY(store::insert<notice_run_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

base::Result<std::optional<NoticeRun>> find_notice_run(const store::View& view,
                                                       const NoticeRunId& id) {
  const auto found = KENPO_TRY(store::find<notice_run_table>(
      view, store::no_personal_data, {"run = $1"}, {id}, of_notices::run_from));
  if (!found) return std::optional<NoticeRun>{};
  return std::optional(KENPO_TRY(of_notices::with_steps(view, *found)));
}

base::Result<std::vector<NoticeRun>> list_notice_runs(const store::View& view,
                                                      std::int64_t most) {
  auto runs = KENPO_TRY(store::list<notice_run_table>(
      view, store::no_personal_data, {"made_at >= $1", "ORDER BY row_id DESC LIMIT $2"},
      {base::Moment{}, most}, of_notices::run_from));
  for (auto& run : runs) run = KENPO_TRY(of_notices::with_steps(view, std::move(run)));
  return runs;
}

base::Result<std::vector<base::PersonId>> people_of_run(const store::View& view,
                                                        const NoticeAccess& access,
                                                        const NoticeRunId& run) {
  return store::list<notice_paper_table>(
      view, access, {"run = $1", "ORDER BY place"}, {run},
      [](const of_notices::PaperRecord& record) { return record.subject(); });
}

base::Result<std::set<base::PersonId>> noticed_people(const store::View& view,
                                                      const NoticeAccess& access,
                                                      const Period& period) {
  const auto papers = KENPO_TRY(store::list<notice_paper_table>(
      view, access, {"first_month = $1 AND last_month = $2"}, {period.from, period.to},
      [](const of_notices::PaperRecord& record) {
        return std::pair(record.get<NoticeRunId>("run"), record.subject());
      }));
  std::set<NoticeRunId> given_up;
  std::set<NoticeRunId> seen;
  std::set<base::PersonId> people;
  for (const auto& [id, person] : papers) {
    if (seen.insert(id).second) {
      const auto run = KENPO_TRY(find_notice_run(view, id));
      if (run && run->last == NoticeRunStep::dissolved) given_up.insert(id);
    }
    if (!given_up.contains(id)) people.insert(person);
  }
  return people;
}

base::Result<> put(store::Transaction& transaction, const NoticeAccess& access,
                   const VisitCheck& check, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<visit_check_table>(
      transaction, access, {"visit_check = $1 AND withdrawn_at = $2"},
      {check.id, store::not_withdrawn},
      [](const of_notices::CheckRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<visit_check_table>(transaction, access, row, now));
  }
  store::Draft<visit_check_table> draft(
      check.person, store::Times{.valid_from = check.received_on, .decided_at = now});
  draft.set("visit_check", check.id)
      .set("claim", check.claim)
      .set("outcome", check.outcome)
      .set("words", check.words)
      .set("finding", check.finding);
  KENPO_TRY(store::insert<visit_check_table>(transaction, access, draft));
  return base::Done{};
}

base::Result<std::optional<VisitCheck>> find_visit_check(const store::View& view,
                                                         const NoticeAccess& access,
                                                         const VisitCheckId& id) {
  return store::find<visit_check_table>(view, access, {"visit_check = $1 AND withdrawn_at = $2"},
                                        {id, store::not_withdrawn}, of_notices::check_from);
}

base::Result<std::vector<VisitCheck>> list_visit_checks(const store::View& view,
                                                        const NoticeAccess& access,
                                                        VisitOutcome outcome, std::int64_t most) {
  return store::list<visit_check_table>(
      view, access,
      {"outcome = $1 AND withdrawn_at = $2", "ORDER BY valid_from, row_id LIMIT $3"},
      {outcome, store::not_withdrawn, most}, of_notices::check_from);
}

}  // namespace kenpo::cost_notice
