#include "request/purpose_consent_store.h"

#include <algorithm>

namespace kenpo::request {

namespace {

using base::Result;

std::int64_t number_of(const notice::Pair& pair) {
  const auto at = std::ranges::find(notice::published_pairs, pair);
  KENPO_REQUIRE(at != notice::published_pairs.end());
  return at - notice::published_pairs.begin() + 1;
}

}  // namespace

Result<> add(store::Transaction& transaction, const RequestAccess& access,
             const PurposeConsent& consent) {
  store::Draft<purpose_consent_table> draft(
      consent.person, {.valid_from = consent.given_on, .decided_at = consent.decided_at});
  draft.set("consent", consent.id)
      .set("pair", number_of(consent.pair))
      .set("by", consent.by)
      .set("evidence", consent.evidence);
  KENPO_TRY(store::insert<purpose_consent_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<PurposeConsent>> standing_consents(const store::View& view,
                                                      const RequestAccess& access) {
  return store::list<purpose_consent_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id DESC"}, {store::not_withdrawn},
      [](const store::Record<purpose_consent_table>& record) {
        const auto number = static_cast<std::size_t>(record.get<std::int64_t>("pair"));
        return PurposeConsent{.id = record.get<base::CaseId>("consent"),
                              .person = record.subject(),
                              .pair = notice::published_pairs.at(number - 1),
                              .given_on = record.times().valid_from,
                              .evidence = record.get<std::string>("evidence"),
                              .by = record.get<base::StaffId>("by"),
                              .decided_at = record.times().decided_at};
      });
}

Result<std::size_t> end_consent(store::Transaction& transaction, const RequestAccess& access,
                                const base::CaseId& consent, base::Moment now) {
  const auto rows = KENPO_TRY(store::list<purpose_consent_table>(
      transaction, access, "consent = $1 AND withdrawn_at = $2", {consent, store::not_withdrawn},
      [](const store::Record<purpose_consent_table>& record) { return record.row(); }));
  for (const auto& row : rows) {
    KENPO_TRY(store::withdraw<purpose_consent_table>(transaction, access, row, now));
  }
  return rows.size();
}

}  // namespace kenpo::request
