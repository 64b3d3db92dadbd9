#include "notice/stops.h"

namespace kenpo::notice {

PairMask pairs_of(Purpose purpose) {
  PairMask pairs = 0;
  for (const auto& pair : published_pairs) {
    if (pair.purpose == purpose) pairs |= mask_of(pair);
  }
  return pairs;
}

StopTable::StopTable(std::span<const Stop> stops) {
  for (const auto& stop : stops) pairs_[stop.person] |= pairs_of(stop.purpose);
}

bool StopTable::stopped(const base::PersonId& person, PairMask pair) const {
  const auto at = pairs_.find(person);
  return at != pairs_.end() && (at->second & pair) != 0;
}

void StopTable::join(const base::PersonId& one, const base::PersonId& other) {
  PairMask both = 0;
  for (const auto& person : {one, other}) {
    if (const auto at = pairs_.find(person); at != pairs_.end()) both |= at->second;
  }
  if (both == 0) return;
  pairs_[one] = both;
  pairs_[other] = both;
}

void Stops::set(std::span<const Stop> stops) {
  auto table = std::make_shared<const StopTable>(stops);
  const bool any = !table->empty();
  table_.store(std::move(table));
  any_.store(any, std::memory_order_release);
}

void Stops::join(const base::PersonId& one, const base::PersonId& other) {
  auto before = table_.load();
  while (before) {
    auto joined = std::make_shared<StopTable>(*before);
    joined->join(one, other);
    if (table_.compare_exchange_strong(before, std::move(joined))) return;
  }
}

std::shared_ptr<const StopTable> Stops::now() const {
  if (!any_.load(std::memory_order_acquire)) return nullptr;
  return table_.load();
}

// 個人情報保護法35条
base::Fault stopped_fault() {
  return {.what = {"この人の情報は、この利用目的には使えません。",
                   "This person's data may not be used for this purpose."},
          .why = {"本人の請求により利用を停止しています(個人情報保護法35条)。",
                  "The use was stopped at the person's request (APPI art. 35)."},
          .mend = {"停止の内容は、個人情報取扱責任者に確かめてください。",
                   "Ask the responsible person what was stopped."},
          .place = {}};
}

}  // namespace kenpo::notice
