#include "synthetic/treatment.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace kenpo::synthetic {

namespace {

using format::claim::Days;
using format::claim::DetailDraft;
using format::claim::ReceiptDraft;
using format::claim::Record;

/// A service or drug of the published masters of 2024, with its points as an example.
struct Item {
  std::string_view code;
  std::int64_t points;
};
constexpr Item first_visit{"111000110", 291};
constexpr Item later_visit{"112007410", 75};
constexpr Item visit_addition{"112011010", 52};
constexpr Item chronic_care{"113001810", 225};
constexpr Item prescription{"120002910", 60};
constexpr Item ward_day{"190117710", 1688};
constexpr Item tests[] = {
    {"160008010", 21}, {"160010010", 49}, {"160095710", 40}, {"160169450", 132}};
constexpr Item pictures[] = {{"170000410", 85}, {"170000510", 43}};
constexpr Item operations[] = {
    {"150253010", 12'100}, {"150181610", 6'740}, {"150337610", 13'760}, {"150280650", 1'380}};
constexpr Item anaesthesia{"150233410", 6'000};
constexpr std::string_view injections[] = {"622628901", "622629001"};
constexpr std::string_view drugs[] = {"610407447", "610443013", "612170709", "620004816"};
constexpr std::string_view comment_code = "810000001";
constexpr std::string_view comment_text = "架空の診療内容です。";

struct Disease {
  std::string_view code;
  bool chronic;
};
constexpr Disease diseases[] = {{"8833421", true},  {"4659007", false}, {"2500015", true},
                                {"4779004", false}, {"0091009", false}, {"8840829", false},
                                {"2724007", true},  {"4939008", true}};
constexpr Disease hospital_diseases[] = {{"1519006", true},
                                         {"5409005", false},
                                         {"4860030", false},
                                         {"8208009", false},
                                         {"3669004", false}};

// Points of a receipt: median 700 outside (lognormal, sigma 0.85), 33,000 in hospital (0.9). Above
// the last quantile a Pareto tail of exponent 2: one receipt in 160,000 has a million points.
constexpr Quantile outpatient_points[] = {
    {0, 120},        {5'000, 175},    {10'000, 235},   {25'000, 395},   {50'000, 700},
    {75'000, 1'240}, {90'000, 2'080}, {95'000, 2'830}, {99'000, 5'060}, {100'000, 7'500}};
constexpr Quantile inpatient_points[] = {{0, 3'000},        {5'000, 7'500},    {25'000, 18'000},
                                         {50'000, 33'000},  {75'000, 60'600},  {90'000, 104'600},
                                         {95'000, 145'000}, {100'000, 268'000}};
constexpr int tail_of_hundred_thousand = 1'000;
constexpr int doubling_permille = 250;

std::int64_t draw_points(std::span<const Quantile> body, Draw& draw) {
  if (draw.below(100'000) < tail_of_hundred_thousand) {
    return of_tail(body.back().value, doubling_permille, draw);
  }
  return of_quantiles(body, draw);
}

void add(ReceiptDraft& receipt, std::string_view treatment, const Item& item, const Days& days) {
  DetailDraft detail;
  detail.treatment = treatment;
  detail.code = item.code;
  detail.points = item.points;
  detail.days = days;
  receipt.details.push_back(std::move(detail));
}

void add_drug(ReceiptDraft& receipt, std::string_view treatment, std::string_view code,
              std::int64_t points, const Days& days, int quantity) {
  add(receipt, treatment, {code, points}, days);
  receipt.details.back().record = Record::iy;
  receipt.details.back().quantity = std::to_string(quantity);
}

void add_comment(ReceiptDraft& receipt, std::string_view treatment) {
  DetailDraft comment;
  comment.record = Record::co;
  comment.treatment = treatment;
  comment.code = comment_code;
  comment.text = comment_text;
  receipt.details.push_back(std::move(comment));
}

std::size_t first_day(const Days& days) {
  return static_cast<std::size_t>(std::ranges::find(days, std::uint8_t{1}) - days.begin());
}
Days only(std::size_t day) {
  Days days{};
  days[day] = 1;
  return days;
}
Days without(Days days, std::size_t day) {
  days[day] = 0;
  return days;
}
bool any(const Days& days) { return std::ranges::find(days, std::uint8_t{1}) != days.end(); }

template <std::size_t count>
bool add_diseases(ReceiptDraft& receipt, const Disease (&list)[count], Draw& draw) {
  const auto day =
      receipt.treated_in.first_day().plus_days(static_cast<int>(first_day(receipt.visits)));
  const int wanted = draw.between(1, 3);
  const auto from = draw.below(count);
  bool chronic = false;
  for (int at = 0; at < wanted; ++at) {
    const auto& disease = list[(from + static_cast<std::uint32_t>(at)) % count];
    chronic = chronic || disease.chronic;
    receipt.diseases.push_back(
        {.code = std::string(disease.code),
         .started = disease.chronic ? day.plus_days(-draw.between(30, 900)) : day,
         .outcome = disease.chronic ? '1' : '2',
         .modifiers = {},
         .name = {},
         .main = at == 0});
  }
  return chronic;
}

/// Takes tests and pictures until little is left; gives back what is left.
std::int64_t add_tests(ReceiptDraft& receipt, std::int64_t left, const Days& on, Draw& draw) {
  std::string_view treatment = "60";
  const auto from = draw.below(std::size(tests));
  for (std::uint32_t at = 0; at < std::size(tests) && left > 150; ++at) {
    const auto& item = tests[(from + at) % std::size(tests)];
    add(receipt, treatment, item, on);
    treatment = {};
    left -= item.points;
  }
  treatment = "70";
  for (const auto& picture : pictures) {
    if (left < 400) break;
    add(receipt, treatment, picture, on);
    treatment = {};
    left -= picture.points;
  }
  return left;
}

}  // namespace

void treat_outpatient(ReceiptDraft& receipt, Draw& draw) {
  const bool chronic = add_diseases(receipt, diseases, draw);
  const auto first = first_day(receipt.visits);
  const auto on_first = only(first);
  std::int64_t left = draw_points(outpatient_points, draw);
  const auto visits = std::ranges::count(receipt.visits, std::uint8_t{1});
  auto later = receipt.visits;
  if (!chronic) {
    add(receipt, "11", first_visit, on_first);
    later = without(later, first);
    left -= first_visit.points;
  }
  if (any(later)) {
    add(receipt, "12", later_visit, later);
    add(receipt, {}, visit_addition, later);
    left -= (later_visit.points + visit_addition.points) * visits;
  }
  if (chronic && left > 300) {
    add(receipt, "13", chronic_care, on_first);
    add_comment(receipt, "13");
    left -= chronic_care.points;
  }
  // A drug of this place, or one of the pharmacy.
  if (draw.chance(350)) {
    const auto drug = draw.one_of<std::string_view>(drugs);
    add_drug(receipt, "21", drug, draw.between(2, 14), on_first, 1);
  }
  // Large amounts are drugs by infusion.
  constexpr std::int64_t infused_from = 2'000;
  if (left > infused_from) {
    const auto infused = left - 600;
    add_drug(receipt, "33", draw.one_of<std::string_view>(injections), infused, on_first, 1);
    left -= infused;
  }
  left = add_tests(receipt, left, on_first, draw);
  add(receipt, "80", prescription, on_first);
}

void treat_inpatient(ReceiptDraft& receipt, Draw& draw) {
  add_diseases(receipt, hospital_diseases, draw);
  const auto first = first_day(receipt.visits);
  const auto days = std::ranges::count(receipt.visits, std::uint8_t{1});
  std::int64_t left = draw_points(inpatient_points, draw) - ward_day.points * days;
  for (const auto code : drugs) {
    add_drug(receipt, code == drugs[0] ? "21" : "", code, draw.between(2, 20), receipt.visits, 2);
  }
  const auto infused = std::max<std::int64_t>(left - 20'000, 300);
  add_drug(receipt, "33", draw.one_of<std::string_view>(injections), infused, only(first), 4);
  left -= infused;
  if (left > 14'000) {
    const auto& operation = draw.one_of<Item>(operations);
    add(receipt, "50", operation, only(first));
    add(receipt, "54", anaesthesia, only(first));
    add_comment(receipt, "54");
    left -= operation.points + anaesthesia.points;
  }
  add_tests(receipt, left, only(first), draw);
  add(receipt, "90", ward_day, receipt.visits);
  if (draw.chance(200)) receipt.statements.push_back({.kind = "01", .text = "架空の経過です。"});
}

}  // namespace kenpo::synthetic
