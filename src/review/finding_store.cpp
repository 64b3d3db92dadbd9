#include "review/finding_store.h"

#include <algorithm>

#include "store/remove_rows.h"

namespace kenpo::review {

namespace {

using base::Result;
using store::Record;

constexpr std::int64_t list_limit = 1000;  // rows of one page or one file's chunk

store::Draft<claim_finding_table> draft_of(const Finding& finding) {
  store::Draft<claim_finding_table> draft(finding.person);
  draft.set("finding", finding.id)
      .set("claim", finding.claim)
      .set("other", finding.other)
      .set("establishment", finding.establishment)
      .set("rule", finding.check)
      .set("severity", finding.severity)
      .set("claimed_in", finding.claimed_in)
      .set("treated_in", finding.treated_in)
      .set("found_at", finding.found_at)
      .set("state", finding.state)
      .set("yen", base::Yen(finding.yen))
      .set("key", finding.key)
      .set("evidence", finding.evidence)
      .set("row", static_cast<std::int64_t>(finding.row))
      .set("branch", static_cast<int>(finding.branch));
  return draft;
}

FindingDecision decision_from(const Record<claim_finding_decision_table>& record) {
  FindingDecision decision;
  decision.finding = record.get<FindingId>("finding");
  decision.verdict = record.get<Verdict>("verdict");
  decision.reason = record.get<std::string>("reason");
  decision.detail = record.get<std::string>("detail");
  decision.words = record.get<std::string>("words");
  decision.by = record.get<base::StaffId>("decided_by");
  decision.at = record.get<base::Moment>("made_at");
  return decision;
}

/// A state and a rule as ranges: one statement for every filter.
struct Ranges {
  explicit Ranges(const FindingFilter& filter) {
    if (filter.state) first_state = last_state = static_cast<std::int64_t>(*filter.state);
    if (!filter.check.empty()) first_rule = last_rule = filter.check;
  }
  std::int64_t first_state = 0;
  std::int64_t last_state = static_cast<std::int64_t>(finding_states_count);
  std::string first_rule;
  std::string last_rule = "~";  // behind every identifier
};

}  // namespace

Finding finding_from(const Record<claim_finding_table>& record) {
  Finding finding;
  finding.id = record.get<FindingId>("finding");
  finding.person = record.subject();
  finding.claim = record.get<claim::ClaimId>("claim");
  finding.other = record.get<std::optional<claim::ClaimId>>("other");
  finding.establishment = record.get<std::optional<base::EstablishmentId>>("establishment");
  finding.check = record.get<std::string>("rule");
  finding.severity = record.get<Severity>("severity");
  finding.claimed_in = record.get<base::Month>("claimed_in");
  finding.treated_in = record.get<base::Month>("treated_in");
  finding.found_at = record.get<base::Moment>("found_at");
  finding.state = record.get<FindingState>("state");
  finding.yen = record.get<base::Yen>("yen").amount();
  finding.key = record.get<std::string>("key");
  finding.evidence = record.get<std::string>("evidence");
  finding.row = static_cast<std::uint32_t>(record.get<std::int64_t>("row"));
  finding.branch = static_cast<std::uint16_t>(record.get<int>("branch"));
  return finding;
}

Result<> add(store::Transaction& transaction, const FindingAccess& access,
             const Finding& finding) {
  KENPO_TRY(store::insert<claim_finding_table>(transaction, access, draft_of(finding)));
  return base::Done{};
}

Result<> put_state(store::Transaction& transaction, const FindingAccess& access,
                   const FindingId& id, FindingState state) {
  auto finding = KENPO_TRY(find_finding(transaction, access, id));
  KENPO_REQUIRE(finding.has_value());
  const auto row = KENPO_TRY(store::find<claim_finding_table>(
      transaction, access, {"finding = $1"}, {id},
      [](const Record<claim_finding_table>& record) { return record.row(); }));
  finding->state = state;
  return store::replace<claim_finding_table>(transaction, access, *row, draft_of(*finding));
}

Result<> add(store::Transaction& transaction, const FindingAccess& access,
             const base::PersonId& person, const FindingDecision& decision) {
  store::Draft<claim_finding_decision_table> draft(person);
  draft.set("finding", decision.finding)
      .set("verdict", decision.verdict)
      .set("reason", decision.reason)
      .set("detail", decision.detail)
      .set("words", decision.words)
      .set("decided_by", decision.by)
      .set("made_at", decision.at);
  KENPO_TRY(store::insert<claim_finding_decision_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<Finding>> find_finding(const store::View& view, const FindingAccess& access,
                                            const FindingId& id) {
  return store::find<claim_finding_table>(view, access, {"finding = $1"}, {id}, finding_from);
}

Result<std::vector<FindingDecision>> decisions_of(const store::View& view,
                                                  const FindingAccess& access,
                                                  const FindingId& id) {
  return store::list<claim_finding_decision_table>(
      view, access, {"finding = $1", "ORDER BY made_at, row_id"}, {id}, decision_from);
}

Result<std::vector<Finding>> findings_of(const store::View& view, const FindingAccess& access,
                                         const base::PersonId& person) {
  return store::list<claim_finding_table>(view, access, {"subject_id = $1", "ORDER BY row_id"},
                                          {person}, finding_from);
}

Result<std::vector<Finding>> findings_about(const store::View& view, const FindingAccess& access,
                                            const claim::ClaimId& claim) {
  return store::list<claim_finding_table>(view, access, {"claim = $1", "ORDER BY row_id"}, {claim},
                                          finding_from);
}

// A row belongs to one person's key: under another person it is another row.
Result<> move_finding(store::Transaction& transaction, const FindingAccess& access,
                      const Finding& finding, const base::PersonId& to) {
  const auto decisions = KENPO_TRY(decisions_of(transaction, access, finding.id));
  KENPO_TRY(store::remove_rows<claim_finding_decision_table>(transaction, access, {"finding = $1"},
                                                             {finding.id}));
  KENPO_TRY(
      store::remove_rows<claim_finding_table>(transaction, access, {"finding = $1"}, {finding.id}));
  auto moved = finding;
  moved.person = to;
  KENPO_TRY(add(transaction, access, moved));
  for (const auto& decision : decisions) KENPO_TRY(add(transaction, access, to, decision));
  return base::Done{};
}

Result<std::vector<Finding>> findings_in_state(const store::View& view,
                                               const FindingAccess& access, FindingState state) {
  return store::list<claim_finding_table>(view, access, {"state = $1", "ORDER BY row_id"}, {state},
                                          finding_from);
}

Result<std::vector<Finding>> list_findings(const store::View& view, const FindingAccess& access,
                                           const FindingFilter& filter) {
  const Ranges range(filter);
  const auto count = std::clamp<std::int64_t>(filter.count, 1, list_limit);
  if (filter.establishment) {
    return store::list<claim_finding_table>(
        view, access,
        {"establishment = $1 AND claimed_in = $2 AND state >= $3 AND state <= $4 AND rule >= $5 "
         "AND rule <= $6",
         "ORDER BY rule, row_id LIMIT $7 OFFSET $8"},
        {*filter.establishment, filter.claimed_in, range.first_state, range.last_state,
         range.first_rule, range.last_rule, count, filter.offset},
        finding_from);
  }
  return store::list<claim_finding_table>(
      view, access,
      {"claimed_in = $1 AND state >= $2 AND state <= $3 AND rule >= $4 AND rule <= $5",
       "ORDER BY rule, row_id LIMIT $6 OFFSET $7"},
      {filter.claimed_in, range.first_state, range.last_state, range.first_rule, range.last_rule,
       count, filter.offset},
      finding_from);
}

Result<std::int64_t> count_findings(const store::View& view, const FindingAccess& access,
                                    const FindingFilter& filter) {
  const Ranges range(filter);
  if (filter.establishment) {
    return store::count<claim_finding_table>(
        view, access,
        {"establishment = $1 AND claimed_in = $2 AND state >= $3 AND state <= $4 AND rule >= $5 "
         "AND rule <= $6"},
        {*filter.establishment, filter.claimed_in, range.first_state, range.last_state,
         range.first_rule, range.last_rule});
  }
  return store::count<claim_finding_table>(
      view, access,
      {"claimed_in = $1 AND state >= $2 AND state <= $3 AND rule >= $4 AND rule <= $5"},
      {filter.claimed_in, range.first_state, range.last_state, range.first_rule,
       range.last_rule});
}

}  // namespace kenpo::review
