// What a patient's medical receipt brings with it: the pharmacy's receipt of what was prescribed, a
// dentist's, a stay that is claimed by group (DPC), the visits of nurses.
#pragma once

#include <array>
#include <memory>

#include "base/result.h"
#include "format/claim/draft.h"
#include "format/claim/writer.h"
#include "synthetic/output.h"
#include "synthetic/receipts.h"

namespace kenpo::synthetic {

/// The reviewer's files of the kinds beside 医科: 51-<month>-12_RECODEINFO_DPC.CSV, 52- … 13 … DEN,
/// 53- … 14 … PHA, 54- … 16 … NUR. The number and mark of home nursing are not published.
class KindFiles {
 public:
  KindFiles(const Society& society, base::Month claimed_in, Output& output);

  /// True when the stay is claimed by group; the medical receipt is then not written.
  bool takes_instead(const format::claim::ReceiptDraft& medical, ReceiptMaker::Place place,
                     Oddity oddity);
  /// What else the patient of a receipt outside hospital has.
  void add_to(const format::claim::ReceiptDraft& medical);
  base::Result<> close();

 private:
  void put(format::claim::ReceiptDraft& receipt);

  Output& output_;
  base::Month claimed_in_;
  Draw draw_;
  std::array<std::unique_ptr<format::claim::Writer>, format::claim::services_count> writers_;
  std::array<std::unique_ptr<OutputFile>, format::claim::services_count> files_;
  std::array<std::uint64_t, format::claim::services_count> receipts_{};
};

}  // namespace kenpo::synthetic
