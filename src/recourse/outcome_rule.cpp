#include "recourse/outcome_rule.h"

#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "law/book.h"

namespace kenpo::recourse {

namespace {

using base::Result;
using base::Yen;
using claim::Patient;
using claim::Standing;
using review::PatientGroup;
using review::ReceiptFacts;

bool is_elderly(PatientGroup group) {
  return group == PatientGroup::elderly || group == PatientGroup::elderly_seven_tenths;
}

/// 健康保険法74条1項・110条2項: the row of the group's share. Empty: none.
std::string_view share_row(PatientGroup group) {
  switch (group) {
    case PatientGroup::preschool: return "benefit.share.preschool";
    case PatientGroup::insured:
    case PatientGroup::dependent: return "benefit.share.under_70";
    case PatientGroup::elderly: return "certificate.elderly.share.ordinary";
    case PatientGroup::elderly_seven_tenths: return "certificate.elderly.share.active_income";
    default: return {};
  }
}

std::string percent_words(base::Rate share) {
  constexpr std::int64_t millionths_of_a_percent = 10'000;
  return std::to_string(share.millionths / millionths_of_a_percent) + "％";
}

OutcomeLine validity_line(const PatientFacts& patient) {
  const bool valid = patient.standing == Standing::valid;
  const bool open = patient.standing == Standing::days_unknown;
  return {.part = "資格",
          .claimed = "当組合",
          .expected = claim::wording(patient.standing),
          .agreement = valid ? Agreement::agrees : open ? Agreement::open : Agreement::differs,
          .reason = {"診療日に資格があるか", "Covered on the days of treatment"},
          .article = "健康保険法35条・36条"};
}

const char* patient_words(Patient patient) {
  switch (patient) {
    case Patient::insured: return "本人";
    case Patient::dependent: return "家族";
    case Patient::unknown: break;
  }
  return "別なし";
}

OutcomeLine patient_line(const ReceiptFacts& receipt, const PatientFacts& patient) {
  const auto claimed = receipt.claim.patient;
  OutcomeLine line{.part = "本人・家族",
                   .claimed = patient_words(claimed),
                   .expected = patient.patient ? patient_words(*patient.patient) : "",
                   .agreement = Agreement::agrees,
                   .reason = {"台帳の続柄と合うか", "As the ledger has it"},
                   .article = "健康保険法63条・110条"};
  if (!patient.patient) line.agreement = Agreement::open;
  else if (claimed != Patient::unknown && claimed != *patient.patient) {
    line.agreement = Agreement::differs;
  }
  return line;
}

/// 健康保険法74条1項2号・3号: 70 to 74. The relief by income (施行令34条2項) is not in the receipt: a
/// share of 20 % where the remuneration alone gives 30 % is open.
Result<OutcomeLine> elderly_line(const ReceiptFacts& receipt, const PatientFacts& patient,
                                 OutcomeLine line) {
  if (!patient.born || !patient.insured_born || !patient.standard || !patient.patient) {
    line.agreement = Agreement::open;
    return line;
  }
  const auto share = KENPO_TRY(certificate::elderly_share(
      {.month = receipt.claim.treated_in,
       .insured_born = *patient.insured_born,
       .person_born = *patient.born,
       .person = *patient.patient == Patient::insured ? certificate::Person::insured
                                                      : certificate::Person::dependent,
       .standard = *patient.standard}));
  if (!share.value) {
    line.agreement = Agreement::differs;
    line.expected = "70歳から74歳ではない";
    return line;
  }
  line.expected = percent_words(*share.value);
  if (line.expected == line.claimed) return line;
  const auto seven_tenths =
      KENPO_TRY(law::Book::carried().rate("certificate.elderly.share.active_income",
                                          receipt.claim.treated_in.first_day()));
  const bool may_be_relieved = *share.value == seven_tenths.value;
  line.agreement = may_be_relieved ? Agreement::open : Agreement::differs;
  if (may_be_relieved) {
    line.reason = {"基準収入額適用の申請があるか確かめる", "Look for an application for relief"};
  }
  return line;
}

Result<OutcomeLine> share_line(const ReceiptFacts& receipt, const PatientFacts& patient) {
  OutcomeLine line{.part = "一部負担金の割合(給付割合)",
                   .claimed = "",
                   .expected = "",
                   .agreement = Agreement::agrees,
                   .reason = {"年齢と標準報酬による一部負担金の割合", "The share by age and pay"},
                   .article = "健康保険法74条・110条"};
  const auto row = share_row(receipt.group);
  if (row.empty()) {
    line.claimed = review::wording(receipt.group);
    line.agreement = Agreement::open;
    return line;
  }
  const auto day = receipt.claim.treated_in.first_day();
  const auto claimed = KENPO_TRY(law::Book::carried().rate(row, day));
  line.claimed = percent_words(claimed.value);
  if (is_elderly(receipt.group)) return elderly_line(receipt, patient, std::move(line));
  if (!patient.born) {
    line.agreement = Agreement::open;
    return line;
  }
  const auto elderly = KENPO_TRY(certificate::elderly_from(*patient.born, day));
  if (elderly.value <= day) {
    line.agreement = Agreement::differs;
    line.expected = "高齢受給者の割合";
  } else {
    line.expected = line.claimed;
  }
  return line;
}

/// 特記事項 26 区ア … 30 区オ; 31 to 35 are the same from the fourth month on.
std::optional<certificate::LimitClass> claimed_class(const ReceiptFacts& receipt) {
  constexpr int first = 26;
  constexpr int classes = 5;
  for (int code = first; code < first + 2 * classes; ++code) {
    if (review::has_remark(receipt, std::to_string(code))) {
      return static_cast<certificate::LimitClass>((code - first) % classes);
    }
  }
  return std::nullopt;
}

/// 健康保険法施行令42条1項. Tax is not in the ledger of receipts: オ is open.
Result<OutcomeLine> limit_line(const ReceiptFacts& receipt, const PatientFacts& patient) {
  OutcomeLine line{.part = "限度額区分",
                   .claimed = "記載なし",
                   .expected = "",
                   .agreement = Agreement::agrees,
                   .reason = {"標準報酬月額による区分", "The class by the standard remuneration"},
                   .article = "健康保険法施行令42条"};
  const auto claimed = claimed_class(receipt);
  if (!claimed) return line;
  line.claimed = certificate::label(*claimed);
  if (is_elderly(receipt.group) || *claimed == certificate::LimitClass::o || !patient.standard) {
    line.agreement = Agreement::open;
    return line;
  }
  const auto expected =
      certificate::limit_class(receipt.claim.treated_in.first_day(), *patient.standard,
                               certificate::MunicipalTax::taxed);
  if (!expected.ok()) {
    line.agreement = Agreement::open;
    return line;
  }
  line.expected = certificate::label(expected->value);
  if (expected->value != *claimed) line.agreement = Agreement::differs;
  return line;
}

OutcomeLine third_party_line(const ReceiptFacts& receipt) {
  const bool said = review::has_remark(receipt, review::third_party_remark);
  return {.part = "第三者行為",
          .claimed = said ? "特記事項「第三」" : "記載なし",
          .expected = "",
          .agreement = said ? Agreement::open : Agreement::agrees,
          .reason = {"第三者の行為によるけがや病気か", "An act of a third party"},
          .article = "健康保険法57条"};
}

}  // namespace

const char* wording(Agreement agreement) {
  switch (agreement) {
    case Agreement::agrees: return "一致";
    case Agreement::differs: return "不一致";
    case Agreement::open: return "確認";
  }
  return "";
}

// 健康保険法76条2項, 74条1項, 110条2項
Result<std::optional<Yen>> society_pays(const ReceiptFacts& receipt) {
  const auto row = share_row(receipt.group);
  if (row.empty()) return std::optional<Yen>{};
  const auto share =
      KENPO_TRY(law::Book::carried().rate(row, receipt.claim.treated_in.first_day()));
  const base::Share cost(Yen(claim::yen_of(receipt.claim, receipt.claim.decided_points)));
  return std::optional((cost - cost * share.value).truncated());
}

Result<Outcome> outcome_of(const ReceiptFacts& receipt, const PatientFacts& patient) {
  Outcome outcome;
  outcome.lines.push_back(validity_line(patient));
  outcome.lines.push_back(patient_line(receipt, patient));
  outcome.lines.push_back(KENPO_TRY(share_line(receipt, patient)));
  outcome.lines.push_back(KENPO_TRY(limit_line(receipt, patient)));
  outcome.lines.push_back(third_party_line(receipt));
  outcome.society_pays = KENPO_TRY(society_pays(receipt));
  return outcome;
}

}  // namespace kenpo::recourse
