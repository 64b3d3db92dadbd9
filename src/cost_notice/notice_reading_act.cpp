#include "cost_notice/notice_reading_act.h"

#include <algorithm>
#include <tuple>

#include "benefit/high_cost_store.h"
#include "claim/claim_store.h"
#include "cost_notice/amount_rule.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"
#include "format/claim/reader.h"

namespace kenpo::cost_notice {

namespace of_reading {

namespace file = format::claim;

using base::PersonId;
using base::Result;
using base::Yen;
using claim::Claim;

/// What of a stored receipt the notice needs beside its head.
class CostReader final : public file::Receiver {
 public:
  Result<> receipt(const file::Receipt& receipt) override {
    const auto& head = *receipt.decided_head;
    switch (head.kind.patient) {
      case file::Patient::preschool:
        cost.group = ShareGroup::preschool;
        break;
      case file::Patient::elderly:
        cost.group = ShareGroup::elderly;
        break;
      case file::Patient::elderly_seven_tenths:
        cost.group = ShareGroup::elderly_active;
        break;
      default:
        break;
    }
    if (head.charge_yen) cost.charge = Yen(*head.charge_yen);
    for (std::size_t at = 0; at < head.public_payers_count; ++at) {
      const auto& payer = head.public_payers[at];
      cost.public_payer = true;
      cost.public_cost = std::max(cost.public_cost, Yen(payer.points * file::yen_of_point));
      cost.public_charge = std::max(cost.public_charge, Yen(payer.charge_yen));
    }
    return base::Done{};
  }
  ReceiptCost cost;
};

bool is_in(const Period& period, base::Month month) {
  return period.from <= month && month <= period.to;
}

Result<bool> is_protected(const store::View& view, const NoticeKeys& keys,
                          const PersonId& person) {
  return KENPO_TRY(eligibility::standing_protection(view, keys.member, person)).has_value();
}

/// The link by which the person is a dependent today, or was last.
Result<std::optional<eligibility::DependentLink>> latest_link(const store::View& view,
                                                              const NoticeKeys& keys,
                                                              const PersonId& person,
                                                              base::Moment now) {
  std::optional<eligibility::DependentLink> found;
  for (auto& link : KENPO_TRY(eligibility::links_of(view, keys.member, person, now))) {
    if (!found || found->from < link.from) found = std::move(link);
  }
  return found;
}

/// Whether the dependent's receipts go to the insured person.
Result<bool> goes_to_insured(const store::View& view, const NoticeKeys& keys,
                             const PersonId& dependent, const PersonId& insured,
                             base::Moment now) {
  if (KENPO_TRY(is_protected(view, keys, dependent))) return false;
  if (KENPO_TRY(is_protected(view, keys, insured))) return false;
  const auto person = KENPO_TRY(eligibility::find_person(view, keys.member, dependent, now));
  if (!person) return false;
  if (KENPO_TRY(is_minor(person->born, now.day()))) return true;
  return KENPO_TRY(consent_of(view, keys.claims, dependent)).has_value();
}

Result<NoticeLine> line_of(const store::View& view, const NoticeKeys& keys, const Claim& claim,
                           const std::string& patient) {
  CostReader reader;
  const auto bytes = KENPO_TRY(claim::claim_bytes(view, keys.claims, claim.id));
  KENPO_TRY(file::read_receipt_again(bytes, reader));
  reader.cost.month = claim.treated_in;
  reader.cost.cost = Yen(claim::yen_of(claim, claim.decided_points));
  return NoticeLine{.claim = claim.id,
                    .month = claim.treated_in,
                    .patient = patient,
                    .institution = claim.institution_name,
                    .service = claim.service,
                    .inpatient = claim.stay == claim::Stay::inpatient,
                    .days = claim.days,
                    .amounts = KENPO_TRY(paid_amounts(reader.cost))};
}

Result<> add_lines(const store::View& view, const NoticeKeys& keys, const PersonId& patient,
                   const std::string& name, CostNotice& notice) {
  for (const auto& claim : KENPO_TRY(claim::claims_of(view, keys.claims, patient))) {
    if (!is_in(notice.period, claim.treated_in) || !claim.in_cost_notice) continue;
    if (claim.standing != claim::Standing::valid) continue;
    if (notice.lines.size() == notice_lines_limit) {
      return base::Fault{{"医療費通知の明細が多すぎます。", "The notice has too many lines."},
                         {},
                         {"期間を短くしてください。", "Choose a shorter period."},
                         {}};
    }
    notice.lines.push_back(KENPO_TRY(line_of(view, keys, claim, name)));
  }
  return base::Done{};
}

/// To the insured person: what was computed as given beside the receipts.
Result<> add_given(const store::View& view, const NoticeKeys& keys, CostNotice& notice) {
  for (const auto& result : KENPO_TRY(benefit::results_of(view, keys.claims, notice.person))) {
    const auto& benefit = result.benefit;
    if (!is_in(notice.period, result.month) || benefit.total() == Yen()) continue;
    notice.given.push_back({result.month, benefit.high_cost, benefit.addition()});
  }
  return base::Done{};
}

std::string shown(const eligibility::Person& person) {
  return person.name.empty() ? person.name_kana : person.name;
}

/// Number and insured person's name, of the latest period.
Result<> head(const store::View& view, const NoticeKeys& keys, const PersonId& insured,
              base::Moment now, CostNotice& notice) {
  for (const auto& period : KENPO_TRY(eligibility::periods_of(view, keys.member, insured, now))) {
    notice.symbol = period.symbol;
    notice.number = period.number;
  }
  const auto person = KENPO_TRY(eligibility::find_person(view, keys.member, insured, now));
  if (person) notice.insured_name = shown(*person);
  return base::Done{};
}

}  // namespace of_reading

base::Result<std::vector<base::PersonId>> people_in_notice(const store::View& view,
                                                           const NoticeKeys& keys,
                                                           const base::PersonId& person,
                                                           base::Moment now) {
  using namespace of_reading;
  std::vector<PersonId> people = {person};
  for (const auto& link :
       KENPO_TRY(eligibility::dependents_of(view, keys.member, person, now))) {
    if (std::ranges::find(people, link.dependent) != people.end()) continue;
    if (KENPO_TRY(goes_to_insured(view, keys, link.dependent, person, now))) {
      people.push_back(link.dependent);
    }
  }
  return people;
}

base::Result<base::PersonId> addressee_of(const store::View& view, const NoticeKeys& keys,
                                          const base::PersonId& person, base::Moment now) {
  using namespace of_reading;
  const auto link = KENPO_TRY(latest_link(view, keys, person, now));
  if (!link) return person;
  return KENPO_TRY(goes_to_insured(view, keys, person, link->insured, now)) ? link->insured
                                                                            : person;
}

base::Result<CostNotice> read_notice(const store::View& view, const NoticeKeys& keys,
                                     const base::PersonId& person, const Period& period,
                                     base::Moment now) {
  using namespace of_reading;
  CostNotice notice{.person = person, .period = period, .made_on = now.day()};
  for (const auto& each : KENPO_TRY(people_in_notice(view, keys, person, now))) {
    const auto known = KENPO_TRY(eligibility::find_person(view, keys.member, each, now));
    if (!known) continue;
    if (each == person) notice.name = shown(*known);
    KENPO_TRY(add_lines(view, keys, each, shown(*known), notice));
  }
  std::ranges::sort(notice.lines, {}, [](const NoticeLine& line) {
    return std::tuple(line.month, line.patient, line.institution);
  });
  const auto link = KENPO_TRY(latest_link(view, keys, person, now));
  const bool dependent = link && (!link->until || now.day() <= *link->until);
  KENPO_TRY(head(view, keys, dependent ? link->insured : person, now, notice));
  if (!dependent) KENPO_TRY(add_given(view, keys, notice));
  notice.address = KENPO_TRY(eligibility::letter_address(view, keys.member, person, now));
  return notice;
}

base::Result<std::optional<base::EstablishmentId>> establishment_of(const store::View& view,
                                                                    const NoticeKeys& keys,
                                                                    const base::PersonId& person,
                                                                    base::Moment now) {
  using namespace of_reading;
  auto insured = person;
  if (const auto link = KENPO_TRY(latest_link(view, keys, person, now))) insured = link->insured;
  const auto periods = KENPO_TRY(eligibility::periods_of(view, keys.member, insured, now));
  if (periods.empty()) return std::optional<base::EstablishmentId>{};
  return std::optional(periods.back().establishment);
}

}  // namespace kenpo::cost_notice
