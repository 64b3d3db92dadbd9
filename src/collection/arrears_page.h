// The page of one payer, for the screens whose forms stand on it.
#pragma once

#include "collection/arrears_act.h"
#include "collection/collection_page.h"
#include "desk/form.h"
#include "desk/section_page.h"

namespace kenpo::collection {

/// `/arrears/{payer}`, with the faults of the form that was sent.
base::Result<desk::Response> arrears_payer_page(const CollectionScreens& screens,
                                                const desk::Visit& visit,
                                                const notice::Acting& acting, desk::Form& form);
std::string arrears_address(const PayerId& payer);
/// 「令和8年4月分 保険料」
std::string words_of_debt(const DebtKey& key);
/// The debt named in a field. Noted on the form: another payer's.
std::optional<DebtKey> read_debt(desk::Form& form, const desk::Field& field,
                                 const PayerId& payer);

/// Texts of choices, which hold views of them.
struct DebtLabels {
  std::vector<std::pair<std::string, std::string>> texts = {};
  std::vector<desk::Choice> choices() const {
    std::vector<desk::Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

/// 繰上徴収; see early_collection_page.cpp.
void add_early_collection_sections(desk::SectionPage& page, desk::Form& form,
                                   const PayerView& payer);
/// Deciding a late charge and waiving it; see late_charge_page.cpp.
void add_late_charge_sections(desk::SectionPage& page, desk::Form& form, const PayerView& payer);

}  // namespace kenpo::collection
