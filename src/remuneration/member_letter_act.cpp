#include "remuneration/member_letter_act.h"

#include <algorithm>
#include <map>

#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "remuneration/decision_letter_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::InsuredPeriod;

/// Finds the letters of one person's decisions.
class Finding {
 public:
  Finding(const store::View& view, const RemunerationAccess& access, const base::PersonId& person)
      : view_(view), access_(access), person_(person) {}

  /// The newest letter about the period on which `stands(letter)` finds the decision.
  template <typename Stands>
  Result<std::optional<IssuedLetter>> find(const InsuredPeriod& period, Stands stands) {
    auto known = letters_.find(period.establishment);
    if (known == letters_.end()) {
      auto read = KENPO_TRY(letters_of(view_, period.establishment));
      known = letters_.emplace(period.establishment, std::move(read)).first;
    }
    for (const auto& letter : known->second) {
      if (letter.state != LetterState::released) continue;
      if (KENPO_TRY(stands(letter))) return std::optional(letter);
    }
    return std::optional<IssuedLetter>();
  }

  Result<std::optional<IssuedLetter>> find(const InsuredPeriod& period,
                                           const StandardRemuneration& decision) {
    return find(period, [&](const IssuedLetter& letter) -> Result<bool> {
      if (letter.month != decision.from || !belongs(letter.kind, decision.kind)) return false;
      const auto then =
          KENPO_TRY(remunerations_of(view_, access_, person_, letter.issued_at));
      return std::ranges::find(then, decision.id, &StandardRemuneration::id) != then.end();
    });
  }
  Result<std::optional<IssuedLetter>> find(const InsuredPeriod& period,
                                           const BonusDecision& decision) {
    return find(period, [&](const IssuedLetter& letter) -> Result<bool> {
      if (letter.month != decision.month || letter.kind != LetterKind::bonus) return false;
      const auto then = KENPO_TRY(bonuses_of(view_, access_, person_, letter.issued_at));
      return std::ranges::find(then, decision.id, &BonusDecision::id) != then.end();
    });
  }

 private:
  const store::View& view_;
  const RemunerationAccess& access_;
  const base::PersonId& person_;
  std::map<base::EstablishmentId, std::vector<IssuedLetter>> letters_;
};

base::Fault nobody() {
  return {{"この人は台帳にいません。", "The person is not in the ledger."},
          {},
          {"加入者の検索から開き直してください。", "Start from the search."},
          {}};
}

}  // namespace

Result<MemberLetters> letters_of_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person) {
  const auto work =
      [&](const notice::Permit<decision_letter_show>& permit) -> Result<MemberLetters> {
    const RemunerationAccess access(
        permit.grant<notice::Purpose::standard_remuneration_determination>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto found = KENPO_TRY(eligibility::find_person(view, access, person, now));
    if (!found) return nobody();
    MemberLetters made{.person = *found};
    const bool names_letters = found->sheltered == eligibility::Sheltered::no;
    Finding finding(view, access, person);
    const auto periods = KENPO_TRY(eligibility::periods_of(view, access, person, now));
    const auto add = [&](const auto& decision, MemberLetter line) -> Result<> {
      const auto period = std::ranges::find(periods, decision.period, &InsuredPeriod::id);
      if (period == periods.end() || !permit.recorder().in_scope(period->establishment)) {
        return base::Done{};
      }
      if (names_letters) line.letter = KENPO_TRY(finding.find(*period, decision));
      made.letters.push_back(std::move(line));
      return base::Done{};
    };
    for (const auto& one : KENPO_TRY(remunerations_of(view, access, person, now))) {
      KENPO_TRY(add(one, {wording(one.kind), one.from, one.standard, {}}));
    }
    for (const auto& one : KENPO_TRY(bonuses_of(view, access, person, now))) {
      KENPO_TRY(add(one, {{"標準賞与額の決定", "Standard bonus"}, one.month, one.standard, {}}));
    }
    std::ranges::sort(made.letters, std::greater{}, &MemberLetter::from);
    return made;
  };
  return ledger.gate.perform<decision_letter_show>(acting, work);
}

}  // namespace kenpo::remuneration
