// What a person had stopped: the use for a purpose, or the provision to a recipient (35条).
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "notice/published.h"

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

/// To whom the society provides: what a person may object to (privacy.md 1.3).
enum class Recipient : std::uint8_t {
  employer,             // 事業主
  household,            // 同じ世帯の加入者(医療費通知)
  federation,           // 健康保険組合連合会
  provider,             // 医療機関
  other_insurer,        // 他の保険者
  liable_third_party,   // 第三者行為の損害保険会社
  public_office,        // 国・地方公共団体
  other,
};
inline constexpr std::size_t recipients_count = 8;
std::string_view wording(Recipient recipient);

/// On what a provision rests (個人情報保護法27条).
enum class ProvisionBasis : std::uint8_t {
  consent,          // 27条1項 同意
  implied_consent,  // 27条1項 黙示の同意(公表し、申出により停止)
  law,              // 27条1項各号
  entrusted,        // 27条5項1号
  succession,       // 27条5項2号
  joint_use,        // 27条5項3号
};
inline constexpr std::size_t provision_bases_count = 6;
std::string_view wording(ProvisionBasis basis);
/// Whether the law wants a record of it (29条1項ただし書); the society's ledger has all.
constexpr bool needs_record(ProvisionBasis basis) {
  return basis == ProvisionBasis::consent || basis == ProvisionBasis::implied_consent;
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
