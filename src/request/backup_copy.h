// A copy of the facts that lies outside (控え). What was erased since stands in it until it is
// discarded: the ledger of copies says by when (個人情報保護法22条).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::request {

struct BackupCopy {
  base::CaseId id = base::CaseId::draw();
  std::string name = {};  // of the file, without its folder
  base::Moment made_at = {};
  base::Date discard_by = {};  // the last day on which it may exist
  std::optional<base::Moment> discarded_at = {};
  std::optional<base::StaffId> discarded_by = {};  // none: the copy failed and never was
  std::string proof = {};                          // how it was destroyed
};

inline constexpr std::size_t backup_name_limit_characters = 120;
inline constexpr std::size_t discard_proof_limit_characters = 200;

}  // namespace kenpo::request
