// What forms that make an export ask besides its own fields.
#pragma once

#include "desk/form.h"
#include "safeguard/export.h"

namespace kenpo::safeguard {

/// For recipients with a line of their own: オンライン請求, the bank's service (export_rule).
inline constexpr desk::Field plain_field{
    .name = "plain_reason",
    .label = "暗号化しない理由",
    .need = desk::Field::Need::optional,
    .support = "ふつうは空のまま、暗号化して渡します。相手の専用回線が暗号化したファイルを受け取れない"
               "ときだけ、理由と途中の守り方を入れます。決裁する人がこれを確かめます。",
    .length_limit = plain_reason_characters_limit};

}  // namespace kenpo::safeguard
