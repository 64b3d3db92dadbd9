#include <bit>

#include "base/cp932.h"
#include "format/claim/check.h"
#include "format/claim/codes.h"
#include "format/claim/digits.h"

namespace kenpo::format::claim {

namespace {

using base::Repertoire;

constexpr std::size_t clean = std::string_view::npos;

void check_text(const Line& line, std::size_t seq, std::string_view field, Notes& notes) {
  const bool mixed = line.rule->fields[seq - 1].mode == Mode::mixed;
  const bool one_byte = mixed && !base::is_cp932_lead(static_cast<unsigned char>(field[0]));
  const auto wanted = one_byte ? Repertoire::one_byte : Repertoire::two_byte;
  if (base::first_outside(field, wanted) == clean) return;
  if (base::first_outside(field, Repertoire::any) != clean) {
    return notes.add(Issue::not_cp932, line, seq);
  }
  if (base::first_outside(field, Repertoire::notifications) != clean) {
    notes.add(Issue::vendor_character, line, seq);
  }
  bool halves = false;
  bool wholes = false;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const bool lead = base::is_cp932_lead(static_cast<unsigned char>(field[at]));
    if (lead) ++at;
    (lead ? wholes : halves) = true;
  }
  if (!mixed && halves) notes.add(Issue::not_kanji, line, seq);
  if (mixed && halves && wholes) notes.add(Issue::mixed_modes, line, seq);
}

bool is_decimal(std::string_view field) {
  int points = 0;
  int digits = 0;
  for (char c : field) {
    if (c == '.') {
      ++points;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      return false;
    }
  }
  return points <= 1 && digits > 0;
}

bool has_length(const FieldRule& rule, std::size_t size) {
  // Era dates are one digit shorter (明治 1 … 令和 5 and two digits of the year).
  const bool dated = rule.mode == Mode::date || rule.mode == Mode::month;
  return size == rule.max_bytes || (dated && size + 1 == rule.max_bytes);
}

/// The kana name holds 0x815B as long sound, never the dash 0x815C or the minus 0x817C.
void check_long_sound(const Line& line, std::size_t seq, std::string_view field, Notes& notes) {
  for (std::size_t at = 0; at + 1 < field.size(); at += 2) {
    const std::string_view pair = field.substr(at, 2);
    if (pair == "\x81\x5C" || pair == "\x81\x7C") {
      return notes.add(Issue::long_sound, line, seq);
    }
  }
}

/// The mode of a field that is not empty.
[[gnu::always_inline]] inline void check_mode(const Line& line, std::size_t seq,
                                              std::string_view field, const FieldRule& rule,
                                              Notes& notes) {
  switch (rule.mode) {
    case Mode::digits:
      if (!all_digits(field)) notes.add(Issue::not_digits, line, seq);
      return;
    case Mode::decimal:
      if (!all_digits(field) && !is_decimal(field)) notes.add(Issue::not_decimal, line, seq);
      return;
    case Mode::latin: {
      if (base::first_outside(field, Repertoire::one_byte) == clean) return;
      const bool readable = base::first_outside(field, Repertoire::any) == clean;
      return notes.add(readable ? Issue::not_latin : Issue::not_cp932, line, seq);
    }
    case Mode::kanji:
    case Mode::mixed: return check_text(line, seq, field, notes);
    case Mode::kana:
      check_text(line, seq, field, notes);
      return check_long_sound(line, seq, field, notes);
    case Mode::signed_number:
      if (!all_digits(field.substr(field.find_first_not_of("+-") == 1 ? 1 : 0))) {
        notes.add(Issue::not_digits, line, seq);
      }
      return;
    case Mode::month:
      if (!all_digits(field)) return notes.add(Issue::not_digits, line, seq);
      if (!claim_month(field)) notes.add(Issue::date_impossible, line, seq);
      return;
    case Mode::date:
      if (!all_digits(field)) return notes.add(Issue::not_digits, line, seq);
      if (!claim_date(field)) notes.add(Issue::date_impossible, line, seq);
      return;
    case Mode::free:
      if (base::first_outside(field, Repertoire::any) != clean) {
        notes.add(Issue::not_cp932, line, seq);
      }
      return;
  }
}

// Most of the reader's time is this loop over the fields; as a call it costs a sixth of the speed.
[[gnu::always_inline]] inline void check_field(const Line& line, std::size_t seq,
                                               const FieldRule& rule, Notes& notes) {
  const std::string_view field = line.field(seq);
  if (rule.max_bytes != 0 && field.size() > rule.max_bytes) {
    return notes.add(Issue::too_long, line, seq);
  }
  if (rule.fixed && !has_length(rule, field.size())) {
    return notes.add(Issue::length_not_fixed, line, seq);
  }
  // Most fields are short numbers.
  const bool short_digits = rule.mode == Mode::digits && field.size() <= 8;
  if (!short_digits || !is_digit_word(line.digits(seq))) {
    check_mode(line, seq, field, rule, notes);
  }
  if (rule.codes != CodeSet::none && !has_code(rule.codes, field)) {
    notes.add(Issue::code_unknown, line, seq);
  }
}

bool has_enough_fields(const Line& line, const RecordRule& rule) {
  if (line.fields_count == rule.fields_count) return true;
  if (rule.count == Count::at_least) return line.fields_count > rule.fields_count;
  return line.fields_count == rule.older_fields;
}

/// Fields 65 on.
void check_fields_behind(const Line& line, const RecordRule& rule, Notes& notes) {
  constexpr std::size_t first = 64;
  std::uint64_t empty = rule.required_behind & ~line.filled_behind;
  for (; empty != 0; empty &= empty - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(empty));
    notes.add(Issue::required_empty, line, first + at + 1);
  }
  for (std::uint64_t left = line.filled_behind; left != 0; left &= left - 1) {
    const auto at = first + static_cast<std::size_t>(std::countr_zero(left));
    check_field(line, at + 1, rule.fields[at], notes);
  }
}

}  // namespace

void check_line(const Line& line, Notes& notes) {
  if (line.record == Record::unknown) return notes.add(Issue::record_unknown, line, 1);
  const RecordRule& rule = *line.rule;
  if (rule.row == nullptr) return notes.add(Issue::record_not_of_this_kind, line, 1);
  if (!has_enough_fields(line, rule)) return notes.add(Issue::fields_count, line, 0);
  for (std::uint64_t empty = rule.required & ~line.filled; empty != 0; empty &= empty - 1) {
    notes.add(Issue::required_empty, line, static_cast<std::size_t>(std::countr_zero(empty)) + 1);
  }
  // The record id is known; the loops go over the other fields that are not empty.
  for (std::uint64_t left = line.filled & ~std::uint64_t{1}; left != 0; left &= left - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(left));
    check_field(line, at + 1, rule.fields[at], notes);
  }
  if (rule.fields_count > 64) check_fields_behind(line, rule, notes);
  if (line.record == Record::ho && !is_insurer_number(line.field(2))) {
    notes.add(Issue::insurer_number, line, 2);
  }
}

}  // namespace kenpo::format::claim
