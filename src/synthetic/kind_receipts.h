// A medical receipt's patient, treated by another: the same head, other records.
#pragma once

#include "format/claim/draft.h"
#include "synthetic/draw.h"

namespace kenpo::synthetic {

/// The stay of a hospital receipt, claimed by group of diagnosis.
format::claim::ReceiptDraft group_receipt(const format::claim::ReceiptDraft& medical, Draw& draw);
format::claim::ReceiptDraft dental_receipt(const format::claim::ReceiptDraft& medical, Draw& draw);
/// What the institution of the receipt prescribed on its first visit.
format::claim::ReceiptDraft pharmacy_receipt(const format::claim::ReceiptDraft& medical,
                                             Draw& draw);
format::claim::ReceiptDraft nursing_receipt(const format::claim::ReceiptDraft& medical,
                                            Draw& draw);

}  // namespace kenpo::synthetic
