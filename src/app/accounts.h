// The first users of a new data directory, and the sample society's sign-in file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "account/totp.h"
#include "app/office.h"
#include "base/result.h"
#include "notice/role.h"

namespace kenpo::app {

/// One user as first handed out.
struct Account {
  std::string user;  // sign-in name
  std::string name;  // 氏名
  std::string password;
  account::TotpSecret secret{};
  std::vector<notice::Role> roles;
};

/// The users of the sample society: a clerk of the daily work, the executive director, the
/// responsible person, the auditor. All invented.
std::vector<Account> sample_accounts();
/// The first user of a real society: the responsible person, who is also the system operator until
/// others are appointed.
std::vector<Account> first_accounts();

/// Enters the users: handler, roles from today, undertaking and training as of today (one year).
base::Result<> enter_accounts(Office& office, const std::vector<Account>& accounts);

/// `sample-sign-in.tsv` of the sample society, readable by the owner only: user, name, password,
/// secret. A real society has none.
base::Result<> write_sample_accounts(const std::string& directory,
                                     const std::vector<Account>& accounts);
std::vector<Account> read_sample_accounts(const std::string& directory);

}  // namespace kenpo::app
