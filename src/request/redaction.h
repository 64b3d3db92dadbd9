// What a disclosure leaves out, item by item, each with its article (個人情報保護法33条2項).
#pragma once

#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "request/request.h"

namespace kenpo::request {

/// One value of one row that is not disclosed.
struct Redaction {
  base::CaseId id;
  base::PersonId person;
  std::string table;  // as declared
  std::int64_t row = 0;
  std::string column;  // as declared; empty: the whole row
  Ground ground = Ground::harm_to_person;
  base::Moment at = {};
  base::StaffId by;
  std::string words = {};  // the reason, for the person
};

/// A package that was prepared for hand-over: when, by whom, who released it, and its passphrase.
struct Package {
  base::CaseId id;
  base::PersonId person;
  base::Moment prepared_at = {};
  base::StaffId prepared_by;
  std::int64_t rows = 0;
  std::int64_t redactions = 0;
  std::optional<base::Moment> released_at = {};
  std::optional<base::StaffId> released_by = {};
  std::string passphrase = {};  // drawn at the release; empty before
};

}  // namespace kenpo::request
