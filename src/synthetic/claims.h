// Claims files.
#pragma once

#include <string>

#include "base/result.h"
#include "synthetic/output.h"
#include "synthetic/receipts.h"

namespace kenpo::synthetic {

/// 50-<month>-11_RECODEINFO_MED.CSV, the reviewer's file of the claims of a month, and behind it
/// those of the other kinds (kinds.h); tells its progress in insured persons. Keeps the first
/// receipts in `sample`.
base::Result<> write_claims(const Society& society, base::Month claimed_in, Output& output,
                            std::string& sample, const base::TellProgress& tell);

/// 60-<month>-RECEIPTC.UKE, the file of one institution as it sends it to the reviewer.
base::Result<> write_provider_file(const Society& society, base::Month claimed_in, Output& output);

}  // namespace kenpo::synthetic
