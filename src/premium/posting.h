// What was levied for a person and a month. Postings are added, never changed: a correction is a
// posting of the difference.
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "eligibility/insured_period.h"
#include "premium/parts.h"

namespace kenpo::premium {

enum class PremiumKind : std::uint8_t { monthly = 1, bonus = 2 };

/// Why the premium of a person differs from last month's.
enum class Cause : std::uint8_t {
  acquisition,   // 取得
  loss,          // 喪失
  remuneration,  // 月変・算定
  bonus,         // 賞与
  rate,          // 率改定
  age,           // 年齢到達 40歳・65歳
  retroactive,   // 遡及
  leave,         // 産休・育休の免除
};
inline constexpr int causes_count = 8;
base::Words wording(Cause cause);

using CauseMask = std::uint8_t;
constexpr CauseMask mask_of(Cause cause) {
  return static_cast<CauseMask>(1U << static_cast<unsigned>(cause));
}

struct Posting {
  base::PersonId person;
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  PremiumKind kind = PremiumKind::monthly;
  base::Month month = {};   // the month the premium is for
  base::Month billed = {};  // the month with whose bill it is claimed
  CauseMask causes = 0;     // against last month; `retroactive` for a past month
  base::Yen standard = {};  // the standard it now rests on
  Parts parts = {};         // added by this posting
  base::Yen insured = {};   // insured share, added by this posting
  base::Yen total = {};     // the person's premium, added by this posting
  base::Moment posted_at = {};

  friend bool operator==(const Posting&, const Posting&) = default;
};

}  // namespace kenpo::premium
