// Names as bank files spell them: half-width capital kana, letters, digits and a few signs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::format::transfer {

/// Which characters a text may hold: kana ｱ to ﾝ and ｦ without small ones, ﾞ ﾟ, A to Z, 0 to 9,
/// space and ( ) , - . / . Some banks take ｢ ｣ ¥ too: they are read, but never made here.
enum class BankCharacters { ours, some_banks, edi };

/// The first byte position of the JIS X 0201 bytes that is outside; npos when there is none.
std::size_t first_outside_bank(std::string_view bytes, BankCharacters allowed);

enum class Payee { person, organisation };

/// A text in the spelling of bank files (UTF-8), and the byte positions of the input whose
/// characters have none, for instance kanji; those are left out of the text.
struct BankText {
  std::string text;
  std::vector<std::size_t> lost;
};

/// Full width becomes half width, hiragana katakana, small kana and letters large; ガ becomes ｶﾞ,
/// and long sounds and dashes become "-". For an organisation its legal form becomes the banks'
/// abbreviation with a bracket by its place: 株式会社 at the start ｶ), at the end (ｶ, within (ｶ).
BankText to_bank_text(std::string_view utf8, Payee payee);

}  // namespace kenpo::format::transfer
