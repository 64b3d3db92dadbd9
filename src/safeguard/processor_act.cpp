#include "safeguard/processor_act.h"

namespace kenpo::safeguard {

using base::Result;

Result<std::vector<Processor>> show_processors(const RegisterOffice& office,
                                               const notice::Acting& acting) {
  return read_under<processor_show>(office, acting,
                                    [](const notice::Permit<processor_show>&,
                                       const store::View& view) -> Result<std::vector<Processor>> {
                                      return list_processors(view);
                                    });
}

Result<> enter_processor(const RegisterOffice& office, const notice::Acting& acting,
                         const Processor& processor) {
  return write_under<processor_enter>(
      office, acting,
      [&](const notice::Permit<processor_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (processor.until < processor.from) {
          return base::refusal({"契約の終わりが始まりより前です。", "The term ends too early."},
                               {"契約の期間を確かめてください。", "Check the contract's term."});
        }
        return put(transaction, processor, now);
      });
}

Result<> record_processor_check(const RegisterOffice& office, const notice::Acting& acting,
                                const ProcessorId& processor, base::Date on,
                                const std::string& result) {
  return write_under<processor_enter>(
      office, acting,
      [&](const notice::Permit<processor_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto known = KENPO_TRY(find_processor(transaction, processor));
        if (!known || now.day() < on) {
          return base::refusal({"委託先か確認日が正しくありません。", "Unknown, or a day to come."},
                               {"選び直してください。", "Choose again."});
        }
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        return add(transaction, processor, {on, *staff, result});
      });
}

}  // namespace kenpo::safeguard
