#include "recourse/third_party_store.h"

namespace kenpo::recourse {

namespace {

using base::Result;
using store::Record;

ThirdPartyCase case_from(const Record<third_party_case_table>& record) {
  return {.id = record.get<ThirdPartyCaseId>("case_id"),
          .person = record.subject(),
          .claim = record.get<claim::ClaimId>("claim"),
          .opened_on = record.get<base::Date>("opened_on"),
          .by = record.get<base::StaffId>("entered_by"),
          .at = record.get<base::Moment>("entered_at")};
}

CaseStep step_from(const Record<third_party_step_table>& record) {
  return {.kind = record.get<CaseStepKind>("kind"),
          .paper = record.get<std::optional<Paper>>("paper"),
          .on = record.get<base::Date>("on_day"),
          .words = record.get<std::string>("words"),
          .by = record.get<base::StaffId>("entered_by"),
          .at = record.get<base::Moment>("entered_at")};
}

Result<std::vector<ThirdPartyCase>> with_steps(const store::View& view,
                                               const ThirdPartyAccess& access,
                                               std::vector<ThirdPartyCase> cases) {
  for (auto& each : cases) {
    each.steps = KENPO_TRY(store::list<third_party_step_table>(
        view, access, {"case_id = $1", "ORDER BY row_id"}, {each.id}, step_from));
  }
  return cases;
}

template <typename Key>
Result<std::optional<ThirdPartyCase>> first(const store::View& view, const ThirdPartyAccess& access,
                                            store::Clause clause, const Key& key) {
  auto listed =
      KENPO_TRY(store::list<third_party_case_table>(view, access, clause, {key}, case_from));
  auto found = KENPO_TRY(with_steps(view, access, std::move(listed)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace

Result<> add(store::Transaction& transaction, const ThirdPartyAccess& access,
             const ThirdPartyCase& of) {
  store::Draft<third_party_case_table> draft(of.person);
  draft.set("case_id", of.id)
      .set("claim", of.claim)
      .set("opened_on", of.opened_on)
      .set("entered_by", of.by)
      .set("entered_at", of.at);
  KENPO_TRY(store::insert<third_party_case_table>(transaction, access, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const ThirdPartyAccess& access,
             const ThirdPartyCase& of, const CaseStep& step) {
  store::Draft<third_party_step_table> draft(of.person);
  draft.set("case_id", of.id)
      .set("kind", step.kind)
      .set("paper", step.paper)
      .set("on_day", step.on)
      .set("entered_by", step.by)
      .set("entered_at", step.at)
      .set("words", step.words);
  KENPO_TRY(store::insert<third_party_step_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<ThirdPartyCase>> find_case(const store::View& view,
                                                const ThirdPartyAccess& access,
                                                const ThirdPartyCaseId& id) {
  return first(view, access, {"case_id = $1"}, id);
}

Result<std::optional<ThirdPartyCase>> case_about(const store::View& view,
                                                 const ThirdPartyAccess& access,
                                                 const claim::ClaimId& claim) {
  return first(view, access, {"claim = $1", "ORDER BY row_id DESC"}, claim);
}

Result<std::vector<ThirdPartyCase>> list_cases(const store::View& view,
                                               const ThirdPartyAccess& access) {
  auto cases = KENPO_TRY(store::list<third_party_case_table>(
      view, access, {"1 = 1", "ORDER BY row_id DESC"}, {}, case_from));
  return with_steps(view, access, std::move(cases));
}

}  // namespace kenpo::recourse
