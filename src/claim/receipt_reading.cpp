#include "claim/receipt_reading.h"

#include "base/cp932.h"

namespace kenpo::claim {

namespace {

using format::claim::Receipt;
using format::claim::ReceiptHead;

static_assert(static_cast<int>(Service::nursing) ==
              static_cast<int>(format::claim::Service::nursing));

Sex sex_of(format::claim::Sex sex) {
  switch (sex) {
    case format::claim::Sex::male:
      return Sex::male;
    case format::claim::Sex::female:
      return Sex::female;
    case format::claim::Sex::unknown:
      break;
  }
  return Sex::unknown;
}

/// 本人, or anybody else. Elderly receipts (高齢受給者) are of both.
Patient patient_of(const format::claim::ReceiptKind& kind) {
  switch (kind.patient) {
    case format::claim::Patient::insured:
      return Patient::insured;
    case format::claim::Patient::preschool:
    case format::claim::Patient::dependent:
      return Patient::dependent;
    default:
      return Patient::unknown;
  }
}

Stay stay_of(const format::claim::ReceiptKind& kind) {
  switch (kind.stay) {
    case format::claim::Stay::inpatient:
      return Stay::inpatient;
    case format::claim::Stay::outpatient:
      return Stay::outpatient;
    case format::claim::Stay::unknown:
      break;
  }
  return Stay::unknown;
}

/// The visits of the JD record of the health insurance (受診等区分 1 counted, 2 not counted; both
/// are visits). JD: field 2 the payer, fields 3 to 33 the days.
std::uint32_t visit_days_of(const Receipt& receipt) {
  std::uint32_t days = 0;
  for (const auto& line : receipt.decided) {
    if (line.record != format::claim::Record::jd || line.field(2) != "1") continue;
    for (std::size_t day = 1; day <= 31; ++day) {
      const auto mark = line.field(day + 2);
      if (mark == "1" || mark == "2") days |= std::uint32_t{1} << (day - 1);
    }
  }
  return days;
}

std::string text(std::string_view cp932) { return base::decode_cp932(cp932).text; }

}  // namespace

Claim claim_of(const Receipt& receipt, base::Month claimed_in) {
  const ReceiptHead& head = *receipt.decided_head;
  Claim claim;
  claim.claimed_in = head.claimed_in.value_or(claimed_in);
  claim.treated_in = head.treated_in.value_or(claimed_in);
  claim.stay = stay_of(head.kind);
  claim.corrected = receipt.corrected;
  claim.findings = static_cast<int>(receipt.findings.size());
  claim.management_number = std::string(head.management_number);
  claim.search_number = std::string(head.search_number);
  claim.symbol = text(head.symbol);
  claim.number = text(head.number);
  claim.branch = std::string(head.branch);
  claim.name = text(head.name);
  claim.sex = sex_of(head.sex);
  claim.patient = patient_of(head.kind);
  claim.born = head.born;
  claim.institution =
      std::string(head.prefecture) + head.kind.point_table + std::string(head.provider_code);
  claim.institution_name = text(head.provider_name);
  claim.service = static_cast<Service>(head.service);
  if (!head.prescriber_code.empty()) {
    claim.prescriber = std::string(head.prescriber_prefecture) +
                       std::string(head.prescriber_table) + std::string(head.prescriber_code);
    claim.prescriber_name = text(head.prescriber_name);
  }
  claim.remarks = std::string(head.remarks);
  claim.days = head.days;
  claim.visit_days = visit_days_of(receipt);
  claim.claimed_points = receipt.claimed_head->counted_points();
  claim.decided_points = head.counted_points();
  claim.in_cost_notice = head.in_cost_notice;
  return claim;
}

void file_under(Claim& claim, const Standings& found, std::span<const Candidate> candidates) {
  if (!found.candidate) return;
  claim.person = candidates[*found.candidate].person;
  claim.establishment = candidates[*found.candidate].establishment;
}

Treatment treatment_of(const Claim& claim) {
  Treatment treatment{.treated_in = claim.treated_in,
                      .days = {},
                      .patient = claim.patient,
                      .sex = claim.sex,
                      .born = claim.born,
                      .branch = claim.branch};
  for (int day = 1; day <= claim.treated_in.days(); ++day) {
    if (claim.visit_days >> (day - 1) & 1U) {
      treatment.days.push_back(claim.treated_in.first_day().plus_days(day - 1));
    }
  }
  return treatment;
}

}  // namespace kenpo::claim
