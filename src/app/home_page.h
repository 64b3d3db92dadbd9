// The home board: what is left to decide, what is due, how the log and the notice stand.
#pragma once

#include "app/office.h"
#include "desk/router.h"
#include "notice/operation.h"

namespace kenpo::app {

/// ホーム: counts and dates only; no personal data.
inline constexpr notice::Operation show_board_operation{
    .name = "board.show", .japanese = "ホームの表示", .statute = notice::Statute::no_personal_data};

void add_home_routes(desk::Router& router, Office& office);

}  // namespace kenpo::app
