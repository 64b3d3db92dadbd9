#include "premium/rate_form_page.h"

#include <charconv>

#include "base/width.h"

namespace kenpo::premium {

std::optional<base::Rate> parse_permille(const std::string& text) {
  const auto plain = base::normalised(base::Entry::number, text);
  const auto dot = plain.find('.');
  const auto units = plain.substr(0, dot);
  auto part = dot == std::string::npos ? std::string() : plain.substr(dot + 1);
  constexpr std::size_t decimals = 3;
  constexpr std::size_t permille_digits = 3;
  if (units.empty() || units.size() > permille_digits || part.size() > decimals) {
    return std::nullopt;
  }
  part.resize(decimals, '0');
  const auto digits = units + part;
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  base::Rate rate;
  std::from_chars(digits.data(), digits.data() + digits.size(), rate.millionths);
  return rate;
}

std::array<SharedRate*, rate_kinds_count> all_of(SocietyRates& rates) {
  return {&rates.basic, &rates.specific, &rates.adjustment, &rates.care, &rates.child};
}

std::optional<SocietyRates> read_rates(desk::Form& form) {
  const base::Words wrong{"小数3桁までの数を入れてください。例：98.1", "Per mille, three decimals."};
  SocietyRates read;
  const auto rates = all_of(read);
  for (std::size_t at = 0; at < rates.size(); ++at) {
    const auto total = form.read<base::Rate>(total_rate_fields.at(at), parse_permille, wrong);
    const auto insured = form.read<base::Rate>(insured_rate_fields.at(at), parse_permille, wrong);
    if (total) rates.at(at)->total = *total;
    if (insured) rates.at(at)->insured = *insured;
  }
  if (!form.ok()) return std::nullopt;
  return read;
}

void prefill_rates(desk::Form& form, SocietyRates rates) {
  const auto all = all_of(rates);
  for (std::size_t at = 0; at < all.size(); ++at) {
    form.prefill(total_rate_fields.at(at).name, all.at(at)->total.permille());
    form.prefill(insured_rate_fields.at(at).name, all.at(at)->insured.permille());
  }
}

}  // namespace kenpo::premium
