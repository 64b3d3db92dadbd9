#include "eligibility/letter_address_act.h"

#include <algorithm>

#include "eligibility/address_origin_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using Lines = std::vector<std::string>;

Lines address_lines(const std::string& postal_code, const std::string& address) {
  if (address.empty()) return {};
  return {postal_words(postal_code), address};
}

Result<Lines> own_address(const store::View& view, const MemberAccess& access,
                          const base::PersonId& person, base::Moment now) {
  // Where an employer is or was, nobody lives: a letter there is read by others.
  const auto origin = KENPO_TRY(address_origin_of(view, access, person));
  if (origin && !is_home(origin->kind)) return Lines{};
  const auto found = KENPO_TRY(find_person(view, access, person, now));
  return found ? address_lines(found->postal_code, found->address) : Lines{};
}

Result<bool> is_protected(const store::View& view, const MemberAccess& access,
                          const base::PersonId& person) {
  return KENPO_TRY(standing_protection(view, access, person)).has_value();
}

/// Through whom the person is insured: themselves, or whose dependent they are or were last.
Result<base::PersonId> insured_of(const store::View& view, const MemberAccess& access,
                                  const base::PersonId& person, base::Moment now) {
  const auto links = KENPO_TRY(links_of(view, access, person, now));
  if (links.empty()) return person;
  return std::ranges::max_element(links, {}, &DependentLink::from)->insured;
}

Result<Lines> employer_address(const store::View& view, const MemberAccess& access,
                               const base::PersonId& insured, base::Moment now) {
  const auto periods = KENPO_TRY(periods_of(view, access, insured, now));
  if (periods.empty() || !periods.back().holds(now.day())) return Lines{};
  const auto employer = KENPO_TRY(find_establishment(view, periods.back().establishment));
  if (!employer || employer->address.empty()) return Lines{};
  return Lines{postal_words(employer->postal_code), employer->address, employer->name + "　気付"};
}

}  // namespace

std::string postal_words(std::string_view postal_code) {
  constexpr std::size_t head = 3;
  constexpr std::size_t whole = 7;
  if (postal_code.size() != whole) return {};
  return "〒" + std::string(postal_code.substr(0, head)) + "-" +
         std::string(postal_code.substr(head));
}

Result<Lines> posted_address(const store::View& view, const MemberAccess& access,
                             const base::PersonId& person, base::Moment now) {
  const auto protection = KENPO_TRY(standing_protection(view, access, person));
  if (protection) return address_lines(protection->postal_code, protection->address);
  auto own = KENPO_TRY(own_address(view, access, person, now));
  if (!own.empty()) return own;
  const auto insured = KENPO_TRY(insured_of(view, access, person, now));
  if (insured == person || KENPO_TRY(is_protected(view, access, insured))) return Lines{};
  return own_address(view, access, insured, now);
}

Result<Lines> letter_address(const store::View& view, const MemberAccess& access,
                             const base::PersonId& person, base::Moment now) {
  auto posted = KENPO_TRY(posted_address(view, access, person, now));
  if (!posted.empty() || KENPO_TRY(is_protected(view, access, person))) return posted;
  const auto insured = KENPO_TRY(insured_of(view, access, person, now));
  if (KENPO_TRY(is_protected(view, access, insured))) return Lines{};
  return employer_address(view, access, insured, now);
}

}  // namespace kenpo::eligibility
