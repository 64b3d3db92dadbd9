#include "eligibility/circumstance.h"

namespace kenpo::eligibility {

base::Words wording(CircumstanceKind kind) {
  switch (kind) {
    case CircumstanceKind::two_workplaces:
      return {"二以上事業所勤務", "Two workplaces"};
    case CircumstanceKind::detention:
      return {"健康保険法118条該当", "Detained (art 118)"};
    case CircumstanceKind::long_absence:
      return {"長期休職", "Long absence"};
    case CircumstanceKind::short_hours:
      return {"短時間労働者", "Short hours"};
    case CircumstanceKind::abroad:
      return {"海外特例", "Dependent living abroad"};
  }
  return {};
}

}  // namespace kenpo::eligibility
