#include "certificate/addressee_act.h"

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::certificate {

using base::Result;

namespace of_addressees {

std::string postal_words(const std::string& postal_code) {
  constexpr std::size_t head = 3;
  constexpr std::size_t whole = 7;
  if (postal_code.size() != whole) return {};
  return "〒" + postal_code.substr(0, head) + "-" + postal_code.substr(head);
}

std::vector<std::string> lines(const std::string& postal_code, const std::string& address,
                               const std::string& name) {
  if (address.empty()) return {};
  return {postal_words(postal_code), address, name + "　様"};
}

}  // namespace of_addressees

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
  using namespace of_addressees;
  const auto& name = certificate.contents.name;
  const auto protection =
      KENPO_TRY(eligibility::standing_protection(view, access, certificate.person));
  if (protection) return lines(protection->postal_code, protection->address, name);
  const auto person = KENPO_TRY(eligibility::find_person(view, access, certificate.person, now));
  // Beside a protected person nobody's employer is told anything either.
  const auto secrecy = KENPO_TRY(secrecy_of(view, access, certificate));
  if (way == Way::post || secrecy == Secrecy::alone) {
    if (person && !person->address.empty()) {
      return lines(person->postal_code, person->address, name);
    }
    // A dependent without an address of their own lives with the insured person, whose protection
    // would have made the paper secret.
    const auto insured =
        KENPO_TRY(eligibility::find_person(view, access, certificate.insured, now));
    if (insured && secrecy == Secrecy::ordinary) {
      return lines(insured->postal_code, insured->address, name);
    }
    return std::vector<std::string>{};
  }
  const auto employer = KENPO_TRY(eligibility::find_establishment(view, certificate.establishment));
  if (!employer) return std::vector<std::string>{};
  return std::vector<std::string>{postal_words(employer->postal_code), employer->address,
                                  employer->name + "　気付", name + "　様"};
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
  }
  return base::Done{};
}

}  // namespace kenpo::certificate
