#include "benefit/household_class_act.h"

#include <algorithm>
#include <tuple>

#include "benefit/steps.h"
#include "certificate/certificate_store.h"
#include "certificate/elderly_class_rule.h"
#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "eligibility/person_merge_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::benefit {

namespace of_classes {

using base::Month;
using base::Result;
using base::Yen;
using certificate::Certificate;
using certificate::LimitClass;
using Steps = std::vector<law::Basis>;

constexpr int leaving_age_years = 75;  // 高齢者の医療の確保に関する法律50条1号
constexpr std::size_t remark_length = 2;

/// Whether the paper was in somebody's hands for a day of the month.
bool held_in(const Certificate& paper, Month month) {
  using certificate::State;
  const bool was_out = paper.state == State::issued || paper.state == State::delivered ||
                       paper.state == State::to_collect || paper.state == State::returned ||
                       paper.state == State::lost;
  return was_out && paper.from <= month.last_day() &&
         (!paper.until || month.first_day() <= *paper.until);
}

/// The class that a certificate of the member says for the month, of those that are wanted.
std::optional<LimitClass> certified(const Member& member, Month month,
                                    std::initializer_list<LimitClass> wanted) {
  for (const auto& paper : member.papers) {
    if (!paper.contents.limit_class || !held_in(paper, month)) continue;
    if (std::ranges::find(wanted, *paper.contents.limit_class) != wanted.end()) {
      return paper.contents.limit_class;
    }
  }
  return std::nullopt;
}

/// 20 where an elderly certificate of the month shows it (基準収入額適用): 0 = none tells.
int certified_share_percent(const Member& member, Month month) {
  for (const auto& paper : member.papers) {
    if (paper.kind == certificate::Kind::elderly && held_in(paper, month)) {
      return paper.contents.share_percent;
    }
  }
  return 0;
}

bool turns(base::Date born, Month month) {
  const auto birthday = base::reaches_age(born, leaving_age_years).plus_days(1);
  return birthday.in_month() == month && birthday.day() != 1;
}

}  // namespace of_classes

using namespace of_classes;

Result<HouseholdClass> household_class(const store::View& view,
                                       const eligibility::MemberAccess& access,
                                       const std::vector<Member>& members, Month month,
                                       base::Moment now) {
  HouseholdClass found;
  auto decisions =
      KENPO_TRY(eligibility::of_all(members.front().identities, [&](const base::PersonId& person) {
        return remuneration::remunerations_of(view, access, person, now);
      }));
  if (members.front().identities.size() > 1) {
    std::ranges::sort(decisions, {},
                      [](const auto& each) { return std::tuple(each.from, each.id); });
  }
  for (const auto& each : decisions) {
    if (each.from <= month) found.standard = each.standard;
  }
  if (!found.standard) return found;
  bool untaxed = false;
  for (const auto& member : members) {
    untaxed = untaxed || certified(member, month, {LimitClass::o, LimitClass::low_1,
                                                   LimitClass::low_2});
  }
  if (untaxed) {
    found.basis.push_back({{"非課税の区分の証を交付している", "A certificate says: not taxed"},
                           "健康保険法施行規則105条", true});
  }
  auto decided = certificate::limit_class(month.first_day(), *found.standard,
                                          untaxed ? certificate::MunicipalTax::untaxed
                                                  : certificate::MunicipalTax::taxed);
  if (!decided.ok()) return std::move(decided).faults();
  append_steps(found.basis, decided->basis);
  found.younger = decided->value;
  return found;
}

std::optional<LimitClass> class_of(const Member& member, const Member& insured,
                                   const HouseholdClass& household, Month month, Steps& basis) {
  if (!household.standard) return household.younger;
  const auto share = certificate::elderly_share(
      {.month = month,
       .insured_born = insured.born,
       .person_born = member.born,
       .person = member.relation == Relation::insured ? certificate::Person::insured
                                                      : certificate::Person::dependent,
       .standard = *household.standard});
  if (!share.ok()) return std::nullopt;
  if (!share->value) return household.younger;
  append_steps(basis, share->basis);
  constexpr int ordinary_percent = 20;
  constexpr int percent_millionths = 10'000;
  auto percent = static_cast<int>(share->value->millionths / percent_millionths);
  const int shown = certified_share_percent(member, month);
  if (shown != 0 && shown < percent) {
    percent = shown;
    basis.push_back({{"高齢受給者証の割合による", "By the share on the elderly certificate"},
                     "健康保険法施行規則52条", law::Count{shown / 10, law::Unit::number}});
  }
  const auto low = certified(member, month, {LimitClass::low_1, LimitClass::low_2});
  auto decided = certificate::elderly_limit_class(
      month.first_day(),
      percent > ordinary_percent ? certificate::ElderlyShare::active_income
                                 : certificate::ElderlyShare::ordinary,
      *household.standard,
      !low                       ? certificate::LowIncome::none
      : *low == LimitClass::low_1 ? certificate::LowIncome::no_income
                                  : certificate::LowIncome::untaxed);
  if (!decided.ok()) return std::nullopt;
  append_steps(basis, decided->basis);
  return decided->value;
}

// 健康保険法施行令41条2項
Turning75 turning_75(const Member& member, const Member& insured, Month month) {
  return turns(member.born, month) || turns(insured.born, month) ? Turning75::yes : Turning75::no;
}

std::optional<ClaimedClass> claimed_class(std::string_view remarks) {
  constexpr std::string_view once[] = {"26", "27", "28", "29", "30"};
  constexpr std::string_view often[] = {"31", "32", "33", "34", "35"};
  for (std::size_t at = 0; at + remark_length <= remarks.size(); at += remark_length) {
    const auto code = remarks.substr(at, remark_length);
    for (std::size_t of = 0; of < std::size(once); ++of) {
      if (code == once[of]) return ClaimedClass{static_cast<LimitClass>(of), Frequent::no};
      if (code == often[of]) return ClaimedClass{static_cast<LimitClass>(of), Frequent::yes};
    }
  }
  return std::nullopt;
}

}  // namespace kenpo::benefit
