#include "format/claim/volumes.h"

namespace kenpo::format::claim {

namespace {

constexpr std::size_t last_volume_mark = 99;

/// 「07」 and the like; SIZE_MAX for anything else.
std::size_t volume_number(std::string_view digits) {
  if (digits.size() != 2 || !all_digits(digits)) return SIZE_MAX;
  return static_cast<std::size_t>(number_of(digits));
}

void add(Summary& sum, const Summary& volume) {
  sum.lines += volume.lines;
  sum.receipts += volume.receipts;
  sum.corrected += volume.corrected;
  sum.findings += volume.findings;
  sum.payers += volume.payers;
  sum.points += volume.points;
  for (std::size_t at = 0; at < services_count; ++at) {
    sum.by_service[at] += volume.by_service[at];
  }
}

}  // namespace

base::Result<Summary> join_volumes(std::span<const Summary> volumes) {
  if (volumes.empty()) return fault_at(Issue::empty_file, 1, 0);
  if (volumes.size() > volumes_limit) return fault_at(Issue::volume_order, volumes_limit + 1, 0);
  base::Faults faults;
  Summary sum = volumes.back();
  for (std::size_t at = 0; at + 1 < volumes.size(); ++at) add(sum, volumes[at]);
  for (std::size_t at = 0; at < volumes.size(); ++at) {
    const bool last = at + 1 == volumes.size();
    const std::size_t end = last ? last_volume_mark : at + 1;
    if (volume_number(volumes[at].volume) != at || volume_number(volumes[at].volume_end) != end) {
      faults.push_back(fault_at(Issue::volume_order, at + 1, 0));
    }
  }
  if (!faults.empty()) return faults;
  if (sum.stated_payers != static_cast<std::int64_t>(sum.payers)) {
    faults.push_back(fault_at(Issue::receipts_count, volumes.size(), 0));
  }
  if (sum.stated_points != sum.points) {
    faults.push_back(fault_at(Issue::points_sum, volumes.size(), 0));
  }
  if (!faults.empty()) return faults;
  sum.volume = volumes.front().volume;
  return sum;
}

}  // namespace kenpo::format::claim
