// Which data a row added later does not reach.
#include <algorithm>
#include <limits>

#include "notice/version_rules.h"

namespace kenpo::notice {

namespace {

constexpr std::string_view ground_end = ": ";
constexpr base::Moment before_everything{std::numeric_limits<std::int64_t>::min()};

// A stretch of time in which the same rows are in force.
struct Stretch {
  base::Moment from;
  PairMask pairs = 0;
};

std::vector<Stretch> stretches_until(const std::vector<NoticeVersion>& versions,
                                     base::Moment moment) {
  std::vector<Stretch> stretches;
  for (const base::Moment change : changes_of(versions)) {
    if (moment < change) break;
    const auto now = rows_in_force(versions, change);
    // Before the first notice in force there is no time of its own: data from then is under it.
    if (stretches.empty() && now.version == 0) continue;
    const auto from = stretches.empty() ? before_everything : change;
    stretches.push_back({from, now.pairs});
  }
  return stretches;
}

// The version that named the row first, of those that name it without a gap up to the moment.
const NoticeVersion* adding_version(const std::vector<NoticeVersion>& versions, PairMask bit,
                                    base::Moment moment) {
  const NoticeVersion* adding = nullptr;
  for (const NoticeVersion& each : versions) {
    if (moment < each.in_force_from) break;
    if ((each.document.pairs() & bit) == 0) {
      adding = nullptr;
    } else if (adding == nullptr) {
      adding = &each;
    }
  }
  return adding;
}

bool reaches_older_data(const NoticeVersion& version, PairMask bit, base::Moment moment) {
  const bool limited = std::ranges::any_of(
      version.new_data_only, [&](const NewDataOnly& each) { return mask_of(each.pair) == bit; });
  return !limited || std::ranges::any_of(version.extensions, [&](const Extension& each) {
    return mask_of(each.pair) == bit && each.approved_at <= moment;
  });
}

}  // namespace

std::vector<base::Moment> changes_of(const std::vector<NoticeVersion>& versions) {
  std::vector<base::Moment> moments;
  for (const NoticeVersion& each : versions) {
    moments.push_back(each.in_force_from);
    if (each.publication) moments.push_back(each.publication->published_at);
    for (const Exemption& exemption : each.exemptions) moments.push_back(exemption.approved_at);
  }
  std::ranges::sort(moments);
  const auto repeated = std::ranges::unique(moments);
  moments.erase(repeated.begin(), repeated.end());
  return moments;
}

std::string extension_words(const Extension& extension) {
  return std::string(identifier(extension.ground)) + std::string(ground_end) + extension.statement;
}

std::optional<std::pair<ExtensionGround, std::string>> parse_extension(std::string_view words) {
  const auto end = words.find(ground_end);
  if (end == std::string_view::npos) return std::nullopt;
  const auto ground = parse_extension_ground(words.substr(0, end));
  const auto statement = words.substr(end + ground_end.size());
  if (!ground || statement.empty()) return std::nullopt;
  return std::pair(*ground, std::string(statement));
}

// 個人情報保護法17条2項・18条1項: data is used for what was published when it was acquired, and for
// more only as far as relatedness, consent or law is on record.
std::vector<AcquisitionGap> acquisition_gaps(const std::vector<NoticeVersion>& versions,
                                             base::Moment moment) {
  std::vector<AcquisitionGap> gaps;
  const auto stretches = stretches_until(versions, moment);
  if (stretches.empty()) return gaps;
  for (const Pair& pair : published_pairs) {
    const PairMask bit = mask_of(pair);
    if ((stretches.back().pairs & bit) == 0) continue;
    for (std::size_t at = 0; at < stretches.size(); ++at) {
      if ((stretches[at].pairs & bit) != 0) continue;
      const auto from = stretches[at].from;
      while ((stretches[at].pairs & bit) == 0) ++at;  // it is in force at the end
      const auto until = stretches[at].from;
      const NoticeVersion* adding = adding_version(versions, bit, until);
      if (adding == nullptr || reaches_older_data(*adding, bit, moment)) continue;
      gaps.push_back({bit, from, until});
    }
  }
  return gaps;
}

}  // namespace kenpo::notice
