// Pseudonyms (仮名): a person's id under a key, different for each purpose. Without the key nobody
// finds the person of a pseudonym, not even by trying all ids; the key opens only under an
// operation of its own, which no report of analysis runs.
#pragma once

#include <cstdint>

#include "base/id.h"
#include "notice/grant.h"
#include "notice/published.h"
#include "store/keyring.h"

namespace kenpo::analysis {

/// 仮名化の鍵の使用: the measure that keeps what leads back to people apart (個人情報保護法41条2項).
inline constexpr notice::Operation pseudonym_key_open{
    .name = "pseudonym_key.open",
    .japanese = "仮名化の鍵の使用",
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

class Pseudonyms {
 public:
  /// Of one purpose. Only who runs `pseudonym_key_open` can make them.
  Pseudonyms(const notice::Permit<pseudonym_key_open>& permit, const store::Keyring& keys,
             notice::Purpose purpose);
  ~Pseudonyms();
  Pseudonyms(const Pseudonyms&) = default;
  Pseudonyms& operator=(const Pseudonyms&) = default;

  /// The first eight bytes of HMAC-SHA-256: among a million people two meet in one of 37 million
  /// societies.
  std::uint64_t of(const base::PersonId& person) const;

 private:
  store::SecretKey key_;
};

}  // namespace kenpo::analysis
