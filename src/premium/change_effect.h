// A proposed correction of a past fact about one person, and everything it will do, before it is
// saved: standard remuneration and premiums month by month, claims, certificates, what follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/person.h"
#include "premium/care_exclusion.h"
#include "premium/leave.h"
#include "premium/posting.h"
#include "remuneration/basis_text.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::premium {

// ---- What is proposed ----

/// 生年月日の訂正
struct BirthCorrection {
  base::Date born;
};
/// 資格取得日・喪失日の訂正: both days as they shall be.
struct PeriodCorrection {
  eligibility::PeriodId period;
  base::Date acquired;
  std::optional<base::Date> lost;
};
/// 資格の取消し: the period never was.
struct PeriodCancellation {
  eligibility::PeriodId period;
};
/// 届け漏れの資格. For looking at effects: it is registered by its notification.
struct PeriodAddition {
  base::EstablishmentId establishment;
  base::Date acquired;
  std::optional<base::Date> lost;
  base::Yen monthly;  // 報酬月額 at acquisition
};
/// 事業所の訂正: the period belongs to another establishment, from its first day.
struct PeriodMove {
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  std::string number = {};  // 番号 there, digits; empty: the next free one
  std::string symbol = {};  // 記号 there: found by the act
};
/// 標準報酬月額の決定の訂正 of a month, or a decision more.
struct StandardCorrection {
  eligibility::PeriodId period;
  base::Month from;
  base::Yen monthly;  // 報酬月額; the grade comes from the table
};
/// 標準報酬月額の決定の取消し
struct StandardCancellation {
  eligibility::PeriodId period;
  base::Month from;
};
/// 賞与の訂正: all that was paid in the month; 0 = none was.
struct BonusCorrection {
  eligibility::PeriodId period;
  base::Date paid_on;  // the last payment of the month
  base::Yen paid;
};
/// 産休・育休の申出. For looking at effects: it is registered on the page of leaves.
struct LeaveAddition {
  LeaveDays leave;
};

/// 被扶養者になった日・でなくなった日の訂正: the days as they shall be.
struct DependentCorrection {
  eligibility::DependentLinkId link;
  base::Date from;
  std::optional<base::Date> until;  // the last day; none = still a dependent
};
/// 被扶養者の認定の取消し: the person never was this dependent.
struct DependentCancellation {
  eligibility::DependentLinkId link;
};

/// 産休・育休の申出の取消し. For looking at effects: it is registered on the page of leaves.
struct LeaveRemoval {
  LeaveDays leave;
};

using ChangeDetail =
    std::variant<BirthCorrection, PeriodCorrection, PeriodCancellation, PeriodAddition, PeriodMove,
                 StandardCorrection, StandardCancellation, BonusCorrection, CareExclusion,
                 LeaveAddition, DependentCorrection, DependentCancellation, LeaveRemoval>;

struct ProposedChange {
  base::PersonId person;
  ChangeDetail detail;
};

/// What kind of change stands in the store: the place in ChangeDetail, from 1.
enum class ChangeKind : std::uint8_t {
  birth = 1,
  period = 2,
  period_cancelled = 3,
  period_added = 4,
  establishment = 5,
  standard = 6,
  standard_cancelled = 7,
  bonus = 8,
  care_exclusion = 9,
  leave_added = 10,
  dependent = 11,
  dependent_cancelled = 12,
  leave_removed = 13,
};
inline ChangeKind kind_of(const ChangeDetail& detail) {
  return static_cast<ChangeKind>(detail.index() + 1);
}
base::Words wording(ChangeKind kind);

// ---- What it does ----

/// Why a month's premium becomes another one. Each has its article.
enum class EffectCause : std::uint8_t {
  charged,        // 資格のある月かどうか: 健康保険法156条3項
  standard,       // 標準報酬月額: 40条〜43条の3
  bonus,          // 標準賞与額: 45条
  care,           // 介護保険料がかかるか: 156条1項・2項
  establishment,  // 納付する事業主: 161条2項
  leave,          // 休業中の免除: 159条・159条の3
  dependent,      // 特定被保険者の被扶養者: 附則7条1項
};
inline constexpr int effect_causes_count = 7;
base::Words wording(EffectCause cause);
base::Plain article(EffectCause cause);

/// What becomes of the difference of a month.
enum class Settlement : std::uint8_t {
  next_levy,  // levied before: the difference is posted with the next bill as 遡及
  own_levy,   // not levied yet: the month's own levy has it
  lapsed,     // 時効 (193条1項): nothing is claimed or paid back
};

/// What a person owes for a month and kind at one establishment, divided by kinds of premium.
struct PersonPremium {
  base::Yen standard = {};  // 標準報酬月額 or 標準賞与額
  Billed by_kind = {};      // its sum is the person's premium
  base::Yen insured = {};   // 被保険者負担
  base::Yen employer = {};  // 事業主負担
  base::Yen total() const { return insured + employer; }
  friend bool operator==(const PersonPremium&, const PersonPremium&) = default;
};

/// One month and kind in which the change makes a difference; what was not owed is zero.
struct MonthEffect {
  base::Month month = {};
  PremiumKind kind = PremiumKind::monthly;
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  PersonPremium before = {};
  PersonPremium after = {};
  std::uint8_t causes = 0;  // one bit an EffectCause
  Settlement settlement = Settlement::next_levy;
  /// 特定被保険者: the insured person who owes it for the dependent that the change is about; none:
  /// it is the premium of whom the change is about.
  std::optional<base::PersonId> insured = {};

  bool has(EffectCause cause) const { return (causes >> static_cast<unsigned>(cause) & 1U) != 0; }
};

/// Differences of many months, by who bears them and by ledger.
struct EffectSum {
  Billed by_kind = {};
  base::Yen insured = {};
  base::Yen employer = {};
  base::Yen total() const { return insured + employer; }
  /// 子ども・子育て支援金 stands in a ledger of its own.
  base::Yen child() const { return by_kind.child; }
};
EffectSum difference_of(const MonthEffect& effect);

/// What the office must do besides, which the program does not decide by itself.
enum class FollowUpKind : std::uint8_t {
  regular_missing,   // 定時決定の対象になる年に決定がない
  regular_needless,  // 定時決定の対象でなくなる年に決定がある
  bonus_outside,     // 資格のない日に支払われた賞与がある
  two_workplaces,    // ほかの事業所の資格と重なる: 二以上事業所勤務
  elderly_judgement, // 70歳以上: 負担割合の再判定
  age_75_passed,     // 75歳に達した日を過ぎて資格がある
  exchange,          // オンライン資格確認に登録した資格・区分が変わる
};
struct FollowUp {
  FollowUpKind kind = FollowUpKind::regular_missing;
  int year = 0;  // of the determination; 0 otherwise
  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};
base::Words wording(FollowUpKind kind);
base::Plain article(FollowUpKind kind);

/// A claim for treatment on days that the person will not be insured any more, or will be.
struct AffectedClaim {
  std::string address;  // of its page
  base::Month treated_in = {};
  base::Yen cost;  // of the whole claim, as decided
  enum class Becomes : std::uint8_t { uncovered, covered, partly } becomes = Becomes::uncovered;
};
/// A certificate to collect or to issue anew.
struct AffectedCertificate {
  std::string words;    // 「資格確認書」
  std::string address;  // of its page; may be empty
  std::string action;   // 「回収」, 「差替え」
};

/// The days of insured status that the change takes away and adds, closed spans.
struct CoverChange {
  std::vector<base::Span> lost;
  std::vector<base::Span> gained;
};

/// Whether folders after this one were asked about claims and certificates.
enum class Neighbours : std::uint8_t { not_asked, asked };

/// 特定被保険者 (健康保険法附則7条1項): whose care premium rests on the dependent that is changed.
struct EffectInsured {
  base::PersonId person;
  std::string name = {};
  std::string symbol = {};
  std::string number = {};
  eligibility::Sheltered sheltered = eligibility::Sheltered::no;
};

struct ChangeEffect {
  base::PersonId person;
  eligibility::Sheltered sheltered = eligibility::Sheltered::no;  // no establishment is shown
  std::vector<MonthEffect> months = {};  // by month, kind, establishment
  std::vector<EffectInsured> insured = {};  // those of the months that are another's
  EffectSum claimed = {};                // next_levy and own_levy
  EffectSum lapsed = {};
  base::Month oldest = {};          // months before it are past the limitation
  std::optional<base::Month> last_levied = {};
  CoverChange cover = {};
  std::vector<FollowUp> follow_ups = {};
  std::vector<remuneration::BasisLine> lines = {};  // of what is decided anew, with articles
  Neighbours neighbours = Neighbours::not_asked;
  /// Nullopt though asked: whoever asks may not see claims (certificates).
  std::optional<std::vector<AffectedClaim>> claims = {};
  std::optional<std::vector<AffectedCertificate>> certificates = {};
};

}  // namespace kenpo::premium
