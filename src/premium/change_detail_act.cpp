// What a change says, in one line of its record.
#include <algorithm>

#include "base/era.h"
#include "premium/change_save_act.h"

namespace kenpo::premium {

namespace {

std::string day_words(const std::optional<base::Date>& day) { return day ? day->iso() : "なし"; }

std::string arrow(const std::string& name, const std::string& before, const std::string& after) {
  return before == after ? std::string() : name + " " + before + " → " + after;
}

std::string both_words(const std::string& one, const std::string& other) {
  return one.empty() || other.empty() ? one + other : one + "、" + other;
}

struct Tell {
  const KnownFacts& known;

  const eligibility::InsuredPeriod* period(const eligibility::PeriodId& id) const {
    const auto found = std::ranges::find(known.periods, id, &eligibility::InsuredPeriod::id);
    return found == known.periods.end() ? nullptr : &*found;
  }
  const eligibility::DependentLink* link(const eligibility::DependentLinkId& id) const {
    const auto found = std::ranges::find(known.links, id, &eligibility::DependentLink::id);
    return found == known.links.end() ? nullptr : &*found;
  }
  std::string operator()(const BirthCorrection& one) const {
    const auto born = known.people.empty() ? std::string() : known.people.front().born.iso();
    return arrow("生年月日", born, one.born.iso());
  }
  std::string operator()(const DependentCorrection& one) const {
    const auto* old = link(one.link);
    if (old == nullptr) return {};
    return both_words(arrow("被扶養者になった日", old->from.iso(), one.from.iso()),
                      arrow("最後の日", day_words(old->until), day_words(one.until)));
  }
  std::string operator()(const DependentCancellation& one) const {
    const auto* old = link(one.link);
    return old == nullptr ? std::string()
                          : "被扶養者 " + old->from.iso() + "〜" + day_words(old->until) + " を取消し";
  }
  std::string operator()(const PeriodCorrection& one) const {
    const auto* old = period(one.period);
    if (old == nullptr) return {};
    return both_words(arrow("資格取得日", old->acquired.iso(), one.acquired.iso()),
                      arrow("資格喪失日", day_words(old->lost), day_words(one.lost)));
  }
  std::string operator()(const PeriodCancellation& one) const {
    const auto* old = period(one.period);
    return old == nullptr
               ? std::string()
               : "資格 " + old->acquired.iso() + "〜" + day_words(old->lost) + " を取消し";
  }
  std::string operator()(const PeriodAddition& one) const {
    return "資格 " + one.acquired.iso() + "〜" + day_words(one.lost) + " を追加";
  }
  std::string operator()(const PeriodMove& one) const {
    const auto* old = period(one.period);
    return old == nullptr ? std::string() : "資格 " + old->acquired.iso() + " からの事業所を訂正";
  }
  std::string operator()(const StandardCorrection& one) const {
    return base::era_month(one.from) + "からの報酬月額 " + one.monthly.grouped() + "円";
  }
  std::string operator()(const StandardCancellation& one) const {
    return base::era_month(one.from) + "からの標準報酬月額の決定を取消し";
  }
  std::string operator()(const BonusCorrection& one) const {
    return base::era_month(one.paid_on.in_month()) + "の賞与の合計 " + one.paid.grouped() + "円";
  }
  std::string operator()(const CareExclusion& one) const {
    return "介護保険の適用除外 " + one.from.iso() + "〜" + day_words(one.until);
  }
  std::string operator()(const LeaveRemoval& one) const {
    return "休業 " + one.leave.days.from.iso() + "〜" + one.leave.days.to.iso() + " を取消し";
  }
  std::string operator()(const LeaveAddition& one) const {
    return "休業 " + one.leave.days.from.iso() + "〜" + one.leave.days.to.iso();
  }
};

}  // namespace

std::string detail_words(const KnownFacts& known, const ProposedChange& change) {
  return std::visit(Tell{known}, change.detail);
}

}  // namespace kenpo::premium
