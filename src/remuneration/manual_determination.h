// Determinations that a clerk enters: ends of leaves, averages of a year, several workplaces, a
// revision without notification, and what the society's rules decide otherwise (保険者算定).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "remuneration/basis_text.h"
#include "remuneration/standard_remuneration.h"
#include "remuneration/workplace_pay.h"

namespace kenpo::remuneration {

/// The forms, in the order of the menu.
enum class ManualKind : std::uint8_t {
  childcare_end = 1,    // 育児休業等終了時改定
  maternity_end = 2,    // 産前産後休業終了時改定
  annual_regular = 3,   // 年間平均(定時決定)
  annual_revision = 4,  // 年間平均(随時改定)
  revision = 5,         // 随時改定(届出によらない)
  workplaces = 6,       // 二以上事業所勤務の合算
  insurer = 7,          // 保険者算定(規約の方法)
  voluntary = 8,        // 任意継続・特例退職: voluntary_standard_act only
  workplaces_revision = 9,  // 随時改定(二以上事業所勤務の合算)
};
base::Words wording(ManualKind kind);
base::Plain article(ManualKind kind);
/// What its decision is called in the member's ledger.
DeterminationKind determination_of(ManualKind kind);

enum class ManualState : std::uint8_t {
  open = 1,       // waits for the second person
  confirmed = 2,  // decided: stands in the ledger
  refused = 3,
};
base::Words wording(ManualState state);

using ManualId = base::Id<struct ManualDeterminationKind>;

/// What was entered and what the rule made of it.
struct ManualDetermination {
  ManualId id = ManualId::draw();
  base::PersonId person;
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  ManualKind kind = ManualKind::insurer;
  ManualState state = ManualState::open;
  base::Month from = {};
  base::Yen monthly = {};
  base::Yen standard = {};
  int grade = 0;
  base::Yen previous_standard = {};  // in force the month before; 0 = none
  std::string reason = {};           // the clerk's words
  /// 二以上事業所勤務: what each workplace pays, that of the period first. Kept by workplace_pay_store.
  std::vector<PaidAt> workplaces = {};
  std::vector<BasisLine> lines = {};
  base::Moment proposed_at = {};
  std::optional<base::StaffId> proposed_by = {};
  std::optional<base::Moment> decided_at = {};
  std::optional<base::StaffId> decided_by = {};
};

inline constexpr std::size_t manual_reason_limit_characters = 400;

}  // namespace kenpo::remuneration
