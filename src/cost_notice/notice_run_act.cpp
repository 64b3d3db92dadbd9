#include <algorithm>
#include <set>
#include <variant>

#include "base/hash.h"
#include "claim/claim_store.h"
#include "cost_notice/cost_notice_act.h"
#include "cost_notice/notice_reading_act.h"
#include "eligibility/protection_store.h"
#include "eligibility/scope.h"
#include "store/under.h"

namespace kenpo::cost_notice {

namespace of_notice_runs {

using base::PersonId;
using base::Result;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

/// Claims come in up to this many months after the treatment; a later one is in the next notice.
constexpr int late_months = 6;

base::Fault run_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

base::Fault not_at_this_stage() {
  return run_fault({"いまはこの手続をする段階ではありません。", "Not at this stage of the run."},
                   {"作成・決裁・印刷・枚数の確認・発送の順に進みます。",
                    "Made, released, printed, counted, sent: in this order."});
}

base::StaffId person_in(const Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  KENPO_REQUIRE(staff != nullptr);  // the operations of this file are for people only
  return *staff;
}

Result<NoticeRun> known_notice_run(const store::View& view, const NoticeRunId& id) {
  const auto run = KENPO_TRY(find_notice_run(view, id));
  if (run) return *run;
  return run_fault({"この印刷は台帳にありません。", "There is no such run."},
                   {"一覧から開き直してください。", "Open it again from the list."});
}

std::string hash_of_people(const std::vector<PersonId>& people) {
  std::string text;
  for (const auto& person : people) text += std::string(person.text()) + "\n";
  return base::sha256_hex(text);
}

/// The people with a receipt of the period that is to be told, in the order of their ids.
Result<std::set<PersonId>> treated_people(const store::View& view, const NoticeKeys& keys,
                                          const Period& period) {
  std::set<PersonId> people;
  const auto last = period.to.plus(late_months);
  for (auto month = period.from; month <= last; month = month.plus(1)) {
    KENPO_TRY(claim::each_claim(view, keys.claims, month, [&](const claim::Claim& claim) {
      const bool told = claim.in_cost_notice && claim.standing == claim::Standing::valid;
      if (!told || claim.treated_in < period.from || period.to < claim.treated_in) return;
      people.insert(claim.person);
    }));
  }
  return people;
}

/// Whom a run of the period is still to reach.
Result<std::vector<PersonId>> people_waiting(const notice::Recorder& recorder,
                                             const store::View& view, const NoticeKeys& keys,
                                             const Period& period, base::Moment now) {
  const auto sheltered = KENPO_TRY(eligibility::protected_people(view, keys.member));
  const std::set<PersonId> alone(sheltered.begin(), sheltered.end());
  const auto noticed = KENPO_TRY(noticed_people(view, keys.claims, period));
  std::set<PersonId> chosen;
  std::vector<PersonId> waiting;
  for (const auto& patient : KENPO_TRY(treated_people(view, keys, period))) {
    if (static_cast<std::int64_t>(waiting.size()) == run_notices_limit) break;
    const auto person = KENPO_TRY(addressee_of(view, keys, patient, now));
    if (alone.contains(person) || noticed.contains(person)) continue;
    const auto place = KENPO_TRY(establishment_of(view, keys, person, now));
    if (!eligibility::in_scope(recorder, place)) continue;
    if (chosen.insert(person).second) waiting.push_back(person);
  }
  return waiting;
}

Result<> release_run(const staff::Execution& execution) {
  const auto id = NoticeRunId::parse(execution.change.subject);
  if (!id) return not_at_this_stage();
  const auto run = KENPO_TRY(known_notice_run(execution.transaction, *id));
  const auto second = person_in(execution.acting);
  if (run.last || run.made_by == second ||
      run.list_hash != execution.change.after("list_hash")) {
    return not_at_this_stage();
  }
  return put(execution.transaction, *id,
             NoticeRunDone{.step = NoticeRunStep::released,
                           .at = execution.gate.clock().now(),
                           .by = second});
}

std::string run_field_label(std::string_view field) {
  if (field == "notices") return "通数";
  if (field == "period") return "診療月";
  return "送付先の一覧のSHA-256";
}

/// One step of a run: refused unless it stands at `before`.
Result<> keep_step(Ledger& ledger, const Acting& acting, const NoticeRunId& id,
                   std::optional<NoticeRunStep> before, NoticeRunStep step,
                   std::optional<std::int64_t> counted) {
  return store::write_under<cost_notice_run_keep>(
      ledger, acting,
      [&](const Permit<cost_notice_run_keep>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto run = KENPO_TRY(known_notice_run(transaction, id));
        if (run.last != before) return not_at_this_stage();
        if (counted && *counted != run.notices) {
          return run_fault({"数えた通数が合いません。決裁した数は" + base::Plain(run.notices) +
                                "通です。",
                            "The count does not agree: " + base::Plain(run.notices) +
                                " were released."},
                           {"数え直してください。紛れた1通は他人の手に渡るおそれがあります。",
                            "Count again: one that went astray may reach somebody else."});
        }
        return put(transaction, id,
                   NoticeRunDone{.step = step,
                                 .at = now,
                                 .by = person_in(acting),
                                 .counted = counted.value_or(0)});
      });
}

}  // namespace of_notice_runs

base::Result<NoticeRunId> make_notice_run(eligibility::Ledger& ledger,
                                          const notice::Acting& acting, const Period& period) {
  using namespace of_notice_runs;
  if (period.to < period.from || period.to >= period.from.plus(period_months_limit)) {
    return run_fault({"期間が正しくありません。", "The period is wrong."},
                     {"終わりの月は始まりの月以後、5年以内にしてください。",
                      "The last month is not before the first, within five years."});
  }
  return store::write_under<cost_notice_run_make>(
      ledger, acting,
      [&](const Permit<cost_notice_run_make>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<NoticeRunId> {
        const NoticeKeys keys{
            .claims = NoticeAccess(permit.grant<notice::Purpose::medical_cost_notice>()),
            .member = eligibility::MemberAccess(
                permit.grant<notice::Purpose::member_administration>())};
        const auto people =
            KENPO_TRY(people_waiting(permit.recorder(), transaction, keys, period, now));
        if (people.empty()) {
          return run_fault({"通知を待っている人がいません。", "Nobody waits for a notice."},
                           {"期間を確かめてください。保護の対象の人は、一人ずつ作ります。",
                            "Check the period. Protected people get theirs one by one."});
        }
        const NoticeRun run{.period = period,
                            .notices = static_cast<std::int64_t>(people.size()),
                            .list_hash = hash_of_people(people),
                            .made_by = person_in(acting),
                            .made_at = now};
        KENPO_TRY(put(transaction, keys.claims, run, people));
        return run.id;
      });
}

base::Result<std::vector<NoticeRun>> list_runs(eligibility::Ledger& ledger,
                                               const notice::Acting& acting) {
  return store::read_under<cost_notice_run_list>(
      ledger, acting,
      [](const notice::Permit<cost_notice_run_list>&, const store::View& view) {
        return list_notice_runs(view, runs_shown_limit);
      });
}

base::Result<base::CaseId> propose_notice_run(eligibility::Ledger& ledger,
                                              staff::Approvals& approvals,
                                              const notice::Acting& acting,
                                              const NoticeRunId& id) {
  using namespace of_notice_runs;
  const auto run = KENPO_TRY(store::read_under<cost_notice_run_list>(
      ledger, acting,
      [&](const Permit<cost_notice_run_list>&, const store::View& view) {
        return known_notice_run(view, id);
      }));
  if (run.last || run.made_by != person_in(acting)) return not_at_this_stage();
  return approvals.propose(
      acting, {.kind = notice_run_release_kind,
               .reason = "医療費通知を印刷して送るため",
               .change = {std::string(id.text()),
                          {{"notices", "", std::to_string(run.notices)},
                           {"period", "", run.period.from.iso() + "〜" + run.period.to.iso()},
                           {"list_hash", "", run.list_hash}}}});
}

base::Result<std::vector<CostNotice>> notices_of_run(eligibility::Ledger& ledger,
                                                     const notice::Acting& acting,
                                                     const NoticeRunId& id) {
  using namespace of_notice_runs;
  return store::read_under<cost_notice_run_print>(
      ledger, acting,
      [&](const Permit<cost_notice_run_print>& permit,
          const store::View& view) -> Result<std::vector<CostNotice>> {
        const NoticeKeys keys{
            .claims = NoticeAccess(permit.grant<notice::Purpose::medical_cost_notice>()),
            .member = eligibility::MemberAccess(
                permit.grant<notice::Purpose::member_administration>())};
        const auto run = KENPO_TRY(known_notice_run(view, id));
        if (run.last != NoticeRunStep::released) return not_at_this_stage();
        const auto now = ledger.gate.clock().now();
        const auto people = KENPO_TRY(people_of_run(view, keys.claims, id));
        if (hash_of_people(people) != run.list_hash) return not_at_this_stage();
        std::vector<CostNotice> notices;
        for (const auto& person : people) {
          const auto place = KENPO_TRY(establishment_of(view, keys, person, now));
          if (!eligibility::in_scope(permit.recorder(), place)) {
            return notice::out_of_scope_fault();
          }
          notices.push_back(KENPO_TRY(read_notice(view, keys, person, run.period, now)));
        }
        return notices;
      });
}

base::Result<> count_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                                const NoticeRunId& id, std::int64_t counted) {
  return of_notice_runs::keep_step(ledger, acting, id, NoticeRunStep::released,
                                   NoticeRunStep::counted, counted);
}

base::Result<> send_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                               const NoticeRunId& id) {
  return of_notice_runs::keep_step(ledger, acting, id, NoticeRunStep::counted,
                                   NoticeRunStep::sent, std::nullopt);
}

base::Result<> dissolve_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const NoticeRunId& id) {
  return of_notice_runs::keep_step(ledger, acting, id, std::nullopt, NoticeRunStep::dissolved,
                                   std::nullopt);
}

staff::ApprovalKind notice_run_kind() {
  using notice::Role;
  staff::ApprovalKind kind;
  kind.name = notice_run_release_kind;
  kind.japanese = "医療費通知の印刷の決裁";
  kind.proposers = notice::mask_of(Role::claim_clerk);
  kind.approvers = static_cast<notice::RoleMask>(notice::mask_of(Role::claim_clerk) |
                                                 notice::mask_of(Role::executive_director) |
                                                 notice::mask_of(Role::responsible_person));
  kind.within = of_notice_runs::release_run;
  kind.label = of_notice_runs::run_field_label;
  return kind;
}

}  // namespace kenpo::cost_notice
