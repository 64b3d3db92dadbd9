#include "remuneration/bonus_pay_store.h"

#include <map>
#include <set>

namespace kenpo::remuneration {

using base::Result;
using eligibility::PayForm;
using eligibility::PayState;
using PaidRecord = store::Record<eligibility::notified_pay_table>;

Result<> add(store::Transaction& transaction, const BonusPayDecision& decision) {
  store::Draft<bonus_pay_table> draft;
  draft.set("establishment", decision.establishment)
      .set("year", decision.year)
      .set("months", static_cast<int>(decision.months))
      .set("reason", decision.reason)
      .set("decided_on", decision.decided_at)
      .set("decided_by", decision.decided_by);
  KENPO_TRY(store::insert<bonus_pay_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<BonusPayDecision>> bonus_pay_decisions(const store::View& view) {
  return store::list<bonus_pay_table>(
      view, store::no_personal_data, {"", "ORDER BY row_id"}, {},
      [](const store::Record<bonus_pay_table>& record) {
        return BonusPayDecision{
            .establishment = record.get<base::EstablishmentId>("establishment"),
            .year = record.get<int>("year"),
            .months = static_cast<std::uint16_t>(record.get<int>("months")),
            .reason = record.get<std::string>("reason"),
            .decided_at = record.get<base::Moment>("decided_on"),
            .decided_by = record.get<std::optional<base::StaffId>>("decided_by")};
      });
}

Result<std::vector<eligibility::NotifiedPayId>> notified_between(
    const store::View& view, const eligibility::NotifiedPayAccess& access, PayForm form,
    PayState state, const base::EstablishmentId& establishment, base::Date from, base::Date to) {
  std::vector<eligibility::NotifiedPayId> found;
  KENPO_TRY(store::each<eligibility::notified_pay_table>(
      view, access, {"state = $1 AND on_day >= $2 AND on_day <= $3 AND form = $4"},
      {state, from, to, form}, [&](const PaidRecord& record) {
        if (record.get<base::EstablishmentId>("establishment") != establishment) return;
        found.push_back(record.get<eligibility::NotifiedPayId>("notified"));
      }));
  return found;
}

Result<std::vector<std::pair<base::EstablishmentId, int>>> bonus_days_between(
    const store::View& view, const eligibility::NotifiedPayAccess& access, base::Date from,
    base::Date to) {
  std::map<base::EstablishmentId, std::set<base::Date>> days;
  for (const auto state : {PayState::waiting, PayState::decided, PayState::for_people}) {
    KENPO_TRY(store::each<eligibility::notified_pay_table>(
        view, access, {"state = $1 AND on_day >= $2 AND on_day <= $3 AND form = $4"},
        {state, from, to, PayForm::bonus}, [&](const PaidRecord& record) {
          days[record.get<base::EstablishmentId>("establishment")].insert(
              record.get<base::Date>("on_day"));
        }));
  }
  std::vector<std::pair<base::EstablishmentId, int>> counted;
  for (const auto& [establishment, of] : days) {
    counted.emplace_back(establishment, static_cast<int>(of.size()));
  }
  return counted;
}

}  // namespace kenpo::remuneration
