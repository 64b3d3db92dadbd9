// 高額医療交付金 (健康保険法附則2条): one person's month of treatment above the federation's threshold,
// and what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "claim/claim.h"

namespace kenpo::federation {

using GrantId = base::Id<struct GrantKind>;

/// The federation's year: treatment from November of the year before to October (健保連の交付事業).
struct GrantYear {
  int ends_in = 0;  // 2026: 2025-11 to 2026-10
  base::Month first() const { return *base::Month::make(ends_in - 1, 11); }
  base::Month last() const { return *base::Month::make(ends_in, 10); }
  static GrantYear of(base::Month treated_in) {
    return {treated_in.month() >= 11 ? treated_in.year() + 1 : treated_in.year()};
  }
  friend auto operator<=>(const GrantYear&, const GrantYear&) = default;
};

/// Which threshold: 特別 where a receipt has 特記事項 02 or 16 (長期高額疾病).
enum class ThresholdKind : std::uint8_t { general, special };
const char* wording(ThresholdKind kind);

enum class GrantState : std::uint8_t { candidate, applied, granted, refused };
inline constexpr std::size_t grant_states_count = 4;
const char* wording(GrantState state);

/// One receipt of the person's month.
struct GrantReceipt {
  claim::ClaimId claim = claim::ClaimId::draw();
  base::Yen cost;
  friend bool operator==(const GrantReceipt&, const GrantReceipt&) = default;
};

/// A person's month with all its receipts, joined over institutions and months of claiming.
struct PersonMonth {
  base::PersonId person = base::PersonId::draw();
  base::Month treated_in;
  ThresholdKind kind = ThresholdKind::general;
  base::Yen cost;
  std::vector<GrantReceipt> receipts;
  friend bool operator==(const PersonMonth&, const PersonMonth&) = default;
};

/// The case of one person's month, as it stands now.
struct Grant {
  GrantId id = GrantId::draw();
  PersonMonth now;  // as the claims stand
  GrantState state = GrantState::candidate;
  base::Yen threshold;
  std::optional<base::Yen> applied_cost = {};  // as it stood in the file that two people released
  std::optional<base::Date> applied_on = {};
  std::optional<base::Yen> granted = {};
  std::optional<base::Date> decided_on = {};
  std::string reason = {};  // of a refusal, as the federation wrote it

  base::Yen excess() const { return now.cost - threshold; }
  /// What was applied for is no longer what the claims say.
  bool differs() const { return applied_cost && *applied_cost != now.cost; }
};

/// What the federation told the society for a year; goes before the rows of the law book.
struct GrantStandard {
  GrantYear year;
  base::Yen general;
  base::Yen special;
  std::optional<base::Rate> rate = {};  // of the excess; nullopt: not known
  std::string source;                   // 「健保連 通知 令和7年10月1日」
  bool confirmed = false;               // entered from the federation's notice, not a row
};

}  // namespace kenpo::federation
