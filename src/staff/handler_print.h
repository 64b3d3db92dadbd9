// The list of handlers on paper (O-2, O-3): who, which roles since when, which pairs.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "print/sheet.h"
#include "staff/handler.h"

namespace kenpo::staff {

/// What stands on the paper besides the list.
struct ListPaper {
  print::Sender sender;
  std::string drawn_by;  // in the watermark
  base::Moment at;
  std::string list_sha256;
  std::string signature;  // 「2026/11/24 10:00 保護 守」; empty: not signed
};

/// 取扱者名簿 as PDF.
base::Result<print::Printed> print_handlers(std::span<const NamedHandler> handlers,
                                            const notice::RoleMatrix& roles,
                                            const ListPaper& paper);

/// 「1・2・5〜7」: the numbers of the pairs, three and more in a row as a range.
std::string pair_numbers(notice::PairMask pairs);

}  // namespace kenpo::staff
