#include "eligibility/notification.h"

namespace kenpo::eligibility {

using base::Words;

namespace {

struct Named {
  Words kind;
  Words day;
};

/// In the order of the numbers; the first is number 1.
const Named& named(NotificationKind kind) {
  static const Named all[notification_kinds] = {
      {{"資格取得届", "Acquisition"}, {"資格取得年月日", "Acquired on"}},
      {{"資格喪失届", "Loss"}, {"資格喪失年月日", "Lost on"}},
      {{"氏名変更届", "Change of name"}, {"変更年月日", "Changed on"}},
      {{"住所変更届", "Change of address"}, {"変更年月日", "Changed on"}},
      {{"性別・生年月日の訂正", "Correction of sex or birth date"}, {"訂正の届出日", "Told on"}},
      {{"番号変更届", "Change of number"}, {"変更年月日", "Changed on"}},
      {{"所属変更届", "Transfer"}, {"異動年月日", "Transferred on"}},
      {{"同日得喪（継続再雇用）", "Loss and acquisition on one day"},
       {"再雇用の年月日", "Rehired on"}},
      {{"被扶養者届（該当）", "Dependent added"}, {"被扶養者になった日", "Dependent from"}},
      {{"被扶養者届（非該当）", "Dependent ended"},
       {"被扶養者でなくなった日", "No dependent from"}},
      {{"任意継続の申出", "Voluntary continuation"}, {"資格喪失年月日", "Lost on"}},
      {{"任意継続・特例退職の喪失", "End of voluntary continuation"},
       {"事由の生じた日", "Day of the cause"}},
      {{"特例退職の申出", "Special retiree"}, {"申出を受理した日", "Accepted on"}},
      {{"二以上事業所勤務届", "Two workplaces"}, {"該当年月日", "From"}},
      {{"118条該当届", "Detained (art 118)"}, {"該当年月日", "From"}},
      {{"118条非該当届", "Released (art 118)"}, {"非該当年月日", "From"}},
      {{"長期休職の届", "Long absence"}, {"休職の始まり", "From"}},
      {{"復職の届", "Return to work"}, {"復職年月日", "Returned on"}},
      {{"個人番号変更届", "Change of the individual number"}, {"変更年月日", "Changed on"}},
      {{"被保険者区分変更届（短時間労働者）", "Change of short hours"},
       {"変更年月日", "Changed on"}},
      {{"被扶養者届（変更）", "Dependent changed"}, {"変更年月日", "Changed on"}},
      {{"二以上事業所勤務の終了", "End of two workplaces"},
       {"二以上勤務でなくなった日", "One workplace from"}},
  };
  return all[static_cast<std::size_t>(kind) - 1];
}

}  // namespace

base::PersonId number_slot(const NotificationId& id) {
  const auto slot = base::PersonId::parse(id.text());
  KENPO_REQUIRE(slot.has_value());
  return *slot;
}

bool is_of_dependent(NotificationKind kind) {
  return kind == NotificationKind::dependent_added || kind == NotificationKind::dependent_ended ||
         kind == NotificationKind::dependent_changed;
}

Words wording(NotificationKind kind) { return named(kind).kind; }

Words day_wording(NotificationKind kind) { return named(kind).day; }

Words wording(NotificationOutcome outcome) {
  switch (outcome) {
    case NotificationOutcome::open:
      return {"審査の途中", "Open"};
    case NotificationOutcome::decided:
      return {"決裁済み", "Decided"};
    case NotificationOutcome::dropped:
      return {"取下げ", "Dropped"};
    case NotificationOutcome::reversed:
      return {"取消し済み", "Reversed"};
  }
  return {};
}

}  // namespace kenpo::eligibility
