// What the registers of the safety measures are handed; the shape of their acts is store/under.h.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"
#include "notice/gate.h"
#include "store/access.h"
#include "store/database.h"
#include "store/under.h"

namespace kenpo::safeguard {

/// Registers of the physical measures rest on 安全管理措置 (個人情報保護法23条).
using RegisterBasis = store::Basis<notice::Statute::physical_safeguards>;

/// Lives as long as the program.
struct RegisterOffice {
  notice::Gate& gate;
  store::Database& database;
  std::string directory;  // the data directory: `exports/` lies in it
};

using store::read_under;
using store::write_under;

}  // namespace kenpo::safeguard
