#include "app/notice_life_office.h"

namespace kenpo::app {

safeguard::NoticeOffice notice_life_office(Office& office) {
  return {.gate = office.gate(),
          .database = office.database(),
          .approvals = office.approvals(),
          .directory = office.directory() + "/notice",
          .refresh = [&office] { return office.refresh_notice(); }};
}

}  // namespace kenpo::app
