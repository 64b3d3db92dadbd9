#include "format/claim/writer.h"

#include <algorithm>
#include <numeric>

#include "base/require.h"
#include "format/claim/codes.h"
#include "format/claim/digits.h"
#include "format/claim/places.h"

namespace kenpo::format::claim {

namespace {

std::string month_digits(base::Month month) {
  std::string iso = month.iso();
  iso.erase(4, 1);
  return iso;
}

std::int64_t count_of(const Days& days) { return std::accumulate(days.begin(), days.end(), 0); }

std::string two_digits(unsigned number) {
  return std::string(number < 10 ? "0" : "") + std::to_string(number);
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text.size() < width ? width - text.size() : 0, ' ');
  return out.append(text);
}

int visit_days(const ReceiptDraft& draft) {
  return static_cast<int>(std::ranges::count(draft.visits, std::uint8_t{1}));
}

bool has_insurer(const ReceiptDraft& draft) { return !draft.insurer_number.empty(); }

void set_days(Row& row, std::size_t first, const Days& days) {
  for (std::size_t day = 0; day < days.size(); ++day) {
    if (days[day] != 0) row.set_number(first + day, days[day]);
  }
}

void set_at(Row& row, std::uint8_t place, std::string_view text) {
  if (place != 0 && !text.empty()) row.set(place, text);
}

/// The number a row is written with at a place; 0 when it has none.
std::int64_t written_number(const RowDraft& draft, std::uint8_t place) {
  for (const FieldDraft& field : draft.fields) {
    if (field.seq != place || field.text.empty()) continue;
    const bool negative = field.text[0] == '-';
    const std::int64_t number = number_of(std::string_view(field.text).substr(negative ? 1 : 0));
    return negative ? -number : number;
  }
  return 0;
}

bool is_insured(const RowDraft& draft, std::uint8_t place) {
  if (place == 0) return true;
  for (const FieldDraft& field : draft.fields) {
    if (field.seq != place || field.text.empty()) continue;
    return (payers_of(field.text[0]) & health_insurance_bit) != 0;
  }
  return false;
}

std::int64_t insured_points(const RowDraft& draft, Service service) {
  const RecordRow* row = rule_of(service, draft.record).row;
  KENPO_REQUIRE(row != nullptr);
  std::int64_t points = 0;
  for (const PointPlace& place : row->points) {
    if (!is_insured(draft, place.payers)) continue;
    const std::int64_t count = place.count == 0 ? 1 : written_number(draft, place.count);
    points += written_number(draft, place.points) * count;
  }
  return points;
}

void fill_row(Row& row, const RowDraft& draft) {
  row.reset(draft.record);
  for (const FieldDraft& field : draft.fields) row.set(field.seq, field.text);
}

void fill_detail(Row& row, const DetailDraft& detail) {
  row.reset(detail.record);
  row.set(2, detail.treatment);
  row.set(3, std::string_view(&detail.payer_set, 1));
  row.set(4, detail.code);
  if (detail.record == Record::co) return row.set(5, detail.text);
  row.set(5, detail.quantity);
  if (detail.points != 0) row.set_number(6, detail.points);
  row.set_number(7, count_of(detail.days));
  const bool device = detail.record == Record::to;
  if (device) {
    row.set(8, detail.unit);
    row.set(9, detail.price);
    row.set(11, detail.text);
  }
  const std::size_t comment = device ? 12 : 8;
  row.set(comment, detail.comment_code);
  row.set(comment + 1, detail.comment_text);
  set_days(row, device ? 18 : 14, detail.days);
}

}  // namespace

std::string with_check_digit(std::string digits) {
  digits += check_digit(digits);
  return digits;
}

std::int64_t insured_points(const ReceiptDraft& draft) {
  std::int64_t points = 0;
  for (const DetailDraft& detail : draft.details) {
    if ((payers_of(detail.payer_set) & health_insurance_bit) == 0) continue;
    points += detail.points * count_of(detail.days);
  }
  for (const RowDraft& row : draft.rows) points += insured_points(row, draft.service);
  return points;
}

void Writer::put(Row& row) {
  if (form_ == Form::provider) return row.append_to(bytes_, nullptr, faults_);
  ++prefix_.row;
  row.append_to(bytes_, &prefix_, faults_);
}

void Writer::put_provider(const ProviderDraft& provider, base::Month claimed_in) {
  const ServiceRow& service = row_of(service_);
  const ProviderPlaces& places = places_of(service_).provider;
  row_.reset(service.head);
  row_.set(2, provider.reviewer);
  row_.set(3, provider.prefecture);
  row_.set(4, std::string_view(&service.point_table, 1));
  row_.set(5, provider.code);
  row_.set(places.name, provider.name);
  row_.set(places.claimed_in, month_digits(claimed_in));
  set_at(row_, places.volume, two_digits(volume_));
  row_.set(places.claimed_in + (places.volume == 0 ? 1u : 2u), provider.telephone);
  put(row_);
}

void Writer::begin(const ProviderDraft& provider, base::Month claimed_in, Service service) {
  serve(service);
  if (form_ == Form::provider) put_provider(provider, claimed_in);
}

void Writer::serve(Service service) {
  service_ = service;
  row_.serve(service);
}

void Writer::put_total(std::string_view volume) {
  constexpr std::string_view mark_of_last = "99";
  row_.reset(Record::go);
  if (volume == mark_of_last) {
    row_.set_number(2, static_cast<std::int64_t>(payers_));
    row_.set_number(3, points_);
  }
  row_.set(4, volume);
  put(row_);
  bytes_ += '\x1A';
}

void Writer::end() {
  if (form_ == Form::provider) put_total("99");
}

void Writer::end_volume() {
  if (form_ != Form::provider) return;
  ++volume_;
  put_total(two_digits(volume_));
}

void Writer::receipt(const ReceiptDraft& draft) {
  const std::int64_t points = insured_points(draft);
  ++receipts_;
  payers_ += (has_insurer(draft) ? 1u : 0u) + draft.public_payers.size();
  if (has_insurer(draft)) {
    points_ += points;
  } else if (!draft.public_payers.empty()) {
    points_ += draft.public_payers.front().points;
  }
  prefix_ = {};
  serve(draft.service);
  if (form_ == Form::insurer) {
    put_management(draft);
    put_provider(draft.provider, draft.claimed_in);
  }
  put_common(draft);
  if (has_insurer(draft)) put_insurer(draft, points);
  put_public_payers(draft);
  put_confirmation(draft);
  put_visits(draft);
  put_diseases(draft);
  for (const DetailDraft& detail : draft.details) put_detail(detail);
  for (const RowDraft& row : draft.rows) put_row(row);
  for (const StatementDraft& statement : draft.statements) {
    row_.reset(Record::sj);
    row_.set(2, statement.kind);
    row_.set(3, statement.text);
    put(row_);
  }
  if (form_ == Form::insurer) {
    put_corrections(draft);
    put_review(draft);
  }
}

void Writer::put_management(const ReceiptDraft& draft) {
  row_.reset(Record::mn);
  row_.set(2, draft.management_number);
  row_.set(3, draft.provider.address);
  row_.set(4, draft.search_number);
  put(row_);
}

void Writer::put_common(const ReceiptDraft& draft) {
  const CommonPlaces& places = places_of(service_).common;
  row_.reset(Record::re);
  row_.set_number(2, receipts_);
  row_.set(3, draft.kind);
  row_.set(4, month_digits(draft.treated_in));
  row_.set(places.name, draft.name);
  row_.set(places.sex, draft.male ? "1" : "2");
  row_.set(places.born, draft.born.compact());
  row_.set(places.benefit_percent, draft.benefit_percent);
  if (draft.admitted_on) set_at(row_, places.admitted_on, draft.admitted_on->compact());
  row_.set(places.remarks, draft.remarks);
  if (places.section != 0) row_.set(places.section, "0");
  // The provider's first claim has no search number; the reviewer gives it.
  if (form_ == Form::insurer) row_.set(places.search_number, draft.search_number);
  row_.set(places.kana_name, draft.kana_name);
  if (places.prescriber != 0) put_prescriber(draft.prescriber, places.prescriber);
  put(row_);
}

/// 都道府県, 点数表, code, name, address, the doctors.
void Writer::put_prescriber(const PrescriberDraft& prescriber, std::size_t from) {
  row_.set(from, prescriber.prefecture);
  row_.set(from + 1, prescriber.point_table);
  row_.set(from + 2, prescriber.code);
  row_.set(from + 3, prescriber.name);
  row_.set(from + 5, prescriber.doctor);
}

void Writer::fill_insurer(const ReceiptDraft& draft, std::int64_t points) {
  const PayerPlaces& places = places_of(service_).payer;
  row_.reset(Record::ho);
  row_.set(2, padded(draft.insurer_number, 8));
  row_.set(3, draft.symbol);
  row_.set(4, draft.number);
  row_.set_number(5, visit_days(draft));
  row_.set_number(6, points);
  if (draft.meals != 0 && places.meals != 0) row_.set_number(places.meals, draft.meals);
  if (draft.meals_yen != 0 && places.meals_yen != 0) {
    row_.set_number(places.meals_yen, draft.meals_yen);
  }
  if (draft.charge_yen) row_.set_number(places.charge_yen, *draft.charge_yen);
}

void Writer::put_insurer(const ReceiptDraft& draft, std::int64_t points) {
  fill_insurer(draft, points);
  put(row_);
}

void Writer::put_public_payers(const ReceiptDraft& draft) {
  for (const PublicPayerDraft& payer : draft.public_payers) {
    row_.reset(Record::ko);
    row_.set(2, padded(payer.payer_number, 8));
    row_.set(3, payer.recipient_number);
    row_.set_number(5, payer.days);
    row_.set_number(6, payer.points);
    if (payer.charge_yen != 0) {
      row_.set_number(places_of(service_).payer.public_charge_yen, payer.charge_yen);
    }
    put(row_);
  }
}

void Writer::put_row(const RowDraft& draft) {
  fill_row(row_, draft);
  put(row_);
}

void Writer::put_confirmation(const ReceiptDraft& draft) {
  if (draft.branch.empty()) return;
  row_.reset(Record::sn);
  row_.set(2, "1");
  row_.set(3, "01");
  row_.set(7, draft.branch);
  put(row_);
}

void Writer::put_visits(const ReceiptDraft& draft) {
  if (has_insurer(draft)) {
    row_.reset(Record::jd);
    row_.set(2, "1");
    set_days(row_, 3, draft.visits);
    put(row_);
  }
  if (draft.window_charge.empty()) return;
  row_.reset(Record::mf);
  row_.set(2, draft.window_charge);
  put(row_);
}

void Writer::put_diseases(const ReceiptDraft& draft) {
  for (const DiseaseDraft& disease : draft.diseases) {
    row_.reset(Record::sy);
    row_.set(2, disease.code);
    row_.set(3, disease.started.compact());
    row_.set(4, std::string_view(&disease.outcome, 1));
    row_.set(5, disease.modifiers);
    row_.set(6, disease.name);
    if (disease.main) row_.set(7, "01");
    put(row_);
  }
}

void Writer::put_detail(const DetailDraft& detail) {
  fill_detail(row_, detail);
  put(row_);
}

/// The new rows (kind 2) first, then the JY that name them.
void Writer::put_corrections(const ReceiptDraft& draft) {
  const Prefix claimed = prefix_;
  std::uint16_t branch = 0;
  for (const CorrectionDraft& correction : draft.corrections) {
    ++branch;
    if (correction.kind == '3') continue;
    if (correction.insurer_points) {
      fill_insurer(draft, *correction.insurer_points);
    } else if (correction.line) {
      fill_row(row_, *correction.line);
    } else {
      fill_detail(row_, correction.detail);
    }
    const Prefix held{2, correction.row, branch};
    row_.append_to(bytes_, &held, faults_);
  }
  branch = 0;
  for (const CorrectionDraft& correction : draft.corrections) {
    ++branch;
    row_.reset(Record::jy);
    row_.set(2, std::string_view(&correction.kind, 1));
    row_.set_number(3, correction.row);
    row_.set_number(4, 0);
    row_.set(5, correction.items);
    row_.set(6, correction.reason);
    if (correction.kind != '3') {
      row_.set_number(7, correction.row);
      row_.set_number(8, branch);
    }
    const Prefix own{2, claimed.row + branch, 0};
    row_.append_to(bytes_, &own, faults_);
  }
  prefix_ = claimed;
}

void Writer::put_review(const ReceiptDraft& draft) {
  row_.reset(Record::ex);
  row_.set(9, draft.in_cost_notice ? "1" : "0");
  put(row_);
  row_.reset(Record::rc);
  row_.set(2, draft.management_number);
  put(row_);
}

}  // namespace kenpo::format::claim
