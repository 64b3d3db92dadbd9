// The consent of one person to a use of data that the society acquired before it published the use
// (個人情報保護法18条1項; privacy property 8).
#pragma once

#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "notice/published.h"

namespace kenpo::request {

/// It stands until it is withdrawn; nothing of it is overwritten.
struct PurposeConsent {
  base::CaseId id = base::CaseId::draw();
  base::PersonId person;
  notice::Pair pair = notice::published_pairs[0];
  base::Date given_on = {};
  std::string evidence = {};  // 同意書の番号、同意を得た方法
  base::StaffId by;
  base::Moment decided_at = {};
};

inline constexpr std::size_t consent_evidence_limit_characters = 200;
/// Consents that a screen shows; the newest come first.
inline constexpr std::size_t consents_shown_limit = 200;

}  // namespace kenpo::request
