// How far the log was watched, what is counted, the settings, and who is whose family.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/sign.h"
#include "safeguard/watch_setting.h"
#include "store/seal.h"

namespace kenpo::safeguard {

/// One row: the first leaf that was not watched yet.
inline constexpr store::Table watch_mark_table{
    .name = "watch_mark",
    .japanese = "兆候の見張りの位置",
    .untimed = store::Untimed::program,
    .clear = {{"next_leaf", store::Kind::integer}, {"watched_at", store::Kind::moment}}};

/// What is counted towards a sign. Handlers stand in it as random ids, as in the audit log.
inline constexpr store::Table watch_counter_table{.name = "watch_counter",
                                                  .japanese = "兆候の数え上げ",
                                                  .untimed = store::Untimed::program,
                                                  .clear = {{"sign", store::Kind::integer},
                                                            {"staff", store::Kind::id},
                                                            {"day", store::Kind::date},
                                                            {"count", store::Kind::integer}},
                                                  .indexes = {{.columns = {"day"}}}};

/// A threshold or term of the society, from its day on.
inline constexpr store::Table watch_setting_table{
    .name = "watch_setting",
    .japanese = "安全管理の設定",
    .timed = store::Timed::yes,
    .clear = {{"setting", store::Kind::integer}, {"value", store::Kind::integer}},
    .indexes = {{.columns = {"setting", "valid_from"}}}};

/// A handler who is insured here, or whose family is: the two subjects stay two, and this row is
/// the only link between them.
inline constexpr store::Table own_family_table{.name = "own_family",
                                               .japanese = "取扱者と加入者の関係",
                                               .subject = store::Subject::staff,
                                               .statute = notice::Statute::emergency_response,
                                               .timed = store::Timed::yes,
                                               .clear = {{"link", store::Kind::id}},
                                               .personal = {{"person", store::Kind::id}}};
using EmergencyBasis = store::Basis<notice::Statute::emergency_response>;

struct WatchMark {
  std::uint64_t next_leaf = 0;
  base::Moment watched_at;
};
base::Result<std::optional<WatchMark>> watch_mark(const store::View& view);
base::Result<> put(store::Transaction& transaction, const WatchMark& mark);

/// The counts of the day and later. Older ones are over and go when the new ones are put.
base::Result<SignCounters> sign_counters(const store::View& view, base::Date since);
base::Result<> put(store::Transaction& transaction, const SignCounters& counters);

/// The society's own row of the day, else the law book's (law/watch.tsv).
base::Result<std::int64_t> setting(const store::View& view, WatchSetting which, base::Date day);
base::Result<SignThresholds> sign_thresholds(const store::View& view, base::Date day);
base::Result<std::vector<DatedSetting>> list_settings(const store::View& view);
base::Result<> put(store::Transaction& transaction, const DatedSetting& setting, base::Moment now);

base::Result<std::vector<FamilyLink>> list_families(const store::View& view,
                                                    const EmergencyBasis& basis);
base::Result<> put(store::Transaction& transaction, const EmergencyBasis& basis,
                   const FamilyLink& link, base::Moment now);
/// False when there is no such link.
base::Result<bool> end_family(store::Transaction& transaction, const EmergencyBasis& basis,
                              const base::CaseId& link, base::Moment now);

}  // namespace kenpo::safeguard
