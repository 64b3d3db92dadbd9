#include "request/package_store.h"

namespace kenpo::request {

namespace {

using base::Result;

Redaction redaction_from(const store::Record<redaction_table>& record) {
  return {.id = record.get<base::CaseId>("case_id"),
          .person = record.subject(),
          .table = record.get<std::string>("table_name"),
          .row = record.get<std::int64_t>("row_number"),
          .column = record.get<std::string>("column_name"),
          .ground = record.get<Ground>("ground"),
          .at = record.get<base::Moment>("at"),
          .by = record.get<base::StaffId>("by"),
          .words = record.get<std::string>("words")};
}

Package package_from(const store::Record<package_table>& record) {
  return {.id = record.get<base::CaseId>("case_id"),
          .person = record.subject(),
          .prepared_at = record.get<base::Moment>("prepared_at"),
          .prepared_by = record.get<base::StaffId>("prepared_by"),
          .rows = record.get<std::int64_t>("rows"),
          .redactions = record.get<std::int64_t>("redactions"),
          .released_at = record.get<std::optional<base::Moment>>("released_at"),
          .released_by = record.get<std::optional<base::StaffId>>("released_by"),
          .passphrase = record.get<std::string>("passphrase")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const RequestAccess& access,
             const Redaction& redaction) {
  store::Draft<redaction_table> draft(redaction.person);
  draft.set("case_id", redaction.id)
      .set("table_name", redaction.table)
      .set("row_number", redaction.row)
      .set("column_name", redaction.column)
      .set("ground", redaction.ground)
      .set("at", redaction.at)
      .set("by", redaction.by)
      .set("words", redaction.words);
  KENPO_TRY(store::insert<redaction_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Redaction>> redactions_of(const store::View& view, const RequestAccess& access,
                                             const base::CaseId& id) {
  return store::list<redaction_table>(view, access, {"case_id = $1", "ORDER BY row_id"}, {id},
                                      redaction_from);
}

Result<> add(store::Transaction& transaction, const RequestAccess& access, const Package& package) {
  store::Draft<package_table> draft(package.person);
  draft.set("case_id", package.id)
      .set("prepared_at", package.prepared_at)
      .set("prepared_by", package.prepared_by)
      .set("rows", package.rows)
      .set("redactions", package.redactions)
      .set("released_at", package.released_at)
      .set("released_by", package.released_by)
      .set("passphrase", package.passphrase);
  KENPO_TRY(store::insert<package_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<Package>> package_of(const store::View& view, const RequestAccess& access,
                                          const base::CaseId& id) {
  return store::find<package_table>(view, access, {"case_id = $1", "ORDER BY row_id DESC"}, {id},
                                    package_from);
}

}  // namespace kenpo::request
