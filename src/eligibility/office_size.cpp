#include "eligibility/office_size.h"

namespace kenpo::eligibility {

base::Words wording(OfficeKind kind) {
  switch (kind) {
    case OfficeKind::counted:
      return {"人数による", "By its size"};
    case OfficeKind::agreement:
      return {"任意特定適用事業所", "By agreement"};
    case OfficeKind::state:
      return {"国・地方公共団体", "The State or a local body"};
    case OfficeKind::kept:
      return {"規模を下回ったが、引き続き特定適用事業所", "Below the size, but goes on"};
  }
  return {};
}

std::optional<OfficeSize> size_on(const std::vector<OfficeSize>& sizes, base::Date day) {
  std::optional<OfficeSize> held;
  for (const auto& one : sizes) {
    if (one.from <= day) held = one;
  }
  return held;
}

}  // namespace kenpo::eligibility
