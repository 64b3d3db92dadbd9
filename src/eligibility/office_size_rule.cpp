#include "eligibility/office_size_rule.h"

#include "law/book.h"

namespace kenpo::eligibility {

// 健康保険法3条1項9号; 附則 (平24法62) 46条
base::Result<law::Decision<bool>> covers_short_hours(const OfficeSize& size, base::Date day) {
  const auto& book = law::Book::carried();
  law::Decision<bool> decision{true, {}};
  if (size.kind == OfficeKind::counted) {
    const auto step = KENPO_TRY(book.count("eligibility.part_time.office_size", day));
    decision.value = size.persons >= step.value;
    decision.basis.push_back({{"特定適用事業所の規模", "Size of the employer"},
                              "健康保険法3条1項9号",
                              law::Count{size.persons, law::Unit::persons}, step.row});
    return decision;
  }
  const law::Row* row = nullptr;
  if (size.kind == OfficeKind::kept) {
    row = KENPO_TRY(book.text("eligibility.part_time.size_kept", day)).row;
  }
  decision.basis.push_back({wording(size.kind), "附則(平24法62)46条", true, row});
  return decision;
}

}  // namespace kenpo::eligibility
