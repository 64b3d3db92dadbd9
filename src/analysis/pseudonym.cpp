#include "analysis/pseudonym.h"

#include <string>

#include "notice/wording.h"
#include "store/box.h"

namespace kenpo::analysis {

Pseudonyms::Pseudonyms(const notice::Permit<pseudonym_key_open>&, const store::Keyring& keys,
                       notice::Purpose purpose)
    : key_(keys.page_key("pseudonyms of " + std::string(notice::identifier(purpose)))) {}

Pseudonyms::~Pseudonyms() { store::wipe(key_.data(), key_.size()); }

std::uint64_t Pseudonyms::of(const base::PersonId& person) const {
  const auto mac = store::short_mac(key_, person.text());
  std::uint64_t pseudonym = 0;
  for (std::size_t at = 0; at < sizeof pseudonym; ++at) pseudonym = pseudonym << 8U | mac[at];
  return pseudonym;
}

}  // namespace kenpo::analysis
