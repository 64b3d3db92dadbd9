#include "claim/register_store.h"

#include <algorithm>

#include "base/utf8.h"
#include "eligibility/establishment_store.h"

namespace kenpo::claim {

namespace {

using base::PersonId;
using base::Result;
using eligibility::DependentLink;
using eligibility::InsuredPeriod;
using eligibility::Person;

constexpr base::Date far_future = base::Date::of_serial(2'932'896);  // 9999-12-31

/// One part of the key: full-width letters and digits become half-width; spaces and hyphens go.
void append_plain(std::string& key, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = base::next_code_point(text, at);
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;  // full-width ASCII
    const bool left_out = point == U' ' || point == U'\u3000' || point == U'-' ||
                          point == U'\u2212' || point == U'\u2010' || point == U'\u30FC';
    if (!left_out) base::append_utf8(key, point);
  }
}

/// The facts of people by id, as the check needs them.
struct Facts {
  Sex sex;
  base::Date born;
};

std::string branch_text(int branch) {
  const auto digits = std::to_string(branch);
  return digits.size() < 2 ? "0" + digits : digits;
}

base::Span covered_by(const InsuredPeriod& period) {
  return {period.acquired, period.lost ? period.lost->plus_days(-1) : far_future};
}

/// The days on which both spans hold, if any.
std::optional<base::Span> both(const base::Span& left, const base::Span& right) {
  const base::Span span{std::max(left.from, right.from), std::min(left.to, right.to)};
  return span.from <= span.to ? std::optional(span) : std::nullopt;
}

struct Insured {
  std::string key;
  base::EstablishmentId establishment;
  std::vector<base::Span> covered;
};

/// A dependent is covered while the link holds and the insured person is (健康保険法110条).
Candidate dependent_candidate(const DependentLink& link, const Facts& facts,
                              const Insured& insured) {
  Candidate candidate{.person = link.dependent,
                      .establishment = insured.establishment,
                      .patient = Patient::dependent,
                      .sex = facts.sex,
                      .born = facts.born,
                      .branch = branch_text(link.branch),
                      .covered = {}};
  const base::Span linked{link.from, link.until.value_or(far_future)};
  for (const auto& span : insured.covered) {
    if (const auto shared = both(linked, span)) candidate.covered.push_back(*shared);
  }
  return candidate;
}

Sex sex_of(eligibility::Sex sex) { return sex == eligibility::Sex::male ? Sex::male : Sex::female; }

}  // namespace

std::string insured_key(std::string_view symbol_utf8, std::string_view number_utf8) {
  std::string key;
  append_plain(key, symbol_utf8);
  key += '|';
  std::string number;
  append_plain(number, number_utf8);
  key += number.substr(std::min(number.find_first_not_of('0'), number.size()));
  return key;
}

Result<Register> Register::build(const store::View& view,
                                 const notice::Access<notice::Category::eligibility>& access) {
  std::unordered_map<PersonId, Facts> facts;
  KENPO_TRY(eligibility::each_person(view, access, [&](const Person& person) {
    facts.insert_or_assign(person.id, Facts{sex_of(person.sex), person.born});
  }));
  // An insured person may have had several numbers; each leads to the periods under it.
  std::unordered_map<PersonId, std::vector<Insured>> insured;
  KENPO_TRY(eligibility::each_period(view, access, [&](const InsuredPeriod& period) {
    auto& numbers = insured[period.person];
    const auto key = insured_key(period.symbol, period.number);
    auto at = std::ranges::find(numbers, key, &Insured::key);
    if (at == numbers.end()) at = numbers.insert(at, {key, period.establishment, {}});
    at->covered.push_back(covered_by(period));
  }));

  Register made;
  for (const auto& [person, numbers] : insured) {
    const auto known = facts.find(person);
    if (known == facts.end()) continue;  // erased
    for (const auto& number : numbers) {
      made.by_key_[number.key].push_back({.person = person,
                                          .establishment = number.establishment,
                                          .patient = Patient::insured,
                                          .sex = known->second.sex,
                                          .born = known->second.born,
                                          .branch = "00",
                                          .covered = number.covered});
    }
  }
  KENPO_TRY(eligibility::each_dependent(view, access, [&](const DependentLink& link) {
    const auto known = facts.find(link.dependent);
    const auto numbers = insured.find(link.insured);
    if (known == facts.end() || numbers == insured.end()) return;
    for (const auto& number : numbers->second) {
      made.by_key_[number.key].push_back(dependent_candidate(link, known->second, number));
    }
  }));
  return made;
}

std::span<const Candidate> Register::find(const std::string& key) const {
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return {};
  return at->second;
}

Result<std::set<PersonId>> people_decided_since(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    base::Moment since, base::Moment now) {
  std::set<PersonId> people;
  KENPO_TRY(eligibility::each_person_change(view, access, since,
                                            [&](const PersonId& id) { people.insert(id); }));
  std::set<PersonId> insured;
  KENPO_TRY(eligibility::each_period_change(
      view, access, since, [&](const PersonId& id, base::Date) { insured.insert(id); }));
  for (const auto& id : insured) {
    for (const auto& link : KENPO_TRY(eligibility::dependents_of(view, access, id, now))) {
      people.insert(link.dependent);
    }
  }
  KENPO_TRY(store::each<eligibility::dependent_link_table>(
      view, access, {"decided_at >= $1 OR (withdrawn_at >= $1 AND withdrawn_at < $2)"},
      {since, store::not_withdrawn},
      [&](const store::Record<eligibility::dependent_link_table>& record) {
        people.insert(record.subject());
      }));
  people.merge(insured);
  return people;
}

Result<std::vector<Candidate>> candidates_of(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    const Claim& claim, base::Moment known_at) {
  const auto key = insured_key(claim.symbol, claim.number);
  const auto number = key.substr(key.find('|') + 1);
  std::vector<Candidate> candidates;
  for (const auto& establishment : KENPO_TRY(eligibility::list_establishments(view))) {
    if (insured_key(establishment.symbol, number) != key) continue;
    const auto periods =
        KENPO_TRY(eligibility::periods_of_number(view, access, establishment.id, number));
    std::unordered_map<PersonId, Insured> insured;
    for (const auto& period : periods) {
      insured.try_emplace(period.person, Insured{key, establishment.id, {}})
          .first->second.covered.push_back(covered_by(period));
    }
    for (const auto& [person, covered] : insured) {
      const auto known = KENPO_TRY(eligibility::find_person(view, access, person, known_at));
      if (!known) continue;  // erased
      candidates.push_back({.person = person,
                            .establishment = establishment.id,
                            .patient = Patient::insured,
                            .sex = sex_of(known->sex),
                            .born = known->born,
                            .branch = "00",
                            .covered = covered.covered});
      for (const auto& link :
           KENPO_TRY(eligibility::dependents_of(view, access, person, known_at))) {
        const auto dependent =
            KENPO_TRY(eligibility::find_person(view, access, link.dependent, known_at));
        if (!dependent) continue;
        const Facts facts{sex_of(dependent->sex), dependent->born};
        candidates.push_back(dependent_candidate(link, facts, covered));
      }
    }
  }
  return candidates;
}

}  // namespace kenpo::claim
