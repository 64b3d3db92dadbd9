#include <utility>

#include "format/claim/digits.h"
#include "format/claim/places.h"
#include "format/claim/receipt.h"

namespace kenpo::format::claim {

namespace {

std::optional<Scheme> scheme_of(char digit) {
  switch (digit) {
    case '1': return Scheme::health_insurance;
    case '2': return Scheme::public_only;
    case '3': return Scheme::late_elderly;
    case '4': return Scheme::retired;
    default: return std::nullopt;
  }
}

Patient patient_of(char digit) {
  switch (digit) {
    case '1': case '2': return Patient::insured;
    case '3': case '4': return Patient::preschool;
    case '5': case '6': return Patient::dependent;
    case '7': case '8': return Patient::elderly;
    case '9': case '0': return Patient::elderly_seven_tenths;
    default: return Patient::unknown;
  }
}

std::string_view without_spaces_in_front(std::string_view field) {
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  return field;
}

int small(std::string_view field) {
  return static_cast<int>(number_of(field.substr(0, field.size() <= 8 ? field.size() : 0)));
}

/// The field at a place; empty where the kind of claim records none.
std::string_view at(const Line& line, std::uint8_t place) {
  return place == 0 ? std::string_view{} : line.field(place);
}

void read_provider(const Line& line, ReceiptHead& head) {
  const ProviderPlaces& places = places_of(line.rule->service).provider;
  head.reviewer = line.field(2);
  head.prefecture = line.field(3);
  head.provider_code = line.field(5);
  head.provider_name = at(line, places.name);
  head.claimed_in = claim_month(at(line, places.claimed_in));
}

void read_prescriber(const Line& line, std::size_t from, ReceiptHead& head) {
  head.prescriber_prefecture = line.field(from);
  head.prescriber_table = line.field(from + 1);
  head.prescriber_code = line.field(from + 2);
  head.prescriber_name = line.field(from + 3);
}

void read_common(const Line& line, ReceiptHead& head) {
  head.service = line.rule->service;
  const CommonPlaces& places = places_of(head.service).common;
  head.receipt_number = line.field(2);
  head.kind = receipt_kind(line.field(3)).value_or(ReceiptKind{});
  head.treated_in = claim_month(line.field(4));
  head.name = at(line, places.name);
  const std::string_view sex = at(line, places.sex);
  head.sex = sex == "1" ? Sex::male : sex == "2" ? Sex::female : Sex::unknown;
  head.born = claim_date(at(line, places.born));
  head.benefit_percent = small(at(line, places.benefit_percent));
  const std::string_view admitted_on = at(line, places.admitted_on);
  if (!admitted_on.empty()) head.admitted_on = claim_date(admitted_on);
  head.burden_class = at(line, places.burden_class);
  head.remarks = at(line, places.remarks);
  const std::string_view search_number = at(line, places.search_number);
  if (!search_number.empty()) head.search_number = search_number;
  head.kana_name = at(line, places.kana_name);
  const std::string_view section = at(line, places.section);
  if (!section.empty()) head.section = section[0];
  if (places.prescriber != 0) read_prescriber(line, places.prescriber, head);
}

void read_insurer(const Line& line, ReceiptHead& head) {
  const PayerPlaces& places = places_of(line.rule->service).payer;
  head.insured_by_health_insurance = true;
  head.insurer_number = without_spaces_in_front(line.field(2));
  head.symbol = line.field(3);
  head.number = line.field(4);
  head.days = small(line.field(5));
  head.points = number_of(line.field(6));
  head.meals = small(at(line, places.meals));
  head.meals_yen = number_of(at(line, places.meals_yen));
  head.work_reason = at(line, places.work_reason);
  const std::string_view charge_yen = at(line, places.charge_yen);
  if (!charge_yen.empty()) head.charge_yen = number_of(charge_yen);
}

void read_public_payer(const Line& line, ReceiptHead& head) {
  if (head.public_payers_count == public_payers_limit) return;
  PublicPayer& payer = head.public_payers[head.public_payers_count++];
  payer.payer_number = without_spaces_in_front(line.field(2));
  payer.recipient_number = line.field(3);
  payer.days = small(line.field(5));
  payer.points = number_of(line.field(6));
  payer.charge_yen = number_of(at(line, places_of(line.rule->service).payer.public_charge_yen));
}

void read_line(const Line& line, ReceiptHead& head) {
  switch (line.record) {
    case Record::mn:
      head.management_number = line.field(2);
      if (head.search_number.empty()) head.search_number = line.field(4);
      return;
    case Record::ir:
    case Record::yk:
    case Record::hm: return read_provider(line, head);
    case Record::re: return read_common(line, head);
    case Record::ho: return read_insurer(line, head);
    case Record::ko: return read_public_payer(line, head);
    case Record::sn:
      // 負担者種別 1 is the health insurance; the branch is the patient's.
      if (line.field(2) == "1" && line.has(7)) head.branch = line.field(7);
      return;
    case Record::mf: head.window_charge = line.field(2); return;
    case Record::ex:
      if (line.has(9)) head.in_cost_notice = line.field(9) == "1";
      if (line.has(2)) head.transferred_to = without_spaces_in_front(line.field(2));
      return;
    default: return;
  }
}

}  // namespace

std::optional<ReceiptKind> receipt_kind(std::string_view digits) {
  if (digits.size() != 4 || !all_digits(digits)) return std::nullopt;
  ReceiptKind kind;
  kind.point_table = digits[0];
  if (digits[0] != '1' && digits[0] != '3' && digits[0] != '4' && digits[0] != '6') {
    return std::nullopt;
  }
  const auto scheme = scheme_of(digits[1]);
  if (!scheme || digits[2] < '1' || digits[2] > '5') return std::nullopt;
  kind.scheme = *scheme;
  kind.payers_count = static_cast<std::uint8_t>(digits[2] - '0');
  kind.patient = patient_of(digits[3]);
  if (kind.scheme == Scheme::public_only) {
    if (digits[3] != '1' && digits[3] != '2') return std::nullopt;
    kind.patient = Patient::public_payer;
  }
  // 別表5: odd digits are inpatient, even digits (0 too) outpatient.
  kind.stay = (digits[3] - '0') % 2 == 1 ? Stay::inpatient : Stay::outpatient;
  return kind;
}

bool has_remark(std::string_view remarks, std::string_view code) {
  for (std::size_t at = 0; at + 2 <= remarks.size(); at += 2) {
    if (remarks.substr(at, 2) == code) return true;
  }
  return false;
}

ReceiptHead head_of(std::span<const Line> lines) {
  ReceiptHead head;
  // Behind the summary of a DPC receipt stand its parts, each with RE, HO and KO of its own.
  bool part = false;
  bool common_seen = false;
  for (const Line& line : lines) {
    if (line.record == Record::re) part = std::exchange(common_seen, true);
    const bool of_each_part = line.record == Record::re || line.record == Record::ho ||
                              line.record == Record::ko || line.record == Record::sn;
    if (!part || !of_each_part) read_line(line, head);
  }
  return head;
}

}  // namespace kenpo::format::claim
