#include "format/claim/claim_samples.h"

#include "format/claim/writer.h"

namespace kenpo::format::claim {

namespace {

constexpr std::size_t first_visit = 6;    // index of the 7th
constexpr std::size_t second_visit = 20;  // index of the 21st

Days on(std::size_t day) {
  Days days{};
  days[day] = 1;
  return days;
}

Days on_both() {
  Days days = on(first_visit);
  days[second_visit] = 1;
  return days;
}

DetailDraft service(const char* treatment, const char* code, std::int64_t points, Days days) {
  DetailDraft detail;
  detail.treatment = treatment;
  detail.code = code;
  detail.points = points;
  detail.days = days;
  return detail;
}

DetailDraft drug(const char* code, const char* quantity, std::int64_t points, Days days) {
  DetailDraft detail = service("", code, points, days);
  detail.record = Record::iy;
  detail.quantity = quantity;
  return detail;
}

DetailDraft comment(const char* code, const char* text) {
  DetailDraft detail;
  detail.record = Record::co;
  detail.treatment = "13";
  detail.code = code;
  detail.text = text;
  return detail;
}

}  // namespace

ReceiptDraft sample_receipt() {
  ReceiptDraft draft;
  draft.management_number = "2604130000000017";
  draft.search_number = "26041300000000000000017";
  draft.kind = "1112";
  draft.treated_in = *base::Month::make(2026, 4);
  draft.claimed_in = *base::Month::make(2026, 5);
  draft.provider.prefecture = "13";
  draft.provider.code = with_check_digit("990001");
  draft.provider.name = "架空内科クリニック";
  draft.provider.address = "東京都架空区見本町一丁目二番三号";
  draft.provider.telephone = "00-0000-0000";
  draft.name = "見本　一郎";
  draft.kana_name = "ミホンイチロー";
  draft.born = *base::Date::make(1980, 2, 3);
  draft.insurer_number = with_check_digit("0613999");
  draft.symbol = "１２";
  draft.number = "345";
  draft.branch = "00";
  draft.visits = on_both();
  draft.diseases = {{"8833421", *base::Date::make(2024, 10, 1), '1', "", "", true},
                    {"0000999", *base::Date::make(2026, 4, 7), '2', "", "見本の傷病名", false}};
  draft.details = {
      service("12", "112007410", 73, on_both()),
      service("", "112011010", 52, on_both()),
      service("13", "113001810", 225, on(first_visit)),
      comment("810000001", "生活の様子を聞き取り、運動と食事について説明した。"),
      drug("620000033", "1", 0, on_both()),
      drug("620004633", "2.5", 4, on_both()),
      service("25", "120001210", 42, on(first_visit)),
      service("60", "160000310", 26, on(first_visit)),
      service("", "160008010", 21, on(first_visit)),
      service("", "160061710", 144, on(first_visit)),
      service("80", "120002910", 68, on(second_visit)),
      service("", "120003570", 65, on(second_visit)),
      service("99", "112015770", 5, on(first_visit)),
  };
  return draft;
}

std::vector<CorrectionDraft> sample_corrections() {
  // Rows of the written receipt: MN IR RE HO SN JD SY SY, then the details from row 9.
  constexpr std::uint32_t insurer_row = 4;
  constexpr std::uint32_t third_detail_row = 11;
  ReceiptDraft draft = sample_receipt();
  CorrectionDraft service_change;
  service_change.row = third_detail_row;
  service_change.reason = "B";
  service_change.items = "6";
  service_change.detail = draft.details[2];
  service_change.detail.points = 147;
  draft.details[2].points = 147;
  CorrectionDraft total_change;
  total_change.row = insurer_row;
  total_change.reason = "B";
  total_change.items = "6";
  total_change.insurer_points = insured_points(draft);
  return {service_change, total_change};
}

}  // namespace kenpo::format::claim
