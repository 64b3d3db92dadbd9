#include "premium/change_scope_act.h"

#include <algorithm>

#include "eligibility/scope.h"
#include "notice/gate.h"

namespace kenpo::premium {

namespace {

using base::Result;
using eligibility::InsuredPeriod;

/// The period that a detail names; nullopt for what is about the person as a whole.
std::optional<eligibility::PeriodId> period_of(const ChangeDetail& detail) {
  return std::visit(
      [](const auto& one) -> std::optional<eligibility::PeriodId> {
        if constexpr (requires { one.period; }) {
          return one.period;
        } else {
          return std::nullopt;
        }
      },
      detail);
}

std::optional<base::EstablishmentId> new_establishment(const ChangeDetail& detail) {
  return std::visit(
      [](const auto& one) -> std::optional<base::EstablishmentId> {
        if constexpr (requires { one.establishment; }) {
          return one.establishment;
        } else {
          return std::nullopt;
        }
      },
      detail);
}

}  // namespace

bool all_in_scope(const notice::Recorder& recorder, const KnownFacts& known) {
  const auto& periods = known.periods.empty() ? known.insured_periods : known.periods;
  if (periods.empty()) return eligibility::unlimited(recorder);
  return std::ranges::all_of(periods, [&](const InsuredPeriod& period) {
    return recorder.in_scope(period.establishment);
  });
}

Result<> check_in_scope(const notice::Recorder& recorder, const KnownFacts& known,
                        const ProposedChange& change) {
  const auto named = period_of(change.detail);
  const auto outside = [&](const InsuredPeriod& period) {
    return (!named || period.id == *named) && !recorder.in_scope(period.establishment);
  };
  if (known.people.empty() || std::ranges::any_of(known.periods, outside)) {
    return notice::out_of_scope_fault();
  }
  if (known.periods.empty() && !all_in_scope(recorder, known)) return notice::out_of_scope_fault();
  const auto target = new_establishment(change.detail);
  if (target && !recorder.in_scope(*target)) return notice::out_of_scope_fault();
  return base::Done{};
}

}  // namespace kenpo::premium
