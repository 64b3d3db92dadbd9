#include "staff/break_glass_store.h"

#include <algorithm>

#include "store/seal.h"

namespace kenpo::staff {

namespace {

using base::Result;

BreakGlass use_from(const store::Record<break_glass_table>& record) {
  return {.id = record.get<base::CaseId>("case_id"),
          .staff = record.subject(),
          .role = record.get<notice::Role>("role"),
          .ground = record.get<EmergencyGround>("ground"),
          .reason = record.get<std::string>("reason"),
          .begins_at = record.get<base::Moment>("begins_at"),
          .ends_at = record.get<base::Moment>("ends_at"),
          .approver = record.get<base::StaffId>("approver"),
          .ended_at = {},
          .review = {}};
}

BreakGlass* use_of_case(std::vector<BreakGlass>& uses, const base::CaseId& id) {
  const auto at = std::ranges::find(uses, id, &BreakGlass::id);
  return at == uses.end() ? nullptr : &*at;
}

}  // namespace

Result<std::vector<BreakGlass>> read_uses(const store::View& view, const EmergencyBasis& basis) {
  auto uses = KENPO_TRY(store::list<break_glass_table>(
      view, basis, {"role >= 0", "ORDER BY begins_at DESC, row_id DESC"}, {}, use_from));
  KENPO_TRY(store::each<break_glass_end_table>(
      view, basis, {"ended_at > 0"}, {}, [&](const store::Record<break_glass_end_table>& record) {
        auto* use = use_of_case(uses, record.get<base::CaseId>("case_id"));
        if (use != nullptr) use->ended_at = record.get<base::Moment>("ended_at");
      }));
  KENPO_TRY(store::each<break_glass_review_table>(
      view, basis, {"finding > 0"}, {}, [&](const store::Record<break_glass_review_table>& record) {
        auto* use = use_of_case(uses, record.get<base::CaseId>("case_id"));
        if (use == nullptr) return;
        use->review = EmergencyReview{.by = record.get<base::StaffId>("reviewed_by"),
                                      .at = record.get<base::Moment>("reviewed_at"),
                                      .finding = record.get<EmergencyFinding>("finding"),
                                      .words = record.get<std::string>("words")};
      }));
  return uses;
}

Result<> insert_use(store::Transaction& transaction, const EmergencyBasis& basis,
                    const BreakGlass& use) {
  store::Draft<break_glass_table> draft(use.staff);
  draft.set("case_id", use.id)
      .set("role", use.role)
      .set("ground", use.ground)
      .set("begins_at", use.begins_at)
      .set("ends_at", use.ends_at)
      .set("approver", use.approver)
      .set("reason", use.reason);
  KENPO_TRY(store::insert<break_glass_table>(transaction, basis, draft));
  return base::Done{};
}

Result<> insert_end(store::Transaction& transaction, const EmergencyBasis& basis,
                    const BreakGlass& use, const base::StaffId& by, base::Moment at) {
  store::Draft<break_glass_end_table> draft(use.staff);
  draft.set("case_id", use.id).set("ended_at", at).set("ended_by", by);
  KENPO_TRY(store::insert<break_glass_end_table>(transaction, basis, draft));
  return base::Done{};
}

Result<> insert_review(store::Transaction& transaction, const EmergencyBasis& basis,
                       const BreakGlass& use, const EmergencyReview& review) {
  store::Draft<break_glass_review_table> draft(use.staff);
  draft.set("case_id", use.id)
      .set("reviewed_at", review.at)
      .set("reviewed_by", review.by)
      .set("finding", review.finding)
      .set("words", review.words);
  KENPO_TRY(store::insert<break_glass_review_table>(transaction, basis, draft));
  return base::Done{};
}

}  // namespace kenpo::staff
