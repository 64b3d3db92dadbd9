#include "synthetic/kind_receipts.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/width.h"
#include "format/claim/writer.h"

namespace kenpo::synthetic {

namespace {

namespace claims = format::claim;
using claims::Record;
using claims::ReceiptDraft;
using claims::RowDraft;
using claims::Service;

std::string text(std::int64_t number) { return std::to_string(number); }

std::string code(std::uint32_t number) {
  auto digits = std::to_string(number);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return claims::with_check_digit("98" + digits);
}

/// The patient and the visits; nothing of the treatment.
ReceiptDraft head_of(const ReceiptDraft& medical, Service service) {
  auto receipt = medical;
  receipt.service = service;
  receipt.kind[0] = claims::row_of(service).point_table;
  receipt.kind[2] = '1';  // the insurance alone pays
  receipt.public_payers.clear();
  receipt.corrections.clear();
  receipt.diseases.clear();
  receipt.details.clear();
  receipt.statements.clear();
  receipt.window_charge.clear();
  return receipt;
}

void settle(ReceiptDraft& receipt, std::uint32_t place, std::string_view kind) {
  receipt.provider.code = code(place);
  receipt.provider.name = "架空" + std::string(kind) + base::wide(std::to_string(place));
}

std::vector<int> days_of(const ReceiptDraft& receipt) {
  std::vector<int> days;
  for (std::size_t day = 0; day < receipt.visits.size(); ++day) {
    if (receipt.visits[day] != 0) days.push_back(static_cast<int>(day) + 1);
  }
  return days;
}

std::string date(const ReceiptDraft& receipt, int day) {
  return receipt.treated_in.first_day().plus_days(day - 1).compact();
}

std::string month(const ReceiptDraft& receipt) { return date(receipt, 1).substr(0, 6); }

constexpr std::uint32_t providers_of_a_kind = 400;

}  // namespace

ReceiptDraft group_receipt(const ReceiptDraft& medical, Draw& draw) {
  auto receipt = head_of(medical, Service::dpc);
  receipt.window_charge = medical.window_charge;
  // The operation stays a claim by service; the days are claimed by group.
  for (const auto& detail : medical.details) {
    if (detail.treatment == "50" || detail.treatment == "54") receipt.details.push_back(detail);
  }
  for (auto& detail : receipt.details) detail.payer_set = '1';
  std::erase_if(receipt.details, [](const auto& each) { return each.record != Record::si; });
  const auto days = days_of(receipt);
  const auto count = static_cast<std::int64_t>(days.size());
  const auto points_a_day = draw.between(180, 330) * 10;
  const auto grouped = points_a_day * count;
  constexpr int coefficient_tenths = 12;  // 医療機関別係数 1.2000
  const auto total = grouped * coefficient_tenths / 10;
  const auto in = month(receipt);
  const std::string group = "060335xx99000x";  // an example
  const auto& disease = medical.diseases.front().code;
  receipt.rows = {
      {Record::bu, {{2, group}, {3, receipt.admitted_on->compact()},
                    {4, date(receipt, days.back())}, {5, "2"}}},
      {Record::sb, {{2, disease}, {6, "01"}}},
      {Record::sb, {{2, disease}, {6, "11"}}},
      {Record::kk, {{4, "1"}, {9, "0"}}},
      {Record::ga, {{2, in}, {3, "2"}, {5, group}, {6, "1.2000"}}},
      {Record::hh, {{2, in}, {3, "2"}, {5, "1"}, {6, "1"}, {7, text(points_a_day)},
                    {8, text(count)}, {9, text(grouped)}}},
      {Record::gt, {{2, in}, {3, "2"}, {5, "1"}, {6, text(grouped)}, {7, text(total)},
                    {9, text(total)}, {10, "93"}}},
  };
  for (const auto& detail : receipt.details) {
    receipt.rows.push_back({Record::cd, {{2, date(receipt, days.front())}, {3, "50"}, {4, "1"},
                                         {5, "1"}, {6, detail.code}, {10, "1"}}});
  }
  return receipt;
}

ReceiptDraft dental_receipt(const ReceiptDraft& medical, Draw& draw) {
  auto receipt = head_of(medical, Service::dental);
  settle(receipt, draw.below(providers_of_a_kind), "歯科医院");
  const auto days = days_of(receipt);
  const auto first = static_cast<std::size_t>(days.front());
  const auto tooth = draw.between(1, 7);
  constexpr std::string_view diseases[] = {"5212001", "5233009", "5220003"};
  const auto disease = draw.one_of<std::string_view>(diseases);
  constexpr std::size_t points = 77, count = 78, before_day_one = 78;
  RowDraft basic{Record::ss, {{2, "11"}, {3, "1"}, {4, "301000110"}, {points, "267"}, {count, "1"},
                              {before_day_one + first, "1"}}};
  RowDraft treated{Record::ss, {{2, "40"}, {3, "1"}, {4, "309001710"}, {7, "309002110"}, {8, "1"},
                                {points, text(draw.between(40, 420))},
                                {count, text(static_cast<std::int64_t>(days.size()))}}};
  for (const int day : days) {
    treated.fields.push_back({before_day_one + static_cast<std::size_t>(day), "1"});
  }
  receipt.rows = {{Record::hs, {{2, date(receipt, days.front())}, {3, "1"},
                                {4, "10" + text(tooth + 10) + "00"}, {5, std::string(disease)},
                                {10, "01"}}},
                  std::move(basic), std::move(treated)};
  if (draw.chance(40)) {  // the reviewer lowers the treatment
    const auto row = 4 + (receipt.branch.empty() ? 0U : 1U) + 1U + 3U;  // MN IR RE HO [SN] JD HS SS
    claims::CorrectionDraft line;
    line.row = row;
    line.reason = "B";
    line.items = "77";
    line.line = receipt.rows[2];
    line.line->fields[5].text = "30";
    const auto claimed = claims::insured_points(receipt);
    auto decided = receipt;
    decided.rows[2] = *line.line;
    claims::CorrectionDraft sum;
    sum.row = 4;
    sum.reason = "B";
    sum.items = "6";
    sum.insurer_points = claims::insured_points(decided);
    if (*sum.insurer_points < claimed) receipt.corrections = {std::move(line), std::move(sum)};
  }
  return receipt;
}

ReceiptDraft pharmacy_receipt(const ReceiptDraft& medical, Draw& draw) {
  auto receipt = head_of(medical, Service::pharmacy);
  receipt.prescriber = {medical.provider.prefecture, "1", medical.provider.code,
                        medical.provider.name, "見本　医師"};
  settle(receipt, draw.below(providers_of_a_kind), "薬局");
  const auto days = days_of(receipt);
  receipt.visits = {};
  receipt.visits[static_cast<std::size_t>(days.front()) - 1] = 1;
  const auto day = date(receipt, days.front());
  constexpr std::string_view drugs[] = {"610407447", "610443013", "612170709", "620004816"};
  const auto drug = draw.one_of<std::string_view>(drugs);
  const auto unit_points = draw.between(2, 40);
  const auto quantity = draw.between(1, 4) * 7;
  receipt.rows = {
      {Record::sh, {{2, "01"}, {3, "1"}, {4, "001"}, {6, text(unit_points)}}},
      {Record::iy, {{2, "1"}, {3, std::string(drug)}, {4, "3"}}},
      {Record::cz, {{2, "01"}, {3, day}, {4, day}, {5, "1"}, {6, text(quantity)}, {7, "1"},
                    {10, "450000110"}, {11, "24"}, {14, text(unit_points * quantity)}, {58, "1"},
                    {61, "450000210"}, {62, quantity > 14 ? "50" : "28"}}},
      {Record::ki, {{2, day}, {3, "1"}, {4, "1"}, {5, "450000310"}, {6, "45"}, {8, "1"},
                    {9, "450000410"}, {10, "1"}, {11, "45"}}},
  };
  return receipt;
}

ReceiptDraft nursing_receipt(const ReceiptDraft& medical, Draw& draw) {
  auto receipt = head_of(medical, Service::nursing);
  settle(receipt, draw.below(providers_of_a_kind), "訪問看護ステーション");
  const auto days = days_of(receipt);
  const auto first = receipt.treated_in.first_day();
  receipt.rows = {
      {Record::ih, {{2, medical.provider.prefecture}, {3, "1"}, {4, medical.provider.code},
                    {5, medical.provider.name}, {6, "見本　医師"}}},
      {Record::hj, {{2, "01"}, {3, first.compact()}, {4, first.plus_days(150).compact()}}},
      {Record::js, {{2, "架空の経過です。"}}},
      {Record::sy, {{2, medical.diseases.front().code}}},
      {Record::rj, {{2, date(receipt, days.front())}, {3, "1"}}},
  };
  const auto yen = draw.between(55, 65) * 100;
  for (const int day : days) {
    receipt.rows.push_back({Record::ka, {{2, date(receipt, day)}, {3, "1"}, {4, "510000110"},
                                         {5, "1"}, {6, text(yen)}, {7, "01"}}});
  }
  return receipt;
}

}  // namespace kenpo::synthetic
