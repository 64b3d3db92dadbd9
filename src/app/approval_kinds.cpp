#include "app/approval_kinds.h"

#include "app/notice_life_office.h"
#include "safeguard/export_act.h"

namespace kenpo::app {

void add_approval_kinds(Office& office) {
  safeguard::add_notice_life_kinds(notice_life_office(office));
  office.approvals().add(safeguard::release_kind());
}

}  // namespace kenpo::app
