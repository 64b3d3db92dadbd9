// A notification (届書) that a clerk types in: a case from its arrival to the decision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "base/yen.h"
#include "eligibility/abroad.h"
#include "eligibility/address_origin.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/person.h"
#include "eligibility/work_item.h"

namespace kenpo::eligibility {

using NotificationId = base::Id<struct NotificationKindTag>;

enum class NotificationKind : std::uint8_t {
  acquisition = 1,      // 資格取得届 (施行規則24条)
  loss = 2,             // 資格喪失届 (施行規則29条)
  name_change = 3,      // 氏名変更届 (施行規則28条)
  address_change = 4,   // 住所変更届 (施行規則28条の2)
  personal_change = 5,  // 性別・生年月日の訂正
  number_change = 6,    // 番号変更
  transfer = 7,         // 所属変更: from one of our establishments to another
  rehire = 8,           // 同日得喪 (継続再雇用)
  dependent_added = 9,  // 被扶養者(異動)届: 該当 (施行規則38条)
  dependent_ended = 10,  // 被扶養者(異動)届: 非該当
  voluntary = 11,       // 任意継続 資格取得申出 (健康保険法37条)
  voluntary_end = 12,   // 任意継続・特例退職 資格喪失 (健康保険法38条)
  special = 13,         // 特例退職 資格取得申出 (健康保険法附則3条)
  two_workplaces = 14,  // 二以上事業所勤務届 (施行規則2条)
  detention = 15,       // 健康保険法118条1項 該当届
  detention_end = 16,   // 健康保険法118条1項 非該当届
  absence = 17,         // 長期休職の届
  absence_end = 18,     // 復職の届
  individual_number_change = 19,  // 個人番号変更届
  short_hours_change = 20,        // 被保険者区分(短時間労働者)の変更
  dependent_changed = 21,         // 被扶養者(異動)届: 変更 (施行規則38条)
  two_workplaces_end = 22,        // 二以上事業所勤務の終了 (健康保険法44条3項 applies no more)
};
inline constexpr int notification_kinds = 22;

/// What became of it. Until then the work item says where it stands.
enum class NotificationOutcome : std::uint8_t { open = 0, decided = 1, dropped = 2, reversed = 3 };

/// 退職等の後に別の健康保険の期間を通算するか (健康保険法3条4項 counts every insured period).
enum class OtherCover : std::uint8_t { none, proved };

struct Notification {
  NotificationId id = NotificationId::draw();
  NotificationKind kind = NotificationKind::acquisition;
  NotificationOutcome outcome = NotificationOutcome::open;
  base::PersonId person = base::PersonId::draw();  // the insured; a new one for an acquisition
  base::EstablishmentId establishment = base::EstablishmentId::draw();
  base::CaseId case_id = base::CaseId::draw();
  WorkItemId item = WorkItemId::draw();
  base::Moment entered_at = {};
  base::Date received_on = {};  // 受付日
  base::Date on = {};           // the day that it tells of: acquisition, loss, change, beginning
  std::optional<PeriodId> period = {};  // the period that is ended, continued or concerned
  std::optional<base::EstablishmentId> to_establishment = {};
  std::optional<base::PersonId> other_person = {};  // the dependent

  // As written on the notification.
  std::string name = {};       // two parts with one full-width space
  std::string name_kana = {};  // half width
  std::optional<Sex> sex = {};
  std::optional<base::Date> born = {};
  std::string postal_code = {};
  std::string address = {};
  std::string address_kana = {};
  std::optional<AddressKind> address_kind = {};      // none: a home
  std::optional<AddressSource> address_source = {};  // none: the notification itself
  std::string number = {};  // 番号; empty: the next free one
  int acquisition_class = 1;
  std::optional<base::Date> ended_on = {};  // 退職日・死亡日 of a loss; the last day of a term
  std::optional<EndReason> end_reason = {};
  std::optional<Relation> relation = {};
  base::Yen pay = {};  // 報酬月額 in money and in kind
  YesNo short_hours = YesNo::no;
  YesNo two_workplaces = YesNo::no;
  YesNo has_dependents = YesNo::no;
  YesNo late_for_reason = YesNo::no;  // 期限後の申出に正当な理由がある (健康保険法37条1項)
  OtherCover other_cover = OtherCover::none;
  std::optional<int> weekly_hours = {};    // 短時間労働者: 週の所定労働時間
  YesNo student = YesNo::no;
  std::optional<int> office_size = {};     // 特定適用事業所の規模, people
  std::string detail = {};                 // 備考・理由・他の事業所
  YesNo wants_certificate = YesNo::no;     // 資格確認書発行要否
  std::optional<int> certificates_attached = {};      // 資格確認書 添付枚数, of a loss
  std::optional<int> certificates_not_returned = {};  // 資格確認書 返不能枚数, of a loss
  std::optional<Abroad> abroad = {};                  // 海外特例 of a dependent
  std::optional<int> abroad_for = {};                 // its 理由
  std::optional<base::Date> abroad_on = {};           // its 該当年月日・非該当年月日・国内転入日
  std::optional<base::Date> pension_paper_on = {};    // 特例退職: 年金証書等が到達した日
  std::optional<int> pension_years = {};              // 特例退職: 老齢厚生年金の被保険者期間（年）
  std::optional<int> pension_years_after_40 = {};     // 特例退職: そのうち40歳以後の期間（年）

  friend bool operator==(const Notification&, const Notification&) = default;
};

inline constexpr std::size_t detail_limit_characters = 200;  // a line of the form

/// Where the individual number of a notification waits in the sealed store until the decision: a
/// place named after the notification. It is nobody's number before then.
base::PersonId number_slot(const NotificationId& id);
/// Whether it is about somebody who is, becomes or was a dependent.
bool is_of_dependent(NotificationKind kind);

/// 「資格取得届」
base::Words wording(NotificationKind kind);
base::Words wording(NotificationOutcome outcome);
/// What the day of the notification is called on its form: 「資格取得年月日」.
base::Words day_wording(NotificationKind kind);

}  // namespace kenpo::eligibility
