#include "format/notification_csv/cell_check.h"

#include <algorithm>

#include "base/cp932.h"
#include "base/era.h"
#include "base/individual_number.h"
#include "format/notification_csv/cell_words.h"

namespace kenpo::format::notification_csv {

using base::Fault;

namespace {

constexpr std::string_view full_width_space = "\x81\x40";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
bool is_kana(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xA6 && byte <= 0xDF;  // ｦ to ﾟ: not the punctuation before it
}
bool only_zeros(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == '0'; });
}
bool is_half_width(std::string_view text) {
  return base::first_outside(text, base::Repertoire::one_byte) == text.npos;
}
bool is_full_width(std::string_view text) {
  return base::first_outside(text, base::Repertoire::two_byte) == text.npos;
}

BadCharacter kind_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x20 || lead == 0x7F) return BadCharacter::control;
  if (at + 1 >= text.size()) return BadCharacter::unknown;
  switch (base::cp932_area(lead, static_cast<unsigned char>(text[at + 1]))) {
    case base::Cp932Area::vendor: return BadCharacter::machine_dependent;
    case base::Cp932Area::user: return BadCharacter::user_defined;
    default: return BadCharacter::unknown;
  }
}

std::optional<CellFault> check_characters(std::string_view text) {
  const auto bad = base::first_outside(text, base::Repertoire::notifications);
  const auto quote = text.find('"');  // 0x22 is no trail byte
  if (quote < bad) return CellFault{holds(BadCharacter::quote), static_cast<std::uint32_t>(quote)};
  if (bad == text.npos) return std::nullopt;
  return CellFault{holds(kind_at(text, bad)), static_cast<std::uint32_t>(bad)};
}

bool is_word_of(std::string_view allowed, std::string_view text) {
  std::size_t from = 0;
  while (from <= allowed.size()) {
    const auto end = std::min(allowed.find(' ', from), allowed.size());
    if (allowed.substr(from, end - from) == text) return true;
    from = end + 1;
  }
  return false;
}

bool is_symbol(std::string_view text) {
  const auto fits = [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_kana(c);
  };
  return std::ranges::all_of(text, fits) && !only_zeros(text);
}

/// One space in `text`, neither first nor last.
bool parts_name(std::string_view text, std::string_view space) {
  std::size_t spaces = 0;
  std::size_t place = 0;
  for (std::size_t at = 0; at + space.size() <= text.size(); at += space.size()) {
    if (text.substr(at, space.size()) != space) continue;
    ++spaces;
    place = at;
  }
  return spaces == 1 && place != 0 && place + space.size() != text.size();
}

std::optional<Fault> check_width(const Item& item, std::string_view text) {
  switch (item.mode) {
    case Mode::digits:
    case Mode::number:
    case Mode::amount:
    case Mode::era_date:
    case Mode::era_year:
    case Mode::era_month:
    case Mode::day:
    case Mode::individual_number:
      if (!all_digits(text)) return is_not_digits();
      return std::nullopt;
    case Mode::half_width:
      if (!is_half_width(text)) return is_not_half_width();
      return std::nullopt;
    case Mode::kana_name:
      if (!std::ranges::all_of(text, [](char c) { return is_kana(c) || c == ' '; })) {
        return is_not_half_kana();
      }
      return std::nullopt;
    case Mode::kanji_name:
      if (!is_full_width(text)) return is_not_full_width();
      return std::nullopt;
    default: return std::nullopt;
  }
}

const base::Era* era_of_code(std::string_view code) {
  const auto number = number_of(code);
  for (const auto& era : base::eras()) {
    if (number && era.notification_code == *number) return &era;
  }
  return nullptr;
}

std::optional<Fault> check_era_part(const Cells& cells, const Item& item, std::string_view text) {
  const int number = item.number;
  if (item.mode == Mode::era_month) {
    const auto year = cells.at(number - 1);
    const auto era = cells.at(number - 2);
    if (era.empty() || year.empty()) return lacks_era();
    if (era_of_code(era) == nullptr) return std::nullopt;  // told at the era
    if (!month_of(era, year, text)) return is_no_month();
    if (!item.allowed.empty() && !is_word_of(item.allowed, text)) return is_not_allowed(item);
    return std::nullopt;
  }
  const auto era = cells.at(number - 1);
  if (era.empty()) return lacks_era();
  if (era_of_code(era) == nullptr) return std::nullopt;
  if (item.mode == Mode::era_date && !date_of(era, text)) return is_no_day();
  return std::nullopt;
}

std::optional<Fault> check_value(const Cells& cells, const Item& item, std::string_view text) {
  switch (item.mode) {
    case Mode::fixed:
    case Mode::code:
    case Mode::era:
      if (!is_word_of(item.allowed, text)) return is_not_allowed(item);
      break;
    case Mode::flag:
      if (text != "1") return Fault{{"使えない値です。", "The value is not allowed."},
                                    {"該当するときは1、しないときは空です。",
                                     "1 if it applies, empty if it does not."},
                                    {"1にするか、空にしてください。", "Enter 1 or leave it empty."},
                                    {}};
      break;
    case Mode::digits:
      if (item.least > 0 && only_zeros(text)) return is_only_zeros();
      break;
    case Mode::number:
    case Mode::amount: {
      const auto value = number_of(text);
      if (!value || *value < item.least || *value > item.most) return is_out_of_range(item);
      break;
    }
    case Mode::symbol:
      if (!is_symbol(text)) return is_not_symbol();
      break;
    case Mode::kana_name:
      if (!parts_name(text, " ")) return lacks_kana_space();
      break;
    case Mode::kanji_name:
      if (!parts_name(text, full_width_space)) return lacks_kanji_space();
      break;
    case Mode::era_date:
    case Mode::era_year:
    case Mode::era_month: return check_era_part(cells, item, text);
    case Mode::day:
      if (!base::Date::parse_compact(text)) return is_no_day();
      break;
    case Mode::individual_number:
      if (!base::IndividualNumber::parse(text)) return fails_check_digit();
      break;
    case Mode::half_width:
    case Mode::text:
    case Mode::empty: break;
  }
  return std::nullopt;
}

/// An empty date item whose era, or whose year, is there.
bool is_left_out(const Cells& cells, const Item& item) {
  const bool part = item.mode == Mode::era_date || item.mode == Mode::era_year ||
                    item.mode == Mode::era_month;
  return part && !cells.at(item.number - 1).empty();
}

std::optional<Fault> check_filled(const Cells& cells, const Item& item, std::string_view text) {
  if (item.mode == Mode::empty) return must_be_empty();
  if (auto fault = check_width(item, text)) return fault;
  if (text.size() > item.longest_bytes) return is_too_long(item);
  if (text.size() < item.shortest_bytes) return is_too_short(item);
  return check_value(cells, item, text);
}

}  // namespace

std::optional<CellFault> check_cell(const Cells& cells, const Item& item) {
  const auto text = cells.at(item.number);
  if (auto found = check_characters(text)) return found;
  if (text.empty()) {
    if (item.need == Need::required) return CellFault{is_missing(), 0};
    if (is_left_out(cells, item)) return CellFault{lacks_day(), 0};
    return std::nullopt;
  }
  if (auto fault = check_filled(cells, item, text)) return CellFault{std::move(*fault), 0};
  return std::nullopt;
}

std::optional<int> number_of(std::string_view digits) {
  constexpr std::size_t digits_limit = 9;  // fits an int
  if (digits.empty() || digits.size() > digits_limit || !all_digits(digits)) return std::nullopt;
  int value = 0;
  for (char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

std::optional<base::Date> date_of(std::string_view era, std::string_view yymmdd) {
  const auto* found = era_of_code(era);
  if (found == nullptr || yymmdd.size() != 6 || !all_digits(yymmdd)) return std::nullopt;
  return base::of_era(*found, *number_of(yymmdd.substr(0, 2)), *number_of(yymmdd.substr(2, 2)),
                      *number_of(yymmdd.substr(4, 2)));
}

std::optional<base::Month> month_of(std::string_view era, std::string_view year,
                                    std::string_view month) {
  const auto* found = era_of_code(era);
  const auto years = number_of(year);
  const auto months = number_of(month);
  if (found == nullptr || !years || !months || *years < 1) return std::nullopt;
  const auto made = base::Month::make(found->first.year() + *years - 1, *months);
  if (!made || made->last_day() < found->first) return std::nullopt;
  if (found->last && made->first_day() > *found->last) return std::nullopt;
  return made;
}

}  // namespace kenpo::format::notification_csv
