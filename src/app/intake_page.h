// Screen on which files are taken in: `/intakes`.
#pragma once

#include "app/office.h"
#include "desk/router.h"
#include "notice/operation.h"

namespace kenpo::app {

/// ファイルの受付: the form itself. The act of the file opens the gate with its own purposes.
inline constexpr notice::Operation show_intake_operation{
    .name = "intake.show",
    .japanese = "ファイル受付の表示",
    .statute = notice::Statute::no_personal_data};

void add_intake_routes(desk::Router& router, Office& office);

}  // namespace kenpo::app
