// The society's rules of additional benefits (付加給付の規程) in the store, by their first month.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "benefit/month_benefit.h"
#include "store/seal.h"

namespace kenpo::benefit {

/// What holds from a month of treatment on, until the next row about the same. `no` ends the
/// benefit; `common` ends what was said of one kind or class: the wider row holds again.
struct AdditionalTermsRow {
  base::Month from = {};
  AdditionalKey key = {};
  enum class Given : std::uint8_t { no = 0, yes = 1, common = 2 } given = Given::yes;
  AdditionalRules rules = {};
  std::string resolution = {};  // who decided it and when: 「組合会 令和8年2月20日議決」
  base::Moment decided_at = {};
};

inline constexpr store::Table additional_rule_table{
    .name = "additional_rule",
    .japanese = "付加給付の規程",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"given", store::Kind::integer},
              {"threshold", store::Kind::yen},
              {"unit", store::Kind::yen},
              {"minimum", store::Kind::yen},
              {"combined_by", store::Kind::integer},
              {"resolution", store::Kind::text},
              {"addition", store::Kind::integer, store::Presence::optional},
              {"limit_class", store::Kind::integer, store::Presence::optional},
              {"percent", store::Kind::integer, store::Presence::optional}},
    .indexes = {{.columns = {"valid_from"}}}};

/// Adds the row; one of the same month about the same is withdrawn.
base::Result<> put(store::Transaction& transaction, const AdditionalTermsRow& row,
                   base::Moment now);
/// All that stand, by month.
base::Result<std::vector<AdditionalTermsRow>> list_additional(const store::View& view);
/// The rules of a month; none: the society has no such benefit.
std::optional<AdditionalOfMonth> additional_in(const std::vector<AdditionalTermsRow>& rows,
                                               base::Month month);

}  // namespace kenpo::benefit
