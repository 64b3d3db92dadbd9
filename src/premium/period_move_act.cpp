#include "premium/period_move_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/number_counter_store.h"

namespace kenpo::premium {

namespace {

using base::Result;
using eligibility::InsuredPeriod;
using eligibility::MemberAccess;

base::Fault no_such_establishment() {
  return {{"指定された事業所がありません", "There is no such establishment"},
          {"適用事業所の一覧にありません", "It is not on the list"},
          {"事業所を選び直してください", "Choose another establishment"},
          {}};
}

base::Fault number_in_use() {
  return {{"この番号は別の人が使っています", "The number is in use by another person"},
          {"1つの番号は1人だけが使えます", "A number belongs to one person"},
          {"番号を確かめてください。訂正なら、空にすると次の番号を付けます",
           "Check it; in a correction, left empty, the next one is given"},
          {}};
}

base::Fault no_number_left() {
  return {{"事業所の番号が足りません", "No number is left at the establishment"},
          {"番号は6桁までです", "Numbers have at most six digits"},
          {"空いている番号を入れてください", "Enter one that is free"},
          {}};
}

Result<bool> used_by_others(const store::View& view, const MemberAccess& access,
                            const KnownFacts& known, const base::EstablishmentId& establishment,
                            const std::string& number) {
  const auto periods =
      KENPO_TRY(eligibility::periods_of_number(view, access, establishment, number));
  return std::ranges::any_of(periods, [&](const InsuredPeriod& period) {
    return std::ranges::find(known.people, period.person, &eligibility::Person::id) ==
           known.people.end();
  });
}

}  // namespace

Result<ProposedChange> with_number(const store::View& view, const MemberAccess& access,
                                   const KnownFacts& known, ProposedChange change) {
  auto* move = std::get_if<PeriodMove>(&change.detail);
  if (move == nullptr) return change;
  const auto establishment =
      KENPO_TRY(eligibility::find_establishment(view, move->establishment));
  if (!establishment) return no_such_establishment();
  move->symbol = establishment->symbol;
  if (!move->number.empty()) {
    if (KENPO_TRY(used_by_others(view, access, known, move->establishment, move->number))) {
      return number_in_use();
    }
    return change;
  }
  const int highest = KENPO_TRY(eligibility::highest_number(view, move->establishment));
  if (highest >= eligibility::number_limit) return no_number_left();
  move->number = std::to_string(highest + 1);
  return change;
}

Result<> keep_number(store::Transaction& transaction, const ProposedChange& change) {
  const auto* move = std::get_if<PeriodMove>(&change.detail);
  if (move == nullptr) return base::Done{};
  const int number = std::stoi(move->number);  // digits: the form and the counter give no others
  const int highest = KENPO_TRY(eligibility::highest_number(transaction, move->establishment));
  if (number <= highest) return base::Done{};
  return eligibility::set_highest_number(transaction, move->establishment, number);
}

Result<> check_numbers_free(const store::View& view, const MemberAccess& access,
                            const std::vector<InsuredPeriod>& periods, const KnownFacts& known) {
  for (const auto& period : periods) {
    if (period.number.empty()) continue;
    if (KENPO_TRY(
            used_by_others(view, access, known, period.establishment, period.number))) {
      return number_in_use();
    }
  }
  return base::Done{};
}

}  // namespace kenpo::premium
