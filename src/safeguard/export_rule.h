// Whether data may leave, and who sees insured numbers.
#pragma once

#include "base/result.h"
#include "safeguard/export.h"

namespace kenpo::safeguard {

/// Refuses: a recipient outside Japan (個人情報保護法28条: not offered), entrusting without a
/// processor whose contract holds today (25条), a processor on another basis, a basis and a
/// recipient that do not go together, no recipient, nobody in it, and a day of erasure that is past
/// or later than the society's longest term. `processor` is the one that the terms name.
base::Result<> check_terms(const ExportTerms& terms, std::uint64_t people,
                           const std::optional<Processor>& processor, base::Date today);

/// Whether a person's objection keeps the person out: it ends consent, and nothing else.
bool ends_with_objection(ExportBasis basis);

/// 健康保険法194条の2: insured numbers are for health insurance business and what belongs to it. To
/// everybody else they are masked.
bool sees_insured_number(RecipientClass recipient_class);

}  // namespace kenpo::safeguard
