#include "certificate/addressee_act.h"

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::certificate {

using base::Result;

Result<Secrecy> secrecy_of(const store::View& view, const eligibility::MemberAccess& access,
                           const Certificate& certificate) {
  for (const auto& person : {certificate.person, certificate.insured}) {
    if (KENPO_TRY(eligibility::standing_protection(view, access, person))) {
      return Secrecy::alone;
    }
  }
  return Secrecy::ordinary;
}

Result<std::vector<std::string>> addressee(const store::View& view,
                                           const eligibility::MemberAccess& access,
                                           const Certificate& certificate, Way way,
                                           base::Moment now) {
  const auto& name = certificate.contents.name;
  std::vector<std::string> lines;
  // Beside a protected person nobody's employer is told anything either.
  if (way == Way::post || KENPO_TRY(secrecy_of(view, access, certificate)) == Secrecy::alone) {
    lines = KENPO_TRY(eligibility::posted_address(view, access, certificate.person, now));
    if (lines.empty()) return lines;
  } else {
    const auto employer =
        KENPO_TRY(eligibility::find_establishment(view, certificate.establishment));
    if (!employer) return lines;
    lines = {eligibility::postal_words(employer->postal_code), employer->address,
             employer->name + "　気付"};
  }
  lines.push_back(name + "　様");
  return lines;
}

Result<> fill_in(const store::View& view, const eligibility::MemberAccess& access,
                 Certificate& certificate, base::Moment now) {
  auto& contents = certificate.contents;
  const auto shown = [](const eligibility::Person& person) {
    return person.name.empty() ? person.name_kana : person.name;
  };
  if (const auto person =
          KENPO_TRY(eligibility::find_person(view, access, certificate.person, now))) {
    contents.name = shown(*person);
    contents.born = person->born;
    contents.sex = person->sex;
  }
  if (certificate.insured != certificate.person) {
    const auto insured =
        KENPO_TRY(eligibility::find_person(view, access, certificate.insured, now));
    if (insured) contents.insured_name = shown(*insured);
  }
  for (const auto& period :
       KENPO_TRY(eligibility::periods_of(view, access, certificate.insured, now))) {
    if (!period.holds(now.day())) continue;
    contents.symbol = period.symbol;
    contents.number = period.number;
    certificate.establishment = period.establishment;
    if (certificate.person == certificate.insured) contents.joined = period.acquired;
  }
  if (certificate.person == certificate.insured) return base::Done{};
  for (const auto& link :
       KENPO_TRY(eligibility::links_of(view, access, certificate.person, now))) {
    const bool runs = link.from <= now.day() && (!link.until || now.day() <= *link.until);
    if (runs && link.insured == certificate.insured) contents.joined = link.from;
  }
  return base::Done{};
}

}  // namespace kenpo::certificate
