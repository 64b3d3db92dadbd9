#include "benefit/award_rule.h"

namespace kenpo::benefit {

// 健康保険法53条・115条: what is due less what was decided; 民法703条 where it is less than that.
NextAward next_award(const Amounts& due, const std::vector<Award>& awards) {
  Amounts decided;
  std::optional<Amounts> refused;
  for (const auto& award : awards) {
    if (award.counts()) {
      decided = decided + award.amounts;
      refused.reset();
    }
    if (award.state() == AwardState::refused) refused = award.amounts;
  }
  const auto left = due - decided;
  NextAward next;
  bool waits = false;
  for (std::size_t at = 0; at < awards.size(); ++at) {
    if (awards[at].state() != AwardState::proposed) continue;
    if (awards[at].amounts == left && !left.is_zero()) {
      waits = true;
    } else {
      next.replaced.push_back(at);
    }
  }
  if (!waits && !left.is_zero() && refused != left) next.proposal = left;
  return next;
}

}  // namespace kenpo::benefit
