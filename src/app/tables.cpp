#include "app/tables.h"

#include <vector>

#include "account/credential_store.h"
#include "assembly/tables_store.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "complaint/complaint_store.h"
#include "eligibility/tables_store.h"
#include "premium/tables_store.h"
#include "remuneration/tables_store.h"
#include "request/tables_store.h"
#include "safeguard/notice_life_store.h"
#include "safeguard/register_tables_store.h"
#include "staff/tables_store.h"
#include "safeguard/watch_tables_store.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {

namespace {

constexpr const store::Table* office_tables[] = {
    &account::credential_table,
    &store::remembered_checkpoint_table,
    &claim::claim_table,
    &claim::claim_text_table,
    &claim::claim_intake_table,
};

std::vector<const store::Table*> collect() {
  std::vector<const store::Table*> all(std::begin(office_tables), std::end(office_tables));
  all.insert(all.end(), eligibility::tables.begin(), eligibility::tables.end());
  all.insert(all.end(), remuneration::tables.begin(), remuneration::tables.end());
  all.insert(all.end(), premium::tables.begin(), premium::tables.end());
  all.insert(all.end(), safeguard::watch_tables.begin(), safeguard::watch_tables.end());
  all.insert(all.end(), complaint::tables.begin(), complaint::tables.end());
  all.insert(all.end(), request::tables.begin(), request::tables.end());
  all.insert(all.end(), staff::tables.begin(), staff::tables.end());
  all.insert(all.end(), safeguard::register_tables.begin(), safeguard::register_tables.end());
  all.insert(all.end(), assembly::tables.begin(), assembly::tables.end());
  all.insert(all.end(), safeguard::notice_life_tables.begin(),
             safeguard::notice_life_tables.end());
  return all;
}

}  // namespace

std::span<const store::Table* const> tables() {
  static const auto all = collect();
  return all;
}

}  // namespace kenpo::app
