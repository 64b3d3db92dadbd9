#include "safeguard/sign_store.h"

#include "law/book.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using store::no_personal_data;
using store::not_withdrawn;

}  // namespace

Result<std::optional<WatchMark>> watch_mark(const store::View& view) {
  return store::find<watch_mark_table>(view, no_personal_data,
                                       {"1 = 1", "ORDER BY next_leaf DESC LIMIT 1"}, {},
                                       [](const store::Record<watch_mark_table>& record) {
                                         return WatchMark{record.get<std::uint64_t>("next_leaf"),
                                                          record.get<base::Moment>("watched_at")};
                                       });
}

Result<> put(store::Transaction& transaction, const WatchMark& mark) {
  std::vector<store::RowId> old;
  KENPO_TRY(store::each<watch_mark_table>(
      transaction, no_personal_data, {"1 = 1"}, {},
      [&](const store::Record<watch_mark_table>& record) { old.push_back(record.row()); }));
  for (const auto row : old) {
    KENPO_TRY(store::remove<watch_mark_table>(transaction, no_personal_data, row));
  }
  store::Draft<watch_mark_table> draft;
  draft.set("next_leaf", mark.next_leaf).set("watched_at", mark.watched_at);
  KENPO_TRY(store::insert<watch_mark_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<SignCounters> sign_counters(const store::View& view, base::Date since) {
  SignCounters counters;
  KENPO_TRY(store::each<watch_counter_table>(
      view, no_personal_data, {"day >= $1"}, {since},
      [&](const store::Record<watch_counter_table>& record) {
        counters[{record.get<SignKind>("sign"), record.get<base::StaffId>("staff"),
                  record.get<base::Date>("day")}] = record.get<std::int64_t>("count");
      }));
  return counters;
}

Result<> put(store::Transaction& transaction, const SignCounters& counters) {
  std::vector<store::RowId> old;
  KENPO_TRY(store::each<watch_counter_table>(
      transaction, no_personal_data, {"1 = 1"}, {},
      [&](const store::Record<watch_counter_table>& record) { old.push_back(record.row()); }));
  for (const auto row : old) {
    KENPO_TRY(store::remove<watch_counter_table>(transaction, no_personal_data, row));
  }
  for (const auto& [key, count] : counters) {
    store::Draft<watch_counter_table> draft;
    draft.set("sign", key.kind).set("staff", key.staff).set("day", key.day).set("count", count);
    KENPO_TRY(store::insert<watch_counter_table>(transaction, no_personal_data, draft));
  }
  return base::Done{};
}

Result<std::int64_t> setting(const store::View& view, WatchSetting which, base::Date day) {
  const auto own = KENPO_TRY(store::find<watch_setting_table>(
      view, no_personal_data,
      {"setting = $1 AND valid_from <= $2 AND withdrawn_at = $3",
       "ORDER BY valid_from DESC LIMIT 1"},
      {which, day, not_withdrawn}, [](const store::Record<watch_setting_table>& record) {
        return record.get<std::int64_t>("value");
      }));
  if (own) return *own;
  return KENPO_TRY(law::Book::carried().count(facts_of(which).row, day)).value;
}

Result<SignThresholds> sign_thresholds(const store::View& view, base::Date day) {
  SignThresholds found;
  found.refusals_a_day = KENPO_TRY(setting(view, WatchSetting::refusals_a_day, day));
  found.persons_a_day = KENPO_TRY(setting(view, WatchSetting::persons_a_day, day));
  found.without_case_a_day = KENPO_TRY(setting(view, WatchSetting::without_case_a_day, day));
  found.opens_hour = KENPO_TRY(setting(view, WatchSetting::opens_hour, day));
  found.closes_hour = KENPO_TRY(setting(view, WatchSetting::closes_hour, day));
  return found;
}

Result<std::vector<DatedSetting>> list_settings(const store::View& view) {
  return store::list<watch_setting_table>(
      view, no_personal_data, {"withdrawn_at = $1", "ORDER BY setting, valid_from"},
      {not_withdrawn}, [](const store::Record<watch_setting_table>& record) {
        return DatedSetting{record.get<WatchSetting>("setting"), record.get<std::int64_t>("value"),
                            record.times().valid_from};
      });
}

Result<> put(store::Transaction& transaction, const DatedSetting& setting, base::Moment now) {
  const auto old = KENPO_TRY(store::find<watch_setting_table>(
      transaction, no_personal_data, {"setting = $1 AND valid_from = $2 AND withdrawn_at = $3"},
      {setting.setting, setting.from, not_withdrawn},
      [](const store::Record<watch_setting_table>& record) { return record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<watch_setting_table>(transaction, no_personal_data, *old, now));
  }
  store::Draft<watch_setting_table> draft(
      store::Times{.valid_from = setting.from, .decided_at = now});
  draft.set("setting", setting.setting).set("value", setting.value);
  KENPO_TRY(store::insert<watch_setting_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<FamilyLink>> list_families(const store::View& view,
                                              const EmergencyBasis& basis) {
  return store::list<own_family_table>(
      view, basis, {"withdrawn_at = $1", "ORDER BY row_id"}, {not_withdrawn},
      [](const store::Record<own_family_table>& record) {
        return FamilyLink{record.get<base::CaseId>("link"), record.subject(),
                          record.get<base::PersonId>("person")};
      });
}

Result<> put(store::Transaction& transaction, const EmergencyBasis& basis, const FamilyLink& link,
             base::Moment now) {
  store::Draft<own_family_table> draft(link.staff,
                                       store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("link", link.link).set("person", link.person);
  KENPO_TRY(store::insert<own_family_table>(transaction, basis, draft));
  return base::Done{};
}

Result<bool> end_family(store::Transaction& transaction, const EmergencyBasis& basis,
                        const base::CaseId& link, base::Moment now) {
  const auto row = KENPO_TRY(store::find<own_family_table>(
      transaction, basis, {"link = $1 AND withdrawn_at = $2"}, {link, not_withdrawn},
      [](const store::Record<own_family_table>& record) { return record.row(); }));
  if (!row) return false;
  return KENPO_TRY(store::withdraw<own_family_table>(transaction, basis, *row, now)) == 1;
}

}  // namespace kenpo::safeguard
