// The first users of a new data directory, and the sample society's sign-in file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "account/credential.h"
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
  /// Whether undertaking and training are entered with the account, as for a sample, or are left
  /// to the person's first day at the desk.
  enum class Duties : std::uint8_t { open, met } duties = Duties::open;
  account::PasswordState password_state = account::PasswordState::handed_out;
  std::vector<notice::Role> roles;
};

/// The users of the sample society: a clerk of the daily work, the executive director, the
/// responsible person, general affairs, the auditor. All invented.
std::vector<Account> sample_accounts();
/// The first user of a real society: the responsible person, who is also the system operator until
/// others are appointed.
std::vector<Account> first_accounts();

/// Enters the first rules of employment and the users: handler, roles from today, and for a sample
/// the undertaking and the training.
base::Result<> enter_accounts(Office& office, const std::vector<Account>& accounts);

/// `sample-sign-in.tsv` of the sample society, readable by the owner only: user, name, password,
/// secret. A real society has none.
base::Result<> write_sample_accounts(const std::string& directory,
                                     const std::vector<Account>& accounts);
std::vector<Account> read_sample_accounts(const std::string& directory);

}  // namespace kenpo::app
