// Reading what was computed: the list, one person's year, the certificate for another insurer.
#include <algorithm>

#include "benefit/outpatient_year_act.h"
#include "benefit/outpatient_year_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "store/under.h"

namespace kenpo::benefit {

namespace of_year_views {

using base::PersonId;
using base::Result;
using notice::Permit;

template <const notice::Operation& operation>
ResultAccess result_access(const Permit<operation>& permit) {
  return ResultAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
AwardAccess award_access(const Permit<operation>& permit) {
  return AwardAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
eligibility::MemberAccess member_access(const Permit<operation>& permit) {
  return eligibility::MemberAccess(permit.template grant<notice::Purpose::member_administration>());
}

std::string name_of(const std::optional<eligibility::Person>& person) {
  if (!person) return {};
  return person->name.empty() ? person->name_kana : person->name;
}

/// Whether the person was a member on the base day.
template <const notice::Operation& operation>
Result<OnBaseDay> on_base_day(const Permit<operation>& permit, const store::View& view,
                              const PersonId& person, base::Month last,
                              const eligibility::Identities& identities, base::Moment now) {
  const auto found =
      KENPO_TRY(base_day_of(view, {member_access(permit), award_access(permit)}, person, last,
                            identities, now));
  return found.insured ? OnBaseDay::member : OnBaseDay::left;
}

}  // namespace of_year_views

using namespace of_year_views;

Result<OutpatientYearList> list_outpatient_years(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting, base::Month last,
                                                 std::int64_t skipped, std::int64_t most) {
  return store::read_under<outpatient_year_list>(
      ledger, acting,
      [&](const Permit<outpatient_year_list>& permit,
          const store::View& view) -> Result<OutpatientYearList> {
        OutpatientYearList list{.last = last};
        const auto now = ledger.gate.clock().now();
        const auto identities = KENPO_TRY(eligibility::Identities::build(view));
        for (auto& year : KENPO_TRY(years_ending(view, result_access(permit), last))) {
          if (!permit.recorder().in_scope(year.establishment)) continue;
          list.benefit += year.benefit;
          if (list.count++ < skipped || list.count > skipped + most) continue;
          const auto person = KENPO_TRY(eligibility::find_person(
              view, member_access(permit), year.person, now));
          const auto stands =
              KENPO_TRY(on_base_day(permit, view, year.person, last, identities, now));
          list.lines.push_back({std::move(year), name_of(person), stands});
        }
        return list;
      });
}

Result<std::optional<OutpatientYearView>> show_outpatient_year(eligibility::Ledger& ledger,
                                                               const notice::Acting& acting,
                                                               const PersonId& person,
                                                               base::Month last) {
  return store::read_under<outpatient_year_show>(
      ledger, acting,
      [&](const Permit<outpatient_year_show>& permit,
          const store::View& view) -> Result<std::optional<OutpatientYearView>> {
        const auto now = ledger.gate.clock().now();
        auto year = KENPO_TRY(find_year(view, result_access(permit), person, last));
        if (!year) return std::optional<OutpatientYearView>{};
        if (!permit.recorder().in_scope(year->establishment)) return notice::out_of_scope_fault();
        OutpatientYearView shown{.year = *std::move(year)};
        shown.name =
            name_of(KENPO_TRY(eligibility::find_person(view, member_access(permit), person, now)));
        shown.basis = KENPO_TRY(basis_of(view, result_access(permit), shown.year.id));
        shown.certificates =
            KENPO_TRY(burden_certificates_of(view, award_access(permit), person, last));
        shown.told = KENPO_TRY(base_day_notice_of(view, award_access(permit), person, last));
        const auto identities = KENPO_TRY(eligibility::Identities::build(view));
        for (const auto& id : identities.all(person)) {
          auto fact = KENPO_TRY(no_insurance_of(view, award_access(permit), id, last));
          if (fact) shown.no_insurance = std::move(fact);
        }
        shown.stands = KENPO_TRY(on_base_day(permit, view, person, last, identities, now));
        const auto people = identities.all(shown.year.insured);
        for (auto& award : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
               return awards_of(view, award_access(permit), id);
             }))) {
          if (award.kind == AwardKind::outpatient_year && award.month == last) {
            shown.awards.push_back(std::move(award));
          }
        }
        return std::optional(std::move(shown));
      });
}

Result<OwnBurden> own_burden(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const PersonId& person, base::Month last) {
  return store::read_under<burden_certificate_print>(
      ledger, acting,
      [&](const Permit<burden_certificate_print>& permit,
          const store::View& view) -> Result<OwnBurden> {
        const auto now = ledger.gate.clock().now();
        auto year = KENPO_TRY(find_year(view, result_access(permit), person, last));
        if (!year) {
          return base::refusal(
              {"証明する負担がありません。", "There is no burden to certify."},
              {"外来年間合算を計算してから作ってください。", "Compute the yearly sums first."});
        }
        if (!permit.recorder().in_scope(year->establishment)) return notice::out_of_scope_fault();
        const auto members = member_access(permit);
        OwnBurden burden{.year = *std::move(year)};
        const auto found = KENPO_TRY(eligibility::find_person(view, members, person, now));
        burden.name = name_of(found);
        if (found) burden.born = found->born;
        burden.address = KENPO_TRY(eligibility::letter_address(view, members, person, now));
        return burden;
      });
}

}  // namespace kenpo::benefit
