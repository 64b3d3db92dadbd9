#include "safeguard/notice_life_store.h"

#include "store/seal.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using DraftRecord = store::Record<notice_draft_table>;
using ToldRecord = store::Record<notice_told_table>;
using AnswerRecord = store::Record<finding_answer_table>;

NoticeDraft draft_from(const DraftRecord& record) {
  return {
      .sha256 = record.get<std::string>("sha256"),
      .text = record.get<std::string>("text"),
      .in_force_on = record.get<std::optional<base::Date>>("in_force_on"),
      .added = parse_rows(record.get<std::string>("added_rows")).value_or(std::vector<AddedRow>{}),
      .drafted_by = record.subject(),
      .drafted_at = record.get<base::Moment>("drafted_at")};
}

NoticeTold told_from(const ToldRecord& record) {
  return {.version = record.get<std::uint32_t>("version"),
          .means = record.get<ToldBy>("means"),
          .told_on = record.get<base::Date>("told_on"),
          .to = record.get<std::string>("told_to"),
          .evidence = record.get<std::string>("evidence"),
          .evidence_sha256 = record.get<std::string>("evidence_sha256"),
          .recorded_by = record.subject(),
          .recorded_at = record.get<base::Moment>("recorded_at")};
}

FindingAnswer answer_from(const AnswerRecord& record) {
  return {.finding = record.get<std::string>("finding"),
          .notice_sha256 = record.get<std::string>("notice_sha256"),
          .disposition = record.get<Disposition>("disposition"),
          .reason = record.get<std::string>("reason"),
          .mend_by = record.get<std::optional<base::Date>>("mend_by"),
          .answered_by = record.subject(),
          .answered_at = record.times().decided_at};
}

}  // namespace

Result<> insert(store::Transaction& transaction, const NoticeLifeBasis& basis,
                const NoticeDraft& draft) {
  store::Draft<notice_draft_table> row(draft.drafted_by);
  row.set("sha256", draft.sha256)
      .set("text", draft.text)
      .set("added_rows", written_rows(draft.added))
      .set("in_force_on", draft.in_force_on)
      .set("drafted_at", draft.drafted_at);
  KENPO_TRY(store::insert<notice_draft_table>(transaction, basis, row));
  return base::Done{};
}

Result<std::optional<NoticeDraft>> find_draft(const store::View& view, const NoticeLifeBasis& basis,
                                              std::string_view sha256) {
  return store::find<notice_draft_table>(view, basis, {"sha256 = $1", "ORDER BY row_id DESC"},
                                         {sha256}, draft_from);
}

Result<> insert(store::Transaction& transaction, const NoticeLifeBasis& basis,
                const NoticeTold& told) {
  store::Draft<notice_told_table> row(*told.recorded_by);
  row.set("version", told.version)
      .set("means", told.means)
      .set("told_on", told.told_on)
      .set("told_to", told.to)
      .set("evidence", told.evidence)
      .set("evidence_sha256", told.evidence_sha256)
      .set("recorded_at", told.recorded_at);
  KENPO_TRY(store::insert<notice_told_table>(transaction, basis, row));
  return base::Done{};
}

Result<std::vector<NoticeTold>> told_of(const store::View& view, const NoticeLifeBasis& basis,
                                        std::uint32_t version) {
  return store::list<notice_told_table>(view, basis, {"version = $1", "ORDER BY row_id"}, {version},
                                        told_from);
}

Result<> put(store::Transaction& transaction, const NoticeLifeBasis& basis,
             const FindingAnswer& answer) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<finding_answer_table>(
      transaction, basis, {"finding = $1 AND notice_sha256 = $2 AND withdrawn_at = $3"},
      {answer.finding, answer.notice_sha256, store::not_withdrawn},
      [&](const AnswerRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<finding_answer_table>(transaction, basis, *old, answer.answered_at));
  }
  store::Draft<finding_answer_table> row(
      *answer.answered_by,
      store::Times{.valid_from = answer.answered_at.day(), .decided_at = answer.answered_at});
  row.set("finding", answer.finding)
      .set("notice_sha256", answer.notice_sha256)
      .set("disposition", answer.disposition)
      .set("reason", answer.reason)
      .set("mend_by", answer.mend_by);
  KENPO_TRY(store::insert<finding_answer_table>(transaction, basis, row));
  return base::Done{};
}

Result<std::vector<FindingAnswer>> answers_about(const store::View& view,
                                                 const NoticeLifeBasis& basis,
                                                 std::string_view notice_sha256) {
  return store::list<finding_answer_table>(
      view, basis, {"notice_sha256 = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {notice_sha256, store::not_withdrawn}, answer_from);
}

}  // namespace kenpo::safeguard
