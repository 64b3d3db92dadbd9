#include "safeguard/alert_act.h"

#include "base/utf8.h"
#include "safeguard/alert_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

base::Fault alert_fault(base::Words why, base::Words mend) {
  return {.what = {"警報を確認済みにできません。", "The alert cannot be acknowledged."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

Result<Alert> alert_of(const store::View& view, const AlertId& id) {
  const auto found = KENPO_TRY(find_alert(view, id));
  if (found) return *found;
  return base::Fault{.what = {"この警報はありません。", "There is no such alert."},
                     .why = {},
                     .mend = {"一覧から選び直してください。", "Choose it from the list."},
                     .place = {}};
}

// 公表事項2「責任者への緊急連絡体制」
Result<> check_alert(const Alert& alert, const notice::Policy& policy, const base::StaffId& by) {
  if (alert.state == AlertState::acknowledged) {
    return alert_fault({"すでに確認済みです。", "It was acknowledged before."}, {});
  }
  if (alert.staff == by) {
    return alert_fault({"自分の利用についての警報は、自分では確認できません。",
                        "Nobody answers for a sign about himself."},
                       {"ほかの人が確認します。", "Somebody else does."});
  }
  if (alert.state == AlertState::raised && policy.responsible_person != by) {
    return alert_fault(
        {"期限までは、個人情報取扱責任者が確認します。",
         "Until its time is over it is for the responsible person."},
        {"期限を過ぎると、常務理事が確認できます。", "Then the executive director may."});
  }
  return base::Done{};
}

Result<> check_alert_words(const std::string& words) {
  const auto length = base::count_code_points(words);
  if (0 < length && length <= alert_words_limit_characters) return base::Done{};
  return alert_fault({"確かめたことと対応を1文字から1,000文字までで書いてください。",
                      "Say in 1 to 1,000 characters what was found and done."},
                     {});
}

}  // namespace

Result<std::vector<Alert>> show_alerts(notice::Gate& gate, store::Database& database,
                                       const Acting& acting) {
  return gate.perform<show_alerts_operation>(
      acting, [&](const Permit<show_alerts_operation>&) -> Result<std::vector<Alert>> {
        const auto view = KENPO_TRY(database.read());
        return list_alerts(view);
      });
}

Result<AlertView> show_alert(notice::Gate& gate, store::Database& database, const Acting& acting,
                             const AlertId& id) {
  return gate.perform<show_alerts_operation>(
      acting, [&](const Permit<show_alerts_operation>& permit) -> Result<AlertView> {
        const auto view = KENPO_TRY(database.read());
        const auto alert = KENPO_TRY(alert_of(view, id));
        return AlertView{alert, KENPO_TRY(answer_of(view, EmergencyBasis(permit), id))};
      });
}

Result<> acknowledge_alert(notice::Gate& gate, store::Database& database, const Acting& acting,
                           const AlertId& id, const std::string& words) {
  return gate.perform<acknowledge_alert_operation>(
      acting, [&](const Permit<acknowledge_alert_operation>& permit) -> Result<> {
        const auto by = std::get<base::StaffId>(acting.actor);  // staff only: Runner::staff
        KENPO_TRY(check_alert_words(words));
        auto transaction = KENPO_TRY(database.write());
        auto alert = KENPO_TRY(alert_of(transaction, id));
        KENPO_TRY(check_alert(alert, *gate.policy(), by));
        const auto now = gate.clock().now();
        alert.state = AlertState::acknowledged;
        alert.acknowledged_at = now;
        alert.acknowledged_by = by;
        KENPO_TRY(replace(transaction, alert));
        KENPO_TRY(add(transaction, EmergencyBasis(permit), AlertAnswer{id, by, now, words}));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace kenpo::safeguard
