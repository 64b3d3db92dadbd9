#include "app/tables.h"

#include <vector>

#include "account/credential_store.h"
#include "assembly/tables_store.h"
#include "benefit/tables_store.h"
#include "cost_notice/tables_store.h"
#include "certificate/tables_store.h"
#include "claim/tables_store.h"
#include "collection/tables_store.h"
#include "complaint/complaint_store.h"
#include "eligibility/tables_store.h"
#include "federation/tables_store.h"
#include "premium/tables_store.h"
#include "remuneration/tables_store.h"
#include "recourse/tables_store.h"
#include "report/tables_store.h"
#include "review/tables_store.h"
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
};

std::vector<const store::Table*> collect() {
  std::vector<const store::Table*> collected(std::begin(office_tables), std::end(office_tables));
  collected.insert(collected.end(), claim::tables.begin(), claim::tables.end());
  collected.insert(collected.end(), review::tables.begin(), review::tables.end());
  collected.insert(collected.end(), recourse::tables.begin(), recourse::tables.end());
  collected.insert(collected.end(), eligibility::tables.begin(), eligibility::tables.end());
  collected.insert(collected.end(), remuneration::tables.begin(), remuneration::tables.end());
  collected.insert(collected.end(), premium::tables.begin(), premium::tables.end());
  collected.insert(collected.end(), collection::tables.begin(), collection::tables.end());
  collected.insert(collected.end(), federation::tables.begin(), federation::tables.end());
  collected.insert(collected.end(), report::tables.begin(), report::tables.end());
  collected.insert(collected.end(), certificate::tables.begin(), certificate::tables.end());
  collected.insert(collected.end(), benefit::tables.begin(), benefit::tables.end());
  collected.insert(collected.end(), cost_notice::tables.begin(), cost_notice::tables.end());
  collected.insert(collected.end(), safeguard::watch_tables.begin(), safeguard::watch_tables.end());
  collected.insert(collected.end(), complaint::tables.begin(), complaint::tables.end());
  collected.insert(collected.end(), request::tables.begin(), request::tables.end());
  collected.insert(collected.end(), staff::tables.begin(), staff::tables.end());
  collected.insert(collected.end(), safeguard::register_tables.begin(),
                   safeguard::register_tables.end());
  collected.insert(collected.end(), assembly::tables.begin(), assembly::tables.end());
  collected.insert(collected.end(), safeguard::notice_life_tables.begin(),
             safeguard::notice_life_tables.end());
  return collected;
}

}  // namespace

std::span<const store::Table* const> tables() {
  static const auto collected = collect();
  return collected;
}

}  // namespace kenpo::app
