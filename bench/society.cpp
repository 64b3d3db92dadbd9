#include "bench/society.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "bench/measure.h"
#include "benefit/tables_store.h"
#include "certificate/tables_store.h"
#include "claim/tables_store.h"
#include "eligibility/tables_store.h"
#include "notice/audit_log_signer.h"
#include "notice/role.h"
#include "premium/tables_store.h"
#include "recourse/tables_store.h"
#include "remuneration/tables_store.h"
#include "review/tables_store.h"

namespace kenpo::bench {

namespace {

std::vector<const store::Table*> all_tables() {
  std::vector<const store::Table*> all(claim::tables.begin(), claim::tables.end());
  all.insert(all.end(), eligibility::tables.begin(), eligibility::tables.end());
  all.insert(all.end(), remuneration::tables.begin(), remuneration::tables.end());
  all.insert(all.end(), premium::tables.begin(), premium::tables.end());
  all.insert(all.end(), certificate::tables.begin(), certificate::tables.end());
  all.insert(all.end(), review::tables.begin(), review::tables.end());
  all.insert(all.end(), recourse::tables.begin(), recourse::tables.end());
  all.insert(all.end(), benefit::tables.begin(), benefit::tables.end());
  return all;
}

}  // namespace

Society::Society(std::string directory) : directory_(std::move(directory)) {
  // A directory with anything in it is somebody's, and would be removed at the end.
  KENPO_REQUIRE(!std::filesystem::exists(directory_));
  std::filesystem::create_directories(directory_);
  const auto tables = all_tables();
  keys_ = must(store::Keyring::create(directory_));
  database_ = must(store::Database::open(directory_, *keys_, {insurer(), tables}));
  numbers_ = must(store::NumberStore::open(directory_, *keys_));
  history_ = must(store::AccessHistory::open(directory_, *keys_));
  auto signer = must(notice::Signer::open(directory_ + "/signer", "bench.example/audit"));
  notice::AuditLogOptions options;
  options.observer = history_.get();
  log_ = must(notice::AuditLog::open(directory_ + "/log", std::move(signer), options));
  gate_ = std::make_unique<notice::Gate>(*log_, *history_, clock_);
  gate_->set_policy(policy());
}

Society::~Society() {
  gate_.reset();
  log_.reset();
  history_.reset();
  numbers_.reset();
  database_.reset();
  keys_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

notice::Policy Society::policy() const {
  using notice::Role;
  const auto from = *base::Date::make(2015, 1, 1);
  const auto until = clock_.now().day().plus_days(365);
  std::vector<notice::Assignment> held;
  for (const auto role :
       {Role::member_clerk, Role::premium_clerk, Role::claim_clerk, Role::benefit_clerk}) {
    held.push_back({role, from, {}});
  }
  notice::Policy policy;
  policy.notice.version = 1;
  policy.notice.pairs = notice::all_pairs;
  policy.roles = notice::carried_role_matrix();
  policy.handlers = {{clerk_, held, from, until, false, {}},
                     {officer_, {{Role::responsible_person, from, {}}}, from, until, false, {}}};
  policy.responsible_person = officer_;
  return policy;
}

}  // namespace kenpo::bench
