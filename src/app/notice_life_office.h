// What the acts on the notice's life are handed by the running office.
#pragma once

#include "app/office.h"
#include "safeguard/notice_life_act.h"

namespace kenpo::app {

safeguard::NoticeOffice notice_life_office(Office& office);

}  // namespace kenpo::app
