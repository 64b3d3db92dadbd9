// What a person had stopped: the use for a purpose, or the provision to a recipient (35条).
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "notice/published.h"
#include "safeguard/export.h"

namespace kenpo::request {

/// A stop of one purpose; it stands until it is withdrawn.
struct UseStop {
  base::PersonId person;
  base::CaseId id;
  notice::Purpose purpose = notice::Purpose::member_administration;
  base::StaffId by;
  base::Moment decided_at = {};
  /// Whether it is held until the decision, or decided.
  enum class Standing : std::uint8_t { provisional, decided } standing = Standing::provisional;
};

/// To whom the society provides, and on what it rests (個人情報保護法27条): the words of the ledger
/// of exports.
using Recipient = safeguard::RecipientClass;
using ProvisionBasis = safeguard::ExportBasis;

/// Whether the law wants a record of it (29条1項ただし書); the society's ledger has all.
constexpr bool needs_record(ProvisionBasis basis) {
  return basis == ProvisionBasis::consent_explicit || basis == ProvisionBasis::consent_implied;
}

/// 個人情報保護法29条1項, 規則20条: a provision of a person's data to somebody else.
struct Provision {
  base::PersonId person;
  base::Date provided = {};
  Recipient recipient = Recipient::other;
  ProvisionBasis basis = ProvisionBasis::law;
  std::string recipient_name = {};  // 氏名又は名称
  std::string items = {};           // 個人データの項目
  std::string consent = {};         // 同意を得ている旨; empty where none is needed
};

}  // namespace kenpo::request
