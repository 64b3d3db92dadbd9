// Who has which class of the limit (限度額適用区分): decided for every insured person, whether they
// apply for a paper or not (Regulation art 103-2(1)).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "certificate/paper_act.h"

namespace kenpo::certificate {

inline constexpr notice::Operation certificate_limit_list{.name = "certificate.limit_list",
                                                          .japanese = "限度額適用区分の一覧",
                                                          .pairs = {issuance_pair, elderly_pair}};

/// So many insured persons stand on one page; their dependents from 70 stand behind them.
inline constexpr std::size_t limit_lines_a_page = 50;

struct LimitLine {
  base::PersonId person;
  Contents contents = {};  // name and number
  Membership membership = Membership::insured;
  base::Yen standard = {};       // 0: not determined yet
  std::optional<LimitClass> limit_class = {};  // none: no standard remuneration yet
  int share_percent = 0;         // 20 or 30 from 70 to 74; 0 = under 70
  std::string ground = {};       // what decided: the last line of the basis
  CardUse card_use = CardUse::unknown;
  std::optional<Kind> paper = {};  // the certificate that stands beside the confirmation document
};

struct LimitList {
  base::EstablishmentId establishment;
  std::vector<LimitLine> lines = {};
  std::size_t people = 0;       // with a period at the establishment, at any time
  std::size_t left_out = 0;     // of the page: protected; an establishment tells where they are
};

/// The members of the establishment with the symbol, page by page from 0; who is no member today is
/// left out. Nullopt: no such symbol. Refused: an establishment outside the handler's.
base::Result<std::optional<LimitList>> list_limit_classes(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting,
                                                          const std::string& symbol,
                                                          std::size_t page);

}  // namespace kenpo::certificate
