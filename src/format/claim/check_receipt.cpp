#include <bit>

#include "format/claim/check.h"
#include "format/claim/codes.h"
#include "format/claim/digits.h"
#include "format/claim/places.h"

namespace kenpo::format::claim {

namespace {

// 算定日情報 are recorded from the treatment of April 2012, JD from September 2021.
constexpr base::Month month_of(int year, int month) {
  return base::Month::of_index(year * 12 + month - 1);
}
constexpr base::Month days_from_month = month_of(2012, 4);
constexpr base::Month visits_from_month = month_of(2021, 9);

/// The number of a field, with its sign if it has one.
std::int64_t signed_number_of(const Line& line, std::size_t seq) {
  const char sign = line.bytes[line.begins(seq)];
  if (sign != '-' && sign != '+') return line.number_in(seq);
  const std::int64_t number = number_of(line.field(seq).substr(1));
  return sign == '-' ? -number : number;
}

/// 病棟情報 stands for the ward, not for a service; it may lack count and days.
bool is_ward_row(std::string_view code) { return code >= "190610000" && code <= "190649999"; }

/// What the lines of a receipt add up to.
struct Sums {
  const Line* insurer = nullptr;   // the first HO
  const Line* common = nullptr;    // the first RE
  const Line* visits = nullptr;    // JD of the health insurance
  std::int64_t points = 0;         // borne by health insurance
  std::int64_t parts_points = 0;   // HO of the parts that a summary sums up
  std::uint64_t service_days = 0;  // bit 0: the first of the month
  unsigned public_payers = 0;
  unsigned parts = 0;
  bool details = false;
};

void check_count(const Line& line, const PointPlace& place, std::int64_t count,
                 const ReceiptHead& head, Notes& notes) {
  const std::uint64_t filled = line.filled_days(place.days);
  std::int64_t sum = 0;
  for (std::uint64_t left = filled; left != 0; left &= left - 1) {
    sum += line.number_in(place.days + static_cast<std::size_t>(std::countr_zero(left)));
  }
  if (sum == count) return;
  if (filled != 0) return notes.add(Issue::count_differs, line, place.count, sum, count);
  const bool recorded = head.treated_in && *head.treated_in >= days_from_month;
  if (recorded && !is_ward_row(line.field(4))) {
    notes.add(Issue::count_without_days, line, place.days, count, 0);
  }
}

/// Whether the health insurance bears what is written at the place.
bool is_insured(const Line& line, const PointPlace& place) {
  if (place.payers == 0) return true;
  const std::string_view payer_set = line.field(place.payers);
  const std::uint8_t payers = payer_set.empty() ? std::uint8_t{0} : payers_of(payer_set[0]);
  return (payers & health_insurance_bit) != 0;
}

void add_points(const Line& line, const PointPlace& place, const ReceiptHead& head, Sums& sums,
                Notes& notes) {
  const std::int64_t count = place.count == 0 ? 1 : line.number_in(place.count);
  if (place.days != 0) check_count(line, place, count, head, notes);
  if (!is_insured(line, place)) return;
  if (place.days != 0) sums.service_days |= line.filled_days(place.days);
  if (!line.has(place.points)) return;
  const std::int64_t points = signed_number_of(line, place.points);
  if (count == 0 && points != 0 && !line.has(place.count)) {
    return notes.add(Issue::line_points_missing, line, place.count);
  }
  sums.points += points * count;
}

void add_line(const Line& line, const ReceiptHead& head, Sums& sums, Notes& notes) {
  if (!line.rule->points.empty()) {
    sums.details = true;
    for (const PointPlace& place : line.rule->points) {
      add_points(line, place, head, sums, notes);
    }
    return;
  }
  switch (line.record) {
    case Record::re:
      ++sums.parts;
      if (sums.common == nullptr) sums.common = &line;
      return;
    case Record::ho:
      if (sums.insurer == nullptr) {
        sums.insurer = &line;
      } else {
        sums.parts_points += number_of(line.field(6));
      }
      return;
    case Record::ko:
      if (sums.parts < 2) ++sums.public_payers;
      return;
    case Record::jd:
      if (sums.visits == nullptr && line.field(2) == "1") sums.visits = &line;
      return;
    // What a pharmacy dispenses has its points in the line of the dispensing.
    case Record::sh:
      sums.details = true;
      return;
    default: return;
  }
}

/// JD against HO (days of treatment) and against the days of the services.
void check_visits(const Sums& sums, const ReceiptHead& head, Notes& notes) {
  const bool recorded = head.treated_in && *head.treated_in >= visits_from_month;
  if (sums.visits == nullptr || sums.insurer == nullptr || !recorded) return;
  // HO of a pharmacy counts prescriptions, not days.
  if (head.service == Service::pharmacy) return;
  const Line& visits = *sums.visits;
  constexpr std::size_t first_day = 3;
  std::int64_t counted = 0;
  const std::uint64_t filled = visits.filled_days(first_day);
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
  if (sums.insurer == nullptr) return;
  if (head.section == summary_section) {
    if (sums.parts_points != head.points) {
      notes.add(Issue::sections_differ, *sums.insurer, 6, sums.parts_points, head.points);
    }
    return;
  }
  if (sums.points != head.points) {
    notes.add(Issue::points_differ, *sums.insurer, 6, sums.points, head.points);
  }
}

}  // namespace kenpo::format::claim
