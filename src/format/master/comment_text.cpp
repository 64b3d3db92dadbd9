#include "format/master/comment_text.h"

#include <algorithm>

#include "base/era.h"
#include "base/utf8.h"
#include "base/width.h"
#include "format/claim/digits.h"

namespace kenpo::format::master {

namespace {

std::string behind(const Item& comment, const std::string& text) {
  if (text.empty()) return comment.name;
  return comment.name + "；" + text;
}

std::u32string points_of(std::string_view utf8) {
  std::u32string points;
  for (std::size_t at = 0; at < utf8.size();) points += base::next_code_point(utf8, at);
  return points;
}

std::string utf8_of(const std::u32string& points) {
  std::string utf8;
  for (const char32_t point : points) base::append_utf8(utf8, point);
  return utf8;
}

/// The text's characters, one after the other, in the gaps of the words.
std::string in_gaps(const Item& comment, std::string_view text) {
  auto words = points_of(comment.name);
  const auto digits = points_of(text);
  std::size_t taken = 0;
  bool filled = false;
  for (const Slot& slot : comment.slots) {
    if (slot.column == 0 || slot.length == 0) continue;
    for (std::size_t at = slot.column - 1u; at < slot.column - 1u + slot.length; ++at) {
      if (at >= words.size() || taken >= digits.size()) return behind(comment, std::string(text));
      words[at] = digits[taken++];
      filled = true;
    }
  }
  return filled ? utf8_of(words) : behind(comment, std::string(text));
}

std::string without_zeros(std::string number) {
  while (number.size() > 1 && number[0] == '0' && number[1] != '.') number.erase(0, 1);
  return number;
}

std::string date_words(std::string_view digits) {
  const auto day = claim::claim_date(digits);
  return day ? base::era_long(*day).value_or(std::string(digits)) : std::string(digits);
}

std::string time_words(std::string_view digits) {
  constexpr std::size_t time_digits = 4;
  if (digits.size() != time_digits) return std::string(digits);
  return without_zeros(std::string(digits.substr(0, 2))) + "時" +
         without_zeros(std::string(digits.substr(2))) + "分";
}

std::string modifiers(std::string_view digits, const WordOf& word_of) {
  constexpr std::size_t modifier_digits = 4;
  std::string words;
  for (; digits.size() >= modifier_digits; digits.remove_prefix(modifier_digits)) {
    const auto word = word_of(digits.substr(0, modifier_digits));
    words += word.empty() ? std::string(digits.substr(0, modifier_digits)) : word;
  }
  return words;
}

}  // namespace

std::string comment_text(const Item& comment, std::string_view text, const WordOf& word_of) {
  const auto plain = base::narrow(text);
  const auto& pattern = comment.pattern;
  if (pattern == "10") return std::string(text);
  if (pattern == "20") return comment.name;
  if (pattern == "31") {
    const auto word = word_of(plain);
    return behind(comment, word.empty() ? plain : word);
  }
  if (pattern == "40") return in_gaps(comment, text);
  if (pattern == "42") return behind(comment, without_zeros(plain));
  if (pattern == "50") return behind(comment, date_words(plain));
  if (pattern == "51") return behind(comment, time_words(plain));
  if (pattern == "52") return behind(comment, without_zeros(plain) + "分");
  constexpr std::size_t day_digits = 2;
  if (pattern == "53" && plain.size() == day_digits + 4) {
    return behind(comment, without_zeros(plain.substr(0, day_digits)) + "日" +
                               time_words(std::string_view(plain).substr(day_digits)));
  }
  constexpr std::size_t era_digits = 7;
  if (pattern == "80" && plain.size() > era_digits) {
    return behind(comment, date_words(std::string_view(plain).substr(0, era_digits)) + "　" +
                               without_zeros(plain.substr(era_digits)));
  }
  if (pattern == "90") return behind(comment, modifiers(plain, word_of));
  return behind(comment, std::string(text));
}

}  // namespace kenpo::format::master
