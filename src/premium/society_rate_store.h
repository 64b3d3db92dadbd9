// The society's rates in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "premium/society_rate.h"
#include "store/seal.h"

namespace kenpo::premium {

inline constexpr store::Table society_rate_table{
    .name = "society_rate",
    .japanese = "保険料率",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"kind", store::Kind::integer},
              {"total", store::Kind::rate},
              {"insured", store::Kind::rate},
              {"resolution", store::Kind::text, store::Presence::optional}},
    .indexes = {{.columns = {"kind", "valid_from"}}}};

inline constexpr store::Table rounding_rule_table{
    .name = "rounding_rule",
    .japanese = "保険料の端数処理の定め",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"child", store::Kind::integer}},
    .indexes = {{.columns = {"valid_from"}}}};

inline constexpr store::Table care_setting_table{
    .name = "care_setting",
    .japanese = "介護保険料の定め",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"specific", store::Kind::integer}},
    .indexes = {{.columns = {"valid_from"}}}};
inline constexpr store::Table care_band_table{
    .name = "care_band",
    .japanese = "特別介護保険料額",
    .timed = store::Timed::yes,  // as the setting that it belongs to
    .clear = {{"lowest", store::Kind::yen},
              {"total", store::Kind::yen},
              {"insured", store::Kind::yen}},
    .indexes = {{.columns = {"valid_from"}}}};

/// Adds the setting; one of the same month is withdrawn with its bands.
base::Result<> put(store::Transaction& transaction, const CareSetting& setting, base::Moment now);
/// All that stand, by month.
base::Result<std::vector<CareSetting>> list_care_settings(const store::View& view);
/// Whether any setting, of whatever month, charges 特定被保険者.
base::Result<bool> ever_charges_specific(const store::View& view);

/// Adds the rule; one of the same month is withdrawn.
base::Result<> put(store::Transaction& transaction, const RoundingRule& rule, base::Moment now);
/// All that stand, by month.
base::Result<std::vector<RoundingRule>> list_roundings(const store::View& view);

/// Adds a row; one of the same kind and month is withdrawn.
base::Result<> put(store::Transaction& transaction, const SocietyRate& rate, base::Moment now);

/// All rows that stand, by kind and month.
base::Result<std::vector<SocietyRate>> list_rates(const store::View& view);

/// The rates of the month. A fault that names what is missing and where to enter it; the
/// contribution for children is needed from its first month in the law book on, the rate of care
/// where no flat amounts hold.
base::Result<SocietyRates> rates_of(const store::View& view, base::Month month);

/// The first month touched by rows decided or withdrawn at the moment or later.
base::Result<std::optional<base::Month>> first_rate_change(const store::View& view,
                                                           base::Moment since);

}  // namespace kenpo::premium
