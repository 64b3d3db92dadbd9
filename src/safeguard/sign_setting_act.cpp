#include "safeguard/sign_act.h"
#include "safeguard/sign_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

base::Fault setting_fault(base::Words why) {
  return {.what = {"設定を登録できません。", "The setting cannot be entered."},
          .why = std::move(why),
          .mend = {"値と適用日を確かめてください。", "Check the value and its day."},
          .place = {}};
}

Result<> check_setting(const DatedSetting& setting, base::Date today) {
  const auto& facts = facts_of(setting.setting);
  if (setting.value < facts.least || facts.most < setting.value) {
    return setting_fault(
        {base::Plain(facts.least) + "から" + base::Plain(facts.most) +
             "までの値だけを登録できます。",
         "The value is from " + base::Plain(facts.least) + " to " + base::Plain(facts.most) + "."});
  }
  // What was watched under the old threshold stays as it was judged.
  if (setting.from < today) {
    return setting_fault({"過ぎた日からは変えられません。", "The past cannot be changed."});
  }
  return base::Done{};
}

Result<> check_setting_hours(const store::View& view, base::Date day) {
  const auto thresholds = KENPO_TRY(sign_thresholds(view, day));
  if (thresholds.opens_hour < thresholds.closes_hour) return base::Done{};
  return setting_fault(
      {"執務の終わりが始まりより前になります。", "The office would close before it opens."});
}

}  // namespace

Result<> enter_setting(notice::Gate& gate, store::Database& database, const Acting& acting,
                       const DatedSetting& setting) {
  return gate.perform<enter_setting_operation>(
      acting, [&](const Permit<enter_setting_operation>&) -> Result<> {
        const auto now = gate.clock().now();
        KENPO_TRY(check_setting(setting, now.day()));
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(put(transaction, setting, now));
        KENPO_TRY(check_setting_hours(transaction, setting.from));
        return transaction.commit_without_personal_data();
      });
}

Result<SettingsView> show_settings(notice::Gate& gate, store::Database& database,
                                   const Acting& acting) {
  return gate.perform<show_settings_operation>(
      acting, [&](const Permit<show_settings_operation>& permit) -> Result<SettingsView> {
        const auto view = KENPO_TRY(database.read());
        SettingsView found;
        const auto today = gate.clock().now().day();
        for (int number = 1; number <= watch_settings_count; ++number) {
          const auto which = static_cast<WatchSetting>(number);
          found.standing.push_back({which, KENPO_TRY(setting(view, which, today))});
        }
        found.own = KENPO_TRY(list_settings(view));
        found.families = KENPO_TRY(list_families(view, EmergencyBasis(permit)));
        return found;
      });
}

Result<> enter_family(notice::Gate& gate, store::Database& database, const Acting& acting,
                      const FamilyLink& link) {
  return gate.perform<enter_family_operation>(
      acting, [&](const Permit<enter_family_operation>& permit) -> Result<> {
        if (gate.policy()->find(link.staff) == nullptr) {
          return base::Fault{.what = {"取扱者名簿にいない人です。", "No such handler."},
                             .why = {},
                             .mend = {"名簿から選んでください。", "Choose one of the list."},
                             .place = {}};
        }
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(put(transaction, EmergencyBasis(permit), link, gate.clock().now()));
        return transaction.commit(permit.recorder());
      });
}

Result<> end_family_link(notice::Gate& gate, store::Database& database, const Acting& acting,
                         const base::CaseId& link) {
  return gate.perform<enter_family_operation>(
      acting, [&](const Permit<enter_family_operation>& permit) -> Result<> {
        auto transaction = KENPO_TRY(database.write());
        const bool ended =
            KENPO_TRY(end_family(transaction, EmergencyBasis(permit), link, gate.clock().now()));
        if (!ended) {
          return base::Fault{.what = {"この関係は登録されていません。", "There is no such link."},
                             .why = {},
                             .mend = {"一覧を開き直してください。", "Open the list again."},
                             .place = {}};
        }
        return transaction.commit(permit.recorder());
      });
}

}  // namespace kenpo::safeguard
