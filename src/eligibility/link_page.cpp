#include "eligibility/link_page.h"

#include "base/mask.h"

#include "eligibility/establishment_act.h"

namespace kenpo::eligibility {

std::string open_address(const desk::Router& router, const desk::Visit& visit,
                         std::string address) {
  const auto found = router.find(desk::Method::get, address);
  if (found.route == nullptr || found.route->operation == nullptr) return {};
  const auto ruling = router.gate().ruling(*found.route->operation, visit.staff());
  return ruling.refusal == notice::Refusal::none ? std::move(address) : std::string();
}

std::string insured_number(const std::string& symbol, const std::string& number) {
  return symbol + "-" + number;
}

std::string insured_number(const std::string& symbol, const std::string& number, int branch) {
  const auto digits = std::to_string(branch);
  return insured_number(symbol, number) + (branch < 10 ? "-0" : "-") + digits;
}

std::string masked_insured_number(const std::string& symbol, const std::string& number) {
  constexpr std::size_t shown_digits = 2;
  return base::masked(symbol) + "-" + base::masked_but_last(number, shown_digits);
}

std::string masked_insured_number(const std::string& symbol, const std::string& number,
                                  int branch) {
  return masked_insured_number(symbol, number) + (branch < 10 ? "-0" : "-") +
         std::to_string(branch);
}

std::string insured_words(const InsuredName& insured) {
  if (insured.sheltered == Sheltered::yes) return insured.name;
  return masked_insured_number(insured.symbol, insured.number) + " " +
         (insured.name.empty() ? "氏名の記録なし" : insured.name);
}

base::Result<EstablishmentNames> EstablishmentNames::of(Ledger& ledger,
                                                        const notice::Acting& acting) {
  EstablishmentNames names;
  for (const auto& each : KENPO_TRY(establishments_beside(ledger, acting))) {
    names.names_.emplace(each.id, each.name);
  }
  return names;
}

std::string EstablishmentNames::name(const base::EstablishmentId& id) const {
  const auto found = names_.find(id);
  return found == names_.end() ? "担当外の事業所" : found->second;
}

}  // namespace kenpo::eligibility
