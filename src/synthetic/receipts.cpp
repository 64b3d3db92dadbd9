#include "synthetic/receipts.h"

#include <algorithm>
#include <string_view>

#include "base/width.h"
#include "format/claim/receipt.h"
#include "format/claim/writer.h"
#include "synthetic/treatment.h"

namespace kenpo::synthetic {

namespace {

namespace claims = format::claim;
using base::Date;
using claims::ReceiptDraft;

// JIS X 0401 codes, as claims have them.
constexpr std::string_view hospital_prefectures[] = {"13", "14", "27", "23", "40"};
constexpr std::string_view kinds_of_provider[] = {"内科クリニック", "小児科医院", "整形外科",
                                                  "眼科", "総合病院"};

std::string padded(std::uint64_t number, std::size_t length) {
  auto digits = std::to_string(number);
  if (digits.size() < length) digits.insert(0, length - digits.size(), '0');
  return digits;
}

/// YYMM
std::string short_month(base::Month month) {
  return padded(static_cast<std::uint64_t>(month.year() % 100 * 100 + month.month()), 4);
}

/// Until 31 March after the sixth birthday: 未就学.
bool is_preschool(Date born, base::Month month) {
  const auto birthday = base::reaches_age(born, 6);
  const int year = birthday.month() >= 4 ? birthday.year() + 1 : birthday.year();
  return month <= *base::Month::make(year, 3);
}

int visits_wanted(Draw& draw) {
  constexpr Band visits[] = {{5'500, 1, 1}, {2'800, 2, 2}, {1'300, 3, 4}, {400, 5, 9}};
  return of_bands(visits, draw);
}

}  // namespace

ReceiptMaker::ReceiptMaker(const Society& society, base::Month claimed_in, Stream stream)
    : society_(society),
      claimed_in_(claimed_in),
      draw_(society.plan.seed, stream, claimed_in.index()) {}

claims::ProviderDraft ReceiptMaker::provider(std::uint32_t place) const {
  claims::ProviderDraft provider;
  provider.prefecture = hospital_prefectures[place % std::size(hospital_prefectures)];
  provider.code = claims::with_check_digit("99" + padded(place % 10'000, 4));
  const std::string kind(kinds_of_provider[place / 3 % std::size(kinds_of_provider)]);
  provider.name = "架空" + kind + base::wide(std::to_string(place));
  provider.address = "架空県見本市中央一丁目二番三号";
  provider.telephone = "00-0000-0000";
  return provider;
}

const ReceiptDraft& ReceiptMaker::make(const Patient& patient, Place place, Oddity oddity) {
  receipt_ = ReceiptDraft();
  ++made_;
  fill_numbers();
  receipt_.treated_in = patient.days.from.in_month();
  fill_visits(patient, place);
  fill_head(patient, oddity);
  fill_kind(patient, place, oddity);
  if (place == Place::inpatient) {
    treat_inpatient(receipt_, draw_);
  } else {
    treat_outpatient(receipt_, draw_);
  }
  if (oddity == Oddity::two_payers) add_public_payer();
  if (oddity == Oddity::corrected || oddity == Oddity::line_removed) correct(oddity);
  return receipt_;
}

void ReceiptMaker::fill_numbers() {
  receipt_.management_number = short_month(claimed_in_) + padded(made_, 12);
  receipt_.search_number = short_month(claimed_in_) + "13" + padded(made_, 17);
  receipt_.claimed_in = claimed_in_;
  const auto providers = std::max(2U, static_cast<std::uint32_t>(society_.plan.members) / 400);
  // The smaller of two draws: institutions differ in size.
  const auto drawn = std::min(draw_.below(providers), draw_.below(providers));
  receipt_.provider =
      provider(kept_provider_ < 0 ? drawn : static_cast<std::uint32_t>(kept_provider_));
}

void ReceiptMaker::fill_visits(const Patient& patient, Place place) {
  const int first = patient.days.from.day() - 1;
  const int last = patient.days.to.day() - 1;
  if (place == Place::inpatient) {
    const int admitted = draw_.between(first, last);
    const int left = std::min(last, admitted + draw_.between(1, 20));
    for (int day = admitted; day <= left; ++day) receipt_.visits[static_cast<std::size_t>(day)] = 1;
    receipt_.admitted_on = receipt_.treated_in.first_day().plus_days(admitted);
    constexpr int meals_a_day = 3;
    constexpr std::int64_t meal_yen = 690;  // an example
    receipt_.meals = meals_a_day * (left - admitted + 1);
    receipt_.meals_yen = meal_yen * receipt_.meals;
    return;
  }
  const int visits = visits_wanted(draw_);
  for (int each = 0; each < visits; ++each) {
    receipt_.visits[static_cast<std::size_t>(draw_.between(first, last))] = 1;
  }
}

void ReceiptMaker::fill_head(const Patient& patient, Oddity oddity) {
  const auto& human = *patient.human;
  receipt_.name = oddity == Oddity::vendor_character ? "髙﨑　見本" : written(human.name);
  receipt_.kana_name = claim_kana(human.name);
  receipt_.male = (human.sex == Sex::male) != (oddity == Oddity::wrong_sex);
  receipt_.born = human.born.plus_days(oddity == Oddity::wrong_birth_date ? 1 : 0);
  receipt_.insurer_number = society_.plan.insurer.text();
  receipt_.symbol = base::wide(society_.employers[patient.head->employer].symbol);
  constexpr std::uint32_t never_given = 900'000;
  receipt_.number =
      std::to_string(patient.head->number + (oddity == Oddity::unknown_number ? never_given : 0));
  if (oddity != Oddity::no_branch) {
    receipt_.branch = padded(static_cast<std::uint64_t>(patient.branch), 2);
  }
  if (oddity == Oddity::third_party) receipt_.remarks = claims::third_party_remark;
  receipt_.in_cost_notice = !draw_.chance(20);
}

/// 別表5: 医科, 医保, payers, patient and place.
void ReceiptMaker::fill_kind(const Patient& patient, Place place, Oddity oddity) {
  const auto first = receipt_.treated_in.first_day();
  const bool insured = (patient.branch == 0) != (oddity == Oddity::wrong_patient);
  // From the month after the 70th birthday is completed (高齢受給者).
  const bool elderly = base::reaches_age(patient.human->born, 70) < first;
  int inpatient = insured ? 1 : 5;
  if (!insured && is_preschool(patient.human->born, receipt_.treated_in)) inpatient = 3;
  if (elderly) inpatient = 7;
  const int last = inpatient + (place == Place::inpatient ? 0 : 1);
  receipt_.kind =
      "11" + std::string(oddity == Oddity::two_payers ? "2" : "1") + std::to_string(last);
  // Two stays of three are paid up to the limit at the counter (現物給付), the third in full.
  constexpr std::uint64_t paid_in_full = 3;
  if (place == Place::inpatient) receipt_.window_charge = made_ % paid_in_full == 0 ? "00" : "01";
}

/// 法別 54, the rare diseases: the first public payer bears what the insurance leaves.
void ReceiptMaker::add_public_payer() {
  for (auto& detail : receipt_.details) detail.payer_set = '2';
  claims::PublicPayerDraft payer;
  payer.payer_number = claims::with_check_digit("5413999");
  payer.recipient_number = claims::with_check_digit("999999");
  payer.days = static_cast<int>(std::ranges::count(receipt_.visits, std::uint8_t{1}));
  payer.points = claims::insured_points(receipt_);
  payer.charge_yen = 2'500;
  receipt_.public_payers.push_back(std::move(payer));
}

/// The reviewer lowers a service (事由 B) or removes it (事由 A), and the total with it. Only an
/// SI line with points that is counted once.
void ReceiptMaker::correct(Oddity oddity) {
  const auto fits = [](const claims::DetailDraft& detail) {
    return detail.record == claims::Record::si && detail.points > 1 && !detail.treatment.empty() &&
           detail.treatment != "11" && detail.treatment != "12";
  };
  const auto found = std::ranges::find_if(receipt_.details, fits);
  if (found == receipt_.details.end()) return;
  // MN IR RE HO [SN] JD [MF] SY…, then the details.
  constexpr std::uint32_t insurer_row = 4;
  const auto before = insurer_row + (receipt_.branch.empty() ? 0U : 1U) + 1U +
                      (receipt_.window_charge.empty() ? 0U : 1U) +
                      static_cast<std::uint32_t>(receipt_.diseases.size());
  const auto place = static_cast<std::uint32_t>(found - receipt_.details.begin());
  const bool removed = oddity == Oddity::line_removed;
  const auto kept = removed ? 0 : found->points / 2;

  claims::CorrectionDraft line;
  line.kind = removed ? '3' : '2';
  line.row = before + place + 1;
  line.reason = removed ? "A" : "B";
  line.items = "6";
  line.detail = *found;
  line.detail.points = kept;

  const auto total = claims::insured_points(receipt_);
  const auto points = found->points;
  found->points = kept;
  const auto decided = claims::insured_points(receipt_);
  found->points = points;
  claims::CorrectionDraft sum;
  sum.row = insurer_row;
  sum.reason = line.reason;
  sum.items = "6";
  sum.insurer_points = decided;
  if (decided == total) return;
  receipt_.corrections = {std::move(line), std::move(sum)};
}

}  // namespace kenpo::synthetic
