#include "eligibility/office_size_act.h"

#include "eligibility/establishment_store.h"
#include "eligibility/office_size_rule.h"
#include "eligibility/office_size_store.h"

namespace kenpo::eligibility {

using base::Result;

namespace {

base::Fault size_fault(base::Words why) {
  return {{"事業所の規模を登録できません。", "The size cannot be entered."},
          std::move(why),
          {"適用の日と人数を確かめてください。", "Check the day and the number."},
          {}};
}

Result<Establishment> establishment_in_scope(const store::View& view,
                                             const notice::Recorder& recorder,
                                             const base::EstablishmentId& id) {
  auto found = KENPO_TRY(find_establishment(view, id));
  if (!found || !recorder.in_scope(id)) return notice::out_of_scope_fault();
  return std::move(*found);
}

}  // namespace

Result<> enter_office_size(Ledger& ledger, const notice::Acting& acting, const OfficeSize& size) {
  return ledger.gate.perform<office_size_enter>(
      acting, [&](const notice::Permit<office_size_enter>& permit) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto establishment = KENPO_TRY(
            establishment_in_scope(transaction, permit.recorder(), size.establishment));
        if (size.from < establishment.from) {
          return size_fault({"事業所の適用年月日より前の日です。",
                             "The day is before the establishment was covered."});
        }
        const bool sound = size.kind == OfficeKind::counted
                               ? size.persons >= 1 && size.persons <= office_persons_limit
                               : size.persons == 0;
        if (!sound) {
          return size_fault({"人数は「人数による」ときだけ、1人以上で入れます。",
                             "A number of one or more, only where it counts."});
        }
        // A day before the law knew such employers has no figures.
        KENPO_TRY(covers_short_hours(size, size.from));
        KENPO_TRY(put(transaction, size, ledger.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<EstablishmentView> show_establishment(Ledger& ledger, const notice::Acting& acting,
                                             const base::EstablishmentId& id) {
  return ledger.gate.perform<establishment_list>(
      acting,
      [&](const notice::Permit<establishment_list>& permit) -> Result<EstablishmentView> {
        const auto view = KENPO_TRY(ledger.database.read());
        EstablishmentView shown{KENPO_TRY(establishment_in_scope(view, permit.recorder(), id))};
        const auto sizes = KENPO_TRY(sizes_of(view, id));
        for (const auto& size : sizes) {
          const auto covers = KENPO_TRY(covers_short_hours(size, size.from));
          shown.sizes.push_back({size, covers.value});
        }
        const auto today = ledger.gate.clock().now().day();
        if (const auto size = size_on(sizes, today)) {
          const auto covers = KENPO_TRY(covers_short_hours(*size, today));
          shown.covers_today = covers.value;
        }
        return shown;
      });
}

}  // namespace kenpo::eligibility
