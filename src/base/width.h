// Widths of digits, letters, spaces and hyphens: what is saved from a field of a screen, and what a
// search compares. Names are never folded by NFKC; only the characters named here change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kenpo::base {

/// Full-width ASCII and the full-width space become half width.
std::string narrow(std::string_view text);

/// ASCII and the space become full width.
std::string wide(std::string_view text);

/// Without spaces (half or full width) and line ends at both ends.
std::string trimmed(std::string_view text);

/// What a field of a screen is for.
enum class Entry : std::uint8_t {
  number,  // digits, postal code, telephone: narrow; every hyphen and long sound is -; no spaces
  code,    // as number, and letters are capitals
  kana,    // a name in kana: full-width katakana, one full-width space; a hyphen behind kana is ー
  name,    // a name in kanji: half-width kana full, one full-width space between the parts
  address,  // narrow digits and letters; hyphens behind a digit are -; single spaces
  text,    // only spaces at both ends go
};

/// The text as it is saved. Spaces at both ends go.
std::string normalised(Entry entry, std::string_view text);

/// Equal for texts that a clerk takes for the same: width, letter case, hiragana or katakana, small
/// or large kana, spaces and the kinds of hyphen do not matter. Kanji stay as they are: 辺 is not 邊.
/// For comparing only; never shown, never saved in place of the text.
std::string search_key(std::string_view text);

}  // namespace kenpo::base
