// People who are protected from somebody who may know their name and number: domestic violence,
// stalking, abuse of a child. Their address and their establishment are shown to nobody by chance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"

namespace kenpo::eligibility {

using ProtectionId = base::Id<struct ProtectionKind>;

/// 支援措置の区分
enum class ProtectionGround : std::uint8_t {
  domestic_violence = 1,  // 配偶者からの暴力
  stalking = 2,           // ストーカー行為等
  child_abuse = 3,        // 児童虐待
  other = 4,              // その他これらに準ずるもの
};

struct Protection {
  ProtectionId id = ProtectionId::draw();
  base::PersonId person;
  ProtectionGround ground = ProtectionGround::domestic_violence;
  base::Date from = {};
  std::optional<base::Date> until = {};  // the last day; none = it stands
  std::string evidence = {};  // 申出書・証明書の記録: the clerk's words
  // The address, kept here and nowhere else while the protection stands.
  std::string postal_code = {};
  std::string address = {};
  std::string address_kana = {};

  friend bool operator==(const Protection&, const Protection&) = default;
};

/// Somebody saw the address of a protected person.
struct UncoveringLook {
  base::Moment at = {};
  base::StaffId by = base::StaffId::draw();
  std::string reason = {};
  friend bool operator==(const UncoveringLook&, const UncoveringLook&) = default;
};

/// A period's establishment, which protection hides.
struct InsuredPlace {
  base::EstablishmentId establishment = base::EstablishmentId::draw();
  base::Date from = {};
  std::optional<base::Date> lost = {};
};

inline constexpr std::size_t evidence_limit_characters = 200;  // a line of the form

/// 「保護のため表示しません」: what stands in place of an address or an establishment.
inline constexpr const char* sheltered_words = "保護のため表示しません";

base::Words wording(ProtectionGround ground);

}  // namespace kenpo::eligibility
