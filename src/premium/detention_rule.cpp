#include "premium/detention_rule.h"

#include <algorithm>

namespace kenpo::premium {

namespace {

using base::Month;

bool frees(const Insured& insured, const DetentionDays& days, Month month) {
  const Month began = days.from.in_month();
  // 本文: who was insured since the month before: from that month; who acquired the status in the
  // month: from the month after.
  const Month first = insured.acquired.in_month() == began ? began.plus(1) : began;
  if (month < first) return false;
  if (!days.until) return true;
  const Month released = days.until->plus_days(1).in_month();
  // ただし書: released in the month of the detention.
  if (released == began) return false;
  return month < released;
}

}  // namespace

// 健康保険法158条
bool detention_frees(const Insured& insured, std::span<const DetentionDays> detentions,
                     Month month) {
  return std::ranges::any_of(
      detentions, [&](const DetentionDays& days) { return frees(insured, days, month); });
}

std::vector<law::Basis> explain_detentions(const Insured& insured,
                                           std::span<const DetentionDays> detentions,
                                           Month month) {
  std::vector<law::Basis> lines;
  for (const auto& days : detentions) {
    lines.push_back({{"118条に該当した日", "Detained from"}, "健康保険法118条1項", days.from});
    if (days.until) {
      lines.push_back({{"該当しなくなった日", "Released on"}, "健康保険法158条",
                       days.until->plus_days(1)});
    }
  }
  if (!lines.empty()) {
    lines.push_back({{"保険料を徴収しない月", "The month bears no premium"}, "健康保険法158条",
                     detention_frees(insured, detentions, month)});
  }
  return lines;
}

}  // namespace kenpo::premium
