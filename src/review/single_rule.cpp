#include "review/single_rule.h"

#include <bit>
#include <charconv>
#include <set>

#include "base/tsv.h"
#include "review/dose_rule.h"

namespace kenpo::review {

namespace {

using base::Date;

constexpr std::string_view not_coded = "0000999";

FindingDraft draft_of(const ReceiptFacts& receipt, const CheckRow& check, std::string subject) {
  FindingDraft draft;
  draft.check = &check;
  draft.claim = receipt.claim.id;
  draft.subject = std::move(subject);
  return draft;
}

/// 記録: every issue once.
void check_record(const ReceiptFacts& receipt, const CheckRow& check,
                  std::vector<FindingDraft>& found) {
  if (receipt.issues.empty()) return;
  auto draft = draft_of(receipt, check, "record");
  for (const auto& issue : receipt.issues) draft.evidence += issue;
  found.push_back(std::move(draft));
}

/// The first and the last day of an item; of the whole month where the kind names none.
base::Span span_of(const ReceiptFacts& receipt, const CountedItem& item) {
  const auto month = receipt.claim.treated_in;
  const auto days = item.days != 0 ? item.days : days_of(receipt);
  if (days == 0) return {month.first_day(), month.last_day()};
  constexpr int highest_bit = 31;
  return {month.first_day().plus_days(std::countr_zero(days)),
          month.first_day().plus_days(highest_bit - std::countl_zero(days))};
}

std::string age_words(const ItemLimits& limits) {
  std::string words;
  if (limits.youngest) words += std::to_string(*limits.youngest) + "歳以上";
  if (limits.below_age) words += std::to_string(*limits.below_age) + "歳未満";
  return words;
}

/// 年齢: outside on every day of the item, so that a birthday in the month is no finding.
void check_age(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& masters,
               std::vector<FindingDraft>& found) {
  if (!receipt.claim.born) return;
  const auto born = *receipt.claim.born;
  for (const auto& item : receipt.items) {
    const auto limits = masters.item(item.code, receipt.claim.treated_in.first_day());
    if (!limits || (!limits->youngest && !limits->below_age)) continue;
    const auto span = span_of(receipt, item);
    const bool young = limits->youngest && base::age_on(born, span.to) < *limits->youngest;
    const bool old = limits->below_age && base::age_on(born, span.from) >= *limits->below_age;
    if (!young && !old) continue;
    auto draft = draft_of(receipt, check, item.code);
    draft.yen = yen_of_points(receipt, item.points * item.count);
    draft.evidence = item.code + " " + limits->name + "：" + age_words(*limits) + "、受診時 " +
                     std::to_string(base::age_on(born, span.from)) + "歳";
    draft.row = item.row;
    draft.branch = item.branch;
    found.push_back(std::move(draft));
  }
}

/// The diseases of the receipt in the blocks, as 「8830592 S52.5」, and the row of the first.
std::string diseases_in(const ReceiptFacts& receipt, std::string_view blocks,
                        const MasterAnswers& masters, std::uint32_t& row) {
  std::string words;
  std::set<std::string> told;
  for (const auto& disease : receipt.diseases) {
    if (disease.code == not_coded || !told.insert(disease.code).second) continue;
    const auto icd = masters.icd(disease.code, receipt.claim.treated_in.first_day());
    if (icd.empty() || !in_icd_blocks(icd, blocks)) continue;
    if (row == 0) row = disease.row;
    if (!words.empty()) words += "、";
    words += "傷病名コード " + disease.code + "（" + icd + "）";
  }
  return words;
}

/// 性別: 「male O00-O99」.
void check_sex(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& masters,
               std::vector<FindingDraft>& found) {
  const auto divider = check.parameter.find(' ');
  const auto sex = check.parameter.substr(0, divider) == "male" ? claim::Sex::male
                                                               : claim::Sex::female;
  if (receipt.claim.sex != sex) return;
  std::uint32_t row = 0;
  auto words = diseases_in(receipt, check.parameter.substr(divider + 1), masters, row);
  if (words.empty()) return;
  auto draft = draft_of(receipt, check, "sex");
  draft.evidence = std::move(words);
  draft.row = row;
  found.push_back(std::move(draft));
}

bool says_third_party(const ReceiptFacts& receipt) {
  return has_remark(receipt, third_party_remark);
}

void check_injury(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& masters,
                  std::vector<FindingDraft>& found) {
  if (says_third_party(receipt)) return;  // that is asked by another rule
  std::uint32_t row = 0;
  auto words = diseases_in(receipt, check.parameter, masters, row);
  if (words.empty()) return;
  auto draft = draft_of(receipt, check, "injury");
  draft.evidence = std::move(words);
  draft.yen = claim::yen_of(receipt.claim, receipt.claim.decided_points);
  draft.row = row;
  found.push_back(std::move(draft));
}

void check_third_party(const ReceiptFacts& receipt, const CheckRow& check,
                       std::vector<FindingDraft>& found) {
  if (!says_third_party(receipt)) return;
  auto draft = draft_of(receipt, check, "third_party");
  draft.evidence = "特記事項 10 第三";
  draft.yen = claim::yen_of(receipt.claim, receipt.claim.decided_points);
  found.push_back(std::move(draft));
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// 健康保険法74条1項・110条2項: by the age in the month of treatment; the row says the ages.
PatientGroup group_by_age(Date born, base::Month month, std::string_view ages) {
  const auto words = base::words_of(ages);
  if (words.size() != 2) return PatientGroup::unknown;
  const auto schooling = base::reaches_age(born, number_of(words[0]));
  const int year = schooling.month() >= 4 ? schooling.year() + 1 : schooling.year();
  if (month <= *base::Month::make(year, 3)) return PatientGroup::preschool;
  const auto elderly = base::reaches_age(born, number_of(words[1]));
  return elderly.in_month() < month ? PatientGroup::elderly : PatientGroup::dependent;
}

void check_group(const ReceiptFacts& receipt, const CheckRow& check,
                 std::vector<FindingDraft>& found) {
  const auto group = receipt.group;
  if (!receipt.claim.born || group == PatientGroup::unknown ||
      group == PatientGroup::public_only) {
    return;
  }
  const auto by_age = group_by_age(*receipt.claim.born, receipt.claim.treated_in, check.parameter);
  const bool elderly =
      group == PatientGroup::elderly || group == PatientGroup::elderly_seven_tenths;
  // 本人 has no group of the preschool age; nobody of that age is insured by themselves.
  const bool fits = by_age == PatientGroup::elderly     ? elderly
                    : by_age == PatientGroup::preschool ? group == PatientGroup::preschool
                                                        : !elderly &&
                                                              group != PatientGroup::preschool;
  if (fits || by_age == PatientGroup::unknown) return;
  auto draft = draft_of(receipt, check, "group");
  const auto* words = by_age == PatientGroup::dependent ? "本人・家族" : wording(by_age);
  draft.evidence =
      std::string("レセプトの種別 ") + wording(group) + "、年齢からは " + words;
  draft.yen = 0;  // the share differs, not the points
  found.push_back(std::move(draft));
}

/// 資格: the outcome has a reason number to send the receipt back with.
void check_standing(const ReceiptFacts& receipt, const CheckRow& check,
                    std::vector<FindingDraft>& found) {
  const auto* reason = claim::reason_number(receipt.claim.standing);
  if (reason == nullptr) return;
  auto draft = draft_of(receipt, check, claim::wording(receipt.claim.standing));
  draft.evidence = std::string(claim::wording(receipt.claim.standing)) + "（理由番号 " + reason +
                   "）";
  draft.yen = claim::yen_of(receipt.claim, receipt.claim.decided_points);
  found.push_back(std::move(draft));
}

/// 特記事項 26 to 35 are the classes of the limit; a receipt has one of them at most.
void check_limit_class(const ReceiptFacts& receipt, const CheckRow& check,
                       std::vector<FindingDraft>& found) {
  constexpr std::size_t digits = 2;
  constexpr int first_class = 26;
  constexpr int last_class = 35;
  int classes = 0;
  const std::string_view remarks = receipt.claim.remarks;
  for (std::size_t at = 0; at + digits <= remarks.size(); at += digits) {
    const int code = number_of(remarks.substr(at, digits));
    classes += code >= first_class && code <= last_class ? 1 : 0;
  }
  if (classes < 2) return;
  auto draft = draft_of(receipt, check, "limit_class");
  draft.evidence = "特記事項 " + std::string(remarks);
  found.push_back(std::move(draft));
}

}  // namespace

std::int64_t yen_of_points(const ReceiptFacts& receipt, std::int64_t points) {
  return claim::yen_of(receipt.claim, points);
}

std::string day_words(std::uint32_t days) {
  std::string words;
  for (std::size_t day = 1; day <= days_of_a_month; ++day) {
    if ((days >> (day - 1) & 1U) == 0) continue;
    if (!words.empty()) words += "・";
    words += std::to_string(day) + "日";
  }
  return words;
}

void check_one(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& masters,
               std::vector<FindingDraft>& found) {
  switch (check.kind) {
    case CheckKind::record: return check_record(receipt, check, found);
    case CheckKind::age: return check_age(receipt, check, masters, found);
    case CheckKind::sex: return check_sex(receipt, check, masters, found);
    case CheckKind::injury: return check_injury(receipt, check, masters, found);
    case CheckKind::third_party: return check_third_party(receipt, check, found);
    case CheckKind::patient_group: return check_group(receipt, check, found);
    case CheckKind::standing: return check_standing(receipt, check, found);
    case CheckKind::limit_class: return check_limit_class(receipt, check, found);
    case CheckKind::dose_amount:
    case CheckKind::dose_days: return check_dose(receipt, check, masters, found);
    default: return;
  }
}

}  // namespace kenpo::review
