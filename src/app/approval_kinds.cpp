#include "app/approval_kinds.h"

#include "app/notice_life_office.h"

namespace kenpo::app {

void add_approval_kinds(Office& office) {
  safeguard::add_notice_life_kinds(notice_life_office(office));
}

}  // namespace kenpo::app
