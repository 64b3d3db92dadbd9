#include "request/request_store.h"

namespace kenpo::request {

namespace {

using base::Result;
using CaseRecord = store::Record<request_case_table>;
using StepRecord = store::Record<request_step_table>;

Case case_from(const CaseRecord& record) {
  Case request;
  request.id = record.get<base::CaseId>("case_id");
  request.person = record.subject();
  request.kind = record.get<Kind>("kind");
  request.arrived = record.get<base::Date>("arrived");
  request.channel = record.get<Channel>("channel");
  request.asker = record.get<Asker>("asker");
  request.held = record.get<Held>("held");
  request.claims = record.get<Claims>("claims");
  request.name = record.get<std::string>("name");
  request.name_kana = record.get<std::string>("name_kana");
  request.born = record.get<std::optional<base::Date>>("born");
  request.asker_name = record.get<std::string>("asker_name");
  request.postal_code = record.get<std::string>("postal_code");
  request.address = record.get<std::string>("address");
  request.wanted = record.get<std::string>("wanted");
  request.reason = record.get<std::string>("reason");
  return request;
}

Step step_from(const StepRecord& record) {
  return {.id = record.get<base::CaseId>("case_id"),
          .person = record.subject(),
          .event = record.get<Event>("event"),
          .state = record.get<State>("state"),
          .at = record.get<base::Moment>("at"),
          .by = record.get<base::StaffId>("by"),
          .due = record.get<std::optional<base::Date>>("due"),
          .proof = record.get<Proof>("proof"),
          .outcome = record.get<Outcome>("outcome"),
          .ground = record.get<Ground>("ground"),
          .words = record.get<std::string>("words")};
}

Result<CaseFile> with_steps(const store::View& view, const RequestAccess& access, Case request) {
  auto steps = KENPO_TRY(store::list<request_step_table>(
      view, access, {"case_id = $1", "ORDER BY row_id"}, {request.id}, step_from));
  return CaseFile{std::move(request), std::move(steps)};
}

Result<std::vector<CaseFile>> with_steps(const store::View& view, const RequestAccess& access,
                                         std::vector<Case> requests) {
  std::vector<CaseFile> files;
  for (auto& request : requests) {
    files.push_back(KENPO_TRY(with_steps(view, access, std::move(request))));
  }
  return files;
}

}  // namespace

Result<> add(store::Transaction& transaction, const RequestAccess& access, const Case& request) {
  store::Draft<request_case_table> draft(request.person);
  draft.set("case_id", request.id)
      .set("kind", request.kind)
      .set("arrived", request.arrived)
      .set("channel", request.channel)
      .set("asker", request.asker)
      .set("held", request.held)
      .set("claims", request.claims)
      .set("name", request.name)
      .set("name_kana", request.name_kana)
      .set("born", request.born)
      .set("asker_name", request.asker_name)
      .set("postal_code", request.postal_code)
      .set("address", request.address)
      .set("wanted", request.wanted)
      .set("reason", request.reason);
  KENPO_TRY(store::insert<request_case_table>(transaction, access, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const RequestAccess& access, const Step& step) {
  store::Draft<request_step_table> draft(step.person);
  draft.set("case_id", step.id)
      .set("event", step.event)
      .set("state", step.state)
      .set("at", step.at)
      .set("by", step.by)
      .set("due", step.due)
      .set("proof", step.proof)
      .set("outcome", step.outcome)
      .set("ground", step.ground)
      .set("words", step.words);
  KENPO_TRY(store::insert<request_step_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<CaseFile>> find_case(const store::View& view, const RequestAccess& access,
                                          const base::CaseId& id) {
  auto found =
      KENPO_TRY(store::find<request_case_table>(view, access, "case_id = $1", {id}, case_from));
  if (!found) return std::optional<CaseFile>();
  return std::optional(KENPO_TRY(with_steps(view, access, std::move(*found))));
}

Result<std::vector<CaseFile>> list_cases(const store::View& view, const RequestAccess& access) {
  static_assert(cases_listed_limit == 200);
  auto found = KENPO_TRY(store::list<request_case_table>(
      view, access, {"", "ORDER BY arrived DESC, row_id DESC LIMIT 200"}, {}, case_from));
  return with_steps(view, access, std::move(found));
}

Result<std::vector<CaseFile>> cases_of(const store::View& view, const RequestAccess& access,
                                       const base::PersonId& person) {
  auto found = KENPO_TRY(store::list<request_case_table>(
      view, access, {"subject_id = $1", "ORDER BY row_id"}, {person}, case_from));
  return with_steps(view, access, std::move(found));
}

}  // namespace kenpo::request
