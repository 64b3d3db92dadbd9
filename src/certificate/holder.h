// A member on a day, with everything from which it follows which papers are due.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "certificate/certificate.h"
#include "certificate/limit_class.h"

namespace kenpo::certificate {

enum class Membership : std::uint8_t { none, insured, dependent };

/// What a member is on a day. `share_percent` and what follows need the standard remuneration; a
/// person without one has none of them.
struct Holder {
  base::PersonId person;
  base::PersonId insured;
  base::EstablishmentId establishment;
  base::Date on = {};
  Membership membership = Membership::none;
  base::Date joined = {};                 // acquisition or recognition
  std::optional<base::Date> leaves = {};  // the first day without membership, when known
  base::Date born = {};
  CardUse card_use = CardUse::unknown;
  int share_percent = 0;       // 20 or 30 from 70 to 74; 0 = not of that age
  int share_next_percent = 0;  // the same of the month after
  int active_percent = 0;      // the share of 現役並み所得者 by the law of the day
  base::Date share_from = {};  // the first day of the share of these ages
  std::optional<LimitClass> limit_class = {};
  base::Yen standard = {};
  /// An application for relief was decided for the income year of the month, or an invitation to it
  /// was made; or the remuneration of that year shows that it could not be granted.
  enum class Relief : std::uint8_t { possible, settled } relief = Relief::settled;
  /// 資格確認書発行要否 of a notification that no paper and no application has answered yet.
  enum class Wish : std::uint8_t { none, waits } wish = Wish::none;
  base::Date wished_on = {};  // the day on which that notification came
  Contents contents = {};  // names and number as a paper of today would show them

  /// Pays as a person with active income, today or from next month on.
  bool has_active_share() const {
    return active_percent != 0 &&
           (share_percent == active_percent || share_next_percent == active_percent);
  }
};

}  // namespace kenpo::certificate
