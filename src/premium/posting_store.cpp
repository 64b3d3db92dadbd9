#include "premium/posting_store.h"

namespace kenpo::premium {

using base::Result;

Posting posting_from(const store::Record<premium_posting_table>& record) {
  Posting posting{.person = record.subject(),
                  .period = record.get<eligibility::PeriodId>("period"),
                  .establishment = record.get<base::EstablishmentId>("establishment"),
                  .kind = record.get<PremiumKind>("kind"),
                  .month = record.get<base::Month>("month"),
                  .billed = record.get<base::Month>("billed"),
                  .causes = record.get<CauseMask>("causes"),
                  .standard = record.get<base::Yen>("standard"),
                  .parts = {},
                  .insured = record.get<base::Yen>("insured"),
                  .total = record.get<base::Yen>("total"),
                  .posted_at = record.get<base::Moment>("posted_at")};
  posting.parts.millionths = {
      record.get<std::int64_t>("basic"), record.get<std::int64_t>("specific"),
      record.get<std::int64_t>("adjustment"), record.get<std::int64_t>("care"),
      record.get<std::int64_t>("child")};
  return posting;
}

Result<> add(store::Transaction& transaction, const PostingAccess& access,
             const Posting& posting) {
  store::Draft<premium_posting_table> draft(posting.person);
  draft.set("period", posting.period)
      .set("establishment", posting.establishment)
      .set("kind", posting.kind)
      .set("month", posting.month)
      .set("billed", posting.billed)
      .set("causes", posting.causes)
      .set("posted_at", posting.posted_at)
      .set("standard", posting.standard)
      .set("basic", posting.parts[RateKind::general_basic])
      .set("specific", posting.parts[RateKind::general_specific])
      .set("adjustment", posting.parts[RateKind::adjustment])
      .set("care", posting.parts[RateKind::care])
      .set("child", posting.parts[RateKind::child])
      .set("insured", posting.insured)
      .set("total", posting.total);
  KENPO_TRY(store::insert<premium_posting_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Posting>> postings_of(const store::View& view, const PostingAccess& access,
                                         const base::PersonId& person, base::Moment known_at) {
  return store::list<premium_posting_table>(view, access,
                                            {"subject_id = $1 AND posted_at <= $2",
                                             "ORDER BY month, row_id"},
                                            {person, known_at}, posting_from);
}

}  // namespace kenpo::premium
