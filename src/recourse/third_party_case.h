// 第三者行為の届出: the papers that a victim owes the society, sent, received and reminded of.
// Health Insurance Act art 57, Regulation art 65.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "claim/claim.h"

namespace kenpo::recourse {

using ThirdPartyCaseId = base::Id<struct ThirdPartyCaseKind>;

enum class Paper : std::uint8_t {
  notification = 1,  // 第三者行為による傷病届
  report = 2,        // 事故発生状況報告書
  pledge = 3,        // 念書
  consent = 4,       // 同意書
  undertaking = 5,   // 誓約書: the offender's; when refused, the reason is a remark
  certificate = 6,   // 交通事故証明書: made by 自動車安全運転センター
};
inline constexpr std::size_t papers_count = 6;
base::Words wording(Paper paper);
/// What no case can be closed without: fact, third party, damage (施行規則65条), the
/// acknowledgement that the claim passes to the society, the consent to ask.
constexpr bool is_needed(Paper paper) {
  return paper == Paper::notification || paper == Paper::pledge || paper == Paper::consent;
}

enum class CaseStepKind : std::uint8_t {
  sent = 1,      // 書類の送付
  received = 2,  // 書類の受領
  reminded = 3,  // 督促
  remark = 4,    // メモ: what was found out about the third party, the insurer, a settlement
  closed = 5,    // 終了
};
base::Words wording(CaseStepKind kind);

struct CaseStep {
  CaseStepKind kind = CaseStepKind::remark;
  std::optional<Paper> paper = {};  // of a receipt
  base::Date on = {};
  std::string words = {};
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};
};

struct ThirdPartyCase {
  ThirdPartyCaseId id = ThirdPartyCaseId::draw();
  base::PersonId person = base::PersonId::draw();  // the victim
  claim::ClaimId claim = claim::ClaimId::draw();   // the receipt that raised it
  base::Date opened_on = {};
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};
  std::vector<CaseStep> steps = {};

  std::set<Paper> received() const;
  /// Needed and not here.
  std::vector<Paper> missing() const;
  bool closed() const;
  /// The day of the latest letter that asked for papers; nullopt: none went out.
  std::optional<base::Date> asked_on() const;
};

struct ThirdPartyView {
  ThirdPartyCase of;
  claim::Claim claim;
  std::optional<base::Date> due = {};  // papers are awaited until
  bool late = false;
};

}  // namespace kenpo::recourse
