#include "safeguard/watch_setting.h"

#include <array>

namespace kenpo::safeguard {

namespace {
// The ranges keep a threshold from being switched off by a large number.
constexpr std::array<SettingFacts, watch_settings_count> all_facts = {{
    {"拒否の繰り返し", "回", "safeguard.watch.refusals_a_day", 1, 100},
    {"多人数の閲覧", "人", "safeguard.watch.persons_a_day", 1, 1'000'000},
    {"事案のない閲覧", "人", "safeguard.watch.without_case_a_day", 1, 1'000'000},
    {"執務の始まり", "時", "safeguard.watch.opens_hour", 0, 23},
    {"執務の終わり", "時", "safeguard.watch.closes_hour", 1, 24},
    {"責任者の確認の期限", "時間", "safeguard.watch.acknowledge_hours", 1, 168},
    {"自己点検の間隔", "か月", "safeguard.inspection.interval", 1, 12},
    {"見直しの間隔", "か月", "safeguard.review.interval", 1, 24},
}};
}  // namespace

const SettingFacts& facts_of(WatchSetting setting) {
  return all_facts.at(static_cast<std::size_t>(setting) - 1);
}

}  // namespace kenpo::safeguard
