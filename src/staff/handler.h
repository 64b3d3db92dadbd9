// A handler (取扱者) of the dated list, with the name people read.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "notice/policy.h"

namespace kenpo::staff {

/// A handler with the name people read. Undertaking and training are not kept here: they follow
/// from the ledgers of duties on the day they are asked for.
struct NamedHandler {
  notice::Handler handler;
  std::string name;  // 1 to 40 characters
  /// The last day of employment; on the day after, every right is gone.
  std::optional<base::Date> leaves_on = {};
};

/// The responsible person's signature under a list of handlers.
struct SignOff {
  base::Moment signed_at;
  base::StaffId signed_by;
  int handlers_count = 0;
  std::string list_sha256;  // of list_text
};

}  // namespace kenpo::staff
