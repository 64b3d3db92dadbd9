#include "claim/standing_rule.h"

#include <algorithm>
#include <utility>

namespace kenpo::claim {

namespace {

bool covered(const Candidate& candidate, base::Date day) {
  return std::ranges::any_of(candidate.covered,
                             [&](const base::Span& span) { return span.holds(day); });
}

bool same_birth(const Treatment& treatment, const Candidate& candidate) {
  return treatment.born && *treatment.born == candidate.born;
}

bool same_sex(const Treatment& treatment, const Candidate& candidate) {
  return treatment.sex == Sex::unknown || treatment.sex == candidate.sex;
}

bool same_patient(const Treatment& treatment, const Candidate& candidate) {
  return treatment.patient == Patient::unknown || treatment.patient == candidate.patient;
}

/// How well somebody fits: the branch counts most, then birth date, sex, insured or dependent.
int fit(const Treatment& treatment, const Candidate& candidate) {
  const bool branch = !treatment.branch.empty() && treatment.branch == candidate.branch;
  return (branch ? 4 : 0) + (same_birth(treatment, candidate) ? 4 : 0) +
         (same_sex(treatment, candidate) ? 2 : 0) + (same_patient(treatment, candidate) ? 1 : 0);
}

/// The candidate whom the claim is about: the best fit, but nobody without branch or birth date.
std::optional<std::size_t> best_fit(const Treatment& treatment,
                                    std::span<const Candidate> candidates) {
  constexpr int least_fit = 4;
  std::optional<std::size_t> best;
  int best_so_far = least_fit - 1;
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    const int found = fit(treatment, candidates[at]);
    if (found > best_so_far) best = at, best_so_far = found;
  }
  return best;
}

/// The standing of a claim whose days are known.
Standing standing_on_days(const Candidate& candidate, std::span<const base::Date> days) {
  const auto held =
      std::ranges::count_if(days, [&](base::Date day) { return covered(candidate, day); });
  if (held == static_cast<std::ptrdiff_t>(days.size())) return Standing::valid;
  const auto ended_before = [&](base::Date day) {
    return std::ranges::any_of(candidate.covered,
                               [&](const base::Span& span) { return span.to < day; });
  };
  if (held > 0 && ended_before(days.back())) return Standing::partly_lapsed;
  return ended_before(days.back()) ? Standing::lapsed : Standing::before_acquisition;
}

/// The standing of a claim that names only its month.
Standing standing_in_month(const Candidate& candidate, base::Month month) {
  const auto first = month.first_day();
  const auto last = month.last_day();
  bool touches = false;
  bool ended_before = false;
  for (const auto& span : candidate.covered) {
    if (span.from <= first && last <= span.to) return Standing::valid;
    touches = touches || (span.from <= last && first <= span.to);
    ended_before = ended_before || span.to < first;
  }
  if (touches) return Standing::days_unknown;
  return ended_before ? Standing::lapsed : Standing::before_acquisition;
}

/// Collects the steps, or nothing.
class Steps {
 public:
  explicit Steps(std::vector<law::Basis>* basis) : basis_(basis) {}
  void add(base::Words step, base::Plain article, law::Fact fact) {
    if (basis_ == nullptr) return;
    basis_->push_back(
        {.step = std::move(step), .article = std::move(article), .fact = std::move(fact)});
  }

 private:
  std::vector<law::Basis>* basis_;
};

Standings check(const Treatment& treatment, std::span<const Candidate> candidates, Steps steps) {
  // 1 Somebody stands under the symbol and number.
  steps.add({"記号・番号に該当する人がいる", "somebody has the symbol and number"},
            "健康保険法3条12項", !candidates.empty());
  // 2 One of them is the patient: by branch, or by birth date.
  const auto who = best_fit(treatment, candidates);
  steps.add({"枝番または生年月日で本人を特定できる", "branch or birth date tells who it is"},
            "健康保険法3条12項", who.has_value());
  if (!who) {
    const bool birth_could_tell = !candidates.empty() && treatment.born.has_value();
    return {birth_could_tell ? Standing::birth_differs : Standing::unknown_person, std::nullopt};
  }
  const Candidate& candidate = candidates[*who];
  // 3 What the claim says of the patient agrees with the ledger.
  const bool birth = same_birth(treatment, candidate) || !treatment.born;
  steps.add({"生年月日が一致する", "the birth date agrees"}, "健康保険法63条", birth);
  if (!birth) return {Standing::birth_differs, who};
  steps.add({"性別が一致する", "the sex agrees"}, "健康保険法63条", same_sex(treatment, candidate));
  if (!same_sex(treatment, candidate)) return {Standing::sex_differs, who};
  const bool patient = same_patient(treatment, candidate);
  steps.add({"本人・家族の別が一致する", "insured or dependent agrees"}, "健康保険法63条・110条",
            patient);
  if (!patient) return {Standing::patient_differs, who};
  // 4 Every day of treatment, or the whole month, lies in a period of eligibility.
  const auto standing = treatment.days.empty() ? standing_in_month(candidate, treatment.treated_in)
                                               : standing_on_days(candidate, treatment.days);
  steps.add({"すべての診療日に資格がある", "every day of treatment is covered"},
            "健康保険法35条・36条", standing == Standing::valid);
  return {standing, who};
}

}  // namespace

Standings check_standing(const Treatment& treatment, std::span<const Candidate> candidates) {
  return check(treatment, candidates, Steps(nullptr));
}

law::Decision<Standings> explain_standing(const Treatment& treatment,
                                          std::span<const Candidate> candidates) {
  law::Decision<Standings> decision;
  decision.value = check(treatment, candidates, Steps(&decision.basis));
  return decision;
}

}  // namespace kenpo::claim
