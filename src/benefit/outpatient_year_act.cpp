#include "benefit/outpatient_year_act.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "benefit/award_rule.h"
#include "benefit/base_day_act.h"
#include "benefit/changed_household_act.h"
#include "benefit/high_cost_limit_rule.h"
#include "benefit/outpatient_annual_rule.h"
#include "benefit/outpatient_year_store.h"
#include "benefit/steps.h"
#include "claim/claim_intake_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace of_years {

using base::Month;
using base::PersonId;
using base::Result;
using base::Yen;
using certificate::LimitClass;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

using Compute = Permit<outpatient_year_compute>;

/// People of one transaction, each with twelve months of a household.
constexpr std::size_t people_of_a_chunk = 50;

BenefitKeys keys_of(const Compute& permit) {
  const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
  return {.facts = {.member = eligibility::MemberAccess(
                        permit.grant<notice::Purpose::member_administration>()),
                    .claim = claim::ClaimAccess(benefits),
                    .expense = ExpenseAccess(benefits)},
          .results = ResultAccess(benefits),
          .awards = AwardAccess(benefits)};
}

/// The smallest yearly limit of the period; nullopt: the law book has none for it.
std::optional<Yen> smallest_limit(Month last) {
  constexpr std::array names = {"benefit.outpatient_annual.ordinary",
                                "benefit.outpatient_annual.low_2",
                                "benefit.outpatient_annual.low_1"};
  std::optional<Yen> smallest;
  for (const auto* name : names) {
    const auto* row = law::Book::carried().find(name, last.plus(-months_before_last).first_day());
    if (row == nullptr) continue;
    smallest = std::min(smallest.value_or(Yen(row->number)), Yen(row->number));
  }
  return smallest;
}

/// Everybody of 70 to 74 whose outpatient care may have left them more than the limit: at most 30 %
/// of its cost stays with a patient. Of those who have left before the last day everybody with
/// care: the insurer of that day adds what stayed with them here.
Result<std::set<PersonId>> may_exceed(const store::View& view, const BenefitKeys& keys,
                                      const eligibility::Identities& identities, Month last,
                                      Yen limit, base::Moment now) {
  std::map<PersonId, std::int64_t> cost;
  const auto first = last.plus(-months_before_last);
  for (const auto month : KENPO_TRY(claim::claimed_months(view))) {
    if (month < first) continue;
    KENPO_TRY(claim::each_claim(view, keys.facts.claim, month, [&](const claim::Claim& claim) {
      const bool here = first <= claim.treated_in && claim.treated_in <= last &&
                        claim.stay != claim::Stay::inpatient;
      if (!here || !claim.born ||
          base::age_on(*claim.born, claim.treated_in.last_day()) < elderly_age_years) {
        return;
      }
      cost[identities.kept(claim.person)] += claim::yen_of(claim, claim.decided_points);
    }));
  }
  for (const auto& each : KENPO_TRY(expenses_since(view, keys.facts.expense, base::Moment{}))) {
    const bool here = first <= each.month && each.month <= last &&
                      each.setting == Setting::outpatient &&
                      each.state == ExpenseState::decided;
    if (!here) continue;
    const auto person =
        KENPO_TRY(eligibility::find_person(view, keys.facts.member, each.person, now));
    if (!person || base::age_on(person->born, each.month.last_day()) < elderly_age_years) continue;
    cost[identities.kept(each.person)] += each.found.amount();
  }
  constexpr int largest_share_tenths = 3;  // 健康保険法74条1項3号
  constexpr int tenths = 10;
  std::set<PersonId> people;
  for (const auto& [person, yen] : cost) {
    const bool exceeds = yen * largest_share_tenths / tenths > limit.amount();
    const auto stands = KENPO_TRY(
        base_day_of(view, {keys.facts.member, keys.awards}, person, last, identities, now));
    if (exceeds || !stands.insured) people.insert(person);
  }
  for (const auto& person : KENPO_TRY(certified_people(view, keys.awards, last))) {
    people.insert(identities.kept(person));
  }
  return people;
}

/// One person's year.
class Year {
 public:
  Year(store::Transaction& transaction, const BenefitKeys& keys,
       const std::vector<AdditionalTermsRow>& additional, const eligibility::Identities& identities,
       Month last, base::Moment now)
      : transaction_(transaction),
        keys_(keys),
        additional_(additional),
        identities_(identities),
        last_(last),
        now_(now) {}

  Result<> run(const PersonId& person, OutpatientYearsDone& done) {
    ++done.people;
    const auto stands = KENPO_TRY(base_day_of(
        transaction_, {keys_.facts.member, keys_.awards}, person, last_, identities_, now_));
    OutpatientYear year{.person = person,
                        .insured = person,
                        .establishment = base::EstablishmentId::draw(),
                        .last = last_,
                        .base_day = stands.day,
                        .computed_at = now_};
    basis_.clear();
    bool any = false;
    for (auto month = last_.plus(-months_before_last); month <= last_; month = month.plus(1)) {
      KENPO_TRY(add_month(year, month, any));
    }
    if (!any) return base::Done{};
    // Whoever has left is paid through the household of their last month here.
    year.insured = stands.insured.value_or(household_);
    if (KENPO_TRY(
            has_died(transaction_, keys_.facts.member, year.insured, identities_, now_))) {
      year.doubts |= mask_of(Doubt::heirs);
    }
    if (stands.insured) {
      KENPO_TRY(add_certificates(year));
      // Nothing is due before the base day has passed.
      if (stands.day < now_.day()) KENPO_TRY(decide(year, stands));
    } else {
      KENPO_TRY(decide_as_told(year));
    }
    const auto before = KENPO_TRY(find_year(transaction_, keys_.results, person, last_));
    if (before && before->same_as(year)) return base::Done{};
    ++done.changed;
    KENPO_TRY(put(transaction_, keys_.results, year, basis_, now_));
    return propose(year, done);
  }

 private:
  Result<> add_month(OutpatientYear& year, Month month, bool& any) {
    const auto insured =
        KENPO_TRY(household_of(transaction_, keys_.facts.member, {year.person, month}, identities_,
                               now_));
    if (!insured) return base::Done{};
    const auto counted = KENPO_TRY(frequent_months_of(transaction_, keys_.results, *insured));
    const auto computed = KENPO_TRY(compute_household(transaction_, keys_.facts,
                                                      {.insured = *insured,
                                                       .month = month,
                                                       .additional = additional_,
                                                       .counted = counted,
                                                       .identities = identities_,
                                                       .left = HouseholdAsked::Left::yes},
                                                      now_));
    if (!computed) return base::Done{};
    household_ = *insured;
    year.establishment = computed->result.establishment;  // the last one of the period
    any = true;
    Yen left;
    bool here = false;
    const auto& units = computed->result.units;
    for (std::size_t at = 0; at < units.size() && at < computed->left.by_unit.size(); ++at) {
      const auto& unit = units[at];
      if (unit.person != year.person || unit.unit.setting != Setting::outpatient) continue;
      const auto of = computed->classes.at(static_cast<std::size_t>(unit.unit.person));
      // 施行令41条の2: months in which the person was 現役並み are left out.
      if (!has_outpatient_limit(of)) continue;
      left += computed->left.by_unit[at];
      here = true;
    }
    if (!here) return base::Done{};
    year.doubts |= computed->result.doubts;
    if (computed->left.prorated) year.doubts |= mask_of(Doubt::prorated);
    year.months.push_back({month, left});
    year.ours += left;
    return base::Done{};
  }

  /// 自己負担額証明書 of the insurers before this society.
  Result<> add_certificates(OutpatientYear& year) {
    for (const auto& each : KENPO_TRY(
             eligibility::of_all(identities_.all(year.person), [&](const PersonId& id) {
               return burden_certificates_of(transaction_, keys_.awards, id, last_);
             }))) {
      year.others += each.amount;
    }
    return base::Done{};
  }

  // 施行令41条の2: the insurer of the last day takes the application and tells the others; this
  // society pays its part. Until it has told, nothing is due.
  Result<> decide_as_told(OutpatientYear& year) {
    std::optional<BaseDayNotice> told;
    for (const auto& id : identities_.all(year.person)) {
      auto found = KENPO_TRY(base_day_notice_of(transaction_, keys_.awards, id, last_));
      if (found) told = std::move(found);
    }
    if (!told) return base::Done{};
    year.of = told->of;
    if (told->total < year.ours) {
      year.doubts |= mask_of(Doubt::base_day_total);
      return base::Done{};
    }
    year.others = told->total - year.ours;
    auto decided = KENPO_TRY(outpatient_annual_part(last_, told->of, year.ours, told->total));
    year.benefit = decided.value.value_or(Yen());
    basis_.push_back({"外来年間合算（基準日の保険者の通知による）",
                      remuneration::lines_of(decided.basis)});
    return base::Done{};
  }

  // 施行令41条の2; 平29保保発1204第2号
  Result<> decide(OutpatientYear& year, const BaseDay& stands) {
    const std::vector<Month> none;
    const auto of = KENPO_TRY(class_in_month(transaction_, keys_.facts,
                                             {.insured = year.insured,
                                              .month = stands.day.in_month(),
                                              .additional = additional_,
                                              .counted = none,
                                              .identities = identities_},
                                             year.person, now_));
    if (!of) {
      year.doubts |= mask_of(Doubt::class_unknown);
      return base::Done{};
    }
    year.of = *of;
    auto decided =
        KENPO_TRY(outpatient_annual_part(last_, *of, year.ours, year.ours + year.others));
    year.benefit = decided.value.value_or(Yen());
    auto steps = stands.basis;
    append_steps(steps, decided.basis);
    basis_.push_back({"外来年間合算", remuneration::lines_of(steps)});
    return base::Done{};
  }

  /// The household's sum over its people, less what was decided for the period.
  Result<> propose(const OutpatientYear& year, OutpatientYearsDone& done) {
    Amounts due;
    for (const auto& each :
         KENPO_TRY(years_of_household(transaction_, keys_.results, year.insured, last_))) {
      due.outpatient_year += each.benefit;
    }
    std::vector<Award> awards;
    for (auto& award :
         KENPO_TRY(eligibility::of_all(identities_.all(year.insured), [&](const PersonId& id) {
           return awards_of(transaction_, keys_.awards, id);
         }))) {
      if (award.kind == AwardKind::outpatient_year && award.month == last_) {
        awards.push_back(std::move(award));
      }
    }
    const auto wanted = next_award(due, awards);
    for (const auto at : wanted.replaced) {
      KENPO_TRY(put(transaction_, keys_.awards, awards[at],
                    AwardEvent{.step = AwardStep::replaced, .on = now_.day(), .at = now_}));
    }
    if (!wanted.proposal) return base::Done{};
    ++done.proposed;
    return put(transaction_, keys_.awards,
               Award{.insured = year.insured,
                     .establishment = year.establishment,
                     .kind = AwardKind::outpatient_year,
                     .month = last_,
                     .result = year.id,
                     .amounts = *wanted.proposal,
                     .made_at = now_,
                     .base_day = year.base_day < last_.last_day() ? std::optional(year.base_day)
                                                                  : std::nullopt});
  }

  store::Transaction& transaction_;
  const BenefitKeys& keys_;
  const std::vector<AdditionalTermsRow>& additional_;
  const eligibility::Identities& identities_;
  Month last_;
  base::Moment now_;
  PersonId household_ = PersonId::draw();  // the insured person of the last month with care
  std::vector<BasisPart> basis_ = {};
};

/// Of a period that goes on: those alone whose base day has passed.
Result<> only_past_their_base_day(const store::View& view, const BenefitKeys& keys,
                                  const eligibility::Identities& identities, Month last,
                                  base::Moment now, std::set<PersonId>& people) {
  if (last.last_day() < now.day()) return base::Done{};
  for (auto at = people.begin(); at != people.end();) {
    const auto stands = KENPO_TRY(
        base_day_of(view, {keys.facts.member, keys.awards}, *at, last, identities, now));
    const auto year = KENPO_TRY(find_year(view, keys.results, *at, last));
    // What was computed of somebody who is a member after all is computed anew.
    at = stands.day < now.day() || year ? std::next(at) : people.erase(at);
  }
  return base::Done{};
}

Result<OutpatientYearsDone> keep(Ledger& ledger, const Compute& permit, Month last,
                                 const std::set<PersonId>* only, const base::TellProgress& tell) {
  const auto keys = keys_of(permit);
  const auto now = ledger.gate.clock().now();
  KENPO_TRY(check_year(last, now.day()));
  OutpatientYearsDone done;
  const auto limit = smallest_limit(last);
  if (!limit) return done;
  std::vector<AdditionalTermsRow> additional;
  eligibility::Identities identities;
  std::set<PersonId> people;
  {
    const auto view = KENPO_TRY(ledger.database.read());
    additional = KENPO_TRY(list_additional(view));
    identities = KENPO_TRY(eligibility::Identities::build(view));
    if (only != nullptr) {
      for (const auto& person : *only) people.insert(identities.kept(person));
    } else {
      people = KENPO_TRY(may_exceed(view, keys, identities, last, *limit, now));
      for (const auto& year : KENPO_TRY(years_ending(view, keys.results, last))) {
        people.insert(year.person);  // whose claims may have gone
      }
    }
    KENPO_TRY(only_past_their_base_day(view, keys, identities, last, now, people));
  }
  for (auto at = people.begin(); at != people.end();) {
    auto transaction = KENPO_TRY(ledger.database.write());
    Year year(transaction, keys, additional, identities, last, now);
    for (std::size_t count = 0; count < people_of_a_chunk && at != people.end(); ++count, ++at) {
      KENPO_TRY(year.run(*at, done));
    }
    KENPO_TRY(transaction.commit(permit.recorder()));
    if (tell) {
      tell({done.people,
            static_cast<std::int64_t>(people.size()),
            {"外来年間合算の計算", "yearly sums of outpatient care"}});
    }
  }
  return done;
}

}  // namespace of_years

using namespace of_years;

Result<OutpatientYearsDone> keep_outpatient_years(Ledger& ledger, const Acting& acting, Month last,
                                                  const base::TellProgress& tell) {
  return ledger.gate.perform<outpatient_year_compute>(
      acting, [&](const Compute& permit) -> Result<OutpatientYearsDone> {
        return keep(ledger, permit, last, nullptr, tell);
      });
}

Result<> compute_outpatient_year(Ledger& ledger, const Acting& acting, const PersonId& person,
                                 Month last) {
  KENPO_TRY(ledger.gate.perform<outpatient_year_compute>(
      acting, [&](const Compute& permit) -> Result<OutpatientYearsDone> {
        const std::set<PersonId> only = {person};
        return keep(ledger, permit, last, &only, {});
      }));
  return base::Done{};
}

}  // namespace kenpo::benefit
