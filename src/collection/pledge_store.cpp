#include "collection/pledge_store.h"

namespace kenpo::collection {

namespace {

using base::Result;

Pledge pledge_from(const store::Record<payment_pledge_table>& record) {
  return {.id = record.get<PledgeId>("pledge"),
          .payer = record.get<PayerId>("payer"),
          .pledged_on = record.get<base::Date>("pledged_on"),
          .by = record.get<std::optional<base::StaffId>>("made_by"),
          .made_at = record.get<base::Moment>("made_at")};
}

/// With its debts, plan and steps.
Result<> complete(const store::View& view, Pledge& pledge) {
  pledge.debts = KENPO_TRY(store::list<pledged_debt_table>(
      view, store::no_personal_data, {"pledge = $1", "ORDER BY row_id"}, {pledge.id},
      [](const store::Record<pledged_debt_table>& record) {
        return PledgedDebt{{record.get<DebtKind>("debt_kind"), record.get<PayerId>("payer"),
                            record.get<base::Month>("month")},
                           record.get<base::Yen>("rest")};
      }));
  pledge.instalments = KENPO_TRY(store::list<pledge_instalment_table>(
      view, store::no_personal_data, {"pledge = $1", "ORDER BY due"}, {pledge.id},
      [](const store::Record<pledge_instalment_table>& record) {
        return Instalment{record.get<base::Date>("due"), record.get<base::Yen>("amount")};
      }));
  pledge.steps = KENPO_TRY(store::list<pledge_step_table>(
      view, store::no_personal_data, {"pledge = $1", "ORDER BY row_id"}, {pledge.id},
      [&](const store::Record<pledge_step_table>& record) {
        return PledgeStep{.pledge = pledge.id,
                          .kind = record.get<PledgeStepKind>("step"),
                          .on = record.get<base::Date>("on_day"),
                          .by = record.get<std::optional<base::StaffId>>("made_by"),
                          .at = record.get<base::Moment>("made_at")};
      }));
  return base::Done{};
}

}  // namespace

Result<> add(store::Transaction& transaction, const Pledge& pledge) {
  store::Draft<payment_pledge_table> draft;
  draft.set("pledge", pledge.id)
      .set("payer", pledge.payer)
      .set("pledged_on", pledge.pledged_on)
      .set("made_by", pledge.by)
      .set("made_at", pledge.made_at);
  KENPO_TRY(store::insert<payment_pledge_table>(transaction, store::no_personal_data, draft));
  for (const auto& one : pledge.debts) {
    store::Draft<pledged_debt_table> debt;
    debt.set("pledge", pledge.id)
        .set("debt_kind", one.debt.kind)
        .set("payer", one.debt.payer)
        .set("month", one.debt.month)
        .set("rest", one.rest);
    KENPO_TRY(store::insert<pledged_debt_table>(transaction, store::no_personal_data, debt));
  }
  for (const auto& one : pledge.instalments) {
    store::Draft<pledge_instalment_table> part;
    part.set("pledge", pledge.id).set("due", one.due).set("amount", one.amount);
    KENPO_TRY(store::insert<pledge_instalment_table>(transaction, store::no_personal_data, part));
  }
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const PledgeStep& step) {
  store::Draft<pledge_step_table> draft;
  draft.set("pledge", step.pledge)
      .set("step", step.kind)
      .set("on_day", step.on)
      .set("made_by", step.by)
      .set("made_at", step.at);
  KENPO_TRY(store::insert<pledge_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Pledge>> find_pledge(const store::View& view, const PledgeId& id) {
  auto found = KENPO_TRY(store::find<payment_pledge_table>(
      view, store::no_personal_data, {"pledge = $1"}, {id}, pledge_from));
  if (found) KENPO_TRY(complete(view, *found));
  return found;
}

Result<std::vector<Pledge>> pledges_of_payer(const store::View& view, const PayerId& payer) {
  auto pledges = KENPO_TRY(store::list<payment_pledge_table>(
      view, store::no_personal_data, {"payer = $1", "ORDER BY row_id DESC"}, {payer},
      pledge_from));
  for (auto& pledge : pledges) KENPO_TRY(complete(view, pledge));
  return pledges;
}

Result<std::vector<Pledge>> standing_pledges(const store::View& view) {
  auto pledges = KENPO_TRY(store::list<payment_pledge_table>(
      view, store::no_personal_data, {"row_id > $1", "ORDER BY row_id"}, {std::int64_t{0}},
      pledge_from));
  for (auto& pledge : pledges) KENPO_TRY(complete(view, pledge));
  std::erase_if(pledges, [](const Pledge& pledge) { return !pledge.stands(); });
  return pledges;
}

}  // namespace kenpo::collection
