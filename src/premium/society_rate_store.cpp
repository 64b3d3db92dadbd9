#include "premium/society_rate_store.h"

#include <algorithm>
#include <array>
#include <utility>

#include "law/book.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using RateRecord = store::Record<society_rate_table>;
using SettingRecord = store::Record<care_setting_table>;
using BandRecord = store::Record<care_band_table>;

SocietyRate society_rate_from(const RateRecord& record) {
  return {.kind = record.get<RateKind>("kind"),
          .from = record.times().valid_from.in_month(),
          .total = record.get<base::Rate>("total"),
          .insured = record.get<base::Rate>("insured"),
          .resolution = record.get<std::optional<std::string>>("resolution").value_or("")};
}

/// The contribution for children exists from the first row of the law book on.
bool needs_child_rate(Month month) {
  const auto rows = law::Book::carried().rows("premium.child_support.rate");
  return !rows.empty() && rows.front().from <= month.first_day();
}

base::Fault missing_rate(RateKind kind, Month month) {
  const auto name = wording(kind);
  return {{name.ja + "がありません。", "There is no " + name.en + "."},
          {base::Plain(month) + "の保険料を計算する率が登録されていません。",
           "No rate is entered for " + base::Plain(month) + "."},
          {"「保険料率」の画面で率と適用月を登録してください。",
           "Enter the rate and its first month under Premium rates."},
          {}};
}

}  // namespace

Result<> put(store::Transaction& transaction, const SocietyRate& rate, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<society_rate_table>(
      transaction, store::no_personal_data,
      {"kind = $1 AND valid_from = $2 AND withdrawn_at = $3"},
      {rate.kind, rate.from.first_day(), store::not_withdrawn},
      [&](const RateRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<society_rate_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<society_rate_table> draft(
      store::Times{.valid_from = rate.from.first_day(), .decided_at = now});
  draft.set("kind", rate.kind).set("total", rate.total).set("insured", rate.insured);
  if (!rate.resolution.empty()) draft.set("resolution", rate.resolution);
  KENPO_TRY(store::insert<society_rate_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const RoundingRule& rule, base::Moment now) {
  using Record = store::Record<rounding_rule_table>;
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<rounding_rule_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {rule.from.first_day(), store::not_withdrawn},
      [&](const Record& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(
        store::withdraw<rounding_rule_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<rounding_rule_table> draft(
      store::Times{.valid_from = rule.from.first_day(), .decided_at = now});
  draft.set("child", rule.child);
  KENPO_TRY(store::insert<rounding_rule_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<RoundingRule>> list_roundings(const store::View& view) {
  return store::list<rounding_rule_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY valid_from"},
      {store::not_withdrawn}, [](const store::Record<rounding_rule_table>& record) {
        return RoundingRule{record.times().valid_from.in_month(),
                            record.get<ChildRounding>("child")};
      });
}

Result<> put(store::Transaction& transaction, const CareSetting& setting, base::Moment now) {
  const auto first = setting.from.first_day();
  std::vector<store::RowId> settings;
  std::vector<store::RowId> bands;
  KENPO_TRY(store::each<care_setting_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {first, store::not_withdrawn},
      [&](const SettingRecord& record) { settings.push_back(record.row()); }));
  KENPO_TRY(store::each<care_band_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {first, store::not_withdrawn},
      [&](const BandRecord& record) { bands.push_back(record.row()); }));
  for (const auto row : settings) {
    KENPO_TRY(store::withdraw<care_setting_table>(transaction, store::no_personal_data, row, now));
  }
  for (const auto row : bands) {
    KENPO_TRY(store::withdraw<care_band_table>(transaction, store::no_personal_data, row, now));
  }
  const store::Times times{.valid_from = first, .decided_at = now};
  store::Draft<care_setting_table> draft(times);
  draft.set("specific", setting.specific);
  KENPO_TRY(store::insert<care_setting_table>(transaction, store::no_personal_data, draft));
  for (const auto& band : setting.bands) {
    store::Draft<care_band_table> row(times);
    row.set("lowest", band.lowest)
        .set("total", band.amount.total)
        .set("insured", band.amount.insured);
    KENPO_TRY(store::insert<care_band_table>(transaction, store::no_personal_data, row));
  }
  return base::Done{};
}

Result<std::vector<CareSetting>> list_care_settings(const store::View& view) {
  auto settings = KENPO_TRY(store::list<care_setting_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY valid_from"},
      {store::not_withdrawn}, [](const SettingRecord& record) {
        return CareSetting{record.times().valid_from.in_month(),
                           record.get<SpecificInsured>("specific"),
                           {}};
      }));
  if (settings.empty()) return settings;
  KENPO_TRY(store::each<care_band_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY valid_from, lowest"},
      {store::not_withdrawn}, [&](const BandRecord& record) {
        const auto from = record.times().valid_from.in_month();
        const auto own = std::ranges::find(settings, from, &CareSetting::from);
        if (own == settings.end()) return;
        own->bands.push_back(
            {record.get<base::Yen>("lowest"),
             {record.get<base::Yen>("total"), record.get<base::Yen>("insured")}});
      }));
  return settings;
}

Result<bool> ever_charges_specific(const store::View& view) {
  const auto settings = KENPO_TRY(list_care_settings(view));
  return std::ranges::find(settings, SpecificInsured::charged, &CareSetting::specific) !=
         settings.end();
}

Result<std::vector<SocietyRate>> list_rates(const store::View& view) {
  return store::list<society_rate_table>(view, store::no_personal_data,
                                         {"withdrawn_at = $1", "ORDER BY kind, valid_from"},
                                         {store::not_withdrawn}, society_rate_from);
}

Result<SocietyRates> rates_of(const store::View& view, Month month) {
  std::array<std::optional<SharedRate>, rate_kinds_count> held;
  for (const auto& rate : KENPO_TRY(list_rates(view))) {
    if (rate.from > month) continue;
    held[static_cast<std::size_t>(rate.kind) - 1] = SharedRate{rate.total, rate.insured};
  }
  if (!needs_child_rate(month) && !held.back()) held.back() = SharedRate{};
  CareSetting care;
  for (auto& setting : KENPO_TRY(list_care_settings(view))) {
    if (setting.from <= month) care = std::move(setting);
  }
  auto& care_rate = held[static_cast<std::size_t>(RateKind::care) - 1];
  if (!care.bands.empty() && !care_rate) care_rate = SharedRate{};
  base::Faults missing;
  for (std::size_t at = 0; at < held.size(); ++at) {
    if (!held[at]) missing.push_back(missing_rate(static_cast<RateKind>(at + 1), month));
  }
  if (!missing.empty()) return missing;
  SocietyRates rates{*held[0], *held[1], *held[2], *held[3], *held[4]};
  for (const auto& rule : KENPO_TRY(list_roundings(view))) {
    if (rule.from <= month) rates.child_rounding = rule.child;
  }
  rates.specific_insured = care.specific;
  rates.care_bands = std::move(care.bands);
  return rates;
}

Result<std::optional<Month>> first_rate_change(const store::View& view, base::Moment since) {
  std::optional<Month> first;
  const auto note = [&](const RateRecord& record) {
    const auto month = record.times().valid_from.in_month();
    first = std::min(first.value_or(month), month);
  };
  KENPO_TRY(store::each<society_rate_table>(view, store::no_personal_data, {"decided_at >= $1"},
                                            {since}, note));
  KENPO_TRY(store::each<society_rate_table>(view, store::no_personal_data,
                                            {"withdrawn_at >= $1 AND withdrawn_at < $2"},
                                            {since, store::not_withdrawn}, note));
  return first;
}

}  // namespace kenpo::premium
