#include "assembly/bylaw.h"

namespace kenpo::assembly {

base::Words wording(BylawSubject subject) {
  switch (subject) {
    case BylawSubject::charter:
      return {"規約", "charter"};
    case BylawSubject::additional_benefits:
      return {"付加給付", "additional benefits"};
    case BylawSubject::insurer_determination:
      return {"保険者算定", "determination by the insurer"};
    case BylawSubject::meetings:
      return {"会議", "meetings"};
    case BylawSubject::elections:
      return {"選挙", "elections"};
    case BylawSubject::personal_data:
      return {"個人情報の管理", "personal data"};
    case BylawSubject::other:
      return {"その他", "other"};
  }
  return {};
}

std::optional<base::Date> last_day(const std::vector<BylawVersion>& versions, std::size_t at) {
  std::optional<base::Date> last;
  for (const auto& each : versions) {
    if (each.rule != versions[at].rule || each.from <= versions[at].from) continue;
    const auto before = each.from.plus_days(-1);
    if (!last || before < *last) last = before;
  }
  return last;
}

const BylawVersion* version_on(const std::vector<BylawVersion>& versions, const BylawId& rule,
                              base::Date day) {
  const BylawVersion* found = nullptr;
  for (const auto& each : versions) {
    if (each.rule != rule || day < each.from) continue;
    if (found == nullptr || found->from < each.from) found = &each;
  }
  const bool holds = found != nullptr && found->standing == BylawVersion::Standing::in_force;
  return holds ? found : nullptr;
}

}  // namespace kenpo::assembly
