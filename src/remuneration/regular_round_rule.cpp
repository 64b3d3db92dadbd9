#include "remuneration/regular_round_rule.h"

namespace kenpo::remuneration {

namespace {

// Months of the calendar as art 41 names them, not figures that change.
constexpr int round_june = 6;
constexpr int round_july = 7;
constexpr int round_september = 9;

}  // namespace

// 健康保険法41条1項・3項
bool employed_for_regular(const eligibility::InsuredPeriod& period, int year) {
  if (period.status != eligibility::Status::employed) return false;
  return period.holds(*base::Date::make(year, round_july, 1)) &&
         period.acquired < *base::Date::make(year, round_june, 1);
}

// 健康保険法41条3項
bool replaces_regular(const StandardRemuneration& decision, int year) {
  if (decision.from.year() != year) return false;
  const int month = decision.from.month();
  if (month < round_july || round_september < month) return false;
  switch (decision.kind) {
    case DeterminationKind::revision:
    case DeterminationKind::childcare_end:
    case DeterminationKind::maternity_end:
      return true;
    case DeterminationKind::insurer:
      return month < round_september;
    case DeterminationKind::acquisition:
    case DeterminationKind::regular:
    case DeterminationKind::workplaces:
    case DeterminationKind::voluntary:
    case DeterminationKind::correction:
      return false;
  }
  return false;
}

bool is_of_september(const StandardRemuneration& decision, int year) {
  return decision.from == *base::Month::make(year, round_september);
}

}  // namespace kenpo::remuneration
