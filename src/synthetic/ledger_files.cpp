#include "synthetic/ledger_files.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::synthetic {

namespace {

using base::Month;
using base::Rate;
using base::Result;
using format::ledger_tsv::DependentLine;
using format::ledger_tsv::LedgerFile;
using format::ledger_tsv::RateLine;

constexpr std::size_t dependents_of_file = 100'000;

std::string two_digits(std::size_t number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

RateLine rate(const char* kind, Month from, std::int64_t millionths, int insured_percent) {
  return {.line = 0,
          .kind = kind,
          .from = from,
          .total = Rate{millionths},
          .insured = Rate{millionths * insured_percent / 100}};
}

/// The society's rates change in March, the month whose premiums are collected in April.
void add_rates(const Society& society, LedgerFile& ledger) {
  Draw draw(society.plan.seed, Stream::employers, -1);
  const int changes = draw.between(0, 4);
  const auto last = society.plan.last_month;
  for (int year = society.lead_in().year() - 1; year <= last.year(); ++year) {
    const auto march = *Month::make(year, 3);
    if (march > last) break;
    // 90 ‰ and a little more, near the mean of the societies (9.34 %).
    const std::int64_t drift = 500 * (changes + year % 4);
    ledger.rates.push_back(rate("general_basic", march, 53'500 + drift, 45));
    ledger.rates.push_back(rate("general_specific", march, 35'000 + drift, 45));
    ledger.rates.push_back(rate("adjustment", march, 1'300, 50));
    ledger.rates.push_back(rate("care", march, 17'000 + drift, 50));
  }
}

/// The contribution for children is one rate for the whole country, half of it the insured's.
void add_child_rates(const Society& society, LedgerFile& ledger) {
  for (const auto& row : law::Book::carried().rows("premium.child_support.rate")) {
    const auto from = row.from.in_month();
    if (from > society.plan.last_month) continue;
    ledger.rates.push_back(rate("child", from, row.number, 50));
  }
}

DependentLine line_of(const Society& society, const Dependent& dependent) {
  const auto& head = society.insured[dependent.insured];
  auto until = dependent.until;
  if (head.lost && (!until || *head.lost <= *until)) until = head.lost->plus_days(-1);
  return {.line = 0,
          .symbol = society.employers[head.employer].symbol,
          .number = std::to_string(head.number),
          .branch = dependent.branch,
          .relation = dependent.relation,
          .name = registered(dependent.human.name),
          .name_kana = half_kana(dependent.human.name),
          .sex = static_cast<int>(dependent.human.sex),
          .born = dependent.human.born,
          .from = dependent.from,
          .until = until};
}

}  // namespace

LedgerFile head_ledger(const Society& society) {
  LedgerFile ledger;
  for (const auto& employer : society.employers) {
    ledger.establishments.push_back({.line = 0,
                                     .prefecture = employer.office.prefecture,
                                     .county = employer.office.county,
                                     .office_symbol = employer.office.symbol,
                                     .symbol = employer.symbol,
                                     .name = employer.name,
                                     .postal_code = "9990001",
                                     .address = "架空市見本町１－２－３",
                                     .from = employer.from});
  }
  add_rates(society, ledger);
  add_child_rates(society, ledger);
  return ledger;
}

Result<> write_dependents(const Society& society, std::uint32_t first, std::uint32_t last,
                          const std::string& prefix, Output& output) {
  LedgerFile ledger;
  std::size_t part = 0;
  const auto send = [&]() -> Result<> {
    if (ledger.dependents.empty()) return base::Done{};
    const auto bytes = format::ledger_tsv::write(ledger);
    ledger.dependents.clear();
    return output.write(prefix + "-" + two_digits(++part) + ".tsv", bytes);
  };
  for (std::uint32_t at = first; at < last; ++at) {
    const auto& head = society.insured[at];
    for (std::uint32_t each = 0; each < head.dependents; ++each) {
      ledger.dependents.push_back(
          line_of(society, society.dependents[head.first_dependent + each]));
      if (ledger.dependents.size() >= dependents_of_file) KENPO_TRY(send());
    }
  }
  return send();
}

}  // namespace kenpo::synthetic
