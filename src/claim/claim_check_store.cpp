#include "claim/claim_check_store.h"

namespace kenpo::claim {

namespace {

using base::Result;
using store::Record;

ClaimCheck check_from(const Record<claim_check_table>& record) {
  ClaimCheck check;
  check.claim = record.get<ClaimId>("claim");
  check.checked_at = record.get<base::Moment>("checked_at");
  check.cause = record.get<CheckCause>("cause");
  check.before = record.get<Standing>("before");
  check.after = record.get<Standing>("after");
  check.moved = record.get<Moved>("moved");
  return check;
}

CheckRun run_from(const Record<claim_check_run_table>& record) {
  CheckRun run;
  run.ran_at = record.get<base::Moment>("ran_at");
  run.cause = record.get<CheckCause>("cause");
  run.claims = record.get<std::uint64_t>("claims");
  run.changed = record.get<std::uint64_t>("changed");
  return run;
}

}  // namespace

const char* wording(CheckCause cause) {
  return cause == CheckCause::late_notice ? "届書の後着" : "月次の点検";
}

Result<> put(store::Transaction& transaction, const ClaimCheckAccess& access,
             const base::PersonId& person, const ClaimCheck& check) {
  store::Draft<claim_check_table> draft(person);
  draft.set("claim", check.claim)
      .set("checked_at", check.checked_at)
      .set("cause", check.cause)
      .set("before", check.before)
      .set("after", check.after)
      .set("moved", check.moved);
  KENPO_TRY(store::insert<claim_check_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<ClaimCheck>> checks_of(const store::View& view,
                                          const ClaimCheckAccess& access, const ClaimId& claim) {
  return store::list<claim_check_table>(
      view, access, {"claim = $1 AND moved < $2", "ORDER BY checked_at, row_id"},
      {claim, Moved::away}, check_from);
}

Result<std::vector<base::PersonId>> earlier_people(const store::View& view,
                                                   const ClaimCheckAccess& access,
                                                   const ClaimId& claim) {
  return store::list<claim_check_table>(
      view, access, {"claim = $1 AND moved = $2", "ORDER BY row_id"}, {claim, Moved::away},
      [](const Record<claim_check_table>& record) { return record.subject(); });
}

Result<> put(store::Transaction& transaction, const CheckRun& run) {
  store::Draft<claim_check_run_table> draft;
  draft.set("ran_at", run.ran_at)
      .set("cause", run.cause)
      .set("claims", run.claims)
      .set("changed", run.changed);
  KENPO_TRY(store::insert<claim_check_run_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<CheckRun>> last_late_run(const store::View& view) {
  return store::find<claim_check_run_table>(
      view, store::no_personal_data, {"cause = $1", "ORDER BY ran_at DESC LIMIT 1"},
      {CheckCause::late_notice}, run_from);
}

}  // namespace kenpo::claim
