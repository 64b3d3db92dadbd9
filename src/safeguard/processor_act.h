// Acts on the ledger of processors (個人情報保護法25条).
#pragma once

#include <vector>

#include "safeguard/processor_store.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation processor_show{.name = "processor.show",
                                                  .japanese = "委託先台帳の表示",
                                                  .statute = notice::Statute::security_control};
inline constexpr notice::Operation processor_enter{.name = "processor.enter",
                                                   .japanese = "委託先の登録・確認",
                                                   .verb = notice::Verb::write,
                                                   .statute = notice::Statute::security_control};

base::Result<std::vector<Processor>> show_processors(const RegisterOffice& office,
                                                     const notice::Acting& acting);
/// Refused: a contract that ends before it begins.
base::Result<> enter_processor(const RegisterOffice& office, const notice::Acting& acting,
                               const Processor& processor);
/// Refused: an unknown processor, a day to come.
base::Result<> record_processor_check(const RegisterOffice& office, const notice::Acting& acting,
                                      const ProcessorId& processor, base::Date on,
                                      const std::string& result);

}  // namespace kenpo::safeguard
