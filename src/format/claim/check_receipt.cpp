#include <bit>

#include "format/claim/check.h"
#include "format/claim/codes.h"
#include "format/claim/digits.h"

namespace kenpo::format::claim {

namespace {

/// The fields of a line of services (SI), drugs (IY) or devices (TO).
struct Details {
  std::uint8_t days_from;  // the field of day 1
};
constexpr Details service_details{14};
constexpr Details device_details{18};
constexpr std::size_t days = 31;
constexpr std::uint64_t days_mask = (std::uint64_t{1} << days) - 1;

const Details* details_of(Record record) {
  switch (record) {
    case Record::si:
    case Record::iy: return &service_details;
    case Record::to: return &device_details;
    default: return nullptr;
  }
}

// 算定日情報 are recorded from the treatment of April 2012, JD from September 2021.
constexpr base::Month month_of(int year, int month) {
  return base::Month::of_index(year * 12 + month - 1);
}
constexpr base::Month days_from_month = month_of(2012, 4);
constexpr base::Month visits_from_month = month_of(2021, 9);

/// 病棟情報 stands for the ward, not for a service; it may lack count and days.
bool is_ward_row(std::string_view code) { return code >= "190610000" && code <= "190649999"; }

/// What the lines of a receipt add up to.
struct Sums {
  const Line* insurer = nullptr;
  const Line* common = nullptr;
  const Line* visits = nullptr;    // JD of the health insurance
  std::int64_t points = 0;         // borne by health insurance
  std::uint64_t service_days = 0;  // bit 0: the first of the month
  unsigned public_payers = 0;
  bool details = false;
};

void check_count(const Line& line, const Details& details, const ReceiptHead& head,
                 Notes& notes) {
  const std::uint64_t filled = line.filled >> (details.days_from - 1) & days_mask;
  std::int64_t sum = 0;
  for (std::uint64_t left = filled; left != 0; left &= left - 1) {
    sum += line.number_in(details.days_from + static_cast<std::size_t>(std::countr_zero(left)));
  }
  const std::int64_t count = line.number_in(7);
  if (sum == count) return;
  if (filled != 0) return notes.add(Issue::count_differs, line, 7, sum, count);
  const bool recorded = head.treated_in && *head.treated_in >= days_from_month;
  if (recorded && !is_ward_row(line.field(4))) {
    notes.add(Issue::count_without_days, line, details.days_from, count, 0);
  }
}

void add_details(const Line& line, const Details& details, const ReceiptHead& head, Sums& sums,
                 Notes& notes) {
  sums.details = true;
  check_count(line, details, head, notes);
  const std::string_view payer_set = line.field(3);
  const std::uint8_t payers = payer_set.empty() ? std::uint8_t{0} : payers_of(payer_set[0]);
  if ((payers & health_insurance_bit) == 0) return;
  sums.service_days |= line.filled >> (details.days_from - 1) & days_mask;
  const std::int64_t points = line.number_in(6);
  if (points == 0) return;
  if (!line.has(7)) return notes.add(Issue::line_points_missing, line, 7);
  sums.points += points * line.number_in(7);
}

void add_line(const Line& line, const ReceiptHead& head, Sums& sums, Notes& notes) {
  if (const Details* details = details_of(line.record)) {
    return add_details(line, *details, head, sums, notes);
  }
  if (line.record == Record::ho) sums.insurer = &line;
  if (line.record == Record::re) sums.common = &line;
  if (line.record == Record::ko) ++sums.public_payers;
  if (line.record == Record::jd && line.field(2) == "1") sums.visits = &line;
}

/// JD against HO (days of treatment) and against the days of the services.
void check_visits(const Sums& sums, const ReceiptHead& head, Notes& notes) {
  const bool recorded = head.treated_in && *head.treated_in >= visits_from_month;
  if (sums.visits == nullptr || sums.insurer == nullptr || !recorded) return;
  const Line& visits = *sums.visits;
  constexpr std::size_t first_day = 3;
  std::int64_t counted = 0;
  const std::uint64_t filled = visits.filled >> (first_day - 1) & days_mask;
  for (std::uint64_t left = filled; left != 0; left &= left - 1) {
    const auto day = static_cast<std::size_t>(std::countr_zero(left));
    if (visits.field(first_day + day) == "1") ++counted;
  }
  if (counted != head.days) {
    notes.add(Issue::days_differ, *sums.insurer, 5, counted, head.days);
  }
  const std::uint64_t hidden = sums.service_days & ~filled;
  if (hidden == 0) return;
  const auto day = static_cast<std::size_t>(std::countr_zero(hidden));
  notes.add(Issue::service_without_visit, visits, first_day + day, 0,
            static_cast<std::int64_t>(day) + 1);
}

void check_kind(const Sums& sums, const ReceiptHead& head, Notes& notes) {
  if (sums.common == nullptr) return;
  const Line& common = *sums.common;
  const ReceiptKind& kind = head.kind;
  if (kind.scheme == Scheme::unknown) return notes.add(Issue::kind_unknown, common, 3);
  const bool public_only = kind.scheme == Scheme::public_only;
  if (public_only && sums.insurer != nullptr) {
    return notes.add(Issue::public_only_with_insurer, common, 3);
  }
  const unsigned payers = sums.public_payers + (sums.insurer != nullptr ? 1u : 0u);
  if (payers != kind.payers_count) {
    notes.add(Issue::payers_differ, common, 3, kind.payers_count, payers);
  }
}

}  // namespace

void check_receipt(std::span<const Line> lines, const ReceiptHead& head, Notes& notes) {
  Sums sums;
  for (const Line& line : lines) add_line(line, head, sums, notes);
  check_kind(sums, head, notes);
  check_visits(sums, head, notes);
  if (!sums.details && sums.common != nullptr) {
    return notes.add(Issue::no_details, *sums.common, 0);
  }
  if (sums.insurer != nullptr && sums.points != head.points) {
    notes.add(Issue::points_differ, *sums.insurer, 6, sums.points, head.points);
  }
}

}  // namespace kenpo::format::claim
