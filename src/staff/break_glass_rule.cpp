#include "staff/break_glass_rule.h"

#include <algorithm>

#include "base/utf8.h"
#include "law/book.h"

namespace kenpo::staff {

namespace {

using base::Result;

constexpr int minutes_of_hour = 60;
constexpr std::size_t review_characters_limit = 1000;

base::Fault emergency_fault(base::Words why, base::Words mend) {
  return {.what = {"緊急時の利用を受け付けられません。", "The emergency use is refused."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

base::Moment end_of(const BreakGlass& use) {
  return use.ended_at ? std::min(*use.ended_at, use.ends_at) : use.ends_at;
}

}  // namespace

bool holds_at(const BreakGlass& use, base::Moment now) {
  return use.begins_at <= now && now < end_of(use);
}

Result<> may_begin(std::span<const BreakGlass> uses) {
  const bool reviewed =
      std::ranges::all_of(uses, [](const BreakGlass& use) { return use.review.has_value(); });
  if (reviewed) return base::Done{};
  return emergency_fault({"点検の済んでいない緊急時の利用があります。",
                          "An earlier emergency use has not been reviewed."},
                         {"個人情報取扱責任者に点検してもらってください。",
                          "Ask the responsible person to review it."});
}

Result<> check_minutes(int minutes, base::Date day) {
  const auto hours = KENPO_TRY(law::Book::carried().count("staff.break_glass.longest", day)).value;
  if (minutes >= 1 && minutes <= hours * minutes_of_hour) return base::Done{};
  return emergency_fault({"時間は1分から" + base::Plain(hours * minutes_of_hour) + "分までです。",
                          "From 1 to " + base::Plain(hours * minutes_of_hour) + " minutes."},
                         {"時間を直してください。", "Mend the time."});
}

Result<> may_review(const BreakGlass& use, const EmergencyReview& review) {
  if (use.review) {
    return emergency_fault({"すでに点検しています。", "It is reviewed already."},
                           {"することはありません。", "Nothing is left to do."});
  }
  if (review.by == use.staff) {
    return emergency_fault({"使った本人は点検できません。", "Not by the person who used it."},
                           {"ほかの人が点検してください。", "Let somebody else review it."});
  }
  if (review.at < end_of(use)) {
    return emergency_fault({"まだ終わっていません。", "It still runs."},
                           {"先に終わらせてください。", "End it first."});
  }
  const auto length = base::count_code_points(review.words);
  if (length == 0 || length > review_characters_limit) {
    return emergency_fault(
        {"点検の結果は1文字から1000文字までです。", "Findings have 1 to 1000 characters."},
        {"結果を書いてください。", "Write the findings."});
  }
  return base::Done{};
}

Result<base::Date> review_due(const BreakGlass& use) {
  const auto day = use.begins_at.day();
  const auto days =
      KENPO_TRY(law::Book::carried().count("staff.break_glass.review_within", day)).value;
  return end_of(use).day().plus_days(days);
}

}  // namespace kenpo::staff
