#include "review/claim_return_store.h"

namespace kenpo::review {

using base::Result;

namespace of_returns {

using ReturnRecord = store::Record<claim_return_table>;

ClaimReturn return_from(const ReturnRecord& record) {
  return {.id = record.get<ReturnId>("returned"),
          .person = record.subject(),
          .claim = record.get<std::optional<claim::ClaimId>>("claim"),
          .treated_in = record.get<base::Month>("treated_in"),
          .processed_in = record.get<base::Month>("processed_in"),
          .kind = static_cast<char>(record.get<int>("kind")),
          .taken_at = record.get<base::Moment>("taken_at"),
          .code = record.get<std::string>("code"),
          .reason = record.get<std::string>("reason"),
          .supplement = record.get<std::string>("supplement"),
          .name = record.get<std::string>("name"),
          .institution = record.get<std::string>("institution_name"),
          .search_number = record.get<std::string>("search_number")};
}

}  // namespace of_returns

Result<> add(store::Transaction& transaction, const FindingAccess& access,
             const ClaimReturn& returned) {
  store::Draft<claim_return_table> draft(returned.person);
  draft.set("returned", returned.id)
      .set("claim", returned.claim)
      .set("treated_in", returned.treated_in)
      .set("processed_in", returned.processed_in)
      .set("kind", static_cast<int>(returned.kind))
      .set("taken_at", returned.taken_at)
      .set("code", returned.code)
      .set("reason", returned.reason)
      .set("supplement", returned.supplement)
      .set("name", returned.name)
      .set("institution_name", returned.institution)
      .set("search_number", returned.search_number);
  KENPO_TRY(store::insert<claim_return_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<ClaimReturn>> find_return(const store::View& view, const FindingAccess& access,
                                               const ReturnId& id) {
  return store::find<claim_return_table>(view, access, {"returned = $1"}, {id},
                                         of_returns::return_from);
}

Result<std::vector<ClaimReturn>> latest_returns(const store::View& view,
                                                const FindingAccess& access, std::int64_t offset,
                                                std::int64_t count) {
  return store::list<claim_return_table>(view, access,
                                         {"1 = 1", "ORDER BY row_id DESC LIMIT $1 OFFSET $2"},
                                         {count, offset}, of_returns::return_from);
}

Result<std::int64_t> count_returns(const store::View& view, const FindingAccess& access) {
  return store::count<claim_return_table>(view, access, {"1 = 1"});
}

Result<bool> took_return_file(const store::View& view, const std::array<std::uint8_t, 32>& sha256) {
  const store::Bytes hash{std::string(sha256.begin(), sha256.end())};
  return KENPO_TRY(store::count<claim_return_file_table>(view, store::no_personal_data,
                                                         {"sha256 = $1"}, {hash})) > 0;
}

Result<> put_return_file(store::Transaction& transaction,
                         const std::array<std::uint8_t, 32>& sha256, base::Moment now,
                         std::int64_t receipts) {
  store::Draft<claim_return_file_table> draft;
  draft.set("sha256", store::Bytes{std::string(sha256.begin(), sha256.end())})
      .set("taken_at", now)
      .set("receipts", receipts);
  KENPO_TRY(store::insert<claim_return_file_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::review
