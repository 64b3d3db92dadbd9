// What an address is and where the society has it from: mail about a person goes to a home, not to
// where an employer once was.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"

namespace kenpo::eligibility {

enum class AddressKind : std::uint8_t {
  home = 1,       // 自宅（住民票の住所）
  residence = 2,  // 居所（住民票と違う所）
  work = 3,       // 事業所・寮などの気付
  abroad = 4,     // 国外
};

enum class AddressSource : std::uint8_t {
  notification = 1,  // 事業主の届書
  file = 2,          // 届書ファイル
  person = 3,        // 本人の申出
  registry = 4,      // 住民票・住基情報
};

/// Stands beside the address of the person's record from `from` on. Without one the address is a
/// home as notified.
struct AddressOrigin {
  base::PersonId person;
  AddressKind kind = AddressKind::home;
  AddressSource source = AddressSource::notification;
  base::Date from = {};

  friend bool operator==(const AddressOrigin&, const AddressOrigin&) = default;
};

/// 「自宅（住民票の住所）」
base::Words wording(AddressKind kind);
base::Words wording(AddressSource source);

/// Whether a letter about the person may go there.
constexpr bool is_home(AddressKind kind) { return kind != AddressKind::work; }

}  // namespace kenpo::eligibility
