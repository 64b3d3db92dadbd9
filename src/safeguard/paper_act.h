// Papers that the program had printed: each stands in the register of devices, media and paper from
// the moment it leaves the program, with who had it made, when, its sheets and its purposes (notice
// section 2, P-4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "safeguard/register_act.h"

namespace kenpo::safeguard {

/// 印刷した画面の登録: a page that the browser printed by itself. It names nobody: everybody who may
/// open a page enters it.
inline constexpr notice::Operation screen_print{.name = "screen.print",
                                                .japanese = "印刷した画面の登録",
                                                .verb = notice::Verb::write,
                                                .statute = notice::Statute::no_personal_data};
/// The name under which such a page stands in the register.
inline constexpr std::string_view printed_screen_name = "画面の印刷";

struct MadePaper {
  const notice::Operation& operation;  // that made it: its pairs, or its statute
  std::string_view name;               // of the file, without personal data
  base::StaffId made_by;
  std::int64_t sheets = 0;  // 0: only the browser knows
};

/// Enters the paper with a number of its own, held by whoever had it made. The operation that read
/// the data has left its leaf; the register's line names nobody. Refused: the register cannot be
/// written; the paper does not leave then.
base::Result<> enter_paper(const RegisterOffice& office, const MadePaper& paper);

struct PapersView {
  std::vector<Item> here;  // printed and neither sent out nor destroyed, by number
  std::vector<Item> gone;  // the latest first, at most `gone_papers_shown_limit`
};
base::Result<PapersView> show_papers(const RegisterOffice& office, const notice::Acting& acting);

/// 「資格に関する情報：加入者の管理」, or the statute.
std::string purpose_words(const Print& print);

}  // namespace kenpo::safeguard
