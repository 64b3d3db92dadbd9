// The paper that tells a payer of an earlier due date.
#pragma once

#include <string>

#include "base/result.h"
#include "collection/early_collection.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::collection {

/// 納期変更告知書 as PDF (施行規則137条). `payer`: name and address of whom it is for.
struct EarlyLetter {
  std::string name;
  std::string postal_code;
  std::string address;
  EarlyCollection early;
};
base::Result<print::Printed> print_early_collection(const EarlyLetter& letter,
                                                    const premium::NoticeSender& sender);

}  // namespace kenpo::collection
