// The ledger files of a synthetic society.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "format/ledger_tsv/ledger_tsv.h"
#include "synthetic/output.h"
#include "synthetic/people.h"

namespace kenpo::synthetic {

/// Establishments and the society's rates for every month of the plan.
format::ledger_tsv::LedgerFile head_ledger(const Society& society);

/// <prefix>-<part>.tsv: the dependents of the insured persons `first` to `last` (not included), who
/// are known to the ledger by then.
base::Result<> write_dependents(const Society& society, std::uint32_t first, std::uint32_t last,
                                const std::string& prefix, Output& output);

}  // namespace kenpo::synthetic
