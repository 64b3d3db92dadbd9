// The ledger of processors in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/processor.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table processor_table{.name = "processor",
                                              .japanese = "委託先",
                                              .timed = store::Timed::yes,
                                              .clear = {{"processor", store::Kind::id},
                                                        {"name", store::Kind::text},
                                                        {"work", store::Kind::text},
                                                        {"country", store::Kind::text},
                                                        {"contract", store::Kind::text},
                                                        {"contract_from", store::Kind::date},
                                                        {"contract_until", store::Kind::date},
                                                        {"selection", store::Kind::text}},
                                              .indexes = {{.columns = {"processor"}}}};

inline constexpr store::Table processor_check_table{.name = "processor_check",
                                                    .japanese = "委託先の取扱状況の確認",
                                                    .untimed = store::Untimed::event,
                                                    .clear = {{"processor", store::Kind::id},
                                                              {"checked_on", store::Kind::date},
                                                              {"checked_by", store::Kind::id},
                                                              {"result", store::Kind::text}},
                                                    .indexes = {{.columns = {"processor"}}}};

/// Enters the processor, or decides it anew; its checks are entered by `add`.
base::Result<> put(store::Transaction& transaction, const Processor& processor, base::Moment now);
base::Result<> add(store::Transaction& transaction, const ProcessorId& processor,
                   const ProcessorCheck& check);
/// As they stand, with their checks, by name.
base::Result<std::vector<Processor>> list_processors(const store::View& view);
base::Result<std::optional<Processor>> find_processor(const store::View& view,
                                                      const ProcessorId& processor);

}  // namespace kenpo::safeguard
