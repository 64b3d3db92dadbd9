// What the ledger holds about the people of a notification, and what the notification changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fault.h"
#include "eligibility/address_origin.h"
#include "eligibility/circumstance.h"
#include "eligibility/dependent_link.h"
#include "eligibility/establishment.h"
#include "eligibility/insured_period.h"
#include "eligibility/notification.h"
#include "eligibility/notified_paper.h"
#include "eligibility/notified_pay.h"
#include "eligibility/office_size.h"
#include "eligibility/person.h"
#include "law/decision.h"

namespace kenpo::eligibility {

/// What a clerk has to look at before asking for the decision. Nothing of it refuses.
enum class Caution : std::uint8_t {
  late = 1,             // 届出の期限（5日）を過ぎている
  look_alike,           // 同じ氏名カナ・生年月日の人がいる
  double_cover,         // 他の事業所の資格と重なる
  beyond_limitation,    // 2年より前にさかのぼる
  future_day,           // 先の日付
  short_hours_unmet,    // 短時間労働者の要件を満たさない
  short_hours_unknown,  // 短時間労働者の要件を確かめていない
  dependents_end,       // 被扶養者も資格を失う
  certificate_due,      // 資格確認書を回収する
  dependents_expected,  // 被扶養者届を待つ
  two_workplaces,       // 二以上事業所勤務
  protected_person,     // 保護の対象
  remuneration_needed,  // 標準報酬月額の決定が要る
  premium_changes,      // 保険料が変わる (健康保険法158条)
  base_days_change,     // 支払基礎日数の数え方が変わる
  fixed_pay_may_change,  // 固定的賃金の変動があれば月額変更届が要る
  number_at_decision,   // 個人番号は決裁のときに置き換える
  address_of_establishment,  // 住所が事業所の所在地と同じ
  abroad_evidence,      // 海外特例の理由を証する書類を確かめる
  not_resident_any_more,  // 国内居住要件を満たさなくなる
  entitlement_unproved,  // 特例退職: 年金の受給権を確かめていない
  office_size_unknown,  // 短時間労働者: 事業所の規模が登録されていない
};

/// 「届出の期限を過ぎています」
base::Words wording(Caution caution);

/// Everything that stands in the ledger about the people of one notification.
struct NotificationFacts {
  base::Date today = {};
  Establishment establishment = {};
  std::optional<Establishment> to = {};
  std::optional<Person> person = {};        // none: not in the ledger yet
  std::vector<InsuredPeriod> periods = {};  // of all who are this person, the oldest first
  std::vector<DependentLink> dependents = {};
  std::optional<Person> dependent = {};     // whom a dependents' notification is about
  std::vector<Circumstance> circumstances = {};
  std::optional<OfficeSize> office_size = {};  // where the status will be, on the notified day
  std::string next_number = {};    // the next free number where the period will be
  bool number_taken = false;       // the notified number belongs to somebody else
  bool look_alikes = false;        // others have the same kana, birth date and sex
  bool is_protected = false;
  std::optional<AddressOrigin> address_origin = {};  // of the person or dependent it is about
  bool address_is_establishments = false;  // the notified address is where an employer of ours is
};

/// The facts as they are to stand. A period, link or circumstance with a known id is corrected.
struct NotificationEffect {
  std::optional<Person> person = {};
  std::optional<Person> dependent = {};
  base::Date person_from = {};  // from when what stands about either person holds
  std::vector<InsuredPeriod> periods = {};
  std::vector<DependentLink> links = {};
  std::vector<Circumstance> circumstances = {};
  std::optional<AddressOrigin> origin = {};  // of the address that is set
  std::optional<NotifiedPay> pay = {};
  std::optional<NotifiedPaper> paper = {};  // 資格確認書発行要否, 添付・返不能の枚数
  std::vector<law::Basis> basis = {};
  std::vector<Caution> cautions = {};
};

/// Whether it came so late that months which were levied may change.
bool is_late(const NotificationEffect& effect);

}  // namespace kenpo::eligibility
