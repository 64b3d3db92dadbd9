// Notifications that are written read the same, whatever their values.
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <string>

#include "base/check_digit.h"
#include "format/notification_csv/notification_csv.h"

namespace kenpo::format::notification_csv {
namespace {

const base::Date today = *base::Date::make(2026, 11, 22);

int any(int least, int most) { return *rc::gen::inRange(least, most + 1); }
bool any_flag() { return *rc::gen::arbitrary<bool>(); }

std::string any_digits(int count) {
  std::string digits;
  for (int at = 0; at < count; ++at) digits += static_cast<char>('0' + any(0, 9));
  return digits;
}

std::string any_of(const std::vector<std::string>& characters, int most) {
  std::string text;
  for (int left = any(1, most); left > 0; --left) text += *rc::gen::elementOf(characters);
  return text;
}

std::string any_remark() {
  return any_flag() ? std::string() : any_of({"見", "本", "１", "A", "ｱ", "-", "　", "ソ", "表"}, 37);
}

base::Date any_date(int from_year, base::Date last) {
  const auto first = *base::Date::make(from_year, 1, 1);
  return first.plus_days(any(0, last.since(first)));
}

std::optional<base::IndividualNumber> any_number() {
  if (any_flag()) return std::nullopt;
  auto digits = any_digits(11);
  digits += *base::individual_check_digit(digits);
  return base::IndividualNumber::parse(digits);
}

std::optional<PensionNumber> any_pension_number() {
  if (any_flag()) return std::nullopt;
  return PensionNumber{"1" + any_digits(3), "1" + any_digits(5)};
}

Insured any_insured() {
  Insured insured;
  if (any_flag()) insured.number = std::to_string(any(1, 999'999));
  insured.name_kana = any_of({"ｱ", "ﾝ", "ｶﾞ"}, 6) + " " + any_of({"ﾀ", "ﾛ", "ｳ"}, 6);
  if (any_flag()) insured.name = any_of({"見", "本", "表"}, 5) + "　" + any_of({"花", "子"}, 5);
  insured.born = any_date(1900, today);
  return insured;
}

Content any_acquisition() {
  Acquisition made;
  made.insured = any_insured();
  made.kind = *rc::gen::element(InsuredKind::male, InsuredKind::female, InsuredKind::pit_worker,
                                InsuredKind::male_fund);
  made.acquisition_class = *rc::gen::element(1, 3, 4, 6, 7);
  made.individual_number = any_number();
  if (!made.individual_number) {
    made.postal_parent = any_digits(3);
    made.postal_child = any_digits(4);
    made.address_kana = any_of({"ﾐ", "ﾎ", "1", "-", " "}, 75);
    made.address = any_of({"見", "本", "町", "１", "2"}, 37);
    if (any_flag()) {
      made.no_address_reason = NoAddressReason::other;
      made.individual_number_remark = "見本";
    }
  }
  made.pension_number = any_pension_number();
  made.acquired_on = any_date(1990, today);
  made.has_dependents = any_flag();
  made.pay_in_cash = base::Yen(any(1000, 9'999'999));
  made.pay_in_kind = base::Yen(any(0, 100'000));
  made.pay_total = std::min(made.pay_in_cash + made.pay_in_kind, base::Yen(capped_amount_yen));
  made.short_time_worker = any_flag();
  made.remark = any_remark();
  made.wants_certificate = any_flag();
  return made;
}

Content any_loss() {
  Loss made;
  made.insured = any_insured();
  made.individual_number = any_number();
  made.pension_number = any_pension_number();
  if (!made.individual_number && !made.pension_number) made.pension_number = {"1234", "000001"};
  made.lost_on = any_date(1990, today);
  made.cause = *rc::gen::element(LossCause::retirement, LossCause::death,
                                 LossCause::disability_recognised,
                                 LossCause::social_security_treaty);
  if (made.cause == LossCause::retirement || made.cause == LossCause::death) {
    made.ended_on = made.lost_on.plus_days(-1);
  }
  if (any_flag()) made.certificates_attached = any(0, 99);
  made.remark_item_2 = any_flag();
  if (any_flag()) {
    made.seventy_not_applicable = true;
    made.seventy_ended_on = made.ended_on.value_or(made.lost_on);
  }
  made.remark = any_remark();
  return made;
}

MonthlyPay any_pay(base::Month applies_from, int first_month) {
  MonthlyPay made;
  made.insured = any_insured();
  made.applies_from = applies_from;
  if (any_flag()) made.previous_health = base::Yen(1000) * any(58, 1390);
  if (any_flag()) made.previous_from = *base::Month::make(any(1990, 2026), any(1, 12));
  if (any_flag()) made.change_month = any(1, 12);
  if (any_flag()) made.change = PayDirection::cut;
  if (any_flag()) made.back_pay = base::Yen(any(0, 9'999'999));
  base::Yen sum;
  for (int at = 0; at < 3; ++at) {
    auto& month = made.months[static_cast<std::size_t>(at)];
    month.month = (first_month + at - 1) % 12 + 1;
    month.base_days = any(17, 31);
    month.in_cash = base::Yen(any(0, 3'000'000));
    month.in_kind = base::Yen(any(0, 300'000));
    month.total = month.in_cash + month.in_kind;
    sum += month.total;
  }
  made.total = std::min(sum, base::Yen(capped_amount_yen));
  made.average = base::Share::of(sum.amount(), 3).truncated();
  made.individual_number = any_number();
  made.pension_number = any_pension_number();
  return made;
}

Content any_regular() {
  RegularDetermination made;
  made.pay = any_pay(*base::Month::make(any(2019, 2026), 9), 4);
  if (any_flag()) made.seventy_months = "0406";
  made.part_time = any_flag();
  made.annual_average = any_flag();
  made.remark = any_remark();
  return made;
}

Content any_revision() {
  Revision made;
  const auto from = *base::Month::make(any(1990, 2026), any(1, 12));
  made.pay = any_pay(from, from.plus(-3).month());
  made.short_time_worker = any_flag();
  made.reason = any_remark();
  made.health_only = any_flag();
  return made;
}

Content any_bonus() {
  BonusPayment made;
  made.insured = any_insured();
  made.paid_on = any_date(1990, today);
  made.in_cash = base::Yen(any(1000, 9'999'999));
  made.in_kind = base::Yen(any(0, 9'999'999));
  const auto sum = made.in_cash + made.in_kind;
  const base::Yen cap(capped_amount_yen);
  made.total = sum >= cap ? cap : base::cut_to(sum, 1000);
  if (sum == cap) made.total = base::cut_to(sum, 1000);
  made.individual_number = any_number();
  if (any_flag()) made.first_paid_day = any(1, 31);
  return made;
}

Head any_head() {
  Head head;
  head.office = {"21", "01", any_flag() ? "ｹｲﾄ" : "A1"};
  head.office_number = any_digits(5);
  if (any_flag()) {
    head.attorney_number = any_digits(8);
    head.attorney_name = "見本　社労";
  }
  head.medium_serial = any(1, 999);
  head.made_on = any_date(2018, today);
  head.postal_parent = any_digits(3);
  head.postal_child = any_digits(4);
  head.address = "東京都架空区１－２";
  head.name = "見本産業（株）";
  head.employer_name = "見本　太郎";
  head.telephone = {"03", "0000", "0001"};
  return head;
}

Content any_content() {
  switch (any(0, 4)) {
    case 0: return any_acquisition();
    case 1: return any_loss();
    case 2: return any_regular();
    case 3: return any_revision();
    default: return any_bonus();
  }
}

std::string told(const base::Faults& faults) {
  std::string all;
  for (const auto& fault : faults) all += tell(fault, base::Language::english) + "\n";
  return all;
}

TEST(NotificationCsvRoundTrip, WhatIsWrittenReadsTheSame) {
  rc::check([] {
    const Head head = any_head();
    std::vector<Content> contents;
    for (int left = any(1, 6); left > 0; --left) contents.push_back(any_content());
    const auto made = compose(head, contents, {today, {}});
    if (!made) RC_FAIL(told(made.faults()));
    const auto bytes = write(*made);
    const auto again = read(bytes, {today, {}});
    if (!again) RC_FAIL(told(again.faults()));
    RC_ASSERT(again->head == head);
    RC_ASSERT(again->records.size() == contents.size());
    for (std::size_t at = 0; at < contents.size(); ++at) {
      RC_ASSERT(again->records[at].content == contents[at]);
    }
    RC_ASSERT(write(*again) == bytes);
    RC_ASSERT(looks_like(bytes));
  });
}

}  // namespace
}  // namespace kenpo::format::notification_csv
