#include "benefit/household_act.h"

#include <algorithm>
#include <tuple>

#include "benefit/expense_unit_act.h"
#include "benefit/frequent_rule.h"
#include "benefit/household_class_act.h"
#include "benefit/month_benefit_rule.h"
#include "benefit/receipt_burden_rule.h"
#include "benefit/receipt_plus_act.h"
#include "certificate/certificate_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "format/claim/reader.h"
#include "review/request_store.h"

namespace kenpo::benefit {

namespace of_households {

namespace file = format::claim;

using base::Month;
using base::PersonId;
using base::Result;
using base::Yen;
using claim::Claim;
using Steps = std::vector<law::Basis>;

bool overlaps(base::Date from, const std::optional<base::Date>& last, Month month) {
  return from <= month.last_day() && (!last || month.first_day() <= *last);
}

Setting setting_of(const Claim& claim) {
  return claim.stay == claim::Stay::inpatient ? Setting::inpatient : Setting::outpatient;
}

struct Unit {
  std::size_t member = 0;
  std::string institution;
  std::string institution_name;
  Setting setting = Setting::outpatient;
  Yen cost;
  struct Costed {
    Claim claim;
    Yen cost;
  };
  std::vector<Costed> claims;
};

/// Reads one household, step by step.
class Reading {
 public:
  Reading(const store::View& view, const BenefitAccess& access, const HouseholdAsked& asked,
          base::Moment now)
      : view_(view), access_(access), asked_(asked), now_(now) {
    result_.result.insured = asked.insured;
    result_.result.month = asked.month;
    result_.result.cause = asked.cause;
    result_.result.computed_at = now;
  }

  Result<std::optional<ComputedHousehold>> run() {
    if (!KENPO_TRY(membership())) return std::optional<ComputedHousehold>{};
    KENPO_TRY(gather_units());
    std::erase_if(units_, [&](const Unit& unit) { return !may_count(unit); });
    expenses_ = KENPO_TRY(expense_units(view_, access_, asked_, members_, now_));
    if (units_.empty() && expenses_.empty()) return std::optional<ComputedHousehold>{};
    if (units_.size() + expenses_.size() > household_units_limit) return too_many();
    KENPO_TRY(classes());
    if (!household_.younger) {
      result_.result.doubts |= mask_of(Doubt::class_unknown);
      return std::optional(std::move(result_));
    }
    KENPO_TRY(frequent_use());
    KENPO_TRY(burdens());
    add_expenses();
    KENPO_TRY(decide());
    return std::optional(std::move(result_));
  }

  Result<std::optional<certificate::LimitClass>> class_of_person(const PersonId& person) {
    if (!KENPO_TRY(membership())) return std::optional<certificate::LimitClass>{};
    KENPO_TRY(classes());
    for (std::size_t at = 0; at < members_.size(); ++at) {
      const bool known = household_.younger && members_[at].person == person;
      if (known) return std::optional(people_[at].of);
    }
    return std::optional<certificate::LimitClass>{};
  }

 private:
  static base::Fault too_many() {
    return {{"1世帯の計算の単位が多すぎます。", "A household has too many units."},
            {},
            {"レセプトの該当者を確かめてください。", "Check whose the claims are."},
            {}};
  }
  Month month() const { return asked_.month; }

  /// The insured person and the dependents of the month; false: not insured here in it.
  Result<bool> membership() {
    const auto identities = asked_.identities.all(asked_.insured);
    const auto periods = KENPO_TRY(eligibility::of_all(identities, [&](const PersonId& id) {
      return eligibility::periods_of(view_, access_.member, id, now_);
    }));
    bool insured = false;
    for (const auto& period : periods) {
      const auto last = period.lost ? std::optional(period.lost->plus_days(-1)) : std::nullopt;
      if (!overlaps(period.acquired, last, month())) continue;
      insured = true;
      result_.result.establishment = period.establishment;
    }
    if (!insured) return false;
    if (!KENPO_TRY(add_member(asked_.insured, Relation::insured))) return false;
    for (const auto& link : KENPO_TRY(eligibility::of_all(identities, [&](const PersonId& id) {
           return eligibility::dependents_of(view_, access_.member, id, now_);
         }))) {
      if (overlaps(link.from, link.until, month())) {
        KENPO_TRY(add_member(asked_.identities.kept(link.dependent), Relation::dependent));
      }
    }
    return true;
  }

  Result<bool> add_member(const PersonId& id, Relation relation) {
    for (const auto& known : members_) {
      if (known.person == id) return true;
    }
    const auto person = KENPO_TRY(eligibility::find_person(view_, access_.member, id, now_));
    if (!person) return false;
    members_.push_back({.person = id,
                        .identities = asked_.identities.all(id),
                        .relation = relation,
                        .born = person->born,
                        .name = person->name.empty() ? person->name_kana : person->name});
    return true;
  }

  /// Whether the claim belongs to this household: somebody may be insured and a dependent of
  /// another in one month.
  static bool fits(const Claim& claim, Relation relation) {
    if (claim.patient == claim::Patient::unknown) return true;
    return (claim.patient == claim::Patient::insured) == (relation == Relation::insured);
  }

  /// 施行令41条1項: a person at an institution, inpatient or outpatient; medical and dental have
  /// other codes; a pharmacy stands with whoever prescribed.
  Result<> gather_units() {
    for (std::size_t at = 0; at < members_.size(); ++at) {
      for (auto& claim :
           KENPO_TRY(eligibility::of_all(members_[at].identities, [&](const PersonId& id) {
             return claim::claims_of(view_, access_.claim, id, month());
           }))) {
        if (!fits(claim, members_[at].relation)) continue;
        if (claim.standing != claim::Standing::valid) {
          result_.result.doubts |= mask_of(Doubt::eligibility);
          continue;
        }
        const auto cost = KENPO_TRY(cost_of(claim));
        add_claim(at, std::move(claim), cost);
      }
    }
    std::ranges::sort(units_, {}, [](const Unit& unit) {
      return std::tuple(unit.member, unit.setting, unit.institution);
    });
    return base::Done{};
  }

  /// What was decided, less what a re-examination has taken off (再審査).
  Result<Yen> cost_of(const Claim& claim) {
    const auto cut = KENPO_TRY(review::reduction_of(view_, access_.claim, claim.id));
    return std::max(Yen(), Yen(claim::yen_of(claim, claim.decided_points)) - cut);
  }

  void add_claim(std::size_t member, Claim claim, Yen cost) {
    const bool prescribed = !claim.prescriber.empty();
    const auto& institution = prescribed ? claim.prescriber : claim.institution;
    const auto setting = setting_of(claim);
    auto found = std::ranges::find_if(units_, [&](const Unit& unit) {
      return unit.member == member && unit.setting == setting && unit.institution == institution;
    });
    if (found == units_.end()) {
      found = units_.insert(found, Unit{.member = member,
                                        .institution = institution,
                                        .institution_name = {},
                                        .setting = setting,
                                        .cost = {},
                                        .claims = {}});
    }
    if (!prescribed || found->institution_name.empty()) {
      found->institution_name = prescribed ? claim.prescriber_name : claim.institution_name;
    }
    found->cost += cost;
    found->claims.push_back({std::move(claim), cost});
  }

  bool may_count(const Unit& unit) const {
    return unit.cost >= Yen(candidate_cost_yen) ||
           base::age_on(members_[unit.member].born, month().last_day()) >= elderly_age_years;
  }

  Result<> classes() {
    for (auto& member : members_) {
      member.papers = KENPO_TRY(eligibility::of_all(member.identities, [&](const PersonId& id) {
        return certificate::certificates_of(view_, access_.member, id);
      }));
    }
    household_ =
        KENPO_TRY(household_class(view_, access_.member, members_, month(), now_));
    result_.basis.push_back({"世帯の区分", remuneration::lines_of(household_.basis)});
    if (household_.younger) result_.result.of = *household_.younger;
    for (const auto& member : members_) {
      Steps basis;
      const auto of = class_of(member, members_.front(), household_, month(), basis);
      if (!of) result_.result.doubts |= mask_of(Doubt::class_unknown);
      people_.push_back({.relation = member.relation,
                         .of = of.value_or(result_.result.of),
                         .turning_75 = turning_75(member, members_.front(), month())});
      if (!basis.empty()) {
        result_.basis.push_back({member.name + "の区分", remuneration::lines_of(basis)});
      }
    }
    return base::Done{};
  }

  // 施行令42条1項ただし書
  Result<> frequent_use() {
    auto decided = KENPO_TRY(frequent(month(), asked_.counted));
    result_.result.frequent = decided.value;
    result_.basis.push_back({"多数回該当", remuneration::lines_of(decided.basis)});
    return base::Done{};
  }

  Result<> burdens() {
    for (const auto& unit : units_) {
      Steps basis;
      MonthUnit sum;
      sum.person = static_cast<int>(unit.member);
      sum.setting = unit.setting;
      const bool nursing = std::ranges::any_of(unit.claims, [](const Unit::Costed& each) {
        return each.claim.service == claim::Service::nursing;
      });
      if (nursing) sum.care = Care::nursing;
      for (const auto& each : unit.claims) {
        KENPO_TRY(add_burden(unit, each.claim, each.cost, sum, basis));
      }
      add_unit({.person = members_[unit.member].person,
                .institution = unit.institution,
                .institution_name = unit.institution_name,
                .receipts = static_cast<int>(unit.claims.size()),
                .unit = sum},
               basis);
    }
    return base::Done{};
  }

  /// 療養費 stands behind the receipts.
  void add_expenses() {
    for (const auto& each : expenses_) {
      add_unit({.person = members_[each.member].person,
                .institution = {},
                .institution_name = each.institution_name,
                .receipts = each.count,
                .unit = each.unit},
               each.basis);
    }
  }

  void add_unit(UnitRecord record, const Steps& basis) {
    inputs_.push_back(record.unit);
    const auto& member = members_[static_cast<std::size_t>(record.unit.person)];
    result_.basis.push_back(
        {"計算の単位" + std::to_string(inputs_.size()) + "　" + member.name + "　" +
             record.institution_name +
             (record.unit.setting == Setting::inpatient ? "　入院" : "　外来") +
             (record.unit.care == Care::medical_expense ? "（療養費）" : ""),
         remuneration::lines_of(basis)});
    result_.result.units.push_back(std::move(record));
  }

  Result<> add_burden(const Unit& unit, const Claim& claim, Yen cost, MonthUnit& sum,
                      Steps& basis) {
    const auto& person = people_[unit.member];
    const auto bytes = KENPO_TRY(claim::claim_bytes(view_, access_.claim, claim.id));
    const auto plus = KENPO_TRY(receipt_plus(bytes));
    auto& doubts = result_.result.doubts;
    const auto claimed = claimed_class(claim.remarks);
    if (claimed && claimed->of != person.of) doubts |= mask_of(Doubt::class_differs);
    if (claimed && claimed->frequent != result_.result.frequent) {
      doubts |= mask_of(Doubt::frequent_differs);
    }
    if (file::has_remark(claim.remarks, file::third_party_remark)) {
      doubts |= mask_of(Doubt::third_party);
    }
    auto long_term = LongTerm::none;
    if (file::has_remark(claim.remarks, "02")) long_term = LongTerm::ordinary;  // 長
    if (file::has_remark(claim.remarks, "16")) long_term = LongTerm::upper;     // 長2
    const auto decided =
        KENPO_TRY(receipt_burden({.month = month(),
                                  .of = person.of,
                                  .setting = unit.setting,
                                  .cost = cost,
                                  .charge = plus.charge,
                                  .in_kind = plus.in_kind,
                                  .long_term = long_term,
                                  .preschool = plus.preschool ? Preschool::yes : Preschool::no,
                                  .turning_75 = person.turning_75,
                                  .payers = plus.payers}));
    basis.insert(basis.end(), decided.basis.begin(), decided.basis.end());
    const auto& one = decided.value;
    doubts |= one.doubts;
    sum.cost += one.cost;
    sum.share += one.share;
    sum.in_kind += one.in_kind;
    sum.burden += one.burden;
    sum.paid += one.paid;
    sum.judged += one.judged;
    return base::Done{};
  }

  Result<> decide() {
    const MonthInput input{.month = month(),
                           .of = result_.result.of,
                           .people = people_,
                           .units = inputs_,
                           .frequent = result_.result.frequent,
                           .additional = additional_in(asked_.additional, month())};
    const auto decided = KENPO_TRY(month_benefit(input));
    for (const auto& person : people_) result_.classes.push_back(person.of);
    if (asked_.left == HouseholdAsked::Left::yes) {
      result_.left = KENPO_TRY(left_after_benefits(input));
    }
    result_.result.benefit = decided.value;
    result_.basis.push_back(
        {"高額療養費と付加給付", remuneration::lines_of(decided.basis)});
    return base::Done{};
  }

  const store::View& view_;
  const BenefitAccess& access_;
  const HouseholdAsked& asked_;
  base::Moment now_;
  std::vector<Member> members_ = {};
  std::vector<Unit> units_ = {};
  std::vector<ExpenseUnit> expenses_ = {};
  HouseholdClass household_ = {};
  std::vector<MonthPerson> people_ = {};
  std::vector<MonthUnit> inputs_ = {};
  ComputedHousehold result_{{.insured = PersonId::draw(),
                             .establishment = base::EstablishmentId::draw()},
                            {}};
};

}  // namespace of_households

base::Result<std::optional<ComputedHousehold>> compute_household(const store::View& view,
                                                                 const BenefitAccess& access,
                                                                 const HouseholdAsked& asked,
                                                                 base::Moment now) {
  return of_households::Reading(view, access, asked, now).run();
}

base::Result<std::optional<certificate::LimitClass>> class_in_month(const store::View& view,
                                                                    const BenefitAccess& access,
                                                                    const HouseholdAsked& asked,
                                                                    const base::PersonId& person,
                                                                    base::Moment now) {
  return of_households::Reading(view, access, asked, now).class_of_person(person);
}

base::Result<std::optional<base::PersonId>> household_of(const store::View& view,
                                                         const eligibility::MemberAccess& access,
                                                         const PatientMonth& patient,
                                                         const eligibility::Identities& identities,
                                                         base::Moment now) {
  using namespace of_households;
  const auto people = identities.all(patient.person);
  if (patient.as != claim::Patient::insured) {
    for (const auto& link : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
           return eligibility::links_of(view, access, id, now);
         }))) {
      if (overlaps(link.from, link.until, patient.month)) {
        return std::optional(identities.kept(link.insured));
      }
    }
  }
  for (const auto& period : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
         return eligibility::periods_of(view, access, id, now);
       }))) {
    const auto last = period.lost ? std::optional(period.lost->plus_days(-1)) : std::nullopt;
    if (overlaps(period.acquired, last, patient.month)) return std::optional(people.front());
  }
  return std::optional<base::PersonId>{};
}

}  // namespace kenpo::benefit
